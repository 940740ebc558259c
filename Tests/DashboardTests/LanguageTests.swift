import Readiness
import TerminalText
import Testing

@testable import Dashboard

/// No string of the screen is left in the other language. What files say keeps its own: so these files say nothing but
/// numbers, and whatever letters are on the screen are jahiz's own.
struct LanguageTests {
  private static let path = "0.0"

  /// A workspace in which every text is made of digits.
  static var mute: Workspace {
    func place(_ line: Int) -> Readiness.SourceLocation { Readiness.SourceLocation(path: path, line: line) }
    let missing = EvidenceItem(text: "1", target: "1", kind: .path, state: .missing, location: place(1))
    let rows = Status.allCases.enumerated().map { index, status in
      Dimension(
        key: "1\(index)", label: "1\(index)", status: status, rawStatus: status == .unset ? "" : "9",
        owner: index == 0 ? "" : "5", evidence: index == 0 ? [missing] : [], location: place(index + 1))
    }
    let candidate = Candidate(
      name: "RC-1", label: "RC-1", status: .ok, rawStatus: "9", owner: "5", location: place(9))
    func event(_ line: Int, _ type: String, _ entity: String, _ severity: String? = nil) -> Event {
      Event(
        id: "\(line)", type: type, entity: entity, timestamp: Sample.stamp("2026-11-20T09:00:00Z"),
        rawSeverity: severity, correlationID: "1",
        data: ["title": "77", "title_ar": "77", "owner": "5", "mechanism": "8", "note": "8"],
        location: Readiness.SourceLocation(path: path, line: line))
    }
    var events = ["V0", "V1", "V2", "V3"].enumerated().map { event($0 + 1, "incident.opened", "2\($0)", $1) }
    for (index, act) in ["acknowledged", "mitigated", "noted", "reassigned", "resolved", "reopened"].enumerated() {
      events.append(event(10 + index, "incident.\(act)", "22"))
    }
    events.append(event(30, "incident.compensated", "21"))
    let failed = FailedExpectation(
      expectation: "4", columns: ["4"], raisedException: true, elementCount: 9, unexpectedCount: 3)
    var results = [true, false].map { success in
      ValidationResult(
        name: "3", suite: success ? "31" : "32", asset: "3", runTime: Sample.stamp("2026-11-01T03:00:00Z"),
        shape: .storeV1, success: success, evaluated: 6, successful: 5, unsuccessful: success ? 0 : 1,
        failed: success ? [] : [failed], path: "0.1")
    }
    results.append(results[1])
    results[2].runTime = Sample.stamp("2026-11-02T03:00:00Z")
    var configuration = Configuration()
    configuration.serviceLevels = [.v3: .init(acknowledge: 900, resolve: 14_400), .v2: .init(acknowledge: 1_800)]
    var workspace = Workspace(
      root: "0", configuration: configuration,
      matrix: Matrix(path: path, tables: [MatrixTable(dimensions: rows, candidates: [candidate], line: 1)]),
      results: results, events: events, readAt: Sample.now)
    var connector = Connector(name: "7", stage: .production, layers: [.runtimeTool], location: place(5))
    connector.fields[.retry] = ConnectorEntry(state: .thin, text: "0", location: place(6))
    workspace.governance.connectors = ConnectorRegister(sheets: [connector, Connector(name: "8", location: place(7))])
    workspace.governance.tasks = TaskWatchlist(
      tasks: WatchedTask.Status.allCases.map { status in
        var task = WatchedTask(identity: "\(status)", location: place(8))
        task.name = "6"
        task.status = status
        task.startedAt = Sample.stamp("2026-11-24T02:00:00Z")
        task.updatedAt = status.isFinal ? Sample.stamp("2026-11-24T03:00:00Z") : nil
        task.sla = status == .working ? 3_600_000 : 864_000_000
        return task
      })
    return workspace
  }

  /// Names that are the same in every language: of severities, targets, keys, files and other programs.
  private static let names: Set<String> = [
    "V", "RC", "canary", "prod", "GX", "GE", "Great", "Expectations", "jahiz", "yaml", "md", "RELEASE", "READINESS",
    "MATRIX", "docs", "matrices", "checkpoints", "uncommitted", "validations", "English", "fg", "visual", "words",
    "runs",
    "terminal", "Enter", "Esc", "Space", "Tab", "S", "PgUp", "PgDn", "Home", "End", "F", "Backspace", "M",
    "status", "since", "CN", "TK", "CL", "webhook",
  ]

  private static let keys = [
    "1", "1jj<Enter>", "1<Enter><Enter>", "2", "20z", "2<Enter>", "2jj<Enter>", "3", "3<Enter>", "3j<Enter>", "4",
    "4<Enter>",
    "4j<Enter><Enter>", "5", "5<Enter>", "5j<Enter><Enter>", "6", "6<Enter>", "7", "e", "A", "t", "?", ":", "s", "f",
    "f9", "f0987<Enter>", "/9", "yn", "H", "L", ".", "[", "]", "S", "a",
    "a<Enter>", "2a", "2a<Enter>", "2a<Down><Enter>", "i", "2i", "O", "u", "2 *v",
  ]

  @Test(arguments: keys, [(120, 40), (80, 24), (40, 10)])
  func anArabicScreenHoldsNoEnglish(keys: String, size: (Int, Int)) {
    var state = Sample.dashboard(size.0, size.1, .arabic, workspace: Self.mute)
    state.press(keys)
    // Rules' and events' codes are names too: they are what files and other programs call them.
    let codes = Set(
      (Reason.Code.allCases.map(\.rawValue) + Finding.Code.allCases.map(\.rawValue)).flatMap {
        $0.split(separator: "_").map(String.init)
      })
    for word in latinWords(of: state.screen) {
      // A cut word is judged by its beginning.
      // Letters alone or of a hexadecimal id.
      let isName =
        word.count == 1 || word.allSatisfy { "abcdef".contains($0) } || Self.names.contains { $0.hasPrefix(word) }
        || codes.contains { $0.hasPrefix(word) }
      #expect(isName, "“\(word)” after \(keys)")
    }
  }

  @Test(arguments: keys, [(120, 40), (80, 24), (40, 10)])
  func anEnglishScreenHoldsNoArabic(keys: String, size: (Int, Int)) {
    var state = Sample.dashboard(size.0, size.1, .english, workspace: Self.mute)
    state.press(keys)
    for line in state.screen.split(separator: "\n") where !line.contains("F2") {
      #expect(!line.unicodeScalars.contains { isArabic($0) }, "\(line) after \(keys)")
    }
  }

  @Test func numbersAreWrittenAsTheSettingSays() {
    var state = Sample.dashboard(120, 40, .arabic, workspace: Self.mute)
    state.options.digits = .arabic
    #expect(state.numerals("3/14 V3 2026") == "٣/١٤ V3 ٢٠٢٦")
    #expect(state.screen.unicodeScalars.contains { (0x0660...0x0669).contains($0.value) })
    state.options.digits = .western
    #expect(!state.screen.unicodeScalars.contains { (0x0660...0x0669).contains($0.value) })
  }

  private func latinWords(of screen: String) -> [String] {
    screen.split { !($0.isASCII && $0.isLetter) }.map(String.init)
  }

  private func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    (0x0600...0x06FF).contains(scalar.value) || (0xFB50...0xFDFF).contains(scalar.value)
      || (0xFE70...0xFEFE).contains(scalar.value)
  }
}
