import Testing

@testable import Readiness

@Suite struct LineageGraphTests {
  static func dataset(_ name: String, _ namespace: String = "wh", aliases: [LineageName] = []) -> LineageDataset {
    LineageDataset(LineageName(namespace, name), aliases: aliases)
  }

  /// A completed run of its own, an hour before noon unless said otherwise.
  static func run(
    _ job: String, _ inputs: [String], _ outputs: [String], _ kind: LineageEvent.Kind = .complete, id: String? = nil,
    time: String = "2026-03-10T11:00:00Z", tags: [String] = [], parents: [LineageName] = []
  ) -> LineageEvent {
    LineageEvent(
      kind, time: at(time), runID: id, job: LineageName("air", job), parents: parents, tags: tags,
      inputs: inputs.map { dataset($0) }, outputs: outputs.map { dataset($0) },
      location: SourceLocation(path: "lineage/e.jsonl", line: 1))
  }

  private func blocked(_ events: [LineageEvent], _ assets: [String]) -> [String] {
    LineageGraph(events, now: noon).blockedWorkflows(failedAssets: assets).jobs.map(\.job.name)
  }

  private let chain = [run("a", ["orders"], ["fact"]), run("b", ["fact"], ["report"]), run("c", ["other"], ["x"])]

  @Test("Every job downstream of a failed asset is blocked, nearest first, and no other")
  func downstream() {
    #expect(blocked(chain, ["orders"]) == ["a", "b"])
    #expect(blocked(chain, ["fact"]) == ["b"])
    #expect(blocked(chain, ["report"]).isEmpty)
    #expect(blocked(chain, []).isEmpty)
  }

  @Test("A blocked job names the nearest failed asset and a shortest way from it")
  func paths() throws {
    let events = chain + [Self.run("long", ["orders"], ["detour"]), Self.run("longer", ["detour"], ["fact"])]
    let blocked = LineageGraph(events, now: noon).blockedWorkflows(failedAssets: ["gone", "orders"])
    let last = try #require(blocked.jobs.first { $0.job.name == "b" })
    #expect(last.asset == "orders")
    #expect(blocked.path(to: last).steps.map(\.name.name) == ["orders", "a", "fact", "b"])
    #expect(blocked.path(to: last).steps.map(\.kind) == [.dataset, .job, .dataset, .job])
    let short = blocked.path(to: last, limit: 3)
    #expect(short.steps.map(\.name.name) == ["orders", "a", "b"])
    #expect(short.omitted == 1)
    #expect(blocked.unmatched == ["gone"])
    let both = LineageGraph(chain, now: noon).blockedWorkflows(failedAssets: ["orders", "fact"])
    #expect(both.jobs.first { $0.job.name == "b" }?.asset == "fact")
  }

  @Test("Cycles end, and block every job in them")
  func cycles() {
    let events = [Self.run("a", ["x"], ["y"]), Self.run("b", ["y"], ["x"]), Self.run("self", ["y"], ["y"])]
    #expect(blocked(events, ["x"]) == ["a", "b", "self"])
    #expect(blocked(events, ["y"]) == ["b", "self", "a"])
  }

  @Test("A chain of 100,000 nodes is walked to its end, and its longest way can be told")
  func longChain() throws {
    let events = (0..<50_000).map { Self.run("job\($0)", ["d\($0)"], ["d\($0 + 1)"]) }
    let blocked = LineageGraph(events, now: noon).blockedWorkflows(failedAssets: ["d0"])
    #expect(blocked.jobs.count == 50_000)
    let last = try #require(blocked.jobs.last)
    #expect(blocked.path(to: last).steps.count == 100_000)
    #expect(blocked.path(to: last, limit: 10).steps.count == 10)
  }

  @Test("What a job is part of is blocked with it, but not its other parts")
  func parents() {
    let dag = LineageName("air", "nightly")
    let events = [
      Self.run("nightly.a", ["orders"], ["fact"], parents: [dag]), Self.run("nightly.z", ["quiet"], [], parents: [dag]),
    ]
    #expect(blocked(events, ["orders"]) == ["nightly.a", "nightly"])
  }

  @Test("The newest completed run says what a job reads now; a later run that is not yet done adds to it")
  func newestRun() {
    let old = Self.run("a", ["orders"], ["fact"], id: "1", time: "2026-03-01T00:00:00Z")
    let new = Self.run("a", ["customers"], ["fact"], id: "2", time: "2026-03-02T00:00:00Z")
    #expect(blocked([new, old], ["orders"]).isEmpty)
    #expect(blocked([new, old], ["customers"]) == ["a"])
    let running = Self.run("a", ["orders"], [], .start, id: "3", time: "2026-03-03T00:00:00Z")
    #expect(blocked([old, new, running], ["customers"]) == ["a"])
    #expect(blocked([old, new, running], ["orders"]) == ["a"])
    let silent = Self.run("a", [], [], id: "4", time: "2026-03-04T00:00:00Z")
    #expect(blocked([old, new, silent], ["customers"]) == ["a"])
  }

  @Test("The events of one run add up")
  func oneRun() {
    let start = Self.run("a", ["orders"], [], .start, id: "1", time: "2026-03-01T00:00:00Z")
    let end = Self.run("a", [], ["fact"], .complete, id: "1", time: "2026-03-01T00:10:00Z")
    #expect(blocked([end, start, Self.run("b", ["fact"], [])], ["orders"]) == ["a", "b"])
  }

  @Test("Events later than now are ignored, and tell when they will count")
  func future() {
    let event = Self.run("a", ["orders"], ["fact"], time: "2026-03-10T13:00:00Z")
    #expect(blocked([event], ["orders"]).isEmpty)
    #expect(Lineage(events: [event]).judged(now: noon).nextChange == at("2026-03-10T13:00:00Z").instant)
  }

  @Test("A dataset under two names is one dataset")
  func symlinks() {
    let hive = LineageName("hive", "raw.orders")
    let writer = LineageEvent(
      .complete, time: at("2026-03-10T11:00:00Z"), job: LineageName("air", "load"),
      outputs: [Self.dataset("/lake/orders", "s3", aliases: [hive])], location: SourceLocation(path: "e"))
    let reader = LineageEvent(
      .complete, time: at("2026-03-10T11:00:00Z"), job: LineageName("air", "use"),
      inputs: [LineageDataset(hive)], location: SourceLocation(path: "e"))
    #expect(blocked([reader, writer], ["/lake/orders"]) == ["use"])
    #expect(blocked([reader, writer], ["raw.orders"]) == ["use"])
  }

  @Test("An asset is found by the plainest likeness; several alike are all meant")
  func matching() {
    let graph = LineageGraph(
      [
        Self.run("a", ["shop.public.orders", "Exact", "/lake/raw/sales.parquet"], []),
        Self.run("b", ["crm.public.orders", "x.exact"], []),
      ], now: noon)
    func names(_ asset: String) -> [String] { graph.datasets(named: asset).map { graph.nodes[$0].name.name } }
    #expect(names("Exact") == ["Exact"])
    #expect(names("exact") == ["Exact"])
    #expect(names("orders") == ["shop.public.orders", "crm.public.orders"])
    #expect(names("public.Orders").count == 2)
    #expect(names("crm.public.orders") == ["crm.public.orders"])
    #expect(names("wh/crm.public.orders") == ["crm.public.orders"])
    #expect(names("sales") == ["/lake/raw/sales.parquet"])
    #expect(names("sales.csv") == ["/lake/raw/sales.parquet"])
    #expect(names("prod.shop.public.orders") == ["shop.public.orders"])
    #expect(names("orders_raw").isEmpty)
    #expect(names("").isEmpty)
  }
}
