import Dashboard
import Glibc
import Readiness
import TerminalText
import Yams

/// Why a theme cannot be had.
struct ThemeError: Error {
  var message: Wording
}

/// Finds and reads themes: the built-in ones lie in `share/jahiz/themes` beside an installed binary, or in `themes/` of the
/// tree that a binary was built in.
enum ThemeLoader {
  /// The theme of that name.
  ///
  /// - Throws: `ThemeError` where no file bears the name, or where the file is wrong, with its line.
  static func load(_ name: String) throws(ThemeError) -> Theme {
    guard let folder else { return .fallback }
    let isName = name.utf8.allSatisfy { $0 != UInt8(ascii: "/") && $0 != 0 } && !name.hasPrefix(".")
    guard isName, let text = contents(of: "\(folder)/\(name).yaml") else {
      let known = names(in: folder).joined(separator: ", ")
      throw ThemeError(
        message: Wording("no theme “\(name)”; there are: \(known)", "لا سمة باسم «\(name)»؛ المتاح: \(known)"))
    }
    return try parse(text, path: "\(folder)/\(name).yaml")
  }

  /// Reads a theme file.
  ///
  /// - Throws: `ThemeError` naming the file, the line and what is wrong there.
  static func parse(_ text: String, path: String) throws(ThemeError) -> Theme {
    let root: Node.Mapping
    do {
      guard let mapping = try Yams.compose(yaml: text, .basic)?.mapping else { throw YamlError.no }
      root = mapping
    } catch {
      throw wrong(path, (error as? YamlError)?.line, "this is no YAML mapping", "ليس ملف YAML صالحًا")
    }
    guard let name = root["name"]?.string, let styleNodes = root["styles"]?.mapping else {
      throw wrong(path, nil, "a theme needs a name and styles", "تحتاج السمة إلى name وstyles")
    }
    guard let backdrop = root["backdrop"]?.string.flatMap({ parseColor($0.lowercased()) }) else {
      throw wrong(path, root["backdrop"]?.mark?.line, "backdrop must be a colour", "يجب أن يكون backdrop لونًا")
    }
    var styles: [Role: Style] = [:]
    for (key, value) in styleNodes {
      guard let word = key.string, let role = Role(rawValue: word) else {
        throw wrong(
          path, key.mark?.line, "unknown style “\(key.string ?? "?")”", "نمط غير معروف «\(key.string ?? "?")»")
      }
      do {
        styles[role] = try parseStyle(value.string ?? "")
      } catch {
        throw wrong(
          path, value.mark?.line, "“\(error.word)” is no colour or attribute", "«\(error.word)» ليس لونًا ولا صفة")
      }
    }
    var title: [Language: String] = [:]
    for language in Language.allCases { title[language] = root["title"]?.mapping?[language.rawValue]?.string }
    return Theme(name: name, title: title, backdrop: backdrop, styles: styles)
  }

  private static func wrong(_ path: String, _ line: Int?, _ english: String, _ arabic: String) -> ThemeError {
    let place = SourceLocation(path: path, line: line).description
    return ThemeError(message: Wording("\(place): \(english)", "\(place): \(arabic)"))
  }

  /// The folder of the built-in themes; nil where the binary stands alone.
  private static let folder: String? = {
    var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let length = readlink("/proc/self/exe", &buffer, Int(PATH_MAX))
    guard length > 0 else { return nil }
    var components = String(decoding: buffer[..<length].map(UInt8.init(bitPattern:)), as: UTF8.self)
      .split(separator: "/").dropLast()
    while !components.isEmpty {
      let base = "/" + components.joined(separator: "/")
      for folder in ["\(base)/share/jahiz/themes", "\(base)/themes"]
      where access("\(folder)/dark.yaml", R_OK) == 0 {
        return folder
      }
      components = components.dropLast()
    }
    return nil
  }()

  static func all() -> [Theme] { folder.map { names(in: $0).compactMap { try? load($0) } } ?? [] }

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".yaml") { names.append(String(name.dropLast(5))) }
    }
    return names.sorted()
  }

  private static func contents(of path: String) -> String? {
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
    return String(validating: bytes, as: UTF8.self)
  }
}

extension YamlError {
  /// The 1-based line that the parser names.
  fileprivate var line: Int? {
    switch self {
    case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
    default: nil
    }
  }
}
