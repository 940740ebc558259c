import Evidence
import Readiness
import Testing

@Suite struct ConfigurationTests {
  private func read(_ text: String) throws -> Configuration {
    try readConfiguration(Array(text.utf8), path: "jahiz.yaml")
  }

  private func failure(_ text: String) -> String? { failure(Array(text.utf8)) }

  private func failure(_ bytes: [UInt8]) -> String? {
    do throws(WorkspaceError) {
      _ = try readConfiguration(bytes, path: "jahiz.yaml")
      return nil
    } catch {
      return error.message.english
    }
  }

  @Test(arguments: ["", "\n", "# nothing yet\n", "---\n", "\u{FEFF}", "matrix:\nmax_age: ~\n"])
  func `what says nothing means the conventions`(text: String) throws {
    var configuration = try read(text)
    configuration.locations = [:]
    #expect(configuration == Configuration())
  }

  @Test func `every key is read, with its line`() throws {
    let configuration = try read(
      """
      matrix: [docs/A.md, ./docs//B.md]
      gx: [data/gx]
      events: log/events.jsonl
      release_candidate: RC-1.2
      require_rc: true
      target: canary
      pii: {add: [رقم_العضوية], remove: [phone_model]}
      consumers:
        orders: {customer_reports: true, models: false, internal: true}
      map: {orders_suite: data quality}
      service_levels:
        V2: {acknowledge: 30m, resolve: 8h}
        V3: {acknowledge: 90s}
      max_age: 2d
      require:
        - orders/core
      """)
    #expect(configuration.matrix == ["docs/A.md", "docs/B.md"])
    #expect(configuration.gx == ["data/gx"])
    #expect(configuration.events == "log/events.jsonl")
    #expect(configuration.releaseCandidate == "RC-1.2")
    #expect(configuration.requireReleaseCandidate)
    #expect(configuration.target == .canary)
    #expect(configuration.piiAdd == ["رقم_العضوية"])
    #expect(configuration.piiRemove == ["phone_model"])
    #expect(configuration.consumers == ["orders": .init(customerReports: true, models: false, isInternal: true)])
    #expect(configuration.map == ["orders_suite": "data quality"])
    #expect(
      configuration.serviceLevels == [
        .v2: .init(acknowledge: 1_800, resolve: 28_800), .v3: .init(acknowledge: 90),
      ])
    #expect(configuration.maxAge == 172_800)
    #expect(configuration.require == ["orders/core"])
    #expect(configuration.locations["require_rc"] == SourceLocation(path: "jahiz.yaml", line: 5))
    #expect(configuration.locations["service_levels.V3"]?.line == 13)
    #expect(configuration.locations["require.orders/core"]?.line == 16)
  }

  @Test func `a release candidate that looks like a number is still a name`() throws {
    #expect(try read("release_candidate: 1.20").releaseCandidate == "1.20")
  }

  @Test(arguments: [
    ("\n\ntargt: prod\n", "jahiz.yaml:3: unknown key “targt”: did you mean “target”?"),
    ("reqiure_rc: true", "jahiz.yaml:1: unknown key “reqiure_rc”: did you mean “require_rc”?"),
    ("Target: prod", "jahiz.yaml:1: unknown key “Target”: did you mean “target”?"),
    ("pii:\n  ad: [x]", "jahiz.yaml:2: unknown key “ad”: did you mean “add”?"),
    ("service_levels: {V4: {resolve: 1h}}", "jahiz.yaml:1: unknown key “V4”: did you mean “V0”?"),
    (
      "service_levels:\n  V2: {resolved: 1h}", "jahiz.yaml:2: unknown key “resolved”: did you mean “resolve”?"
    ),
    (
      "consumers:\n  a:\n    model: true", "jahiz.yaml:3: unknown key “model”: did you mean “models”?"
    ),
    (
      "pii: {zzzzzz: []}", "jahiz.yaml:1: unknown key “zzzzzz”; known are add, remove"
    ),
  ])
  func `an unknown key names its line and the key that was meant`(text: String, message: String) {
    #expect(failure(text) == message)
  }

  @Test(arguments: [
    ("matrix: a.md", "jahiz.yaml:1: “matrix” must be a list, as `[a, b]`"),
    ("require_rc: maybe", "jahiz.yaml:1: “require_rc” must be true or false"),
    ("require_rc: \"true\"", "jahiz.yaml:1: “require_rc” must be true or false"),
    ("\ntarget: staging", "jahiz.yaml:2: “target” must be canary or prod"),
    ("max_age: 7", "jahiz.yaml:1: “max_age” must be a duration, as 90s, 30m, 8h or 7d"),
    ("max_age: 99999999999999999d", "jahiz.yaml:1: “max_age” must be a duration, as 90s, 30m, 8h or 7d"),
    ("release_candidate: [RC-1]", "jahiz.yaml:1: “release_candidate” must be a text"),
    ("pii: [phone]", "jahiz.yaml:1: “pii” must be keys with values, as `key: value`"),
    ("- matrix", "jahiz.yaml:1: “jahiz.yaml” must be keys with values, as `key: value`"),
  ])
  func `a wrong type names its line and what is expected`(text: String, message: String) {
    #expect(failure(text) == message)
  }

  @Test(arguments: ["/etc/passwd", "../other.md", "docs/../../other.md"])
  func `a path that leaves the workspace is refused`(path: String) {
    #expect(failure("matrix: [\(path)]") == "jahiz.yaml:1: “matrix” must be a path inside the workspace, not “\(path)”")
  }

  @Test func `a key that stands there twice is refused`() {
    #expect(failure("target: prod\ntarget: canary")?.contains("“target” stands there twice") == true)
  }

  @Test func `text that is no YAML names its line`() {
    #expect(failure("matrix: [a.md\ntarget: {")?.hasPrefix("jahiz.yaml:") == true)
    #expect(failure([UInt8]("target: prod\nevents: ".utf8) + [0xFF, 0x0A]) == "jahiz.yaml:2: is not UTF-8")
  }

  @Test(arguments: ["[", "{a: ", "- ", "? "])
  func `nesting without end is refused, not followed`(opening: String) {
    #expect(failure(String(repeating: opening, count: 100_000)) == "jahiz.yaml:1: is nested too deep")
  }

  @Test func `an escape sequence in a key does not reach the message`() {
    let message = failure("\"\\e[31mtarget\\u202E\": prod") ?? ""
    #expect(message.hasPrefix("jahiz.yaml:1: unknown key"))
    #expect(!message.unicodeScalars.contains("\u{1B}") && !message.unicodeScalars.contains("\u{202E}"))
  }

  // MARK: The governed repository

  @Test func `the other places of a governed repository are named`() throws {
    let governance = try read(
      """
      connectors: {sheets: [conn], source: [src], vendors: [stripe, "@twilio"], facade: [src/facade]}
      event_schemas: [schemas]
      event_logs: [log/a.jsonl]
      metrics: {dictionary: [m.md], source: [dash]}
      lineage: [runs]
      tasks: [ops/tasks.md]
      docs: {roots: [docs, guides], index: [docs/index.md]}
      approvals: {records: [a.jsonl], sla: {a2: 24h, B: 2d}}
      verifications: [v.json]
      controls: [c.md]
      customer_facing: [data quality, crm]
      """
    ).governance
    var expected = Configuration.Governance()
    expected.connectorSheets = ["conn"]
    expected.connectorSource = ["src"]
    expected.vendors = ["stripe", "@twilio"]
    expected.facades = ["src/facade"]
    expected.eventSchemas = ["schemas"]
    expected.eventLogs = ["log/a.jsonl"]
    expected.metricsDictionary = ["m.md"]
    expected.metricsSource = ["dash"]
    expected.lineage = ["runs"]
    expected.tasks = ["ops/tasks.md"]
    expected.docsRoots = ["docs", "guides"]
    expected.docsIndex = ["docs/index.md"]
    expected.approvals = ["a.jsonl"]
    expected.approvalLimits = ["A2": 86_400, "B": 172_800]
    expected.verifications = ["v.json"]
    expected.controls = ["c.md"]
    expected.customerFacing = ["data quality", "crm"]
    #expect(governance == expected)
  }

  @Test(arguments: [
    ("connectors: [a]", "keys with values"), ("connectors: {sheet: [a]}", "did you mean “sheets”"),
    ("lineage: ../runs", "a list"), ("lineage: [../runs]", "inside the workspace"),
    ("approvals: {sla: {A2: soon}}", "a duration"), ("customer_facing: [[a]]", "a text"),
  ])
  func `a wrong place is an error and no silence`(text: String, expected: String) {
    #expect(failure(text)?.contains(expected) == true)
    #expect(failure(text)?.hasPrefix("jahiz.yaml:1: ") == true)
  }
}
