import Testing

@testable import Dashboard

@Suite struct TableTests {
  private let columns = [
    TableColumn(title: "a", minimum: 10, ideal: 20, weight: 2, priority: 9),
    TableColumn(title: "b", minimum: 5, ideal: 5, priority: 1),
    TableColumn(title: "c", minimum: 5, ideal: 10, weight: 1, priority: 5),
  ]

  @Test func widthsNeverExceedWhatIsThere() {
    for available in 0...200 {
      let widths = columnWidths(columns, available: available)
      let shown = widths.filter { $0 > 0 }
      #expect(shown.reduce(0, +) + 2 * max(0, shown.count - 1) <= available, "\(available)")
    }
  }

  @Test func theLeastImportantColumnGoesFirst() {
    #expect(columnWidths(columns, available: 19)[1] == 0)
    #expect(columnWidths(columns, available: 19)[2] > 0)
    #expect(columnWidths(columns, available: 12)[2] == 0)
  }

  @Test func whatIsLeftGoesByWeight() {
    let widths = columnWidths(columns, available: 20 + 5 + 10 + 4 + 30)
    #expect(widths == [40, 5, 20])
  }
}
