import BuiltInThemes
import Dashboard
import Glibc
import Readiness

/// A theme that can be had, without having been read with success: a broken one is listed with its problem.
struct ThemeListing: Sendable {
  var name: String
  var title: Wording
  /// The user's own file; nil: built in.
  var path: String?
  /// Why it cannot be used; nil where it can.
  var problem: Wording?
}

/// Finds themes. A theme is called as its file: `NAME.yaml` in the user's own folder (`themes` beside `config.yaml`), else
/// one of the built-in ones, which the binary carries.
enum ThemeLoader {
  /// The theme of that name; the user's own goes before a built-in one.
  ///
  /// - Throws: `UserFileError` where no file bears the name, or where the file is wrong, with its line.
  static func load(_ name: String) throws(UserFileError) -> Theme {
    if let path = path(of: name) { return try read(path, name: name) }
    if let theme = try builtIn(name) { return theme }
    throw unknown(name)
  }

  /// The user's own file of the theme, to be watched; nil where there is none.
  static func path(of name: String) -> String? {
    guard !name.isEmpty, !name.contains("/"), !name.hasPrefix("."), !name.utf8.contains(0) else { return nil }
    return ownFolder.map { "\($0)/\(name).yaml" }.flatMap { access($0, F_OK) == 0 ? $0 : nil }
  }

  /// The text of a theme's file.
  ///
  /// - Throws: `UserFileError` as `load` does.
  static func text(of name: String) throws(UserFileError) -> String {
    if let path = path(of: name) { return try textOfTheme(path) }
    if let text = BuiltInThemes.texts[name] { return text }
    throw unknown(name)
  }

  private static func unknown(_ name: String) -> UserFileError {
    let known = names()
    return UserFileError(
      message: Wording(
        "no theme “\(name)”; there are: \(known.joined(separator: ", "))",
        "لا سمة باسم «\(name)»؛ المتاح: \(known.joined(separator: "، "))"))
  }

  /// All themes, by name.
  static func all() -> [ThemeListing] { names().map(listing) }

  /// Those that can be used, for a chooser.
  static func usable() -> [Theme] { names().compactMap { try? load($0) } }

  /// The names alone, in order; nothing is read.
  static func names() -> [String] {
    Set(BuiltInThemes.texts.keys).union(ownFolder.map(themeNames) ?? []).sorted()
  }

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
      return ((try? builtIn(defaultName)) ?? .fallback, error.message)
    }
  }

  private static func textOfTheme(_ path: String) throws(UserFileError) -> String {
    guard let text = textOfFile(path) else {
      throw UserFileError(message: Wording("\(path): cannot be read as text", "\(path): تعذّرت قراءته نصًا"))
    }
    return text
  }

  private static func read(_ path: String, name: String) throws(UserFileError) -> Theme {
    // Built-in ones stand on their own, so nothing can go in circles.
    try readTheme(try textOfTheme(path), name: name, path: path, builtIn: builtIn)
  }

  private static func builtIn(_ name: String) throws(UserFileError) -> Theme? {
    guard let text = BuiltInThemes.texts[name] else { return nil }
    return try readTheme(text, name: name, path: "\(name).yaml", builtIn: builtIn)
  }

  private static func listing(of name: String) -> ThemeListing {
    var listing = ThemeListing(name: name, title: Wording(verbatim: name, name), path: path(of: name))
    do {
      let title = try load(name).title
      listing.title = Wording(verbatim: title[.english] ?? name, title[.arabic] ?? title[.english] ?? name)
    } catch {
      listing.problem = error.message
    }
    return listing
  }

  private static var ownFolder: String? { configurationFolder.map { "\($0)/themes" } }

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
