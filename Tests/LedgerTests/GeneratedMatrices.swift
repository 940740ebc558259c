/// Makes matrices with all that real files may hold, the same for the same seed.
struct GeneratedMatrix {
  let bytes: [UInt8]

  init(using random: inout SeededGenerator) {
    let lineEnd = Array(random.pick(["\n", "\n", "\r\n", "\r"]).utf8)
    var lines: [[UInt8]] = []
    func add(_ text: String) { lines.append(Array(text.utf8)) }
    if random.chance(20) { lines += ["---", "owner: \"| a | b |\"", "x: ```", "---"].map { Array($0.utf8) } }
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      add(
        random.pick([
          "# عنوان", "## RC-2026-W47", "Setext\n===".replacing("\n", with: String(decoding: lineEnd, as: UTF8.self)),
          "prose | with pipes", "",
        ]))
      if random.chance(15) { lines.append([0xFF, 0xFE, 0x80]) }
      if random.chance(15) { for text in ["```", "| a | b |", "|---|---|", "| c | d |", "```"] { add(text) } }
      if random.chance(15) { add("[ref]: https://example.com \"title\"") }
      if random.chance(10) { for text in ["<!--", "| a |", "-->"] { add(text) } }
      add("")
      lines += Self.table(using: &random)
      add(random.chance(70) ? "" : "# نهاية")
    }
    if random.chance(30) { _ = lines.popLast() }
    bytes = (random.chance(15) ? [0xEF, 0xBB, 0xBF] : []) + Array(lines.joined(separator: lineEnd))
  }

  private static func table(using random: inout SeededGenerator) -> [[UInt8]] {
    let (first, later) = random.pick([
      ("", ""), ("", ""), ("", ""), ("  ", " "), ("> ", "> "), ("> ", ">"), ("- ", "  "), ("1. ", "   "),
      ("> > ", ">> "),
      ("- > ", "  > "), ("* * ", "    "),
    ])
    let columns = Int.random(in: 1...6, using: &random)
    let titles = ["البُعد", "Status", "الدليل", "Owner", "ملاحظات", "X"][..<columns]
    var rows = [
      first + "|" + titles.map { " \($0) |" }.joined(),
      later + "|" + titles.map { _ in random.pick(["---|", " :-: |", "--:|", ":--------|", "-|"]) }.joined(),
    ].map { Array($0.utf8) }
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let count = random.chance(80) ? columns : Int.random(in: 1...columns + 2, using: &random)
      var row: [UInt8] = Array(later.utf8)
      if random.chance(80) { row.append(124) }
      for index in 0..<count {
        if index > 0 { row.append(124) }
        // A vertical tab is blank behind a pipe only.
        let padding = random.pick(["", " ", " ", " ", "   ", "\t", index == 0 ? "" : " \u{B}"])
        row += Array(padding.utf8)
        row += random.chance(5) ? [0xC3, 0x28, 0xFF] : Array(random.pick(cellTexts).utf8)
        row += Array(random.pick(["", " ", " ", "  ", "\t"]).utf8)
      }
      if random.chance(80) { row += Array(random.pick(["|", "|", "| ", "|\t "]).utf8) }
      rows.append(row)
    }
    return rows
  }

  private static let cellTexts = [
    "", "", "OK", "Risk", "Blocked", "محظور", "**docs truth** (مصدر واحد)", "`a\\|b`", "a \\| b", "\\|", "\\\\",
    "a\\\\\\|b",
    "[دليل](docs/a.md)", "[ref]", "<br>", "&amp;", "*x* _y_ ~~z~~", "``x ` y``", "✅ OK", "٣ ملفات", "لا\u{200F} شيء",
    "![i](j)",
    "https://example.com/a?b=c&d", "`", "*", "<!-- c -->", "é\u{301}", "\u{A0}", "---", ":--", "\\", "x\\ y",
  ]

  /// What people type, and what may break a table.
  static let typedTexts = [
    "OK", "Risk", "Blocked", "محظور", "نورة الحربي", "a|b", "|", "||", "`x|y`", "*star*", "_u_", "C:\\", "\\", "\\|",
    "\\\\|", "<b>",
    "&amp;", "&#124;", "# h", "> q", "- x", "+ x", "1. x", "1) x", "", "   ", "  spaced  out  ", "[x](y)", "[ref]",
    "[ref]: x", "~~~",
    "```", "---", "===", ":--", "a\nb", "![i](j)", "http://x.y", "<http://x>", "<!--", "-->", "<div>", "* * *",
    "٣ ملفات", "لا\u{200F} شيء",
    "a\u{200D}b", "{#id}", "^", "$x$", "\t", "=", "~", "é", "🚀", "***", "`", "``", "\"quoted\"", "|---|", "\u{A0}x",
  ]
}
