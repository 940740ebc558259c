import Foundation
import Readiness
import Report
import Testing

private func parsed(_ text: String) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
}

private func sampleDocument(_ language: Language = .english) throws -> [String: Any] {
  try parsed(jsonReport(sampleAssessment(), workspace: "matrices/demo", language: language))
}

private func list(_ key: String, in document: [String: Any]) throws -> [[String: Any]] {
  try #require(document[key] as? [[String: Any]])
}

@Test("The top of the document says what was judged and when")
func topLevel() throws {
  let document = try sampleDocument()
  #expect(document["schema"] as? String == "jahiz.report/1")
  #expect(document["generated_at"] as? String == "2026-11-24T12:00:00Z")
  #expect(document["workspace"] as? String == "matrices/demo")
  #expect(document["release_candidate"] as? String == "RC-2026.11")
  #expect(document["target"] as? String == "prod")
  #expect(document["verdict"] as? String == "stop")
}

@Test(
  "Every object has exactly the keys of the contract",
  arguments: [
    ("reasons", ["code", "severity", "message", "dimension", "path", "line"]),
    (
      "dimensions",
      [
        "key", "label", "status", "raw_status", "owner", "notes", "highest_open_severity", "path", "line", "evidence",
        "proposal",
      ]
    ),
    ("candidates", ["name", "status", "owner", "path", "line"]),
    (
      "checkpoints",
      [
        "name", "suite", "asset", "run_time", "gx_version", "shape", "success", "evaluated", "successful",
        "unsuccessful", "exceptions", "severity", "rule", "path", "failed",
      ]
    ),
    (
      "incidents",
      [
        "id", "title", "severity", "state", "owner", "opened_at", "dimension", "origin", "rule", "acknowledged_at",
        "mitigated_at", "resolved_at", "compensation", "evidence", "exception", "clock",
      ]
    ),
    ("findings", ["code", "severity", "message", "path", "line", "dimension"]),
    (
      "exceptions",
      [
        "id", "covers", "reason", "approver", "correlation_id", "recorded_at", "expires_at", "revoked_at", "state",
      ]
    ),
  ])
func keys(section: String, expected: [String]) throws {
  let objects = try list(section, in: sampleDocument())
  #expect(!objects.isEmpty)
  for object in objects { #expect(Set(object.keys) == Set(expected)) }
}

@Test("Keys stand in the order of the contract")
func keyOrder() throws {
  let text = jsonReport(
    Assessment(target: .canary, now: sampleNow, verdict: .go), workspace: ".", language: .english)
  #expect(
    text == """
      {
        "schema": "jahiz.report/1",
        "generated_at": "2026-11-24T12:00:00Z",
        "workspace": ".",
        "release_candidate": null,
        "target": "canary",
        "verdict": "go",
        "reasons": [],
        "dimensions": [],
        "candidates": [],
        "checkpoints": [],
        "incidents": [],
        "findings": [],
        "exceptions": [],
        "late_incidents": 0,
        "blocked_workflows": [],
        "connectors": null,
        "tasks": null,
        "event_schemas": null,
        "event_logs": null,
        "metrics": null,
        "lineage": null,
        "documents": null,
        "approvals": null,
        "verifications": null,
        "controls": null,
        "provenance": null
      }

      """)
}

@Test("A checkpoint carries the file's own facts and its failures one by one")
func checkpoint() throws {
  let checkpoints = try list("checkpoints", in: sampleDocument())
  let failing = checkpoints[0]
  #expect(failing["run_time"] as? String == "2026-11-24T02:15:05.123456Z")
  #expect(failing["shape"] as? String == "store_v1")
  #expect(failing["success"] as? Bool == false)
  #expect(failing["unsuccessful"] as? Int == 2)
  #expect(failing["rule"] as? String == "gx_pii")
  let failed = try list("failed", in: failing)
  #expect(failed.map { $0["severity"] as? String } == ["V3", "V2"])
  #expect(failed[0]["columns"] as? [String] == ["email", "هوية"])
  #expect(failed[0]["gx_severity"] as? String == "critical")
  #expect(failed[1]["exception"] as? Bool == true)
  #expect(failed[1]["gx_severity"] is NSNull)
  #expect(checkpoints[1]["name"] is NSNull)
  #expect(checkpoints[1]["severity"] is NSNull)
}

@Test("Evidence says its kind and state; what is not there is null")
func evidence() throws {
  let dimensions = try list("dimensions", in: sampleDocument())
  let items = try list("evidence", in: dimensions[0])
  #expect(items[1]["state"] as? String == "missing")
  #expect(items[1]["kind"] as? String == "path")
  #expect(dimensions[0]["label"] as? String == "docs truth (مصدر واحد)")
  #expect(dimensions[0]["highest_open_severity"] is NSNull)
  #expect(dimensions[2]["status"] as? String == "unknown")
  #expect(dimensions[2]["raw_status"] as? String == "قيد المراجعة")
}

@Test("Messages follow the language, keys and codes do not")
func language() throws {
  let reasons = try list("reasons", in: sampleDocument(.arabic))
  #expect(reasons[1]["message"] as? String == "البُعد «connector health» محظور.")
  #expect(reasons[1]["code"] as? String == "dimension_blocked")
}

@Test("Arabic stays readable, and no value of the data is ever in the document")
func privacy() {
  let text = jsonReport(sampleAssessment(), workspace: "w", language: .arabic)
  #expect(text.contains("مصدر واحد"))
  #expect(!text.contains("sara@example.com"))
  #expect(!text.contains("1098765432"))
}

@Test(
  "Any text comes back from the document as it was, and nothing in it acts on a terminal",
  arguments: [
    "\u{1B}]0;x\u{7}\u{1B}[2J", "a\u{202E}b\u{2066}c\u{2069}", "quote \" backslash \\ slash /", "line\nfeed\r\ttab\0",
    "\u{2028}\u{2029}\u{85}\u{9B}31m\u{7F}", "\u{FEFF}\u{200B}\u{E0041}", "😀 أهلًا e\u{301}", "",
  ])
func roundTrip(text: String) throws {
  let report = jsonReport(hostileAssessment(text), workspace: text, language: .english)
  let document = try parsed(report)
  #expect(Array((document["workspace"] as? String ?? "").unicodeScalars) == Array(text.unicodeScalars))
  let labels = try list("dimensions", in: document).map { $0["label"] as? String ?? "" }
  #expect(labels.allSatisfy { Array($0.unicodeScalars) == Array(text.unicodeScalars) })
  #expect(dangerousScalars(in: report).isEmpty)
}
