import Readiness
import Testing

@testable import Evidence

@Suite struct LineageReaderTests {
  private func read(_ folder: TemporaryFolder) -> (Lineage?, [Finding]) {
    readLineage(below: folder.path, Configuration.Governance())
  }

  private let december = Instant(seconds: 1_796_083_200)

  @Test("Events that openlineage-python wrote are read: runs, a job and a dataset without a run")
  func realEvents() throws {
    let folder = TemporaryFolder()
    folder.write("lineage/2026/events.jsonl", OpenLineageSamples.lines)
    let (lineage, findings) = read(folder)
    let events = try #require(lineage?.events)
    #expect(findings.isEmpty)
    #expect(events.map(\.kind) == [.start, .complete, .start, .fail, .job, .dataset])
    #expect(events.map(\.location.line) == [1, 2, 3, 4, 5, 6])
    #expect(events[1].time?.text == "2026-11-23T01:04:10.250Z")
    #expect(events[1].parents == [LineageName("airflow", "nightly")])
    #expect(events[1].inputs.first?.aliases == [LineageName("s3://lake", "raw/orders")])
    #expect(events[1].inputs.first?.failedAssertions == [])
    #expect(events[4].job == LineageName("airflow", "weekly.train_churn"))
    #expect(events[5].outputs.map(\.name.name) == ["shop.public.orders"])
  }

  @Test("They tell what a failed asset blocks and who consumes it")
  func realGraph() throws {
    let folder = TemporaryFolder()
    folder.write("lineage/events.ndjson", OpenLineageSamples.lines)
    let lineage = try #require(read(folder).0)
    let graph = lineage.graph(now: december)
    let blocked = graph.blockedWorkflows(failedAssets: ["orders"])
    #expect(
      blocked.jobs.map(\.job.name) == [
        "nightly.build_fact_orders", "nightly", "nightly.customer_report", "weekly.train_churn",
      ])
    let last = try #require(blocked.jobs.last)
    #expect(
      blocked.path(to: last).steps.map(\.name.name) == [
        "shop.public.orders", "nightly.build_fact_orders", "shop.marts.fact_orders", "weekly.train_churn",
      ])
    let derived = LineageConsumers(graph, configured: [:]).derived(for: "orders")
    #expect(derived?.consumers == Configuration.Consumers(customerReports: true, models: true))
    #expect(derived?.because == LineageStep(.job, LineageName("airflow", "nightly.customer_report")))
    #expect(
      lineage.judged(now: december).findings.map(\.code) == [.lineageChoiceMissing, .lineageRunFailed])
  }

  @Test(
    "A JSON file holds one event, a list of them, or what Marquez answers",
    arguments: ["%", "[%,%]", "{\"events\": [%,%], \"totalCount\": 2}"])
  func documents(_ shape: String) {
    let folder = TemporaryFolder()
    folder.write("lineage/e.json", shape.replacing("%", with: OpenLineageSamples.completeFactOrders))
    let (lineage, findings) = read(folder)
    #expect(findings.isEmpty)
    #expect(lineage?.events.allSatisfy { $0.kind == .complete && $0.outputs.count == 1 } == true)
    #expect(lineage?.events.isEmpty == false)
  }

  @Test("Lines that are no events hide no others, and are findings at their first line")
  func damage() {
    let folder = TemporaryFolder()
    let good = "{\"eventTime\": \"2026-01-01T00:00:00Z\", \"job\": {\"namespace\": \"a\", \"name\": \"b\"}}"
    folder.write(
      "lineage/e.jsonl", "\(good)\nnonsense\n{\"a\": 1}\n\n[]\n{\"job\": {\"name\": \"b\"}}\n{\"a\": \(good)")
    let (lineage, findings) = read(folder)
    #expect(lineage?.events.count == 2)
    #expect(
      findings.map { "\($0.code.rawValue) \($0.location.line ?? 0)" } == [
        "lineage_unreadable 2", "lineage_event_invalid 3", "lineage_event_invalid 6",
      ])
  }

  @Test("Columns tell where an output comes from, also where the inputs leave it out")
  func columnLineage() {
    let folder = TemporaryFolder()
    folder.write(
      "lineage/e.json",
      """
      {"eventTime": "2026-01-01T00:00:00Z", "eventType": "COMPLETE", "run": {"runId": "1", "facets": {}},
       "job": {"namespace": "spark", "name": "etl", "facets": {"tags": {"tags": [
         {"key": "consumer", "value": "models", "source": "USER"}, {"key": "pii", "value": "false"}]}}},
       "inputs": [], "outputs": [{"namespace": "wh", "name": "fact", "facets": {"schema": {"a": [[1]]},
         "columnLineage": {"fields": {"id": {"inputFields": [
           {"namespace": "wh", "name": "orders", "field": "id"}, {"namespace": "wh", "name": "orders", "field": "x"}]}}}}}]}
      """)
    let event = read(folder).0?.events.first
    #expect(event?.inputs.map(\.name.name) == ["orders"])
    #expect(event?.tags == ["consumer=models"])
  }

  @Test(
    "Failed assertions are kept with their columns, wherever the producer puts them",
    arguments: ["facets", "inputFacets"])
  func assertions(_ place: String) {
    let folder = TemporaryFolder()
    folder.write(
      "lineage/e.json",
      """
      {"eventTime": "2026-01-01T00:00:00Z", "job": {"namespace": "a", "name": "b"}, "inputs": [{"namespace": "wh",
       "name": "orders", "\(place)": {"dataQualityAssertions": {"assertions": [
        {"assertion": "not_null", "success": false, "column": "id"}, {"assertion": "row_count", "success": false},
        {"assertion": "unique", "success": true, "column": "id"}]}}}]}
      """)
    #expect(read(folder).0?.events.first?.inputs.first?.failedAssertions == ["not_null(id)", "row_count"])
  }

  @Test("Without events and documents there is nothing; a configured place that is not there is a finding")
  func nothing() {
    let folder = TemporaryFolder()
    let (lineage, findings) = read(folder)
    #expect(lineage == nil)
    #expect(findings.isEmpty)
    var configuration = Configuration.Governance()
    configuration.lineage = ["events"]
    #expect(readLineage(below: folder.path, configuration).1.map(\.code) == [.lineageUnreadable])
  }
}
