import Glibc
import Readiness
import Yams

/// Why a file of the user's, settings or theme, cannot be used: one line with file and line.
struct UserFileError: Error, Hashable {
  var message: Wording
}

/// A YAML file of the user's. What is written there and not understood is an error that names its line: what was meant
/// should never be silently left out.
struct UserFile {
  let path: String

  /// A key with its value.
  struct Entry {
    var name: String
    var key: Node
    var value: Node
  }

  /// The file's root; nil where it says nothing.
  func compose(_ text: String) throws(UserFileError) -> Node? {
    if let line = lineNestedTooDeep(text) { throw error(line, "is nested too deep", "متداخل أعمق من اللازم") }
    do {
      guard let root = try Yams.compose(yaml: text, .basic), !isNull(root) else { return nil }
      return root
    } catch let failure as YamlError {
      throw yamlError(failure)
    } catch {
      throw self.error(nil, "is no YAML", "ليس YAML صحيحًا")
    }
  }

  /// The entries of a mapping, each once and each of them known.
  func entries(_ node: Node, _ name: String, known: [String]? = nil) throws(UserFileError) -> [Entry] {
    guard case .mapping(let mapping) = node else {
      throw wrongType(node, name, "keys with values, as `key: value`", "مفاتيح بقيم، مثل `key: value`")
    }
    var result: [Entry] = []
    for (key, value) in mapping {
      guard let word = key.scalar?.string else { throw error(line(key), "a key must be a word", "المفتاح كلمة واحدة") }
      if let known, !known.contains(word) {
        throw unknown(Wording("key", "مفتاح غير معروف"), word, at: key, known: known)
      }
      result.append(Entry(name: word, key: key, value: value))
    }
    return result
  }

  func string(_ node: Node, _ name: String) throws(UserFileError) -> String {
    guard let word = node.scalar?.string, !word.isEmpty, !isNull(node) else {
      throw wrongType(node, name, "a text", "نصًا")
    }
    return word
  }

  func bool(_ node: Node, _ name: String) throws(UserFileError) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any,
      let value = booleans[scalar.string.lowercased()]
    else { throw wrongType(node, name, "true or false", "true أو false") }
    return value
  }

  /// One of a few words, as an enumeration has them.
  func choice<Value: RawRepresentable & CaseIterable>(
    _ node: Node, _ name: String
  ) throws(UserFileError) -> Value where Value.RawValue == String {
    let words = Value.allCases.map(\.rawValue)
    guard let word = node.scalar?.string else {
      throw wrongType(
        node, name, "one of \(words.joined(separator: ", "))", "إحدى القيم \(words.joined(separator: "، "))")
    }
    // YAML 1.1 says `off` and means false; here it is a word like any other.
    guard let value = Value(rawValue: word) else {
      throw unknown(
        Wording("value of “\(name)”", "قيمة غير معروفة للمفتاح «\(name)»"), word, at: node, known: words)
    }
    return value
  }

  func list(_ node: Node, _ name: String) throws(UserFileError) -> [Node] {
    guard case .sequence(let sequence) = node else {
      throw wrongType(node, name, "a list, as `[a, b]`", "قائمة، مثل `[a, b]`")
    }
    return Array(sequence)
  }

  func isNull(_ node: Node) -> Bool {
    guard let scalar = node.scalar, scalar.style == .plain || scalar.style == .any else { return false }
    return ["", "~", "null", "Null", "NULL"].contains(scalar.string)
  }

  // MARK: - Errors

  func line(_ node: Node) -> Int? { node.mark?.line }

  func error(_ line: Int?, _ english: Sentence, _ arabic: Sentence) -> UserFileError {
    let place = SourceLocation(path: path, line: line).description
    return UserFileError(message: Wording("\(place): \(english)", "\(place): \(arabic)"))
  }

  func wrongType(_ node: Node, _ name: String, _ english: Sentence, _ arabic: Sentence) -> UserFileError {
    error(line(node), "“\(name)” must be \(english)", "يجب أن يكون «\(name)» \(arabic)")
  }

  /// A word that is none of the known ones, with the one that was probably meant. The Arabic wording of `what` says itself
  /// that it is unknown, because the adjective follows its noun's gender.
  func unknown(_ what: Wording, _ word: String, at node: Node, known: [String]) -> UserFileError {
    let shown = String(word.prefix(60))
    if let meant = nearestWord(to: word, of: known) {
      return error(
        line(node), "unknown \(what.english) “\(shown)”: did you mean “\(meant)”?",
        "\(what.arabic) «\(shown)»: هل تقصد «\(meant)»؟")
    }
    return error(
      line(node), "unknown \(what.english) “\(shown)”; known are \(known.joined(separator: ", "))",
      "\(what.arabic) «\(shown)»؛ المعروف: \(known.joined(separator: "، "))")
  }

  private func yamlError(_ failure: YamlError) -> UserFileError {
    switch failure {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      error(mark.line, "is no YAML: \(problem)", "ليس YAML صحيحًا: \(problem)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      error(
        context.mark.line, "the key “\(duplicates.first ?? "")” stands there twice",
        "تكرر المفتاح «\(duplicates.first ?? "")»")
    default: error(nil, "is no YAML", "ليس YAML صحيحًا")
    }
  }
}

private let booleans = ["true": true, "false": false, "yes": true, "no": false, "on": true, "off": false]

/// The line where nesting passes what any such file needs: the parser descends by recursion and would exhaust the stack.
private func lineNestedTooDeep(_ text: String) -> Int? {
  var (line, brackets, lead, isLeading) = (1, 0, 0, true)
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\n"): (line, lead, isLeading) = (line + 1, 0, true)
    case UInt8(ascii: "["), UInt8(ascii: "{"): (brackets, isLeading) = (brackets + 1, false)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): (brackets, isLeading) = (max(0, brackets - 1), false)
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): if isLeading { lead += 1 }
    default: isLeading = false
    }
    if brackets > 32 || lead > 128 { return line }
  }
  return nil
}

// MARK: - Where they lie

/// jahiz's folder of the user's configuration (XDG Base Directory): `$XDG_CONFIG_HOME/jahiz`, else `~/.config/jahiz`; nil
/// where there is no home.
var configurationFolder: String? {
  // A relative path there is invalid and is to be ignored.
  let named = environment("XDG_CONFIG_HOME")
  if named.hasPrefix("/") { return "\(named)/jahiz" }
  let home = environment("HOME")
  return home.hasPrefix("/") ? "\(home)/.config/jahiz" : nil
}

/// A text file of moderate size; nil where it cannot be read or is no UTF-8. A byte order mark is left out.
func textOfFile(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 16_384)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { break }
    bytes += chunk[..<count]
    if bytes.count > 1_000_000 { return nil }
  }
  guard ferror(file) == 0 else { return nil }
  return String(validating: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...], as: UTF8.self)
}
