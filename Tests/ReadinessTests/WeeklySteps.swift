@testable import Readiness

// 2026-03-10 is a Tuesday of 2026-W11, Monday 2026-03-09 to Sunday 2026-03-15.

let weekStart = at("2026-03-09T00:00:00Z").instant
let weekEnd = at("2026-03-16T00:00:00Z").instant

/// The page of the tests' week.
func page(
  _ workspace: Workspace, _ target: Target = .prod, candidate: String? = nil, now: Instant = noon,
  repository: RepositoryWeek? = nil, approvals: [PendingDecision] = []
) -> WeeklyPage {
  guard let week = Week("2026-W11") else { preconditionFailure("no week") }
  return weeklyPage(
    workspace, assess(workspace, candidate: candidate, target: target, now: now), week: week, start: weekStart,
    end: weekEnd, repository: repository, approvals: approvals, generatedBy: "jahiz 1.0",
    traceID: String(repeating: "a1", count: 16))
}

/// An open incident with an owner.
func owned(_ severity: String, _ entity: String = "INC-1", id: String = "opened") -> Event {
  event(id, "incident.opened", entity, severity: severity, data: ["title": "it broke", "owner": "Sara"])
}

func rules(_ workspace: Workspace, _ target: Target = .prod) -> [NextAction.Rule] {
  page(workspace, target).actions.map(\.rule)
}
