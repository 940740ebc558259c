import Readiness

// Names of metrics in code and dashboards, without a parser for each language: quoted literals that are wholly shaped like
// a key, and what stands before them. JSON is read as JSON; of YAML also plain values. Which of these names are metrics is
// for the rules of `MetricsDictionary` to say.

/// What a source file says of metrics.
///
/// - Parameters:
///   - namespaces: folded namespaces of the dictionary's keys; other names are kept only where they are named as metrics.
///   - calls: names of functions and members beside the built-in ones.
func metricMentions(_ bytes: [UInt8], path: String, namespaces: Set<String>, calls: [String]) -> [MetricMention] {
  let words = MetricCallWords(calls)
  let lower = path.lowercased()
  if lower.hasSuffix(".json"), let tree = try? parseJSON(bytes) {
    return mentions(in: tree, path: path, namespaces: namespaces, words)
  }
  var scan = MentionScan(bytes: bytes, path: path, namespaces: namespaces, words: words)
  scan.run()
  let isYAML = lower.hasSuffix(".yaml") || lower.hasSuffix(".yml")
  let found = scan.found + (isYAML ? yamlMentions(bytes, path: path, namespaces: namespaces, words) : [])
  // Found in both ways it counts once, as what it plainly is.
  var places: [String: MetricMention] = [:]
  for mention in found {
    let place = "\(mention.location.line ?? 0) \(mention.key)"
    if places[place]?.isNamed != true { places[place] = mention }
  }
  return places.values.sorted { ($0.location.line ?? 0, $0.key) < ($1.location.line ?? 0, $1.key) }
}

/// The folded names, without underscores, of what takes metrics.
struct MetricCallWords {
  private let names: Set<String>

  init(_ more: [String]) { names = builtIn.union(more.map(MetricCallWords.name)) }

  func contains(_ text: some StringProtocol) -> Bool { names.contains(MetricCallWords.name(text)) }

  static func name(_ text: some StringProtocol) -> String { folded(text).filter { !"_-".contains($0) } }
}

private let builtIn: Set<String> = [
  "metric", "metrics", "metrickey", "metrickeys", "metricid", "metricids", "metricname", "metricnames", "metricref",
  "metricvalue", "getmetric", "getmetrics", "usemetric", "usemetrics", "fetchmetric", "fetchmetrics", "loadmetric",
  "loadmetrics", "querymetric", "querymetrics", "semanticmetric", "datametric", "المقياس", "المقاييس",
]

/// Whether a text has the shape of a key: letters, digits and `._-`, a letter first, no part empty.
private func isKeyShaped(_ bytes: some Collection<UInt8>) -> Bool {
  guard (2...128).contains(bytes.count), let first = bytes.first, isLetter(first) else { return false }
  var previous: UInt8 = 0
  for byte in bytes {
    let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
    guard isLetter(byte) || (48...57).contains(byte) || (isMark && previous != UInt8(ascii: ".")) else { return false }
    previous = byte
  }
  return previous != UInt8(ascii: ".") && previous != UInt8(ascii: "-")
}

/// Of ASCII, or a part of any other: Arabic keys are keys.
private func isLetter(_ byte: UInt8) -> Bool {
  (97...122).contains(byte | 0x20) || byte == UInt8(ascii: "_") || byte >= 0x80
}

private func isOfNamespace(_ key: String, _ namespaces: Set<String>) -> Bool {
  metricNamespace(of: key).map { namespaces.contains($0) } ?? false
}

// MARK: - JSON

private func mentions(
  in tree: JSONTree, path: String, namespaces: Set<String>, _ words: MetricCallWords
) -> [MetricMention] {
  var found: [MetricMention] = []
  var rest = [(tree, false)]
  while let (value, isNamed) = rest.popLast() {
    switch value.kind {
    case .object(let members):
      rest += members.reversed().map { ($0.value, words.contains($0.name)) }
    case .array(let elements): rest += elements.reversed().map { ($0, isNamed) }
    case .string(let text):
      guard isKeyShaped(text.utf8), isNamed || isOfNamespace(text, namespaces) else { continue }
      found.append(MetricMention(text, at: SourceLocation(path: path, line: value.line), isNamed: isNamed))
    default: break
    }
  }
  return found
}

// MARK: - YAML

/// `metric: orders.gmv_daily`, and lists below `metrics:`.
private func yamlMentions(
  _ bytes: [UInt8], path: String, namespaces: Set<String>, _ words: MetricCallWords
) -> [MetricMention] {
  var found: [MetricMention] = []
  var listIndent: Int?
  for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated()
  where line.count < 1_000 {
    let indent = line.prefix { $0 == 32 }.count
    var text = String(decoding: line, as: UTF8.self).trimmed
    if text.isEmpty || text.hasPrefix("#") { continue }
    let isItem = text.hasPrefix("- ")
    while text.hasPrefix("- ") { text = text.dropFirst(2).trimmed }
    if let known = listIndent, indent < known || (indent == known && !isItem) { listIndent = nil }
    var isNamed = isItem && listIndent != nil
    if let colon = text.firstIndex(of: ":"), text[colon...].dropFirst().first ?? " " == " " {
      isNamed = words.contains(text[..<colon].trimmed)
      text = text[text.index(after: colon)...].trimmed
      if isNamed, text.isEmpty { listIndent = indent }
    }
    let value = text.prefix { $0 != "#" }.trimmed
    guard isKeyShaped(value.utf8), isNamed || isOfNamespace(value, namespaces) else { continue }
    found.append(MetricMention(value, at: SourceLocation(path: path, line: index + 1), isNamed: isNamed))
  }
  return found
}

// MARK: - Any language

private struct MentionScan {
  /// What an open bracket holds.
  private enum Bracket { case other, call, list }

  let bytes: [UInt8]
  let path: String
  let namespaces: Set<String>
  let words: MetricCallWords
  var found: [MetricMention] = []
  private var line = 1
  private var brackets: [Bracket] = []
  /// The last name or literal, and whether `=` or `:` stands behind it.
  private var name: Range<Int>?
  private var isAssigned = false

  init(bytes: [UInt8], path: String, namespaces: Set<String>, words: MetricCallWords) {
    self.bytes = bytes
    self.path = path
    self.namespaces = namespaces
    self.words = words
  }

  mutating func run() {
    var index = 0
    var isLineStart = true
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case 10:
        line += 1
        isLineStart = true
        index += 1
        continue
      case 32, 9, 13:
        index += 1
        continue
      case UInt8(ascii: "#") where isLineStart, UInt8(ascii: "*") where isLineStart,
        UInt8(ascii: "/") where isLineStart && at(index + 1) == UInt8(ascii: "/"),
        UInt8(ascii: "-") where isLineStart && at(index + 1) == UInt8(ascii: "-"):
        // A comment says nothing that runs.
        index = bytes[index...].firstIndex(of: 10) ?? bytes.count
        continue
      case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "`"): index = readLiteral(at: index)
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"):
        open(byte)
        index += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        _ = brackets.popLast()
        forget()
        index += 1
      case UInt8(ascii: "="), UInt8(ascii: ":"):
        isAssigned = name != nil
        index += 1
      case _ where isLetter(byte):
        let end = bytes[index...].firstIndex { !isLetter($0) && !(48...57).contains($0) } ?? bytes.count
        name = index..<min(end, index + 256)
        isAssigned = false
        index = end
      default:
        // `metric-key=` and `data-metric=` of markup are one name; `metric.key` is its last part.
        if byte != UInt8(ascii: "-") { forget() }
        index += 1
      }
      isLineStart = false
    }
  }

  private func at(_ index: Int) -> UInt8 { index < bytes.count ? bytes[index] : 0 }

  private mutating func forget() {
    name = nil
    isAssigned = false
  }

  private var isMetricName: Bool {
    name.map { words.contains(String(decoding: bytes[$0], as: UTF8.self)) } ?? false
  }

  private mutating func open(_ byte: UInt8) {
    // Far beyond what anybody nests; what is deeper counts as the last that was known.
    guard brackets.count < 512 else { return }
    let isRound = byte == UInt8(ascii: "(")
    if isMetricName {
      brackets.append(isAssigned || !isRound ? .list : .call)
    } else {
      // A list within a list, `metrics = tuple(["a.b"])`.
      brackets.append(brackets.last == .list && byte != UInt8(ascii: "{") ? .list : .other)
    }
    forget()
  }

  /// Behind the literal, or behind the quote where what follows is none that could be a key.
  private mutating func readLiteral(at start: Int) -> Int {
    let quote = bytes[start]
    var end = start + 1
    while end < bytes.count, end - start <= 130, bytes[end] != quote, bytes[end] != 10 { end += 1 }
    let content = start + 1..<min(end, bytes.count)
    guard end < bytes.count, bytes[end] == quote, isKeyShaped(bytes[content]) else { return start + 1 }
    let isNamed = isAssigned && isMetricName || brackets.last == .call || brackets.last == .list
    let text = String(decoding: bytes[content], as: UTF8.self)
    // A name before a colon is a member's, no value.
    let next = bytes[(end + 1)...].first { $0 != 32 && $0 != 9 }
    let isMember = next == UInt8(ascii: ":") && !isNamed
    if !isMember, isNamed || isOfNamespace(text, namespaces) {
      found.append(MetricMention(text, at: SourceLocation(path: path, line: line), isNamed: isNamed))
    }
    // The first literal of a call is what it is called with; the others are something else.
    if brackets.last == .call { brackets[brackets.count - 1] = .other }
    name = content
    isAssigned = false
    return end + 1
  }
}
