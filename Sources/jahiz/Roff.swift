/// A manual page in the language of man(7), as it grows.
struct Roff {
  private(set) var text = ""

  init(_ text: String = "") { self.text = text }

  mutating func title(_ name: String, section: Int, source: String) {
    text += ".TH \(name.uppercased()) \(section) \"\" \"\(source)\" \"User Commands\"\n"
    // Names of files and keys are not to be hyphenated, nor lines stretched.
    text += ".nh\n.ad l\n"
  }

  mutating func section(_ title: String) { text += ".SH \(title)\n" }

  mutating func subsection(_ title: String) { text += ".SS \(roffText(title))\n" }

  mutating func paragraph(_ content: String) { text += ".PP\n\(roffText(content))\n" }

  /// What something is called, and what it is.
  mutating func item(_ tag: [RoffWord], _ content: String) {
    text += ".TP\n\(tag.map(\.text).joined())\n\(roffText(content))\n"
  }

  /// Lines that stay as they are.
  mutating func literal(_ content: String) {
    let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map { roffLiteral(String($0)) }
    text += ".PP\n.RS 4\n.nf\n\(lines.joined(separator: "\n"))\n.fi\n.RE\n"
  }

  /// Words on a line of their own.
  mutating func line(_ words: [RoffWord]) { text += ".PP\n\(words.map(\.text).joined())\n" }
}

/// A piece of a line: to be typed as it stands, to be replaced, or neither.
enum RoffWord {
  case typed(String)
  case replaced(String)
  case plain(String)

  var text: String {
    switch self {
    case .typed(let word): "\\fB\(roffLiteral(word))\\fR"
    case .replaced(let word): "\\fI\(roffLiteral(word))\\fR"
    case .plain(let word): roffText(word)
    }
  }
}

/// Prose, with what would steer the formatter made harmless.
func roffText(_ text: String) -> String { escaped(text, minus: "-") }

/// What is typed: a minus is a minus, not a hyphen.
func roffLiteral(_ text: String) -> String { escaped(text, minus: "\\-") }

private func escaped(_ text: String, minus: String) -> String {
  var result = text.first == "." || text.first == "'" ? "\\&" : ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\\": result += "\\e"
    case "-": result += minus
    case "^": result += "\\(ha"
    case "~": result += "\\(ti"
    case "'": result += "\\(aq"
    case "`": result += "\\(ga"
    case "\"": result += "\\(dq"
    case _ where scalar.isASCII: result.unicodeScalars.append(scalar)
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      result += "\\[u\(String(repeating: "0", count: max(0, 4 - digits.count)))\(digits)]"
    }
  }
  return result
}
