package import Readiness
package import TerminalText

/// Everything a person can do in the dashboard.
package enum Action: String, CaseIterable, Sendable {
  case up, down, left, right, halfPageUp, halfPageDown, pageUp, pageDown, first, last
  case previousBlocker, nextBlocker
  case readiness, severity, checkpoints, reasons, findings, nextView, previousView
  case open, back, scrollUp, scrollDown
  case search, nextMatch, previousMatch
  case nextCandidate, previousCandidate, toggleTarget, toggleInformational, toggleResolved
  case reload, help, suspend, quit
}

/// One row of the key table, from which key handling, help and the footer are made.
package struct Binding: Sendable {
  package enum Group: CaseIterable, Sendable { case move, views, look, decide, program }

  package var action: Action
  package var keys: [Key]
  package var group: Group
  package var help: Wording
  /// The word beside the key in the footer; nil: not shown there.
  package var hint: Wording?

  init(_ action: Action, _ keys: [Key], _ group: Group, _ help: Wording, hint: Wording? = nil) {
    self.action = action
    self.keys = keys
    self.group = group
    self.help = help
    self.hint = hint
  }

  /// The key table.
  package static let all: [Binding] = [
    Binding(.up, [Key(.up), "k"], .move, Wording("one up", "إلى أعلى")),
    Binding(.down, [Key(.down), "j"], .move, Wording("one down", "إلى أسفل"), hint: Wording("move", "تنقّل")),
    Binding(.left, [Key(.left), "h"], .move, Wording("to the lane at the left", "إلى المسار الأيسر")),
    Binding(.right, [Key(.right), "l"], .move, Wording("to the lane at the right", "إلى المسار الأيمن")),
    Binding(.pageUp, [Key(.pageUp), .control("b")], .move, Wording("one page up", "صفحة إلى أعلى")),
    Binding(.pageDown, [Key(.pageDown), .control("f")], .move, Wording("one page down", "صفحة إلى أسفل")),
    Binding(.halfPageUp, [.control("u")], .move, Wording("half a page up", "نصف صفحة إلى أعلى")),
    Binding(.halfPageDown, [.control("d")], .move, Wording("half a page down", "نصف صفحة إلى أسفل")),
    Binding(.first, ["g", Key(.home)], .move, Wording("to the first", "إلى الأول")),
    Binding(.last, ["G", Key(.end)], .move, Wording("to the last", "إلى الأخير")),
    Binding(.previousBlocker, ["["], .move, Wording("to the previous blocker", "إلى المانع السابق")),
    Binding(.nextBlocker, ["]"], .move, Wording("to the next blocker", "إلى المانع التالي")),

    Binding(.readiness, ["1"], .views, ViewKind.readiness.title),
    Binding(.severity, ["2"], .views, ViewKind.severity.title),
    Binding(.checkpoints, ["3"], .views, ViewKind.checkpoints.title),
    Binding(.reasons, ["4"], .views, Wording("reasons, worst first", "الأسباب، الأسوأ أولًا")),
    Binding(.findings, ["5"], .views, ViewKind.findings.title),
    Binding(.nextView, [Key(.tab)], .views, Wording("next view", "العرض التالي")),
    Binding(.previousView, [Key(.backtab)], .views, Wording("previous view", "العرض السابق")),

    Binding(
      .open, [Key(.enter)], .look,
      Wording(
        "open the details, then fill the screen; a reason: jump to it",
        "فتح التفاصيل ثم ملء الشاشة؛ وللسبب: الانتقال إليه"),
      hint: Wording("details", "تفاصيل")),
    Binding(.back, [Key(.escape)], .look, Wording("one level back", "خطوة إلى الوراء")),
    Binding(.scrollDown, ["J"], .look, Wording("scroll the details down", "تمرير التفاصيل إلى أسفل")),
    Binding(.scrollUp, ["K"], .look, Wording("scroll the details up", "تمرير التفاصيل إلى أعلى")),
    Binding(.search, ["/"], .look, Wording("search", "بحث"), hint: Wording("search", "بحث")),
    Binding(.nextMatch, ["n"], .look, Wording("next match", "النتيجة التالية")),
    Binding(.previousMatch, ["N"], .look, Wording("previous match", "النتيجة السابقة")),
    Binding(
      .toggleInformational, ["0"], .look, Wording("show or hide V0", "إظهار V0 أو إخفاؤها")),
    Binding(
      .toggleResolved, ["z"], .look, Wording("show or hide resolved incidents", "إظهار الحوادث المحلولة أو إخفاؤها")),

    Binding(
      .nextCandidate, ["c"], .decide, Wording("judge the next release candidate", "تقييم مرشح الإصدار التالي"),
      hint: Wording("RC", "المرشح")),
    Binding(
      .previousCandidate, ["C"], .decide, Wording("judge the previous release candidate", "تقييم مرشح الإصدار السابق")),
    Binding(
      .toggleTarget, ["t"], .decide, Wording("judge for canary or prod", "التقييم لـ canary أو prod"),
      hint: Wording("target", "الوجهة")),

    Binding(.reload, ["r"], .program, Wording("read everything again", "إعادة قراءة كل شيء")),
    Binding(
      .help, ["?", .function(1)], .program, Wording("this help", "هذه المساعدة"), hint: Wording("help", "مساعدة")),
    Binding(
      .suspend, [.control("z")], .program, Wording("to the shell; fg comes back", "إلى الصدفة؛ والعودة بالأمر fg")),
    Binding(.quit, ["q", .control("c")], .program, Wording("quit", "خروج"), hint: Wording("quit", "خروج")),
  ]

  private static let actions: [Key: Action] = Dictionary(
    all.flatMap { binding in binding.keys.map { ($0, binding.action) } }, uniquingKeysWith: { first, _ in first })

  /// What the key does outside text fields; nil: nothing.
  package static func action(for key: Key) -> Action? { actions[key] }

  /// The keys as help shows them: `↓ j`.
  package var keyNames: String { keys.map(\.name).joined(separator: " ") }
}

extension Binding.Group {
  var title: Wording {
    switch self {
    case .move: Wording("Move", "التنقّل")
    case .views: Wording("Views", "العروض")
    case .look: Wording("Look closer", "نظرة أقرب")
    case .decide: Wording("What is judged", "ما يُقيَّم")
    case .program: Wording("Program", "البرنامج")
    }
  }
}

extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  package init(extendedGraphemeClusterLiteral character: Character) { self.init(.character(character)) }

  static func control(_ character: Character) -> Key { Key(.character(character), control: true) }
  static func function(_ number: Int) -> Key { Key(.function(number)) }

  /// As help and footer write it: `↓`, `PgDn`, `^F`, `F1`.
  package var name: String {
    let base =
      switch code {
      case .character(" "): "Space"
      case .character(let character): control ? character.uppercased() : String(character)
      case .enter: "Enter"
      case .escape: "Esc"
      case .tab: "Tab"
      case .backtab: "S-Tab"
      case .backspace: "Backspace"
      case .delete: "Del"
      case .insert: "Ins"
      case .up: "↑"
      case .down: "↓"
      case .left: "←"
      case .right: "→"
      case .home: "Home"
      case .end: "End"
      case .pageUp: "PgUp"
      case .pageDown: "PgDn"
      case .function(let number): "F\(number)"
      }
    return (control ? "^" : "") + (alt ? "M-" : "") + base
  }
}
