package import Readiness
import Yams

/// Reads `jahiz.yaml`. An unknown key or a value of the wrong type is an error that names file, line and the key that was
/// probably meant: a configuration that is half obeyed would judge by rules that nobody wrote.
package func readConfiguration(_ bytes: [UInt8], path: String) throws(WorkspaceError) -> Configuration {
  let reader = ConfigurationReader(path: path)
  guard let root = try reader.compose(bytes) else { return Configuration() }
  return try reader.configuration(of: root)
}

struct ConfigurationReader {
  let path: String

  func compose(_ bytes: [UInt8]) throws(WorkspaceError) -> Node? {
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    guard content.count <= 1 << 20 else { throw error(nil, "is larger than 1 MB", "أكبر من 1 MB") }
    guard let text = String(validating: content, as: UTF8.self) else {
      let good = longestValidPrefix(content)
      throw error(good.count { $0 == 0x0A } + 1, "is not UTF-8", "ليس بترميز UTF-8")
    }
    if let line = lineNestedTooDeep(content) { throw error(line, "is nested too deep", "متداخل أعمق من اللازم") }
    do {
      return try Yams.compose(yaml: text, .basic)
    } catch let failure as YamlError {
      throw yamlError(failure)
    } catch {
      throw self.error(nil, "is no YAML", "ليس YAML صحيحًا")
    }
  }

  func configuration(of root: Node) throws(WorkspaceError) -> Configuration {
    var result = Configuration()
    if isNull(root) { return result }
    for (key, value) in try pairs(root, "jahiz.yaml", known: ConfigurationSchema.keys) {
      result.locations[key.name] = key.location
      if isNull(value) { continue }
      switch key.name {
      case "matrix": result.matrix = try paths(value, key.name)
      case "gx": result.gx = try paths(value, key.name)
      case "events": result.events = try workspacePath(value, key.name)
      case "release_candidate": result.releaseCandidate = try string(value, key.name)
      case "require_rc": result.requireReleaseCandidate = try bool(value, key.name)
      case "target": result.target = try target(value)
      case "pii": try readPII(value, into: &result)
      case "consumers": try readConsumers(value, into: &result)
      case "map":
        for (entry, dimension) in try pairs(value, key.name) {
          result.map[entry.name] = try string(dimension, "map.\(entry.name)")
          result.locations["map.\(entry.name)"] = entry.location
        }
      case "service_levels": try readServiceLevels(value, into: &result)
      case "max_age": result.maxAge = try duration(value, key.name)
      case "require":
        for item in try list(value, key.name) {
          let suite = try string(item, key.name)
          result.require.append(suite)
          result.locations["require.\(suite)"] = location(item)
        }
      default: try readGovernance(key.name, value, into: &result.governance)
      }
    }
    return result
  }

  private func readPII(_ node: Node, into result: inout Configuration) throws(WorkspaceError) {
    for (key, value) in try pairs(node, "pii", known: ConfigurationSchema.piiKeys) where !isNull(value) {
      var words: [String] = []
      for item in try list(value, "pii.\(key.name)") { words.append(try string(item, "pii.\(key.name)")) }
      result.locations["pii.\(key.name)"] = key.location
      if key.name == "add" { result.piiAdd = words } else { result.piiRemove = words }
    }
  }

  private func readConsumers(_ node: Node, into result: inout Configuration) throws(WorkspaceError) {
    for (asset, value) in try pairs(node, "consumers") {
      let name = "consumers.\(asset.name)"
      var consumers = Configuration.Consumers()
      for (key, flag) in try pairs(value, name, known: ConfigurationSchema.consumerKeys) {
        let isConsumer = try bool(flag, "\(name).\(key.name)")
        switch key.name {
        case "customer_reports": consumers.customerReports = isConsumer
        case "models": consumers.models = isConsumer
        default: consumers.isInternal = isConsumer
        }
      }
      result.consumers[asset.name] = consumers
      result.locations[name] = asset.location
    }
  }

  private func readServiceLevels(_ node: Node, into result: inout Configuration) throws(WorkspaceError) {
    for (key, value) in try pairs(node, "service_levels", known: ConfigurationSchema.severities) {
      guard let severity = Severity(name: key.name) else { continue }
      let name = "service_levels.\(key.name)"
      var level = Configuration.ServiceLevel()
      for (entry, time) in try pairs(value, name, known: ConfigurationSchema.serviceLevelKeys) where !isNull(time) {
        let seconds = try duration(time, "\(name).\(entry.name)")
        if entry.name == "acknowledge" { level.acknowledge = seconds } else { level.resolve = seconds }
      }
      result.serviceLevels[severity] = level
      result.locations[name] = key.location
    }
  }

  // MARK: - Values

  struct Key {
    var name: String
    var location: SourceLocation
  }

  func pairs(
    _ node: Node, _ name: String, known: [String]? = nil
  ) throws(WorkspaceError) -> [(Key, Node)] {
    guard case .mapping(let mapping) = node else {
      throw wrongType(node, name, "keys with values, as `key: value`", "مفاتيح بقيم، مثل `key: value`")
    }
    var result: [(Key, Node)] = []
    for (key, value) in mapping {
      guard case .scalar(let scalar) = key else {
        throw error(line(key), "a key must be a word", "المفتاح كلمة واحدة")
      }
      if let known, !known.contains(scalar.string) { throw unknown(scalar.string, line(key), known) }
      result.append((Key(name: scalar.string, location: location(key)), value))
    }
    return result
  }

  func list(_ node: Node, _ name: String) throws(WorkspaceError) -> [Node] {
    guard case .sequence(let sequence) = node else {
      throw wrongType(node, name, "a list, as `[a, b]`", "قائمة، مثل `[a, b]`")
    }
    return Array(sequence)
  }

  func string(_ node: Node, _ name: String) throws(WorkspaceError) -> String {
    guard case .scalar(let scalar) = node, !isNull(node), !scalar.string.isEmpty else {
      throw wrongType(node, name, "a text", "نصًا")
    }
    return scalar.string
  }

  private func bool(_ node: Node, _ name: String) throws(WorkspaceError) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any,
      let value = booleans[scalar.string.lowercased()]
    else { throw wrongType(node, name, "true or false", "true أو false") }
    return value
  }

  func duration(_ node: Node, _ name: String) throws(WorkspaceError) -> Int64 {
    guard case .scalar(let scalar) = node, let seconds = durationSeconds(scalar.string) else {
      throw wrongType(node, name, "a duration, as 90s, 30m, 8h or 7d", "مدة، مثل 90s أو 30m أو 8h أو 7d")
    }
    return seconds
  }

  private func target(_ node: Node) throws(WorkspaceError) -> Target {
    guard case .scalar(let scalar) = node, let target = Target(rawValue: scalar.string) else {
      throw wrongType(node, "target", "canary or prod", "canary أو prod")
    }
    return target
  }

  func paths(_ node: Node, _ name: String) throws(WorkspaceError) -> [String] {
    var result: [String] = []
    for item in try list(node, name) { result.append(try workspacePath(item, name)) }
    return result
  }

  /// A path that stays below the workspace, without `.`, `..` and doubled slashes.
  private func workspacePath(_ node: Node, _ name: String) throws(WorkspaceError) -> String {
    let written = try string(node, name)
    guard let path = pathInside(written) else {
      throw error(
        line(node), "“\(name)” must be a path inside the workspace, not “\(shown(written))”",
        "يجب أن يكون «\(name)» مسارًا داخل مساحة العمل، لا «\(shown(written))»")
    }
    return path
  }

  func isNull(_ node: Node) -> Bool {
    guard case .scalar(let scalar) = node, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  // MARK: - Errors

  private func line(_ node: Node) -> Int? { node.mark?.line }

  private func location(_ node: Node) -> SourceLocation { SourceLocation(path: path, line: line(node)) }

  private func error(_ line: Int?, _ english: Sentence, _ arabic: Sentence) -> WorkspaceError {
    let place = SourceLocation(path: path, line: line).description
    return WorkspaceError(message: Wording("\(place): \(english)", "\(place): \(arabic)"))
  }

  private func wrongType(_ node: Node, _ name: String, _ english: Sentence, _ arabic: Sentence) -> WorkspaceError {
    error(line(node), "“\(shown(name))” must be \(english)", "يجب أن يكون «\(shown(name))» \(arabic)")
  }

  private func unknown(_ key: String, _ line: Int?, _ known: [String]) -> WorkspaceError {
    if let meant = nearestWord(to: key, of: known) {
      return error(
        line, "unknown key “\(shown(key))”: did you mean “\(meant)”?",
        "مفتاح غير معروف «\(shown(key))»: هل تقصد «\(meant)»؟")
    }
    return error(
      line, "unknown key “\(shown(key))”; known are \(known.joined(separator: ", "))",
      "مفتاح غير معروف «\(shown(key))»؛ المعروفة: \(known.joined(separator: "، "))")
  }

  private func yamlError(_ failure: YamlError) -> WorkspaceError {
    switch failure {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      error(mark.line, "is no YAML: \(shown(problem))", "ليس YAML صحيحًا: \(shown(problem))")
    case .duplicatedKeysInMapping(let duplicates, let context):
      error(
        context.mark.line, "the key “\(shown(duplicates.first ?? ""))” stands there twice",
        "تكرر المفتاح «\(shown(duplicates.first ?? ""))»")
    case .reader: error(nil, "holds a character that YAML forbids", "فيه محرف لا يسمح به YAML")
    default: error(nil, "is no YAML", "ليس YAML صحيحًا")
    }
  }
}

private let booleans = ["true": true, "false": false, "yes": true, "no": false, "on": true, "off": false]

/// The bytes before the first that is not UTF-8.
private func longestValidPrefix(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  var (good, bad) = (bytes.startIndex, bytes.endIndex)
  // A cut inside a character of up to four bytes is invalid too, which moves the border by less than one line.
  while bad - good > 1 {
    let middle = good + (bad - good) / 2
    let isValid = String(validating: bytes[bytes.startIndex..<middle], as: UTF8.self) != nil
    if isValid { good = middle } else { bad = middle }
  }
  return bytes[bytes.startIndex..<good]
}

/// The line where nesting passes what any configuration needs; Yams descends by recursion and would exhaust the stack.
private func lineNestedTooDeep(_ bytes: ArraySlice<UInt8>) -> Int? {
  var (line, brackets, lead, isLeading) = (1, 0, 0, true)
  for byte in bytes {
    switch byte {
    case 0x0A: (line, lead, isLeading) = (line + 1, 0, true)
    case 0x5B, 0x7B: (brackets, isLeading) = (brackets + 1, false)
    case 0x5D, 0x7D: (brackets, isLeading) = (max(0, brackets - 1), false)
    case 0x20, 0x2D, 0x3F, 0x3A: if isLeading { lead += 1 }
    default: isLeading = false
    }
    if brackets > 32 || lead > 128 { return line }
  }
  return nil
}

/// A file's text in a message: whatever would act on a terminal is replaced, and it stays short.
private func shown(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars.prefix(60) {
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: result.append("\u{FFFD}")
    default: result.append(scalar)
    }
  }
  return String(result)
}
