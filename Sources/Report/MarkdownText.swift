// Text of files inside GitHub Flavored Markdown: it may hold anything, and must stay text. A backslash before ASCII
// punctuation is that character and nothing else (CommonMark 6.1), in a table's cell too.

/// Any text as Markdown that renders as that text, on one line.
func markdownText(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  let scalars = Array(shown(text).unicodeScalars)
  for (offset, scalar) in scalars.enumerated() {
    let isSpecial =
      switch scalar {
      case "\\", "`", "*", "_", "{", "}", "[", "]", "<", ">", "#", "|", "~", "&", "$": true
      // Link-like text is a link to GitHub even without brackets.
      case ":": offset + 2 < scalars.count && scalars[offset + 1] == "/" && scalars[offset + 2] == "/"
      case ".": previous == "w" || previous == "W"
      default: false
      }
    // A list, a quote or a heading begins at the start of a line only.
    let beginsBlock = offset == 0 && (scalar == "-" || scalar == "+" || scalar == "=")
    if isSpecial || beginsBlock { result.append("\\") }
    result.append(scalar)
    previous = scalar
  }
  return String(result)
}

/// Any text as a code span, which a row of backticks longer than any in it encloses.
///
/// - Parameter inTable: whether it stands in a table's cell, where a pipe ends the cell even in code.
func markdownCode(_ text: String, inTable: Bool = false) -> String {
  let content = shown(text)
  if content.allSatisfy({ $0 == " " }) { return markdownText(content) }
  var longest = 0
  var run = 0
  for character in content.unicodeScalars {
    run = character == "`" ? run + 1 : 0
    longest = max(longest, run)
  }
  let fence = String(repeating: "`", count: longest + 1)
  let needsBlank = content.hasPrefix("`") || content.hasSuffix("`") || content.hasPrefix(" ") && content.hasSuffix(" ")
  let padded = needsBlank ? " \(content) " : content
  guard inTable else { return fence + padded + fence }
  return fence + padded.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") + fence
}
