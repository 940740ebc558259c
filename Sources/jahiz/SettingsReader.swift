import Dashboard
import Readiness
import TerminalText
import Yams

/// Reads `config.yaml`. As in `jahiz.yaml`, whatever is not understood is an error with its line and the word that was
/// probably meant.
///
/// - Throws: `UserFileError` naming file and line.
func readSettings(
  _ text: String, path: String, themes: () -> [String] = { [] }
) throws(UserFileError) -> Settings {
  let file = UserFile(path: path)
  var settings = Settings()
  guard let root = try file.compose(text) else { return settings }
  for entry in try file.entries(root, "config.yaml", known: Settings.keys.map(\.name)) {
    let (name, value) = (entry.name, entry.value)
    if file.isNull(value) { continue }
    switch name {
    case "theme":
      let theme = try file.string(value, name)
      let known = themes()
      if !known.isEmpty, !known.contains(theme) {
        throw file.unknown(Wording("theme", "سمة غير معروفة"), theme, at: value, known: known)
      }
      settings.theme = theme
    case "lang": settings.lang = try file.choice(value, name)
    case "digits": settings.digits = try file.choice(value, name)
    case "bidi": settings.bidi = try file.choice(value, name)
    case "mouse": settings.usesMouse = try file.bool(value, name)
    case "bell": settings.bell = try file.choice(value, name)
    case "read_only": settings.isReadOnly = try file.bool(value, name)
    case "keys": settings.keymap = try readKeymap(value, file)
    default: break
    }
  }
  return settings
}

private func readKeymap(_ node: Node, _ file: UserFile) throws(UserFileError) -> Keymap {
  var overrides: [Action: [Key]] = [:]
  var lines: [Action: Int] = [:]
  for entry in try file.entries(node, "keys") {
    guard let action = Action(name: entry.name) else {
      throw file.unknown(
        Wording("action", "إجراء غير معروف"), entry.name, at: entry.key, known: Action.allCases.map(\.name))
    }
    // One key needs no brackets.
    let names =
      entry.value.scalar != nil && !file.isNull(entry.value)
      ? [entry.value] : try file.list(entry.value, "keys.\(entry.name)")
    overrides[action] = []
    for name in names {
      let word = try file.string(name, "keys.\(entry.name)")
      guard let key = Key(name: word) else {
        throw file.error(
          file.line(name), "“\(word)” is no key that a terminal sends; write it as j, ^F, M-x, PgDn, Space or F1",
          "«\(word)» ليس مفتاحًا ترسله الطرفية؛ اكتبه مثل j أو ^F أو M-x أو PgDn أو Space أو F1")
      }
      overrides[action]?.append(key)
    }
    lines[action] = file.line(entry.key)
  }
  do throws(KeymapConflict) {
    return try Keymap(overrides: overrides)
  } catch {
    let line = error.actions.compactMap { lines[$0] }.max()
    throw file.error(line, "\(error.message.english)", "\(error.message.arabic)")
  }
}
