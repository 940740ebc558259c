import Readiness
import TerminalText

extension DashboardState {
  func filtered(_ entries: [Entry], in view: ViewKind) -> [Entry] { entries }
  var filterWords: [FoldedText] { [] }
  mutating func confirmFilter(_ text: String) { filters[view] = text.isEmpty ? nil : text; refreshEntries() }
  mutating func completeFilter(_ input: Input) {}
  func drawFilterHelp(_ field: TextField, on canvas: inout Canvas, row: Int) {}
  func drawFilterMark(on canvas: inout Canvas, row: Int, from leading: Int) {}
}
