/// A Markdown table; its cells are Markdown already.
func markdownTable(_ headings: [String], _ rows: [[String]]) -> String {
  let separator = headings.map { _ in "---" }
  return ([headings] + rows).enumerated().map { index, row in
    let line = "| \(row.joined(separator: " | ")) |\n"
    return index == 0 ? line + "|\(separator.joined(separator: "|"))|\n" : line
  }
  .joined()
}

/// A word as code in a cell of a table, whatever it is made of.
func markdownCode(_ text: String) -> String {
  let fence = text.contains("`") ? "``" : "`"
  let padding = text.contains("`") ? " " : ""
  return fence + padding + text.replacing("|", with: "\\|") + padding + fence
}
