import Dashboard
import Readiness
import TerminalText
import Yams

/// Reads a theme file: `title`, `backdrop`, `styles`, and `like`, the built-in theme that it only changes.
///
/// - Throws: `UserFileError` naming the file, the line and what is wrong there.
func readTheme(
  _ text: String, name: String, path: String, builtIn: (String) throws(UserFileError) -> Theme? = { _ in nil }
) throws(UserFileError) -> Theme {
  let file = UserFile(path: path)
  guard let root = try file.compose(text) else {
    throw file.error(nil, "a theme needs styles", "تحتاج السمة إلى styles")
  }
  var parts = ThemeParts()
  for entry in try file.entries(root, name, known: ["like", "title", "backdrop", "styles"]) {
    switch entry.name {
    case "like":
      let word = try file.string(entry.value, "like")
      guard let theme = try builtIn(word) else {
        throw file.error(
          file.line(entry.value), "“like” must name a built-in theme, not “\(word)”",
          "يجب أن يسمّي «like» سمة مدمجة، لا «\(word)»")
      }
      parts.base = theme
    case "title": parts.title = try readTitle(entry.value, file)
    case "backdrop":
      guard let color = parseColor(try file.string(entry.value, "backdrop").lowercased()) else {
        throw file.wrongType(entry.value, "backdrop", "a colour, as `#101418`", "لونًا، مثل `#101418`")
      }
      parts.backdrop = color
    default: parts.styles = try readStyles(entry.value, file)
    }
  }
  guard let backdrop = parts.backdrop ?? parts.base?.backdrop else {
    throw file.error(nil, "a theme needs a backdrop, as `#101418`", "تحتاج السمة إلى backdrop، مثل `#101418`")
  }
  var styles = parts.styles
  if let base = parts.base {
    for role in base.namedRoles where styles[role] == nil { styles[role] = base[role] }
  }
  return Theme(name: name, title: parts.title, backdrop: backdrop, styles: styles)
}

/// What a theme file has said so far; its keys come in any order.
private struct ThemeParts {
  var base: Theme?
  var title: [Language: String] = [:]
  var backdrop: Color?
  var styles: [Role: Style] = [:]
}

private func readTitle(_ node: Node, _ file: UserFile) throws(UserFileError) -> [Language: String] {
  var title: [Language: String] = [:]
  for entry in try file.entries(node, "title", known: Language.allCases.map(\.rawValue)) {
    if let language = Language(rawValue: entry.name) {
      title[language] = try file.string(entry.value, "title.\(entry.name)")
    }
  }
  return title
}

private func readStyles(_ node: Node, _ file: UserFile) throws(UserFileError) -> [Role: Style] {
  var styles: [Role: Style] = [:]
  for entry in try file.entries(node, "styles") {
    guard let role = Role(rawValue: entry.name) else {
      throw file.unknown(
        Wording("style", "نمط غير معروف"), entry.name, at: entry.key, known: Role.allCases.map(\.rawValue))
    }
    let text = try file.string(entry.value, "styles.\(entry.name)")
    do {
      styles[role] = try parseStyle(text)
    } catch {
      throw file.error(
        file.line(entry.value), "“\(error.word)” is no colour or attribute", "«\(error.word)» ليس لونًا ولا صفة")
    }
  }
  return styles
}
