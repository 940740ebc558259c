@testable import Readiness

// Small workspaces for the tests of the rules: all well, but for what a test says.

/// 2026-03-10T12:00:00Z, the moment of every test.
let noon = at("2026-03-10T12:00:00Z").instant

func at(_ text: String) -> Timestamp {
  guard let moment = Timestamp(rfc3339: text) else { preconditionFailure("\(text) is no time") }
  return moment
}

func item(_ state: EvidenceItem.State = .present) -> EvidenceItem {
  EvidenceItem(
    text: "proof", target: "proof.md", kind: .path, state: state, location: SourceLocation(path: "M.md", line: 9))
}

func row(
  _ key: String = "docs truth", _ status: Status = .ok, raw: String = "", owner: String = "Sara",
  evidence: [EvidenceItem] = [item()], line: Int = 5
) -> Dimension {
  Dimension(
    key: key, label: key, status: status, rawStatus: raw, owner: owner, evidence: evidence,
    location: SourceLocation(path: "M.md", line: line))
}

func candidate(_ name: String, _ status: Status = .ok, owner: String = "Sara", line: Int = 20) -> Candidate {
  Candidate(
    name: name, label: name, status: status, rawStatus: status.rawValue, owner: owner, evidence: [item()],
    location: SourceLocation(path: "M.md", line: line))
}

func workspace(
  _ dimensions: [Dimension] = [row()], candidates: [Candidate] = [candidate("RC-1")], results: [ValidationResult] = [],
  defined: [DefinedCheckpoint] = [], events: [Event] = [], findings: [Finding] = [],
  configure: (inout Configuration) -> Void = { _ in }
) -> Workspace {
  workspace(
    tables: [MatrixTable(dimensions: dimensions, candidates: candidates)], results: results, defined: defined,
    events: events, findings: findings, configure: configure)
}

func workspace(
  tables: [MatrixTable], results: [ValidationResult] = [], defined: [DefinedCheckpoint] = [], events: [Event] = [],
  findings: [Finding] = [], configure: (inout Configuration) -> Void = { _ in }
) -> Workspace {
  var configuration = Configuration()
  configure(&configuration)
  return Workspace(
    root: ".", configuration: configuration, matrix: Matrix(path: "M.md", tables: tables), results: results,
    definedCheckpoints: defined, events: events, findings: findings, readAt: noon)
}

func event(
  _ id: String, _ type: String, _ entity: String = "INC-1", _ time: String = "2026-03-10T10:00:00Z",
  severity: String? = nil, correlation: String? = nil, data: [String: String] = [:]
) -> Event {
  Event(
    id: id, type: type, entity: entity, timestamp: at(time), rawSeverity: severity, correlationID: correlation,
    data: data, location: SourceLocation(path: "incidents/events.jsonl", line: 1))
}

func opened(_ severity: String?, _ entity: String = "INC-1", id: String = "opened") -> Event {
  event(id, "incident.opened", entity, severity: severity, data: ["title": "it broke"])
}

func exception(
  covers: String, expires: String = "2026-03-11T00:00:00Z", without: String? = nil, id: String = "exception",
  entity: String = "EX-1"
) -> Event {
  var data = ["covers": covers, "reason": "agreed", "approver": "Huda", "expires_at": expires]
  if let without { data[without] = nil }
  return event(
    id, "exception.recorded", entity, correlation: without == "correlation_id" ? nil : "corr-1", data: data)
}

func result(
  suite: String? = "orders_suite", asset: String? = "orders", time: String? = "2026-03-10T09:00:00Z",
  success: Bool? = true, unsuccessful: Int = 0, exceptions: Int = 0, failed: [FailedExpectation] = [],
  sensitivity: String? = nil, path: String = "a.json", position: Int = 0
) -> ValidationResult {
  ValidationResult(
    name: "nightly", suite: suite, asset: asset, runTime: time.map(at), shape: .storeV1, success: success, evaluated: 3,
    successful: 3 - unsuccessful, unsuccessful: unsuccessful, exceptions: exceptions, failed: failed,
    sensitivity: sensitivity, path: path, position: position)
}

func failure(
  _ column: String = "quantity", gx: GXSeverity? = nil, sensitivity: String? = nil, raised: Bool = false
) -> FailedExpectation {
  FailedExpectation(
    expectation: "expect_column_values_to_not_be_null", columns: [column], raisedException: raised, gxSeverity: gx,
    sensitivity: sensitivity)
}

func verdict(_ workspace: Workspace, _ target: Target) -> Verdict {
  assess(workspace, target: target, now: noon).verdict
}

func codes(_ workspace: Workspace, _ target: Target = .prod) -> [Reason.Code] {
  assess(workspace, target: target, now: noon).reasons.map(\.code)
}
