import Dashboard
import Foundation
import Readiness
import Testing

/// Every view and state as a screen that one can read: `Expectations/<view>-<columns>x<rows>-<language>.txt`.
/// `JAHIZ_RECORD=1 swift test --filter ScreenTests` writes them anew; read the difference before committing it.
@Suite struct ScreenTests {
  struct Screen: CustomTestStringConvertible, Sendable {
    var name: String
    var keys: String
    var testDescription: String { name }
  }

  static let screens = [
    Screen(name: "readiness", keys: ""), Screen(name: "readiness-detail", keys: "jj<Enter>"),
    Screen(name: "readiness-zoomed", keys: "jj<Enter><Enter>"), Screen(name: "severity", keys: "2"),
    Screen(name: "severity-all", keys: "20z"), Screen(name: "severity-detail", keys: "2<Enter>"),
    Screen(name: "checkpoints", keys: "3"), Screen(name: "checkpoint-detail", keys: "3<Enter>"),
    Screen(name: "reasons", keys: "5"), Screen(name: "findings", keys: "4"), Screen(name: "help", keys: "?"),
    Screen(name: "search", keys: "/مراجعه"), Screen(name: "canary", keys: "t"),
    Screen(name: "palette", keys: ":"), Screen(name: "palette-found", keys: ":فرز"),
    Screen(name: "columns", keys: "s<Down>"), Screen(name: "sorted", keys: "s<Down><Enter><Esc>"),
    Screen(name: "hidden-column", keys: "s<Down><Down><Down> <Esc>"), Screen(name: "links", keys: "jj<Enter>.."),
    Screen(name: "filter", keys: "fstatus:bl"), Screen(name: "filtered", keys: "f-status:ok<Enter>"),
    Screen(name: "filter-wrong", keys: "fstatos:ok"), Screen(name: "filter-empty", keys: "fzzz<Enter>"),
    Screen(name: "acts", keys: "2a"), Screen(name: "form", keys: "2a<Down><Down><Down><Enter>"),
    Screen(name: "form-status", keys: "jja<Enter>"), Screen(name: "marked", keys: "2  "),
    Screen(name: "history", keys: "2ji"), Screen(name: "new-incident", keys: "O"),
    Screen(name: "exceptions", keys: "e"), Screen(name: "new-candidate", keys: "A"),
    Screen(name: "wide-pane", keys: "jj<Enter>++++"), Screen(name: "bidi", keys: "B"),
  ]

  static let sizes = [(40, 10), (80, 24), (120, 40), (200, 60)]

  @Test(arguments: screens, Language.allCases)
  func everyScreenIsAsReviewed(screen: Screen, language: Language) throws {
    for (columns, rows) in Self.sizes {
      var state = Sample.dashboard(columns, rows, language)
      state.press(screen.keys)
      try expect(state.screen, matches: "\(screen.name)-\(columns)x\(rows)-\(language.rawValue)")
    }
  }

  @Test(arguments: Language.allCases)
  func everyEmptyStateIsAsReviewed(language: Language) throws {
    for (columns, rows) in Self.sizes {
      let size = "\(columns)x\(rows)-\(language.rawValue)"
      var reading = DashboardState(options: .init(language: language), columns: columns, rows: rows, now: Sample.now)
      try expect(reading.screen, matches: "reading-\(size)")
      _ = reading.update(.failed(Wording("demo: no such folder", "demo: لا يوجد مجلد بهذا الاسم")))
      try expect(reading.screen, matches: "failed-\(size)")
      let nothing = Workspace(root: "demo", readAt: Sample.now)
      for (view, keys) in [("readiness", "1"), ("severity", "2"), ("checkpoints", "3"), ("findings", "4")] {
        var state = Sample.dashboard(columns, rows, language, workspace: nothing)
        state.press(keys)
        try expect(state.screen, matches: "empty-\(view)-\(size)")
      }
      for (name, keys) in [
        ("connectors", "4"), ("connector-detail", "4<Enter>"), ("tasks", "5"), ("task-detail", "5<Enter>"),
        ("sources-detail", "jjjj<Enter>"),
      ] {
        var governed = Sample.dashboard(columns, rows, language, workspace: Sample.governed)
        governed.press(keys)
        try expect(governed.screen, matches: "\(name)-\(size)")
      }
      var choosing = Sample.dashboard(columns, rows, language)
      _ = choosing.update(
        .themes([
          .fallback,
          Theme(name: "dusk", title: [.english: "Dusk", .arabic: "غسق"], backdrop: .rgb(0, 0, 0), styles: [:]),
        ]))
      try expect(choosing.screen, matches: "themes-\(size)")
      var worse = Sample.dashboard(columns, rows, language)
      var workspace = Sample.workspace
      workspace.events.append(
        Sample.event(
          20, "incident.opened", "INC-0009", "2026-11-24T11:00:00Z", severity: "V3",
          data: ["title": "Leaked export", "title_ar": "تسرّب ملف"]))
      _ = worse.update(.read(workspace, filesRead: 0, filesTotal: 0, isComplete: true))
      worse.press("2")
      try expect(worse.screen, matches: "changed-\(size)")
    }
    var tiny = Sample.dashboard(19, 3, language)
    try expect(tiny.screen, matches: "too-small-\(language.rawValue)")
    tiny.press("j")
  }

  private func expect(_ screen: String, matches name: String) throws {
    if ProcessInfo.processInfo.environment["JAHIZ_RECORD"] != nil {
      let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Expectations")
      try (screen + "\n").write(to: folder.appendingPathComponent("\(name).txt"), atomically: true, encoding: .utf8)
      return
    }
    let file = Bundle.module.url(forResource: "Expectations/\(name)", withExtension: "txt")
    let expected = try String(contentsOf: #require(file, "no expectation \(name)"), encoding: .utf8)
    #expect(screen + "\n" == expected, "\(name) is not as reviewed")
  }
}
