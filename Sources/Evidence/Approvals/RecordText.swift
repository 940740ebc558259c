import Readiness

// Records of people and tools come as tables, as JSON and as JSON Lines, in English and in Arabic. A record is then texts by
// field; which fields there are, and their names, is for each reader's table to say.

/// Names of a field: headers of a column and members of an object, compared folded, with `_` and `-` as blanks.
struct FieldNames<Field: Hashable & Sendable>: Sendable {
  private let byName: [String: Field]

  init(_ table: [(Field, [String])]) {
    byName = Dictionary(
      table.flatMap { field, names in names.map { (Self.key($0), field) } }, uniquingKeysWith: { first, _ in first })
  }

  func field(_ name: String) -> Field? {
    if let exact = byName[Self.key(name)] { return exact }
    // `الحالة / Status`, `SLA (hours)`.
    let parts = name.split(whereSeparator: { "/|()[]،,".contains($0) }).map { Self.key(String($0)) }
    return parts.count > 1 ? parts.lazy.compactMap { byName[$0] }.first : nil
  }

  /// The first column of a table for each field.
  func columns(_ header: [String]) -> [Field: Int] {
    var columns: [Field: Int] = [:]
    for (index, title) in header.enumerated() {
      if let field = field(title), columns[field] == nil { columns[field] = index }
    }
    return columns
  }

  /// The texts of an object's members; lists joined with commas, what is empty left out.
  func texts(_ object: JSONTree) -> [Field: String] {
    var texts: [Field: String] = [:]
    for member in object.members {
      guard let field = field(member.name), texts[field] == nil, let text = member.value.recordText else { continue }
      texts[field] = text
    }
    return texts
  }

  static func key(_ name: String) -> String {
    folded(name).split(whereSeparator: { " _-:.".contains($0) }).joined(separator: " ")
  }
}

extension JSONTree {
  /// A text, a number, `true`, or a list of these; nil where it says nothing.
  var recordText: String? {
    switch kind {
    case .string(let text): text.trimmed.isEmpty ? nil : text.trimmed
    case .number(let text): text
    case .bool(let value): value ? "true" : nil
    case .array(let elements):
      elements.isEmpty ? nil : elements.compactMap(\.recordText).joined(separator: ", ")
    case .null, .object: nil
    }
  }
}

/// The objects of a JSON document that are records: itself, those of a list, or those of the list that it holds.
func recordObjects(_ tree: JSONTree, in lists: Set<String>) -> [JSONTree] {
  if case .array(let elements) = tree.kind { return elements.filter(\.isObject) }
  guard tree.isObject else { return [] }
  for member in tree.members where lists.contains(member.name) {
    if case .array(let elements) = member.value.kind { return elements.filter(\.isObject) }
  }
  return [tree]
}

/// The lines of JSON Lines as values with the file's own line numbers; what is wrong with one is handed on.
func readJSONLines(_ bytes: [UInt8], _ body: (Result<JSONTree, JSONProblem>, Int) -> Void) {
  var number = 0
  var lines = bytes[...]
  if lines.starts(with: [0xEF, 0xBB, 0xBF]) { lines = lines.dropFirst(3) }
  for line in lines.split(separator: 10, omittingEmptySubsequences: false) {
    number += 1
    if line.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) { continue }
    do throws(JSONProblem) {
      body(.success(try parseJSON(Array(line), firstLine: number)), number)
    } catch {
      body(.failure(error), number)
    }
  }
}

/// Words as a cell or a member writes them, matched in order at the beginning of any word: `قيد المراجعة (السبت)`.
struct WordList<Meaning: Hashable & Sendable>: Sendable {
  private let phrases: [(words: [String], meaning: Meaning)]

  /// - Parameter table: of two meanings that both fit, the one that stands first counts.
  init(_ table: [(Meaning, [String])]) {
    phrases = table.flatMap { meaning, texts in
      texts.map { (Self.words($0), meaning) }
    }
  }

  func meaning(of text: String) -> Meaning? {
    let words = Self.words(text)
    guard words.count <= 64 else { return nil }
    for (phrase, meaning) in phrases where !phrase.isEmpty {
      if words.indices.contains(where: { words[$0...].starts(with: phrase) }) { return meaning }
    }
    return nil
  }

  private static func words(_ text: String) -> [String] {
    folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
  }
}

/// Whether a cell says nothing: a dash, dots, a word for it.
func saysNothing(_ text: String) -> Bool {
  let word = folded(text)
  return !word.contains(where: { $0.isLetter || $0.isNumber }) || emptyWords.contains(word)
}

private let emptyWords = Set(
  [
    "n/a", "na", "none", "no", "tbd", "tbc", "null", "pending", "لا يوجد", "لا", "بلا", "غير محدد", "لم يحدد",
    "لم يُحدَّد",
  ].map {
    folded($0)
  })
