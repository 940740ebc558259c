import Readiness
import Testing

@testable import Dashboard

@Suite struct FilterRecordsTests {
  /// The ids of the sample's entries that a filter keeps.
  private func found(_ filter: String, _ view: ViewKind) throws -> [String] {
    let state = Sample.dashboard(80, 24)
    let assessment = try #require(state.assessment)
    let entries = state.lists[view]?.entries ?? []
    let records = FilterRecord.records(of: entries, in: assessment) { state.searchText(of: $0) }
    let (query, error) = FilterQuery.parse(filter)
    #expect(error == nil)
    return zip(entries, records).filter { $1?.isShown(by: query) ?? false }.map(\.0.id)
  }

  @Test(arguments: [
    ("status:blocked", ["dimension:approval SLA"]),
    ("الحالة:مخاطرة", ["dimension:schema adherence", "candidate:RC-2026-W46"]),
    ("owner:none", ["dimension:connector health"]), ("evidence:missing", ["dimension:data quality"]),
    ("owner:«منصة البيانات»", ["dimension:data quality"]), ("rc:w47", ["candidate:RC-2026-W47"]),
    ("بيانات", ["dimension:data quality"]), ("dimension:جوده", ["dimension:data quality"]),
  ])
  func rowsOfTheMatrixAreFiltered(filter: String, ids: [String]) throws {
    #expect(try found(filter, .readiness) == ids)
  }

  @Test func blockersAreWhatTheBlockerKeysStopAt() throws {
    let state = Sample.dashboard(80, 24)
    for view in ViewKind.allCases {
      let blockers = (state.lists[view]?.entries ?? []).filter { $0.isSelectable && state.verdict(of: $0) >= .hold }
        .map(\.id)
      #expect(try found("is:blocker", view) == blockers, "\(view)")
    }
  }

  @Test func incidentsAndCheckpointsAreFiltered() throws {
    #expect(try found("severity:V3 -rule:pii", .severity).allSatisfy { !$0.hasPrefix("GX-") })
    #expect(try found("rule:شخصية", .severity).count == 1)
    #expect(try found("result:failed", .checkpoints).count == 1)
    #expect(try found("-result:failed", .checkpoints).count == 2)
    #expect(try found("state:open", .checkpoints).isEmpty)
  }

  @Test func theVocabularyHasTheWordsOfTheWorkspace() throws {
    let vocabulary = FilterVocabulary(try #require(Sample.dashboard(80, 24).assessment))
    #expect(vocabulary[.owner].contains { $0.text == "منصة البيانات" })
    #expect(vocabulary[.owner].first?.text == "منصة البيانات")
    #expect(vocabulary[.dimension].map(\.text).first == "docs truth")
    #expect(vocabulary[.rule].contains { $0.text == "gx_pii" && $0.help == DerivationRule.pii.wording })
    #expect(vocabulary[.candidate].map(\.text) == ["RC-2026-W46", "RC-2026-W47"])
  }

  @Test func ownersThatFoldTogetherAreOfferedOnce() {
    func incident(_ owner: String) -> Incident { Incident(id: owner, title: "", severity: .v1, owner: owner) }
    let assessment = Assessment(
      target: .prod, now: Sample.now, verdict: .go,
      incidents: [incident("الجودة"), incident("الجوده"), incident("الجودة"), incident("ops"), incident("Ops")])
    #expect(FilterVocabulary(assessment)[.owner].map(\.text) == ["الجودة", "Ops"])
  }
}

extension FilterRecord {
  fileprivate func isShown(by query: FilterQuery) -> Bool { query.matches(self, now: Sample.now) }
}
