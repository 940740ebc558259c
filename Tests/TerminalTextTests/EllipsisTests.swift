import Testing

@testable import TerminalText

@Suite struct EllipsisTests {
  /// A text, its direction if that is given, columns, and what is seen in them from the left.
  private static let table: [(String, Direction?, Int, String)] = [
    // The sign that is shown last belongs to the English that goes on, or to the Arabic.
    ("RELOAD (qayd-ledger)", nil, 20, "(qayd-ledger) DAOLER"),
    ("RELOAD (qayd-ledger)", nil, 19, "qayd-ledge…) DAOLER"),
    ("RELOAD (qayd-ledger)", nil, 14, "qayd-…) DAOLER"),
    ("RELOAD (qayd-ledger)", nil, 13, "qayd…) DAOLER"),
    ("RELOAD (qayd-ledger)", nil, 9, "…) DAOLER"),
    ("RELOAD (qayd-ledger)", nil, 8, "…DAOLER"),
    ("DATA: warehouse · fact_orders", nil, 24, "warehouse · fact_… :ATAD"),
    ("DATA: warehouse · fact_orders", nil, 19, "warehouse ·… :ATAD"),
    ("DATA: warehouse · fact_orders", nil, 7, "…:ATAD"),
    ("ORDERS · QUERIES", .leftToRight, 10, "…· SREDRO"),
    ("ORDERS · QUERIES", .leftToRight, 9, "…· SREDRO"),
    ("ORDERS · queries", .leftToRight, 10, "SREDRO ·…"),
    // A blank before the ellipsis is left out.
    ("docs truth (ONE SOURCE OF TRUTH)", nil, 18, "docs truth (…S ENO"),
    ("docs truth (ONE SOURCE OF TRUTH)", nil, 17, "docs truth (…ENO"),
    ("docs truth (ONE SOURCE OF TRUTH)", nil, 13, "docs truth (…"),
    ("docs truth (ONE SOURCE OF TRUTH)", nil, 12, "docs truth…"),
    ("approval sla (TIME OF SIGNING)", nil, 23, "approval sla (…FO EMIT"),
    ("ORDERS · QUERIES", .leftToRight, 8, "…SREDRO"),
    ("schema adherence", nil, 8, "schema…"),
    ("×  adherence", nil, 4, "×…"),
    ("  schema", nil, 3, "  …"),
    // Brackets stand as if their partner were there.
    ("abc (DEF) ghi", nil, 11, "abc (FED)…"),
    ("abc (DEF) ghi", nil, 9, "abc (…FED"),
    ("ABC (DEF) GHI", nil, 10, "…(FED) CBA"),
    ("ABC (DEF) GHI", nil, 9, "…FED) CBA"),
    // A number reads on at its right.
    ("ABC [1/2] GHI", nil, 9, "1/2…] CBA"),
    ("COST 12/34 MORE", nil, 9, "12/… TSOC"),
    ("COST 1200 MORE", nil, 10, "1200… TSOC"),
    ("COST 1200 MORE", nil, 8, "12… TSOC"),
    ("COST ١٢٠٠ MORE", nil, 8, "١٢… TSOC"),
    ("ABC", nil, 1, "…"),
    ("ABC", nil, 0, ""),
  ]

  @Test(arguments: table)
  func itStandsWhereReadingEnds(text: String, base: Direction?, width: Int, seen: String) {
    #expect(capitals(Paragraph(StyledText(arabic(text)), base: base).line(fitting: width).cells) == seen)
  }

  @Test(arguments: [
    "إعادة تحميل قيود أكتوبر (qayd-ledger)", "جودة البيانات: warehouse · fact_orders",
    "docs truth (مصدر واحد للحقيقة) x",
    "approval SLA (زمن الموافقات من الطلب)", "جودة الطلبات · طلبات",
    "بلغ متوسط الانتظار ٢٦ ساعة (٪٥٠)، 12/34 - abc, d.",
    "RC-2026-W47 — «لا» [x] (لأنّه {a} b) 漢字 مُحَمَّد", "plain (ASCII) [text] - 1, 2", "a_ (b_ «ج_ د",
    "لا\u{200F}! a\u{200E}، ب",
  ])
  func itTouchesWhatIsShownLastOnTheSideToWhichThatReads(text: String) throws {
    for base in [nil, Direction.leftToRight, .rightToLeft] {
      let paragraph = Paragraph(StyledText(text), base: base)
      let uncut = paragraph.sources(fitting: paragraph.width)
      let scalars = Array(text.unicodeScalars)
      let levels = bidiLevels(of: scalars.map(\.value), direction: base).levels
      for width in 1..<paragraph.width {
        let cells = paragraph.line(fitting: width).cells
        let sources = paragraph.sources(fitting: width)
        #expect(cells.count <= width && cells.count == sources.count)
        #expect(cells.filter { $0.text == "…" }.count == 1)
        let ellipsis = try #require(sources.firstIndex { $0.isEmpty })
        #expect(cells[ellipsis].text == "…")
        // What is shown stands as in the uncut text.
        let shown = sources.filter { !$0.isEmpty }
        #expect(shown == uncut.filter(shown.contains), "\(text), \(width)")
        guard let last = shown.max(by: { $0.lowerBound < $1.lowerBound }) else { continue }
        #expect(scalars[last.lowerBound] != " ")
        let readsLeft = levels[last.lowerBound] % 2 == 1
        let beside = readsLeft ? ellipsis + 1 : ellipsis - 1
        #expect(sources.indices.contains(beside) && sources[beside] == last, "\(text), \(width)")
      }
    }
  }
}
