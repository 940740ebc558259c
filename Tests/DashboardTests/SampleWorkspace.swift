import Dashboard
import Readiness
import TerminalText

/// A workspace with one of everything, for screens that a reader can review.
enum Sample {
  static let now = moment("2026-11-24T12:00:00Z")

  static func moment(_ text: String) -> Instant {
    guard let timestamp = Timestamp(rfc3339: text) else { fatalError("no RFC 3339: \(text)") }
    return timestamp.instant
  }

  static func stamp(_ text: String) -> Timestamp { Timestamp(instant: moment(text), text: text) }

  private static let path = "RELEASE_READINESS_MATRIX_AR.md"

  private static func dimension(
    _ line: Int, _ key: String, _ label: String, _ status: Status, _ raw: String, owner: String, notes: String = "",
    evidence: [EvidenceItem] = []
  ) -> Dimension {
    Dimension(
      key: key, label: label, status: status, rawStatus: raw, owner: owner, notes: notes, evidence: evidence,
      location: SourceLocation(path: path, line: line))
  }

  private static func link(_ text: String, _ state: EvidenceItem.State, _ line: Int) -> EvidenceItem {
    EvidenceItem(
      text: text, target: text, kind: .path, state: state, location: SourceLocation(path: path, line: line))
  }

  static let matrix = Matrix(
    path: path,
    tables: [
      MatrixTable(
        dimensions: [
          dimension(
            10, "docs truth", "docs truth (مصدر واحد)", .ok, "OK", owner: "Tech Writer",
            evidence: [link("docs/SOURCE_OF_TRUTH_INDEX.md", .present, 10)]),
          dimension(
            11, "schema adherence", "schema adherence (Pydantic / عقود)", .risk, "Risk", owner: "Backend",
            notes: "بانتظار مراجعة العقد", evidence: [link("docs/schemas.md", .present, 11)]),
          dimension(
            12, "data quality", "جودة البيانات (data quality)", .ok, "مكتمل", owner: "منصة البيانات",
            evidence: [link("docs/ge.md", .missing, 12), link("docs/gx.md", .present, 12)]),
          dimension(13, "approval SLA", "approval SLA (Class B)", .blocked, "محظور", owner: "الحوكمة"),
          dimension(14, "connector health", "connector health (واجهات)", .unset, "", owner: ""),
          dimension(
            15, "Saudi controls", "الضوابط السعودية (PDPL/NCA/AI)", .unknown, "قيد المراجعة", owner: "الامتثال"),
        ],
        candidates: [
          Candidate(
            name: "RC-2026-W46", label: "RC-2026-W46", status: .risk, rawStatus: "Risk", owner: "Release",
            location: SourceLocation(path: path, line: 21)),
          Candidate(
            name: "RC-2026-W47", label: "RC-2026-W47 الأسبوع السابع والأربعون", status: .ok, rawStatus: "OK",
            owner: "Release", evidence: [link("CHANGELOG.md", .present, 22)],
            location: SourceLocation(path: path, line: 22)),
        ], line: 8)
    ])

  static func event(
    _ line: Int, _ type: String, _ entity: String, _ time: String, severity: String? = nil, data: [String: String] = [:]
  ) -> Event {
    Event(
      id: "e\(line)", type: type, entity: entity, timestamp: stamp(time), rawSeverity: severity,
      correlationID: "c-\(line)", data: data,
      location: SourceLocation(path: "incidents/events.jsonl", line: line))
  }

  static let events = [
    event(
      1, "incident.opened", "INC-0001", "2026-11-24T09:00:00Z", severity: "V3",
      data: [
        "title": "National IDs in the customer export", "title_ar": "أرقام هوية وطنية في ملف تصدير العملاء",
        "dimension": "Saudi controls", "owner": "security",
      ]),
    event(2, "incident.acknowledged", "INC-0001", "2026-11-24T09:12:00Z"),
    event(
      3, "incident.opened", "INC-0002", "2026-11-22T08:00:00Z", severity: "V2",
      data: [
        "title": "Approvals wait longer than agreed", "title_ar": "الموافقات تتجاوز المهلة",
        "dimension": "approval SLA",
      ]),
    event(
      4, "incident.opened", "INC-0003", "2026-11-23T22:30:00Z", severity: "V2",
      data: ["title": "تأخر تقارير العملاء", "dimension": "data quality", "owner": "منصة البيانات"]),
    event(5, "incident.mitigated", "INC-0003", "2026-11-24T01:00:00Z", data: ["note": "أعيد التشغيل من نسخة الأمس"]),
    event(
      6, "incident.opened", "INC-0004", "2026-11-10T10:00:00Z", severity: "V1",
      data: ["title": "CRM connector retries", "dimension": "connector health", "owner": "integrations"]),
    event(
      7, "incident.compensated", "INC-0004", "2026-11-11T10:00:00Z", data: ["mechanism": "manual sync twice a day"]),
    event(
      8, "incident.opened", "INC-0005", "2026-11-20T10:00:00Z", severity: "V0",
      data: ["title": "Typo in the runbook", "owner": "docs"]),
    event(9, "incident.opened", "INC-0006", "2026-11-01T10:00:00Z", severity: "V2", data: ["title": "Old outage"]),
    event(10, "incident.resolved", "INC-0006", "2026-11-02T10:00:00Z"),
  ]

  static func result(
    _ suite: String, _ asset: String, _ time: String, success: Bool, failed: [FailedExpectation] = [],
    evaluated: Int = 6
  ) -> ValidationResult {
    ValidationResult(
      name: "gate \(suite)", suite: suite, asset: asset, runTime: stamp(time), gxVersion: "1.24.1", shape: .storeV1,
      success: success, evaluated: evaluated, successful: evaluated - failed.count, unsuccessful: failed.count,
      failed: failed, path: "gx/uncommitted/validations/\(suite)/\(time).json")
  }

  static let results = [
    result("orders.core", "orders", "2026-11-24T02:15:05Z", success: true),
    result(
      "سلامة العملاء", "عملاء", "2026-11-24T01:45:05Z", success: false,
      failed: [
        FailedExpectation(
          expectation: "expect_column_values_to_match_regex", columns: ["national_id"], gxSeverity: .critical,
          elementCount: 1200, unexpectedCount: 17, unexpectedValues: ["\"1098765432\"", "\"x\""])
      ]),
    result("trend", "stock", "2026-11-21T03:00:00Z", success: true),
    result(
      "trend", "stock", "2026-11-22T03:00:00Z", success: false,
      failed: [FailedExpectation(expectation: "expect_column_mean_to_be_between", columns: ["amount"])]),
    result("trend", "stock", "2026-11-23T03:00:00Z", success: true),
  ]

  static var workspace: Workspace {
    var configuration = Configuration()
    configuration.serviceLevels = [
      .v3: .init(acknowledge: 900, resolve: 14_400), .v2: .init(acknowledge: 1_800, resolve: 28_800),
    ]
    configuration.consumers = ["stock": .init(isInternal: true)]
    return Workspace(
      root: "demo", configuration: configuration, matrix: matrix, results: results, events: events, readAt: now)
  }

  /// A dashboard that has just been shown the sample.
  static func dashboard(
    _ columns: Int, _ rows: Int, _ language: Language = .english, workspace: Workspace = Self.workspace
  ) -> DashboardState {
    var state = DashboardState(options: .init(language: language), columns: columns, rows: rows, now: now)
    _ = state.update(.read(workspace, filesRead: 8, filesTotal: 8, isComplete: true))
    return state
  }
}

extension DashboardState {
  /// Presses keys one after the other; words in angle brackets are named keys: `jj<Enter>`.
  @discardableResult
  mutating func press(_ keys: String) -> [Effect] {
    var effects: [Effect] = []
    var rest = Substring(keys)
    while let character = rest.first {
      if character == "<", let end = rest.firstIndex(of: ">"), let key = namedKeys[String(rest[...end])] {
        effects += update(.key(key))
        rest = rest[rest.index(after: end)...]
      } else {
        effects += update(.key(Key(.character(character))))
        rest = rest.dropFirst()
      }
    }
    return effects
  }

  var screen: String { frame().text() }
}

private let namedKeys: [String: Key] = [
  "<Enter>": Key(.enter), "<Esc>": Key(.escape), "<Tab>": Key(.tab), "<S-Tab>": Key(.backtab), "<Up>": Key(.up),
  "<Down>": Key(.down), "<Left>": Key(.left), "<Right>": Key(.right), "<PgDn>": Key(.pageDown), "<PgUp>": Key(.pageUp),
  "<End>": Key(.end), "<Home>": Key(.home), "<BS>": Key(.backspace),
  "<C-c>": Key(.character("c"), control: true), "<C-z>": Key(.character("z"), control: true),
]
