import Readiness
import TerminalText

extension DashboardState {
  /// The help, made from the key table alone.
  func drawHelp(on canvas: inout Canvas, _ layout: Layout) {
    let top = layout.list.row - (layout.titleRow == nil ? 0 : 1)
    for (offset, line) in helpLines.dropFirst(helpTop).prefix(layout.helpRows).enumerated() {
      switch line {
      case .heading(let title):
        canvas.put(
          StyledText(title(language), .heading, options.theme), row: top + offset, leading: 2, width: columns - 4,
          alignment: .leading)
      case .binding(let binding):
        let keysWidth = min(14, columns / 3)
        canvas.put(options.keymap.names(of: binding.action), .accent, row: top + offset, leading: 3, width: keysWidth)
        canvas.put(
          StyledText(binding.help(language), .text, options.theme), row: top + offset, leading: 4 + keysWidth,
          width: columns - keysWidth - 6, alignment: .leading)
      case .blank: break
      }
    }
  }

  private enum HelpLine {
    case heading(Wording)
    case binding(Binding)
    case blank
  }

  private var helpLines: [HelpLine] {
    Binding.Group.allCases.flatMap { group in
      [.heading(group.title)] + Binding.all.filter { $0.group == group }.map(HelpLine.binding) + [.blank]
    }
  }

  var helpLineCount: Int { helpLines.count - 1 }
}
