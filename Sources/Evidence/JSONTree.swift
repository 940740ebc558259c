// A whole JSON document as a value, for small files whose members are not known beforehand. The scanner keeps its limits:
// 64 levels, no name twice in one object, no half surrogate pairs.

/// A JSON value with the line on which it begins.
struct JSONTree: Hashable, Sendable {
  indirect enum Kind: Hashable, Sendable {
    case null
    case bool(Bool)
    /// As written: JSON does not say how large a number may be.
    case number(String)
    case string(String)
    case array([JSONTree])
    /// In the order of the file.
    case object([Member])
  }

  struct Member: Hashable, Sendable {
    var name: String
    var value: JSONTree
  }

  var kind: Kind
  /// 1-based.
  var line: Int

  subscript(name: String) -> JSONTree? { members.first { $0.name == name }?.value }

  /// Empty for anything but an object.
  var members: [Member] { if case .object(let members) = kind { members } else { [] } }

  /// Empty for anything but an array.
  var elements: [JSONTree] { if case .array(let elements) = kind { elements } else { [] } }

  var isObject: Bool { if case .object = kind { true } else { false } }
  var isNull: Bool { kind == .null }
  var string: String? { if case .string(let text) = kind { text } else { nil } }
  var bool: Bool? { if case .bool(let value) = kind { value } else { nil } }
  /// A whole number that fits.
  var int: Int64? { if case .number(let text) = kind { Int64(text) } else { nil } }
  var number: Double? { if case .number(let text) = kind { Double(text) } else { nil } }
}

/// Parses one JSON document; blanks and a byte order mark may surround it.
///
/// - Parameters:
///   - firstLine: the number of the bytes' first line.
///   - keeps: gets the name of the member that holds an object and the name of a member in it, and says whether that
///     member is to be read; what is not is checked and left out.
func parseJSON(
  _ bytes: [UInt8], firstLine: Int = 1, keeping keeps: ((_ holder: String, _ name: String) -> Bool)? = nil
) throws(JSONProblem) -> JSONTree {
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  var result: Result<JSONTree, JSONProblem> = .failure(.noObject)
  bytes.withUnsafeBufferPointer { buffer in
    var parser = JSONTreeParser(
      scanner: JSONScanner(buffer, in: start..<buffer.count), bytes: buffer, line: firstLine, counted: start,
      keeps: keeps)
    do throws(JSONProblem) {
      let tree = try parser.value(depth: 0)
      try parser.scanner.expectEnd()
      result = .success(tree)
    } catch {
      result = .failure(error)
    }
  }
  return try result.get()
}

private struct JSONTreeParser {
  var scanner: JSONScanner
  let bytes: UnsafeBufferPointer<UInt8>
  var line: Int
  /// Up to where line ends are counted.
  var counted: Int
  let keeps: ((String, String) -> Bool)?

  mutating func value(depth: Int, in holder: String = "") throws(JSONProblem) -> JSONTree {
    guard depth < JSONScanner.depthLimit else { throw .tooDeep(column: scanner.offset + 1) }
    let first = scanner.next()
    let line = currentLine()
    switch first {
    case UInt8(ascii: "{"): return JSONTree(kind: .object(try members(depth: depth, in: holder)), line: line)
    case UInt8(ascii: "["): return JSONTree(kind: .array(try elements(depth: depth, in: holder)), line: line)
    case UInt8(ascii: "\""): return JSONTree(kind: .string(scanner.string(try scanner.text()).string), line: line)
    default:
      let text = scanner.string(try scanner.plainText())
      let kind: JSONTree.Kind =
        switch text {
        case "null": .null
        case "true": .bool(true)
        case "false": .bool(false)
        default: .number(text)
        }
      return JSONTree(kind: kind, line: line)
    }
  }

  private mutating func members(depth: Int, in holder: String) throws(JSONProblem) -> [JSONTree.Member] {
    try scanner.expect("{")
    var members: [JSONTree.Member] = []
    var names: Set<String> = []
    if scanner.take("}") { return members }
    repeat {
      let name = scanner.string(try scanner.name()).string
      guard names.insert(name).inserted else { throw .repeatedName(name) }
      if let keeps, !keeps(holder, name) {
        try scanner.skip(depth: depth + 1)
        continue
      }
      members.append(JSONTree.Member(name: name, value: try value(depth: depth + 1, in: name)))
    } while scanner.take(",")
    try scanner.expect("}")
    return members
  }

  private mutating func elements(depth: Int, in holder: String) throws(JSONProblem) -> [JSONTree] {
    try scanner.expect("[")
    var elements: [JSONTree] = []
    if scanner.take("]") { return elements }
    repeat { elements.append(try value(depth: depth + 1, in: holder)) } while scanner.take(",")
    try scanner.expect("]")
    return elements
  }

  private mutating func currentLine() -> Int {
    while counted < scanner.offset {
      if bytes[counted] == 10 { line += 1 }
      counted += 1
    }
    return line
  }
}
