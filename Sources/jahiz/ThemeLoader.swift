import Dashboard
import Glibc
import Readiness

/// A theme that can be had, without having been read with success: a broken one is listed with its problem.
struct ThemeListing: Sendable {
  var name: String
  var title: Wording
  /// The file, to be watched for changes.
  var path: String
  var isBuiltIn: Bool
  /// Why it cannot be used; nil where it can.
  var problem: Wording?
}

/// Finds themes. A theme is called as its file: `NAME.yaml`, in the user's own folder (`themes` beside `config.yaml`), else
/// in that of the built-in ones: `share/jahiz/themes` beside an installed binary, or `themes` of the tree that it was
/// built in.
enum ThemeLoader {
  /// The theme of that name; the user's own goes before a built-in one.
  ///
  /// - Throws: `UserFileError` where no file bears the name, or where the file is wrong, with its line.
  static func load(_ name: String) throws(UserFileError) -> Theme {
    guard let path = path(of: name) else {
      // A binary that stands alone still shows something.
      if builtInFolder == nil, name == Theme.fallback.name || isDefault(name) { return .fallback }
      let known = names()
      throw UserFileError(
        message: Wording(
          "no theme “\(name)”; there are: \(known.joined(separator: ", "))",
          "لا سمة باسم «\(name)»؛ المتاح: \(known.joined(separator: "، "))"))
    }
    return try read(path, name: name)
  }

  /// The file of the theme, to be watched; nil where there is none.
  static func path(of name: String) -> String? {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."), !name.utf8.contains(0) else { return nil }
    return folders.map { "\($0)/\(name).yaml" }.first { access($0, F_OK) == 0 }
  }

  /// All themes, by name.
  static func all() -> [ThemeListing] { names().compactMap(listing) }

  /// Those that can be used, for a chooser.
  static func usable() -> [Theme] { names().compactMap { try? load($0) } }

  /// The names alone, in order; nothing is read.
  static func names() -> [String] { Set(folders.flatMap(themeNames)).sorted() }

  /// The name of that theme: light where the terminal says that its background is (`COLORFGBG`, set by rxvt,
  /// Konsole and others).
  static var defaultName: String {
    let background = environment("COLORFGBG").split(separator: ";").last.flatMap { Int($0) }
    return background.map { [7, 9, 10, 11, 12, 13, 14, 15].contains($0) } == true ? "light" : "dark"
  }

  /// The theme where nobody names one. It starts whatever the user's files hold; what is wrong there comes beside it.
  static func usual() -> (theme: Theme, problem: Wording?) {
    do {
      return (try load(defaultName), nil)
    } catch {
      let path = builtInFolder.map { "\($0)/\(defaultName).yaml" }
      let theme = path.flatMap { try? read($0, name: defaultName) }
      return (theme ?? .fallback, error.message)
    }
  }

  private static func isDefault(_ name: String) -> Bool { ["dark", "light"].contains(name) }

  private static func read(_ path: String, name: String) throws(UserFileError) -> Theme {
    guard let text = textOfFile(path) else {
      throw UserFileError(message: Wording("\(path): cannot be read as text", "\(path): تعذّرت قراءته نصًا"))
    }
    return try readTheme(text, name: name, path: path) { (base: String) throws(UserFileError) -> Theme? in
      // Built-in ones stand on their own, so nothing can go in circles.
      guard let folder = builtInFolder, themeNames(in: folder).contains(base),
        let text = textOfFile("\(folder)/\(base).yaml")
      else { return nil }
      return try readTheme(text, name: base, path: "\(folder)/\(base).yaml")
    }
  }

  private static func listing(of name: String) -> ThemeListing? {
    guard let path = path(of: name) else { return nil }
    var listing = ThemeListing(
      name: name, title: Wording(name, name), path: path,
      isBuiltIn: builtInFolder.map { path == "\($0)/\(name).yaml" } ?? false)
    do {
      let title = try read(path, name: name).title
      listing.title = Wording(title[.english] ?? name, title[.arabic] ?? title[.english] ?? name)
    } catch {
      listing.problem = error.message
    }
    return listing
  }

  private static var folders: [String] {
    [configurationFolder.map { "\($0)/themes" }, builtInFolder].compactMap { $0 }
  }

  /// The folder of the built-in themes; nil where the binary stands alone.
  private static let builtInFolder: String? = {
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

  private static func themeNames(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".yaml"), !name.hasPrefix(".") { names.append(String(name.dropLast(5))) }
    }
    return names
  }
}
