import Evidence
import Foundation
import Readiness
import Testing

@testable import Ledger

struct EventEnvelopeTests {
  private let context = EventContext(
    tenant: "acme", actor: Actor(kind: .human, user: "نورة", userID: 7, sudoUser: "sara", sshOrigin: "10.0.0.9"),
    correlationID: "corr", traceID: "4bf92f3577b34da6a3ce929d0e0e4736")

  @Test func `The envelope's members stand in their fixed order`() throws {
    let draft = EventDraft("incident.opened", on: "INC-1", severity: .v2, data: ["title": "t", "n": 3, "yes": true])
    let event = draft.sealed(in: context, at: Instant(seconds: 0, nanoseconds: 5_000_000))
    #expect(
      String(decoding: event.line, as: UTF8.self) == """
        {"event_id":"\(event.id.text)","event_type":"incident.opened","spec_version":"1.0","schema_version":"1.0.0",\
        "tenant_id":"acme","entity_id":"INC-1","correlation_id":"corr","causation_id":"none","source":"jahiz",\
        "actor_type":"human","approval_class":"A1","reversibility_class":"R1","sensitivity_class":"S2",\
        "trace_id":"4bf92f3577b34da6a3ce929d0e0e4736","timestamp":"1970-01-01T00:00:00.005Z","severity":"V2",\
        "data":{"actor":"نورة","actor_ssh_origin":"10.0.0.9","actor_sudo_user":"sara","actor_uid":7,"n":3,"title":"t",\
        "yes":true}}

        """)
  }

  @Test func `The reader of the log misses nothing in it`() {
    let (events, findings) = readEvents(event().line, path: "e")
    #expect(events.count == 1 && findings.isEmpty)
  }

  @Test func `Whatever a text holds, the line stays one line and reads back the same`() throws {
    let scalars = (0...0x2FF).compactMap(Unicode.Scalar.init) + (0x2000...0x206F).compactMap(Unicode.Scalar.init)
    var text = String(String.UnicodeScalarView(scalars))
    text += "\u{FEFF}\u{10FFFF}👩‍🚀الحادثة\u{200F}"
    let line = event(note: text).line
    #expect(line.filter { $0 == 10 }.count == 1 && line.last == 10)
    #expect(!line.dropLast().contains { $0 < 0x20 || $0 == 0x7F })
    let written = String(decoding: line, as: UTF8.self).unicodeScalars
    #expect(!written.contains { "\u{2028}\u{2029}\u{202E}\u{2066}\u{FEFF}\u{85}".unicodeScalars.contains($0) })
    #expect(written.contains("\u{200F}"))
    #expect(readEvents(line, path: "e").events.first?.data["note"] == text)
    let parsed = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any]
    #expect((parsed?["data"] as? [String: Any])?["note"] as? String == text)
  }

  @Test func `Values nest`() {
    var bytes: [UInt8] = []
    DataValue.object(["b": .array([.null, .bool(false), -1]), "a": .object([:])]).write(to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == #"{"a":{},"b":[null,false,-1]}"#)
  }

  @Test func `Nobody can write in another's name through the data`() {
    let draft = EventDraft("incident.noted", on: "i", data: ["actor": "mallory"])
    let line = draft.sealed(in: EventContext(actor: someone), at: Instant(seconds: 0)).line
    #expect(readEvents(line, path: "e").events.first?.data["actor"] == "noura")
  }

  @Test func `The actor comes from the environment, a pipeline is automated`() {
    let human = Actor(
      environment: ["USER": "u", "LOGNAME": "l", "SUDO_USER": "s", "SSH_CONNECTION": "192.0.2.7 51000 10.0.0.1 22"],
      userID: 5)
    #expect(human == Actor(kind: .human, user: "l", userID: 5, sudoUser: "s", sshOrigin: "192.0.2.7"))
    #expect(Actor(environment: ["CI": "true"], userID: 5) == Actor(kind: .automated, user: "uid 5", userID: 5))
  }

  @Test func `Every event that jahiz writes has its classes`() {
    for type in [
      "opened", "acknowledged", "mitigated", "resolved", "reassigned", "severity_changed", "compensated", "reopened",
      "noted",
    ] {
      #expect(EventClasses.table["incident.\(type)"] != nil)
    }
    #expect(EventClasses.of("exception.recorded").approval == .named)
    #expect(EventClasses.of("something.else").approval == .owner)
  }
}
