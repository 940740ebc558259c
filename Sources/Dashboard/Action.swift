package import Readiness
package import TerminalText

/// Everything a person can do in the dashboard.
package enum Action: String, CaseIterable, Sendable {
  case up, down, left, right, halfPageUp, halfPageDown, pageUp, pageDown, first, last
  case previousBlocker, nextBlocker
  case readiness, severity, checkpoints, connectors, tasks, findings, reasons, nextView, previousView
  case open, back, scrollUp, scrollDown, widenPane, narrowPane
  case nextLink, previousLink, openLink, visitPrevious, visitNext, copy
  case search, nextMatch, previousMatch, filter, columns, reverseSort, toggleInformational, toggleResolved
  case mark, markRange, markAll, act, newIncident, newCandidate, exceptions, undo, history
  case nextCandidate, previousCandidate, toggleTarget
  case palette, themes, bidi, language, reload, redraw, help, suspend, quit
}

/// One row of the key table, from which key handling, help and the footer are made.
package struct Binding: Sendable {
  package enum Group: CaseIterable, Sendable { case move, views, look, find, act, decide, program }

  package var action: Action
  package var keys: [Key]
  package var group: Group
  package var help: Wording
  /// The word beside the key in the footer, by what is looked at; without one it is not shown there.
  package var hints: [Place: Wording]
  /// When it does something.
  package var need: Need

  /// What is looked at: a list, the details beside it, or they alone.
  package enum Place: Sendable { case list, beside, zoomed }

  /// What an action needs to find.
  package enum Need: Sendable {
    case nothing, entries, pane, links, lanes, candidates, matches, acts, writing, connectors, tasks
  }

  init(
    _ action: Action, _ keys: [Key], _ group: Group, _ help: Wording, hint: Wording? = nil, beside: Wording? = nil,
    zoomed: Wording? = nil, needs need: Need = .nothing
  ) {
    self.action = action
    self.keys = keys
    self.group = group
    self.help = help
    hints = [Place.list: hint, .beside: beside, .zoomed: zoomed].compactMapValues(\.self)
    self.need = need
  }

  /// The key table.
  package static let all: [Binding] = [
    Binding(.up, [Key(.up), "k"], .move, Wording("one up", "سطر إلى أعلى"), needs: .entries),
    Binding(
      .down, [Key(.down), "j"], .move, Wording("one down", "سطر إلى أسفل"), hint: Wording("move", "تنقّل"),
      beside: Wording("move", "تنقّل"), zoomed: Wording("scroll", "تمرير"), needs: .entries),
    Binding(.left, [Key(.left), "h"], .move, Wording("to the lane at the left", "إلى المسار الأيسر"), needs: .lanes),
    Binding(
      .right, [Key(.right), "l"], .move, Wording("to the lane at the right", "إلى المسار الأيمن"), needs: .lanes),
    Binding(.pageUp, [Key(.pageUp), .control("b")], .move, Wording("one page up", "صفحة إلى أعلى"), needs: .entries),
    Binding(
      .pageDown, [Key(.pageDown), .control("f")], .move, Wording("one page down", "صفحة إلى أسفل"), needs: .entries),
    Binding(.halfPageUp, [.control("u")], .move, Wording("half a page up", "نصف صفحة إلى أعلى"), needs: .entries),
    Binding(.halfPageDown, [.control("d")], .move, Wording("half a page down", "نصف صفحة إلى أسفل"), needs: .entries),
    Binding(.first, ["g", Key(.home)], .move, Wording("to the first", "إلى الأول"), needs: .entries),
    Binding(.last, ["G", Key(.end)], .move, Wording("to the last", "إلى الأخير"), needs: .entries),
    Binding(
      .previousBlocker, ["["], .move, Wording("to the previous blocker", "إلى المانع السابق"), needs: .entries),
    Binding(.nextBlocker, ["]"], .move, Wording("to the next blocker", "إلى المانع التالي"), needs: .entries),

    Binding(.readiness, ["1"], .views, ViewKind.readiness.title),
    Binding(.severity, ["2"], .views, ViewKind.severity.title),
    Binding(.checkpoints, ["3"], .views, ViewKind.checkpoints.title),
    Binding(.connectors, ["4"], .views, ViewKind.connectors.title, needs: .connectors),
    Binding(.tasks, ["5"], .views, ViewKind.tasks.title, needs: .tasks),
    Binding(.findings, ["6"], .views, ViewKind.findings.title),
    Binding(.reasons, ["7"], .views, Wording("reasons, worst first", "الأسباب، الأسوأ أولًا")),
    Binding(.nextView, [Key(.tab)], .views, Wording("next view", "العرض التالي")),
    Binding(.previousView, [Key(.backtab)], .views, Wording("previous view", "العرض السابق")),

    Binding(
      .open, [Key(.enter)], .look,
      Wording(
        "open the details, then fill the screen; a reason: jump to it",
        "فتح التفاصيل ثم ملء الشاشة؛ وللسبب: الانتقال إليه"),
      hint: Wording("details", "تفاصيل"), beside: Wording("zoom", "تكبير"), needs: .entries),
    Binding(
      .back, [Key(.escape)], .look, Wording("one level back", "خطوة إلى الوراء"), beside: Wording("close", "إغلاق"),
      zoomed: Wording("back", "رجوع")),
    Binding(
      .scrollDown, ["J"], .look, Wording("scroll the details down", "تمرير التفاصيل إلى أسفل"),
      beside: Wording("scroll", "تمرير"), needs: .pane),
    Binding(.scrollUp, ["K"], .look, Wording("scroll the details up", "تمرير التفاصيل إلى أعلى"), needs: .pane),
    Binding(.widenPane, ["+"], .look, Wording("more room for the details", "توسيع التفاصيل"), needs: .pane),
    Binding(.narrowPane, ["-"], .look, Wording("less room for the details", "تضييق التفاصيل"), needs: .pane),
    Binding(
      .nextLink, ["."], .look, Wording("to the next link in the details", "إلى الرابط التالي في التفاصيل"),
      beside: Wording("links", "روابط"), zoomed: Wording("links", "روابط"), needs: .links),
    Binding(
      .previousLink, [","], .look, Wording("to the previous link in the details", "إلى الرابط السابق في التفاصيل"),
      needs: .links),
    Binding(
      .openLink, ["o"], .look,
      Wording("open the link: jump to it, or its file in the editor", "فتح الرابط: الانتقال إليه أو ملفه في المحرّر"),
      beside: Wording("open link", "فتح الرابط"), zoomed: Wording("open link", "فتح الرابط"), needs: .links),
    Binding(.visitPrevious, ["H", Key(.backspace)], .look, Wording("back to where I was", "رجوع إلى حيث كنت")),
    Binding(.visitNext, ["L"], .look, Wording("forward again", "تقدّم من جديد")),
    Binding(.copy, ["y"], .look, Wording("copy what is selected", "نسخ المحدَّد"), needs: .entries),

    Binding(
      .search, ["/"], .find, Wording("search", "بحث"), hint: Wording("search", "بحث"),
      beside: Wording("search", "بحث")),
    Binding(.nextMatch, ["n"], .find, Wording("next match", "النتيجة التالية"), needs: .matches),
    Binding(.previousMatch, ["N"], .find, Wording("previous match", "النتيجة السابقة"), needs: .matches),
    Binding(
      .filter, ["f"], .find, Wording("show only what matches: status:blocked", "إظهار ما يطابق فقط: الحالة:محظور"),
      hint: Wording("filter", "تصفية")),
    Binding(
      .columns, ["s"], .find, Wording("sort by a column; hide columns", "الفرز بعمود؛ وإخفاء الأعمدة")),
    Binding(.reverseSort, ["S"], .find, Wording("sort the other way round", "عكس الفرز")),
    Binding(
      .toggleInformational, ["0"], .find, Wording("show or hide V0", "إظهار V0 أو إخفاؤها")),
    Binding(
      .toggleResolved, ["z"], .find, Wording("show or hide resolved incidents", "إظهار الحوادث المحلولة أو إخفاؤها")),

    Binding(
      .act, ["a"], .act,
      Wording("act on it: acknowledge, resolve, set a status …", "إجراء: إقرار أو حل أو تحديد حالة …"),
      hint: Wording("act", "إجراء"), beside: Wording("act", "إجراء"), zoomed: Wording("act", "إجراء"), needs: .acts),
    Binding(.newIncident, ["O"], .act, Wording("open an incident", "فتح حادثة"), needs: .writing),
    Binding(
      .newCandidate, ["A"], .act, Wording("add a release candidate", "إضافة مرشح إصدار"), needs: .writing),
    Binding(.exceptions, ["e"], .act, Wording("the exceptions and what is left of them", "الاستثناءات وما بقي منها")),
    Binding(.undo, ["u"], .act, Wording("take back my last action", "التراجع عن آخر إجراء لي"), needs: .writing),
    Binding(
      .history, ["i"], .act,
      Wording("who did what when; h too, where there are no lanes", "مَن فعل ماذا ومتى؛ وh حيث لا مسارات"),
      needs: .entries),
    Binding(
      .mark, [Key(.character(" "))], .act, Wording("mark it and go on", "تعليمه والانتقال إلى التالي"), needs: .entries),
    Binding(
      .markRange, ["v"], .act, Wording("mark from the last mark to here", "تعليم من آخر علامة إلى هنا"), needs: .entries
    ),
    Binding(
      .markAll, ["*"], .act, Wording("mark all that is shown, or none", "تعليم كل المعروض أو لا شيء"), needs: .entries),

    Binding(
      .nextCandidate, ["c"], .decide, Wording("judge the next release candidate", "تقييم مرشح الإصدار التالي"),
      hint: Wording("RC", "المرشح"), needs: .candidates),
    Binding(
      .previousCandidate, ["C"], .decide, Wording("judge the previous release candidate", "تقييم مرشح الإصدار السابق"),
      needs: .candidates),
    Binding(
      .toggleTarget, ["t"], .decide, Wording("judge for canary or prod", "التقييم لـ canary أو prod"),
      hint: Wording("target", "الوجهة")),

    Binding(
      .palette, [":"], .program, Wording("every action by its name", "كل الأوامر بأسمائها"),
      hint: Wording("commands", "أوامر")),
    Binding(.themes, ["T"], .program, Wording("choose a theme", "اختيار السمة")),
    Binding(
      .bidi, ["B"], .program,
      Wording("another way to show Arabic, until it reads right", "طريقة أخرى لعرض العربية إلى أن تُقرأ صحيحة")),
    Binding(.language, [.function(2)], .program, Wording("Arabic: عربي", "English: الإنجليزية")),
    Binding(.reload, ["r"], .program, Wording("read everything again", "إعادة قراءة كل شيء")),
    Binding(.redraw, [.control("l")], .program, Wording("paint the screen anew", "رسم الشاشة من جديد")),
    Binding(
      .help, ["?", .function(1)], .program, Wording("this help", "هذه المساعدة"), hint: Wording("help", "مساعدة"),
      beside: Wording("help", "مساعدة"), zoomed: Wording("help", "مساعدة")),
    Binding(
      .suspend, [.control("z")], .program, Wording("to the shell; fg comes back", "إلى الصدفة؛ والعودة بالأمر fg")),
    Binding(
      .quit, ["q", .control("c")], .program, Wording("quit", "خروج"), hint: Wording("quit", "خروج"),
      beside: Wording("quit", "خروج"), zoomed: Wording("quit", "خروج")),
  ]
}

extension Binding.Group {
  var title: Wording {
    switch self {
    case .move: Wording("Move", "التنقّل")
    case .views: Wording("Views", "العروض")
    case .look: Wording("Look closer", "نظرة أقرب")
    case .find: Wording("Find and narrow", "بحث وتصفية")
    case .act: Wording("Act", "إجراءات")
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
