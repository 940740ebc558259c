import Readiness
import Testing

@testable import Evidence

@Suite struct CatalogChoiceReaderTests {
  private func choices(_ files: [String: String]) -> [CatalogChoice] {
    let folder = TemporaryFolder()
    for (path, text) in files { folder.write(path, text) }
    return readLineage(below: folder.path, Configuration.Governance()).0?.choices ?? []
  }

  private func tools(_ text: String, in path: String = "docs/lineage.md") -> Set<CatalogTool>? {
    choices([path: text]).first?.tools
  }

  @Test(
    "A page says what is chosen by a label, its title, its decision, or by naming one tool alone",
    arguments: [
      ("# Lineage\n\nChoice: DataHub. OpenMetadata was evaluated.", CatalogTool.dataHub),
      ("# Lineage with Marquez\n\nDataHub is another.", .openLineage),
      ("# Lineage\n\nWe emit OpenLineage events to Marquez.", .openLineage),
      ("# Lineage\n\n## Decision\n\nWe will use OpenMetadata instead of Amundsen and DataHub.", .openMetadata),
      ("# Lineage\n\n| Tool | Unity Catalog |\n|-|-|\n| Since | 2026 |", .unityCatalog),
      ("---\ntool: Microsoft Purview\n---\n# Lineage\n\nCollibra before.", .purview),
      ("# سلسلة البيانات\n\nالأداة: OpenMetadata", .openMetadata),
      ("# سلسلة البيانات\n\n## القرار\n\nنعتمد DataHub بدلًا من Amundsen.", .dataHub),
      ("# Lineage\n\nWe use DataHub.\n\n## Alternatives\n\nAmundsen, Alation.", .dataHub),
    ])
  func pages(_ text: String, _ tool: CatalogTool) { #expect(tools(text) == [tool]) }

  @Test("Several tools of which none is chosen are no choice; none at all is no document of a choice")
  func unclear() {
    #expect(tools("# Lineage\n\nDataHub collects. OpenMetadata shows.") == [])
    #expect(tools("# Lineage\n\nMongoDB Atlas holds the orders.") == nil)
    #expect(choices(["docs/lineage.md": "# Lineage\n\nSee the wiki."]).isEmpty)
  }

  @Test("Nygard’s and MADR’s records are read with their status, number and what they supersede")
  func records() {
    let found = choices([
      "docs/adr/0003-use-amundsen-as-the-data-catalog.md": """
      # 3. Use Amundsen as the data catalog

      Date: 2025-01-02

      ## Status

      Superseded by [ADR-0007](0007-data-catalog.md)

      ## Decision

      We will use Amundsen.
      """,
      "docs/adr/0007-data-catalog.md": """
      # Which data catalog?

      * Status: accepted, supersedes [ADR-0003](0003-use-amundsen-as-the-data-catalog.md)
      * Date: 2026-02-01

      ## Considered Options

      * DataHub
      * OpenMetadata

      ## Decision Outcome

      Chosen option: "DataHub", because OpenMetadata lacks Arabic search.
      """,
      "docs/decisions/0009-سلسلة-البيانات.md": """
      ---
      status: مقترح
      ---
      # اعتماد OpenMetadata
      """,
    ])
    #expect(found.map(\.number) == [3, 7, 9])
    #expect(found.map(\.standing) == [.past, .inForce, .proposed])
    #expect(found.map(\.tools) == [[.amundsen], [.dataHub], [.openMetadata]])
    #expect(found.map(\.supersedes) == [[], [3], []])
    #expect(found.map(\.isRecord) == [true, true, true])
    #expect(Lineage(choices: found).judged(now: noon).findings.isEmpty)
  }

  @Test("Records about other things are none, though they name a tool")
  func otherRecords() {
    #expect(
      choices([
        "docs/adr/0001-use-postgres.md": "# Use PostgreSQL for the DataHub backend\n\n## Status\n\nAccepted\n",
        "docs/adr/0002-tokens.md": "# Rotate tokens\n\n## Decision\n\nRotate those of DataHub.\n",
        "docs/adr/template.md": "# Title of the catalog decision template\n\nUse DataHub\n",
      ]).isEmpty)
  }

  @Test("Two records in force are a finding")
  func two() {
    let found = choices([
      "docs/adr/0001-catalog.md": "# Use DataHub as catalog\n\nStatus: Accepted\n",
      "docs/adr/0002-catalog.md": "# Use OpenMetadata as catalog\n\nStatus: Accepted\n",
    ])
    let findings = Lineage(choices: found).judged(now: noon).findings
    #expect(
      findings.map { "\($0.code.rawValue) \($0.location.description)" } == [
        "lineage_choice_conflict docs/adr/0001-catalog.md:1"
      ])
  }
}
