import Testing

@testable import Readiness

@Suite struct WeeklyChangesRulesTests {
  private func changes(_ events: Event..., now: Instant = noon, repository: RepositoryWeek? = nil) -> WeeklyChanges {
    page(workspace(events: events), now: now, repository: repository).changes
  }

  private func statusChange(
    _ id: String, _ from: String, _ to: String, undoes: String? = nil, time: String = "2026-03-10T10:00:00Z"
  ) -> Event {
    var data = ["from": from, "to": to, "actor": "noura"]
    data["undoes"] = undoes
    return event(id, "dimension.status_changed", "docs truth", time, data: data)
  }

  @Test("Only what happened from the week's first moment to its end is told")
  func bounds() {
    func count(_ time: String) -> Int {
      let event = event("o", "incident.opened", "INC-1", time, severity: "V2")
      return changes(event, now: at("2026-04-01T00:00:00Z").instant).events
    }
    #expect(count("2026-03-08T23:59:59.999Z") == 0)
    #expect(count("2026-03-09T00:00:00Z") == 1)
    #expect(count("2026-03-15T23:59:59.999Z") == 1)
    #expect(count("2026-03-16T00:00:00Z") == 0)
    #expect(count("2026-03-09T02:59:59+03:00") == 0)
  }

  @Test("What lies later than the snapshot has not happened")
  func future() {
    #expect(changes(event("o", "incident.opened", "INC-1", "2026-03-12T00:00:00Z", severity: "V2")).events == 0)
  }

  @Test("The snapshot lies in the week, after it, or before it")
  func phases() {
    #expect(page(workspace()).phase == .running)
    #expect(page(workspace(), now: weekEnd).phase == .past)
    #expect(page(workspace(), now: weekStart).phase == .running)
    #expect(page(workspace(), now: weekStart.advanced(bySeconds: -1)).phase == .ahead)
  }

  @Test("What was done to one incident is one entry, each kind once and in order")
  func incidents() {
    let told = changes(
      owned("V2"), event("a", "incident.acknowledged"), event("n1", "incident.noted"), event("n2", "incident.noted"),
      event("s", "incident.severity_changed", severity: "V3"), event("m", "incident.mitigated")
    ).incidents
    #expect(told.count == 1)
    #expect(told[0].changes == [.opened, .acknowledged, .noted, .severityChanged, .mitigated])
    #expect(told[0].severity == .v3 && told[0].state == .mitigated)
  }

  @Test("What somebody took back in the same week did not happen; what is older is taken back now")
  func takenBack() {
    let undone = changes(
      owned("V2"), event("m", "incident.mitigated"), event("u", "incident.reopened", data: ["undoes": "m"]))
    #expect(undone.incidents.map(\.changes) == [[.opened]])
    #expect(undone.events == 3)
    let older = changes(
      event("o", "incident.opened", "INC-1", "2026-03-01T00:00:00Z", severity: "V2"),
      event("m", "incident.mitigated", "INC-1", "2026-03-02T00:00:00Z"),
      event("u", "incident.reopened", data: ["undoes": "m"]))
    #expect(older.incidents.map(\.changes) == [[.reopened]])
  }

  @Test("A check that began to fail in the week, or passed again, is told of its incident")
  func checks() {
    func told(_ results: [ValidationResult]) -> [[WeeklyChanges.Incident.Change]] {
      page(workspace(results: results)).changes.incidents.map(\.changes)
    }
    let failed = result(time: "2026-03-09T09:00:00Z", success: false, unsuccessful: 1, failed: [failure()])
    #expect(told([failed]) == [[.failed]])
    #expect(told([failed, result(path: "b.json")]) == [[.failed, .passed]])
    #expect(told([result()]).isEmpty)
  }

  @Test("Exceptions are recorded by their approver, and run out by nobody")
  func exceptions() {
    let told = changes(owned("V2"), exception(covers: "INC-1", expires: "2026-03-10T11:00:00Z")).exceptions
    #expect(told.map(\.change) == [.recorded, .expired])
    #expect(told.map(\.author) == ["Huda", ""])
    #expect(told.allSatisfy { $0.covers == "INC-1" })
  }

  @Test("Of a row's statuses only the way from the first to the last is told, by whom")
  func statuses() {
    let told = changes(statusChange("1", "OK", "Risk"), statusChange("2", "Risk", "Blocked")).statuses
    #expect(
      told == [WeeklyChanges.Status(row: "docs truth", old: "OK", new: "Blocked", author: "noura", source: .ledger)])
    #expect(changes(statusChange("1", "OK", "Risk"), statusChange("2", "Risk", "ok")).statuses.isEmpty)
    #expect(changes(statusChange("1", "OK", "Risk"), statusChange("2", "Risk", "OK", undoes: "1")).statuses.isEmpty)
  }

  @Test("Candidates that were added or taken out are told")
  func candidates() {
    let told = changes(
      event("1", "candidate.added", "RC-2", data: ["actor": "noura"]), event("2", "candidate.removed", "RC-3")
    ).candidates
    #expect(told.map(\.name) == ["RC-2", "RC-3"] && told.map(\.change) == [.added, .removed])
    #expect(told[0].author == "noura")
  }

  @Test("Who wrote most comes first, and nobody without a name")
  func authors() {
    func by(_ name: String, _ id: String) -> Event { event(id, "incident.noted", data: ["actor": name]) }
    let told = changes(owned("V2"), by("b", "1"), by("c", "2"), by("b", "3"), by("a", "4")).authors
    #expect(told.map(\.name) == ["b", "a", "c"] && told.map(\.count) == [2, 1, 1])
  }

  // MARK: Git

  private func matrix(_ rows: Dimension...) -> Matrix {
    Matrix(path: "M.md", tables: [MatrixTable(dimensions: rows, candidates: [candidate("RC-1")])])
  }

  @Test("Git tells the statuses that no event tells")
  func gitStatuses() {
    let before = RepositoryWeek(matrixBefore: matrix(row("docs truth", .risk, raw: "Risk"), row("b")))
    let told = changes(repository: before).statuses
    #expect(told == [WeeklyChanges.Status(row: "docs truth", old: "Risk", new: "", author: "", source: .git)])
    let both = changes(statusChange("1", "Risk", "OK"), repository: before).statuses
    #expect(both.map(\.source) == [.ledger])
    #expect(changes(repository: RepositoryWeek(matrixBefore: matrix(row("docs truth")))).statuses.isEmpty)
    #expect(changes(repository: RepositoryWeek()).statuses.isEmpty)
  }

  @Test("Of a week that is over the matrix at its end counts, not today's")
  func pastWeek() {
    let repository = RepositoryWeek(
      matrixBefore: matrix(row("docs truth", .risk, raw: "Risk")),
      matrixAfter: matrix(row("docs truth", .blocked, raw: "Blocked")))
    let told = changes(now: weekEnd, repository: repository).statuses
    #expect(told.map(\.new) == ["Blocked"])
    #expect(changes(now: weekEnd, repository: RepositoryWeek(matrixBefore: repository.matrixBefore)).statuses.isEmpty)
  }

  @Test("A row that only one of the two has is no change of status")
  func newRows() {
    #expect(changes(repository: RepositoryWeek(matrixBefore: matrix(row("gone", .risk)))).statuses.isEmpty)
  }

  @Test("Commits are counted by author, and those of the matrix named")
  func commits() throws {
    func commit(_ author: String) -> Commit {
      Commit(hash: String(repeating: "ab", count: 20), moment: noon, author: author, summary: "s")
    }
    let week = RepositoryWeek(
      commits: [commit("Sara"), commit("Omar"), commit("Sara")], matrixCommits: [commit("Omar")])
    let told = try #require(changes(repository: week).repository)
    #expect(told.commits == 3 && told.authors.map(\.name) == ["Sara", "Omar"] && told.matrix.count == 1)
    #expect(changes().repository == nil)
  }
}
