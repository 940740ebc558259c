@testable import Readiness

// Events for tests of the fold: whatever a test does not say is in order, and each has an id of its own.

func step(
  _ type: String, _ entity: String = "INC-1", at time: String = "2026-03-10T09:00:00Z", id: String? = nil,
  severity: String? = nil, data: [String: String] = [:], line: Int = 1
) -> Event {
  var event = event(id ?? "\(type) \(entity) \(line)", type, entity, time, severity: severity, data: data)
  event.location.line = line
  return event
}

func waiver(
  covering covers: String, id: String = "EX-1", expires: String? = "2026-03-17T00:00:00Z", reason: String = "agreed",
  approver: String = "Huda", correlation: String? = "corr-1", line: Int = 90
) -> Event {
  var data = ["covers": covers, "reason": reason, "approver": approver]
  data["expires_at"] = expires
  var event = step("exception.recorded", id, data: data, line: line)
  event.correlationID = correlation
  return event
}

extension Assessment {
  var codes: [Reason.Code] { reasons.map(\.code) }

  func has(_ code: Finding.Code) -> Bool { findings.contains { $0.code == code } }
}
