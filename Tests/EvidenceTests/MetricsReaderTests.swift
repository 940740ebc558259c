import Readiness
import Testing

@testable import Evidence

@Suite struct MetricsReaderTests {
  private func read(
    _ folder: TemporaryFolder, _ configure: (inout Configuration.Governance) -> Void = { _ in }
  ) -> (MetricsDictionary?, [Finding]) {
    var configuration = Configuration.Governance()
    configure(&configuration)
    return readMetrics(below: folder.path, configuration)
  }

  private let english = """
    # Semantic metrics

    | Version | Description |
    |---------|-------------|
    | 1 | first |

    | Metric key | Definition | Owner | Grain |
    |------------|------------|-------|-------|
    | `orders.gmv_daily` (GMV) | Sum of paid orders a day | Finance | day |
    | **orders.count** | Number of paid orders | | day |
    | | | | |
    | `orders.…` | | | |
    """

  @Test("A dictionary is found by its name, its keys are code or bold, rows left from a template are none")
  func byName() throws {
    let folder = TemporaryFolder()
    folder.write("docs/metrics-dictionary.md", english)
    let (dictionary, findings) = read(folder)
    let found = try #require(dictionary)
    #expect(findings.isEmpty)
    #expect(found.definitions.map(\.key) == ["orders.gmv_daily", "orders.count"])
    #expect(found.definitions.map(\.owner) == ["Finance", ""])
    #expect(
      found.definitions.map(\.location.description) == [
        "docs/metrics-dictionary.md:9", "docs/metrics-dictionary.md:10",
      ])
    #expect(found.judged(now: noon).findings.map(\.code) == [.metricUnowned])
  }

  @Test("An Arabic dictionary is read alike")
  func arabic() throws {
    let folder = TemporaryFolder()
    folder.write(
      "docs/قاموس المقاييس.md",
      """
      | مفتاح المقياس | التعريف | المالك |
      |---|---|---|
      | `orders.gmv_daily` | مجموع الطلبات المدفوعة في اليوم | المالية |
      | `orders.refunds` | مجموع المرتجعات | لاحقًا |
      """)
    let found = try #require(read(folder).0)
    #expect(found.definitions.map(\.key) == ["orders.gmv_daily", "orders.refunds"])
    #expect(found.judged(now: noon).findings.map(\.location.line) == [4])
  }

  @Test("Where no file bears the name, the first document with a table of metric, definition and owner is it")
  func byContent() {
    let folder = TemporaryFolder()
    folder.write("docs/a.md", "| Key | Description |\n|-|-|\n| orders.gmv_daily | a setting |\n")
    folder.write("docs/team/kpis.md", english)
    #expect(read(folder).0?.files == ["docs/team/kpis.md"])
    #expect(read(folder).0?.others.map(\.location.path) == ["docs/a.md"])
  }

  @Test("Without a dictionary there is nothing, and no finding")
  func nothing() {
    let folder = TemporaryFolder()
    folder.write("docs/terms.md", "| Term | Definition | Owner |\n|-|-|-|\n| GMV | sum | Sara |\n")
    let (dictionary, findings) = read(folder)
    #expect(dictionary == nil)
    #expect(findings.isEmpty)
  }

  @Test("A second definition in another document is found, tables of other keys are not")
  func elsewhere() throws {
    let folder = TemporaryFolder()
    folder.write("docs/metrics.md", english)
    folder.write("docs/finance/board.md", "text\n\n| المقياس | التعريف |\n|---|---|\n| orders.gmv_daily | شيء آخر |\n")
    folder.write("docs/settings.md", "| Key | Description |\n|---|---|\n| orders.timeout | seconds |\n")
    let found = try #require(read(folder).0)
    #expect(found.others.map(\.location.description) == ["docs/finance/board.md:5"])
    #expect(found.judged(now: noon).findings.map(\.code) == [.metricUnowned, .metricRedefined])
  }

  @Test("A table without a column for the owner is said once")
  func ownerless() throws {
    let folder = TemporaryFolder()
    folder.write(
      "metrics/core.md",
      "| Metric | Definition |\n|-|-|\n| a.b | x |\n| a.c | y |\n\n| Metric | Definition | Owner |\n|-|-|-|\n| a.d | z | |\n"
    )
    folder.write("metrics/README.md", "| Metric | Definition | Owner |\n|-|-|-|\n| a.b | x | z |\n")
    let found = try #require(read(folder).0)
    #expect(found.files == ["metrics/core.md"])
    #expect(found.judged(now: noon).findings.map(\.location.description) == ["metrics/core.md:1", "metrics/core.md:8"])
  }

  @Test("A configured dictionary that is not there, lies outside, or holds no table is a finding")
  func configured() {
    let folder = TemporaryFolder()
    folder.write("docs/empty.md", "nothing\n")
    #expect(read(folder) { $0.metricsDictionary = ["docs/gone.md"] }.1.map(\.code) == [.metricsUnreadable])
    #expect(read(folder) { $0.metricsDictionary = ["../x.md"] }.1.map(\.code) == [.metricsUnreadable])
    #expect(read(folder) { $0.metricsDictionary = ["docs/empty.md"] }.1.map(\.code) == [.metricUndefined])
  }

  @Test("Keys in code, SQL and dashboards that the dictionary lacks are found with file and line")
  func uses() throws {
    let folder = TemporaryFolder()
    folder.write(
      "docs/metrics.md",
      english.replacing("| **orders.count** | Number of paid orders | |", with: "| **orders.count** | Number | Ali |"))
    folder.write("app/models.py", "class Order:\n  id = ForeignKey(\"orders.id\")\n")
    folder.write(
      "app/report.py", "a = metric(\"orders.gmv_daily\")\nb = load('orders.gmv_weekly')\n# metric('orders.old')\n")
    folder.write("app/q.sql", "select {{ metric('sales.net') }} from x")
    folder.write(
      "dash/board.json",
      "{\"panels\": [\n{\"metrics\": [\"orders.count\",\n\"orders.missing\"], \"title\": \"orders.title\"}]}")
    folder.write(
      "dash/board.yaml",
      "widgets:\n  - metric: orders.absent\n    metrics:\n      - orders.count\n      - orders.none # why\n")
    let found = try #require(read(folder) { $0.metricsSource = ["app", "dash"] }.0)
    let unknown = found.unknownKeys().map { "\($0.key) \($0.mentions[0].location.description)" }
    #expect(
      unknown
        == [
          "orders.gmv_weekly app/report.py:2", "sales.net app/q.sql:1", "orders.missing dash/board.json:3",
          "orders.title dash/board.json:3", "orders.absent dash/board.yaml:2", "orders.none dash/board.yaml:5",
        ].sorted { $0.split(separator: " ")[1] < $1.split(separator: " ")[1] })
  }

  @Test("Another reading with the same cache sees what changed")
  func cached() {
    let folder = TemporaryFolder()
    folder.write("docs/metrics.md", english)
    folder.write("app/a.py", "metric('orders.x')")
    var configuration = Configuration.Governance()
    configuration.metricsSource = ["app"]
    let cache = MetricsCache()
    #expect(readMetrics(below: folder.path, configuration, cache: cache).0?.mentions.map(\.key) == ["orders.x"])
    folder.write("app/a.py", "metric('orders.y')")
    #expect(readMetrics(below: folder.path, configuration, cache: cache).0?.mentions.map(\.key) == ["orders.y"])
  }
}

@Suite struct MetricMentionsTests {
  private func named(_ text: String, path: String = "a.py") -> [String] {
    metricMentions(Array(text.utf8), path: path, namespaces: [], calls: []).map(\.key)
  }

  @Test(
    "What a call, a member or a list named metric holds is named",
    arguments: [
      ("metric(\"a.b\", \"c.d\")", ["a.b"]), ("get_metric( 'a.b' )", ["a.b"]), ("useMetric(`a.b`)", ["a.b"]),
      ("metric_key = \"a.b\"", ["a.b"]), ("MetricKey: 'a.b'", ["a.b"]),
      ("{\"metric\": \"a.b\", \"x\": \"c.d\"}", ["a.b"]),
      ("metrics = [\n 'a.b',\n 'c.d']; y = 'e.f'", ["a.b", "c.d"]), ("metrics: tuple = (['a.b'])", []),
      ("<div data-metric=\"a.b\" id=\"c.d\">", ["a.b"]), ("metric(f\"a.{x}\")", []), ("metric()(\"a.b\")", []),
      ("q = \"\"\"select metric('a.b')\"\"\"", ["a.b"]), ("parametric('a.b')", []), ("it's metric('a.b')", ["a.b"]),
    ])
  func named(_ text: String, _ keys: [String]) { #expect(named(text).sorted() == keys) }

  @Test("Own names of calls count beside the built-in ones")
  func calls() {
    let found = metricMentions(Array("kpi('a.b')".utf8), path: "a.py", namespaces: [], calls: ["KPI"])
    #expect(found.map(\.key) == ["a.b"])
  }

  @Test("Hostile text is read to its end", arguments: ["(", "[", "{", "\"", "metric(", "'a.b'", "metric:[", "- "])
  func hostile(_ piece: String) {
    let bytes = Array(String(repeating: piece, count: 20_000).utf8)
    for name in ["a.py", "a.json", "a.yaml"] { _ = metricMentions(bytes, path: name, namespaces: ["a"], calls: []) }
  }
}
