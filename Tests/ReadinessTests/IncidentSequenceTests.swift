import Testing

@testable import Readiness

/// Sequences that no sane log holds: every short one there is.
@Suite struct IncidentSequenceTests {
  private static let steps: [(type: String, severity: String?, data: [String: String])] = [
    ("incident.opened", "V0", [:]), ("incident.opened", "V1", [:]), ("incident.opened", "V3", [:]),
    ("incident.acknowledged", nil, [:]), ("incident.mitigated", nil, [:]), ("incident.resolved", nil, [:]),
    ("incident.reassigned", nil, [:]), ("incident.severity_changed", "V0", [:]),
    ("incident.severity_changed", "V2", [:]), ("incident.severity_changed", "P1", [:]),
    ("incident.compensated", nil, ["mechanism": "by hand"]), ("incident.compensated", nil, ["mechanism": " "]),
    ("incident.reopened", nil, [:]), ("incident.noted", nil, ["note": "n"]),
  ]

  /// All sequences of so many steps behind an opened V2.
  private func sequences(_ length: Int) -> [[Event]] {
    var all: [[Event]] = [[opened("V2")]]
    for number in 0..<length {
      all = all.flatMap { events in
        Self.steps.map { one in
          events + [step(one.type, id: "\(number)", severity: one.severity, data: one.data, line: number + 2)]
        }
      }
    }
    return all
  }

  private func verdict(_ events: [Event]) -> Verdict {
    EventFold(events, now: noon).incidents["INC-1"].flatMap { VerdictRules(target: .prod).reason(for: $0) }?.verdict
      ?? .go
  }

  @Test func onlyResolvingMitigatingCompensatingOrLoweringImprovesAVerdict() {
    for events in sequences(3) {
      let before = verdict(events.dropLast())
      let after = verdict(events)
      guard after < before, let last = events.last else { continue }
      let mayImprove: Set = [
        "incident.resolved", "incident.mitigated", "incident.compensated", "incident.severity_changed",
      ]
      #expect(mayImprove.contains(last.type), "\(events.map(\.type))")
      if last.type == "incident.compensated" { #expect(last.data["mechanism"] == "by hand") }
    }
  }

  @Test func itsStateFollowsFromWhatCameAfterItsLastOpening() {
    for events in sequences(3) {
      let incident = EventFold(events, now: noon).incidents["INC-1"]
      let start = events.lastIndex { ["incident.opened", "incident.reopened"].contains($0.type) } ?? 0
      let types = events[start...].map(\.type)
      let expected: Incident.State =
        types.contains("incident.resolved")
        ? .resolved
        : types.contains("incident.mitigated")
          ? .mitigated : types.contains("incident.acknowledged") ? .acknowledged : .open
      #expect(incident?.state == expected, "\(types)")
      let mechanism = events[start...].last { $0.data["mechanism"] == "by hand" }
      #expect(incident?.compensation == mechanism?.data["mechanism"], "\(types)")
      #expect(incident?.history == events)
    }
  }

  @Test func whatStandsBeforeTheOpeningDoesNothing() {
    for one in Self.steps where one.type != "incident.opened" {
      let early = step(one.type, severity: one.severity, data: one.data)
      let fold = EventFold([early, opened("V2")], now: noon)
      #expect(fold.incidents["INC-1"] == EventFold([opened("V2")], now: noon).incidents["INC-1"], "\(one.type)")
      #expect(fold.findings.contains { $0.code == .unknownEntity }, "\(one.type)")
    }
  }
}
