import Testing

@testable import Readiness

@Suite struct NextActionRulesTests {
  private func only(_ workspace: Workspace, _ target: Target = .prod) throws -> NextAction {
    let actions = page(workspace, target).actions
    try #require(actions.count == 1, "\(actions.map(\.rule))")
    return actions[0]
  }

  @Test("Where all is well nothing is to be done")
  func nothing() { #expect(page(workspace()).actions.isEmpty) }

  @Test("An incident goes its way: an owner, then acknowledged, mitigated, resolved")
  func incidentSteps() throws {
    func step(_ events: Event...) throws -> NextAction { try only(workspace(events: events)) }
    let acknowledged = event("a", "incident.acknowledged", data: [:])
    let mitigated = event("m", "incident.mitigated", data: [:])
    #expect(try step(opened("V2")).commands == ["jahiz incident assign INC-1 --owner OWNER"])
    #expect(try step(owned("V2")).commands == ["jahiz incident ack INC-1"])
    #expect(try step(owned("V2"), acknowledged).commands == ["jahiz incident mitigate INC-1 --how HOW"])
    let last = try step(owned("V2"), acknowledged, mitigated)
    #expect(last.rule == .resolve && last.lifts == .goWithRisk)
    #expect(last.commands == ["jahiz incident resolve INC-1 --how HOW --evidence EVIDENCE"])
  }

  @Test("A mitigated V3 still stops, and its next step is to resolve it")
  func mitigatedV3() throws {
    let action = try only(workspace(events: [owned("V3"), event("m", "incident.mitigated")]))
    #expect(action.rule == .resolve && action.lifts == .stop)
    #expect(action.reason.english == "mitigated, but nothing ships while it is open")
  }

  @Test("A V1 needs no more than what compensates it, owned or not")
  func compensate() throws {
    let action = try only(workspace(events: [opened("V1")]))
    #expect(action.rule == .compensate && action.lifts == .hold)
    let done = event("c", "incident.compensated", data: ["mechanism": "by hand"])
    #expect(try only(workspace(events: [owned("V1"), done])).rule == .resolve)
  }

  @Test("What a failing check makes is remedied, not resolved by hand")
  func remedy() throws {
    let failing = result(success: false, unsuccessful: 1, failed: [failure("email")])
    let id = assess(workspace(results: [failing]), now: noon).checkpoints[0].id
    let assigned = event("o", "incident.reassigned", id, "2026-03-10T10:00:00Z", data: ["owner": "Data"])
    let acknowledged = event("a", "incident.acknowledged", id, "2026-03-10T10:00:00Z")
    let action = try only(workspace(results: [failing], events: [assigned, acknowledged]))
    #expect(action.rule == .remedy && action.lifts == .stop && action.owners == ["Data"])
    #expect(action.commands == ["jahiz incident show \(id)"])
  }

  @Test("What an exception covers is to be settled before it ends")
  func settle() throws {
    let action = try only(workspace(events: [owned("V2"), exception(covers: "INC-1")]))
    #expect(action.rule == .settle && action.lifts == .goWithRisk)
    #expect(rules(workspace([row("a", .blocked)], events: [exception(covers: "a")])) == [.settle])
  }

  @Test(
    "Each state of a row has its step",
    arguments: [
      (Status.blocked, "Sara", NextAction.Rule.unblock, "jahiz set 'docs truth' --status STATUS"),
      (.unset, "Sara", .setStatus, "jahiz set 'docs truth' --status STATUS"),
      (.unknown, "Sara", .setStatus, "jahiz set 'docs truth' --status STATUS"),
      (.risk, "", .nameOwner, "jahiz set 'docs truth' --owner OWNER"),
      (.risk, "Sara", .reduceRisk, "jahiz set 'docs truth' --status ok"),
    ])
  func rowSteps(status: Status, owner: String, rule: NextAction.Rule, command: String) throws {
    let action = try only(workspace([row("docs truth", status, raw: "?", owner: owner)]))
    #expect(action.rule == rule && action.commands == [command] && action.subjects == ["docs truth"])
  }

  @Test("Evidence that is missing or not named is to be supplied, and the place is told")
  func evidence() throws {
    let missing = try only(workspace([row(evidence: [item(.missing)], line: 7)]))
    #expect(missing.rule == .supplyEvidence && missing.lifts == .hold && missing.commands.isEmpty)
    #expect(missing.locations == [SourceLocation(path: "M.md", line: 7)])
    #expect(try only(workspace([row(evidence: [])])).lifts == .goWithRisk)
  }

  @Test("A required check without a result is to be run, an old one again")
  func checks() throws {
    let missing = try only(workspace { $0.require = ["orders_suite"] })
    #expect(missing.rule == .runCheck && missing.action.english == "Run the required check that has no result")
    let two = try only(workspace { $0.require = ["a", "b"] })
    #expect(two.action.english == "Run the 2 required checks that have no result")
    #expect(two.action.arabic.withoutDirectionMarks == "شغّل الفحصين المطلوبين اللذين لا نتيجة لهما")
    let old = try only(workspace(results: [result(time: "2026-01-01T00:00:00Z")]))
    #expect(old.rule == .runCheck && old.lifts == .goWithRisk)
  }

  @Test("A file that cannot be read comes first of what holds")
  func unreadable() {
    let finding = Finding(
      .resultUnreadable, .v2, Wording("no JSON", "ليس JSON"), at: SourceLocation(path: "gx/a.json", line: 3))
    let actions = page(workspace([row("a", .risk, owner: "")], findings: [finding])).actions
    #expect(actions.map(\.rule) == [.repairFile, .nameOwner])
    #expect(actions[0].action.english == "Repair gx/a.json so that it can be read")
    #expect(actions[0].locations.first?.line == 3)
  }

  @Test("Without a matrix it is to be written, without the candidate that was asked for it is to be added")
  func missing() {
    var none = workspace()
    none.matrix = nil
    #expect(rules(none).contains(.writeMatrix))
    let actions = page(workspace(), candidate: "RC-9").actions
    #expect(actions.map(\.rule) == [.addCandidate])
    #expect(actions[0].commands == ["jahiz candidate add RC-9"])
  }

  @Test("The candidate's own row has steps as any other")
  func candidateRow() throws {
    let action = try only(workspace(candidates: [candidate("RC-1", .unset)]))
    #expect(action.rule == .setStatus && action.commands == ["jahiz set RC-1 --status STATUS"])
  }

  @Test("First what stops, then what holds, then what is a risk; among these the least work first")
  func order() {
    let events = [
      owned("V1", "INC-1", id: "1"), owned("V3", "INC-2", id: "2"), owned("V2", "INC-3", id: "3"),
      event("4", "incident.acknowledged", "INC-3"), opened("V2", "INC-4", id: "5"), opened("V3", "INC-5", id: "6"),
    ]
    let rows = [
      row("a", .blocked), row("b", .risk, owner: ""), row("c", .unset), row("d", .risk),
      row("e", evidence: [item(.missing)]), row("f", evidence: []),
    ]
    let actions = page(workspace(rows, events: events)).actions
    #expect(
      actions.map(\.rule) == [
        .assign, .acknowledge,
        .nameOwner, .assign, .setStatus, .compensate, .supplyEvidence, .mitigate, .unblock,
        .supplyEvidence, .reduceRisk,
      ])
    #expect(actions.map(\.lifts) == actions.map(\.lifts).sorted(by: >))
    #expect(actions[0].subjects == ["INC-5"])
  }

  @Test("The same step on several is one action and one command, the gravest first")
  func grouping() throws {
    let action = try only(
      workspace(events: [owned("V2", "INC-1", id: "1"), owned("V2", "INC-2", id: "2"), owned("V2", "INC-3", id: "3")]))
    #expect(action.commands == ["jahiz incident ack INC-1 INC-2 INC-3"])
    #expect(action.owners == ["Sara"])
    #expect(action.action.english == "Acknowledge 3 incidents (INC-1, INC-2, INC-3)")
    #expect(action.action.arabic.withoutDirectionMarks == "أقِرّ بـ3 حوادث (INC-1، INC-2، INC-3)")
    #expect(action.reason.english == "nobody has taken them up yet, and they hold the release")
  }

  @Test("Rows that lack the same are one action with a command for each")
  func rowGrouping() throws {
    let action = try only(workspace(["a", "b", "c", "d"].map { row($0, .unset) }))
    #expect(action.action.english == "Decide the status of “a”, “b” and 2 more rows")
    #expect(action.action.arabic.withoutDirectionMarks == "احسم حالة «a» و«b» وصفين آخرين")
    #expect(action.commands.count == 4)
  }

  @Test("Failing checks are counted, alone and among incidents, in both languages")
  func counting() throws {
    let failing = (1...4).map { index in
      result(
        suite: "s\(index)", asset: "a\(index)", success: false, unsuccessful: 1, failed: [failure("email")],
        path: "\(index).json")
    }
    let checks = try only(workspace(results: failing))
    #expect(checks.action.english == "Name an owner for 4 failing data checks (V3)")
    #expect(checks.action.arabic.withoutDirectionMarks == "عيّن مالكًا يتولى 4 فحوص بيانات فاشلة (V3)")
    let two = try only(workspace(results: Array(failing.prefix(2))))
    #expect(two.action.arabic.withoutDirectionMarks == "عيّن مالكًا يتولى فحصي بيانات فاشلين (V3)")
    #expect(two.reason.arabic.withoutDirectionMarks == "لا مالك لهما بعد، ولا إصدار قبل حلهما")
    let mixed = try only(workspace(results: failing, events: [opened("V3")]))
    #expect(mixed.action.english == "Name an owner for 5 incidents, 4 of them failing data checks")
    #expect(mixed.action.arabic.withoutDirectionMarks == "عيّن مالكًا يتولى 5 حوادث، منها 4 فحوص بيانات فاشلة")
  }

  @Test("A name is one word to a shell, whatever it holds, or there is no command")
  func quoting() {
    #expect(shellWords(["INC-1", "a b"]) == "INC-1 'a b'")
    #expect(shellWords(["$(rm -rf ~)"]) == "'$(rm -rf ~)'")
    #expect(shellWords(["it's; x"]) == "'it'\\''s; x'")
    #expect(shellWords(["خطة التراجع"]) == "'خطة التراجع'")
    #expect(shellWords(["می\u{200C}خواهم"]) == "'می\u{200C}خواهم'")
    for bad in ["-rf", "a\nb", "a\u{1B}[2J", "a\u{202E}b", ""] { #expect(shellWords([bad]) == nil, "\(bad)") }
    let hostile = page(workspace(events: [owned("V2", "--help")])).actions
    #expect(hostile.map(\.commands) == [[]])
    #expect(hostile[0].locations.count == 1)
  }

  @Test("A row has a name in each language where its label gives both")
  func names() {
    #expect(rowNames(key: "rollback", label: "rollback (خطة التراجع)") == Wording("rollback", "خطة التراجع"))
    #expect(rowNames(key: "خطة التراجع", label: "خطة التراجع (rollback)") == Wording("rollback", "خطة التراجع"))
    #expect(rowNames(key: "docs", label: "docs (all of them)") == Wording("docs", "docs"))
    #expect(rowNames(key: "docs", label: "docs") == Wording("docs", "docs"))
    #expect(rowNames(key: "a", label: "a ()") == Wording("a", "a"))
    let action = page(workspace([labelled("rollback", "rollback (خطة التراجع)")])).actions.first
    #expect(action?.action == Wording("Decide the status of “rollback”", "احسم حالة «خطة التراجع»"))
  }

  private func labelled(_ key: String, _ label: String) -> Dimension {
    var dimension = row(key, .unset)
    dimension.label = label
    return dimension
  }
}
