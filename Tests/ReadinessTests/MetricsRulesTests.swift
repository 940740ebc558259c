import Testing

@testable import Readiness

@Suite struct MetricsRulesTests {
  private func metric(_ key: String, owner: String? = "Sara", line: Int, path: String = "docs/metrics.md")
    -> MetricDefinition
  {
    MetricDefinition(
      key: key, definition: "what it means", owner: owner, location: SourceLocation(path: path, line: line))
  }

  private func mention(_ key: String, named: Bool = false, line: Int = 1, path: String = "app/a.py") -> MetricMention {
    MetricMention(key, at: SourceLocation(path: path, line: line), isNamed: named)
  }

  private func unknown(_ keys: [String], _ mentions: [MetricMention]) -> [String] {
    MetricsDictionary(
      files: [], definitions: keys.enumerated().map { metric($0.element, line: $0.offset) }, mentions: mentions
    ).unknownKeys().map(\.key)
  }

  @Test("A dictionary whose metrics all have an owner, a meaning and one place has no findings")
  func complete() {
    let dictionary = MetricsDictionary(
      files: ["docs/metrics.md"], definitions: [metric("orders.gmv_daily", line: 3), metric("orders.count", line: 4)])
    #expect(dictionary.judged(now: noon).findings.isEmpty)
  }

  @Test("Nobody, a placeholder or a blank as owner is a finding at the row")
  func owners() {
    let rows = ["", "TBD", "—", "لاحقًا"].enumerated().map {
      metric("orders.m\($0.offset)", owner: $0.element, line: $0.offset + 3)
    }
    let judgement = MetricsDictionary(files: [], definitions: rows).judged(now: noon)
    #expect(judgement.findings.map(\.code) == Array(repeating: .metricUnowned, count: 4))
    #expect(judgement.findings.map(\.location.line) == [3, 4, 5, 6])
    #expect(judgement.findings.allSatisfy { $0.severity == .v1 && $0.topic == .dataQuality })
  }

  @Test("A table without a column for the owner is one finding, not one for each metric")
  func noOwnerColumn() {
    let place = SourceLocation(path: "docs/metrics.md", line: 2)
    let dictionary = MetricsDictionary(
      files: [], definitions: [metric("a.b", owner: nil, line: 3), metric("a.c", owner: nil, line: 4)],
      ownerlessTables: [MetricsDictionary.OwnerlessTable(location: place, count: 2)])
    #expect(dictionary.judged(now: noon).findings.map(\.location) == [place])
  }

  @Test("A key twice, in whatever case, is a finding that names the first place")
  func twice() {
    let dictionary = MetricsDictionary(
      files: [], definitions: [metric("orders.gmv_daily", line: 3), metric("Orders.GMV_daily", line: 9)])
    let findings = dictionary.judged(now: noon).findings
    #expect(findings.map(\.code) == [.metricDuplicate])
    #expect(findings.first?.location.line == 9)
    #expect(findings.first?.message.english.contains("docs/metrics.md:3") == true)
  }

  @Test("A second definition elsewhere is a finding, a metric that is only defined there is not")
  func elsewhere() {
    let dictionary = MetricsDictionary(
      files: [], definitions: [metric("orders.gmv_daily", line: 3)],
      others: [
        metric("orders.gmv_daily", line: 7, path: "docs/finance.md"), metric("x.y", line: 8, path: "docs/finance.md"),
      ])
    let findings = dictionary.judged(now: noon).findings
    #expect(findings.map(\.code) == [.metricRedefined])
    #expect(findings.first?.location == SourceLocation(path: "docs/finance.md", line: 7))
  }

  @Test("What is given to something called metric is a key, if it is shaped like the dictionary’s")
  func named() {
    #expect(unknown(["orders.gmv_daily"], [mention("sales.net", named: true)]) == ["sales.net"])
    #expect(unknown(["orders.gmv_daily"], [mention("euclidean", named: true)]).isEmpty)
    #expect(unknown(["gmv_daily"], [mention("euclidean", named: true)]).isEmpty)
    #expect(unknown(["gmv_daily"], [mention("net_sales", named: true)]) == ["net_sales"])
    #expect(unknown(["orders.gmv_daily"], [mention("ORDERS.gmv_daily", named: true)]).isEmpty)
  }

  @Test("A name of a metric’s namespace is a key only beside a known key of that namespace, or a slip away from one")
  func namespaced() {
    let keys = ["orders.gmv_daily", "orders.count"]
    #expect(unknown(keys, [mention("orders.customer_id")]).isEmpty)
    #expect(
      unknown(keys, [mention("orders.gmv_daily"), mention("orders.gmv_weekly", line: 2)]) == ["orders.gmv_weekly"])
    #expect(unknown(keys, [mention("orders.gmv_daily"), mention("orders.customer_id", path: "app/b.py")]).isEmpty)
    #expect(unknown(keys, [mention("orders.gmv_dayly")]) == ["orders.gmv_dayly"])
    #expect(unknown(keys, [mention("orders.gmv_daily"), mention("refunds.total")]).isEmpty)
  }

  @Test("A key that is used in many places is one finding, at the first")
  func manyPlaces() {
    let dictionary = MetricsDictionary(
      files: [], definitions: [metric("orders.gmv_daily", line: 3)],
      mentions: (1...4).map { mention("orders.gmv_dayly", named: true, line: $0) })
    let finding = dictionary.judged(now: noon).findings.first
    #expect(finding?.location.description == "app/a.py:1")
    #expect(
      finding?.message.english
        == "metric orders.gmv_dayly is used but not in the dictionary (and 3 more places): define it — orders.gmv_daily?"
    )
  }
}
