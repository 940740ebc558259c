import Testing

@testable import Readiness

@Suite struct LineageConsumersTests {
  private typealias Consumers = Configuration.Consumers

  private func derived(
    _ asset: String, _ events: [LineageEvent], _ configured: [String: Configuration.Consumers] = [:]
  ) -> DerivedConsumers? {
    LineageConsumers(LineageGraph(events, now: noon), configured: configured).derived(for: asset)
  }

  private let chain = [
    LineageGraphTests.run("build", ["orders"], ["fact"]), LineageGraphTests.run("publish", ["fact"], ["gold"]),
  ]

  @Test("A dataset far downstream that customers or models use makes the asset consumed")
  func configured() {
    let reports = derived("orders", chain, ["gold": Consumers(customerReports: true)])
    #expect(reports?.consumers == Consumers(customerReports: true))
    #expect(reports?.because.name.name == "gold")
    #expect(reports?.distance == 4)
    #expect(derived("orders", chain, ["gold": Consumers(models: true)])?.consumers == Consumers(models: true))
  }

  @Test("What lies upstream or beside says nothing")
  func upstream() {
    #expect(derived("gold", chain, ["orders": Consumers(customerReports: true)]) == nil)
    let beside = chain + [LineageGraphTests.run("side", ["other"], ["customer_report"])]
    #expect(derived("orders", beside) == nil)
  }

  @Test("Internal is believed only where every end downstream is said to be so")
  func internalUse() {
    #expect(derived("orders", chain) == nil)
    #expect(derived("orders", chain, ["gold": Consumers(isInternal: true)])?.consumers == Consumers(isInternal: true))
    let twoEnds = chain + [LineageGraphTests.run("leak", ["fact"], ["somewhere"])]
    #expect(derived("orders", twoEnds, ["gold": Consumers(isInternal: true)]) == nil)
    let both = ["gold": Consumers(isInternal: true), "somewhere": Consumers(isInternal: true)]
    #expect(derived("orders", twoEnds, both)?.consumers == Consumers(isInternal: true))
    #expect(derived("orders", chain, ["fact": Consumers(isInternal: true)])?.consumers == Consumers(isInternal: true))
  }

  @Test("Customers behind something internal still count")
  func behindInternal() {
    let said = ["fact": Consumers(isInternal: true), "gold": Consumers(customerReports: true)]
    #expect(derived("orders", chain, said)?.consumers.customerReports == true)
  }

  @Test(
    "Names and tags of jobs and datasets tell who they are for",
    arguments: [
      ("nightly.customer_report", true, false), ("تقارير العملاء", true, false), ("CustomerStatement", true, false),
      ("train_churn", false, true), ("تدريب نموذج", false, true),
    ])
  func names(_ job: String, _ reports: Bool, _ models: Bool) {
    let consumers = derived("fact", [LineageGraphTests.run(job, ["fact"], [])])?.consumers
    #expect(consumers?.customerReports == reports)
    #expect(consumers?.models == models)
  }

  @Test(
    "A table of customers is no report, and what dbt calls a model is none",
    arguments: [
      "sync_customers", "dbt.model.fact", "remodelling",
    ])
  func otherNames(_ job: String) {
    #expect(derived("fact", [LineageGraphTests.run(job, ["fact"], [])]) == nil)
  }

  @Test("A tag wins over a name, and configuration over both")
  func precedence() {
    let tagged = LineageGraphTests.run("report_builder", ["fact"], ["weekly_report"], tags: ["consumer=internal"])
    #expect(derived("fact", [tagged])?.consumers.customerReports == true)
    let said = ["weekly_report": Consumers(isInternal: true)]
    #expect(derived("fact", [tagged], said)?.consumers == Consumers(isInternal: true))
    let customers = LineageGraphTests.run("push", ["fact"], [], tags: ["audience=customers"])
    #expect(derived("fact", [customers])?.consumers.customerReports == true)
  }

  @Test("Of several datasets that an asset may be, all count")
  func ambiguous() {
    let events = [
      LineageGraphTests.run("a", ["x.orders"], ["ops"]), LineageGraphTests.run("b", ["y.orders"], ["customer_report"]),
    ]
    #expect(derived("orders", events, ["ops": Consumers(isInternal: true)])?.consumers.customerReports == true)
    #expect(derived("x.orders", events, ["ops": Consumers(isInternal: true)])?.consumers == Consumers(isInternal: true))
  }

  @Test("A cycle without an end is internal only on somebody’s word")
  func cycle() {
    let events = [LineageGraphTests.run("a", ["x"], ["y"]), LineageGraphTests.run("b", ["y"], ["x"])]
    #expect(derived("x", events) == nil)
    #expect(derived("x", events, ["y": Consumers(isInternal: true)])?.consumers == Consumers(isInternal: true))
  }
}
