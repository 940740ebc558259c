import Foundation
import Readiness
import Testing

@testable import Evidence

struct ConnectorReaderTests {
  private let folder = TemporaryFolder()

  private func read(_ configure: (inout Configuration.Governance) -> Void = { _ in }) -> (ConnectorRegister?, [Finding])
  {
    var configuration = Configuration.Governance()
    configure(&configuration)
    return readConnectors(below: folder.path, configuration)
  }

  private func only(_ path: String, _ text: String) throws -> Connector {
    folder.write(path, text)
    let register = try #require(read().0)
    #expect(register.connectors.count == 1)
    return try #require(register.connectors.first)
  }

  @Test func `A sheet of headings is read, with what is missing, thin and where`() throws {
    let connector = try only(
      "connectors/stripe.md",
      """
      # Stripe — connector facade

      Owner: Payments

      ## Kind
      Runtime tool connector

      ## Status
      In production

      ## Contract (inputs/outputs, error model)

      ```json
      {"amount": 1}
      ```

      ## Version
      2024-06-20

      ## Retry policy

      ### When the vendor is slow

      - 3 attempts
      - exponential backoff

      ## Timeout
      TBD

      ## Idempotency key
      <!-- to be written -->

      ## Approval policy hook
      Class B before `external_commitment`

      ## Audit field mapping

      | Vendor field | Audit field |
      |---|---|
      | version | schema_version |
      | timeout | deadline |
      | owner | actor |

      ## Observability hooks
      Traces and metrics

      ## Allowlist
      `create_refund`
      """)
    #expect(connector.name == "Stripe")
    #expect(connector.location == SourceLocation(path: "connectors/stripe.md", line: 1))
    #expect(
      connector.states == [.filled, .filled, .filled, .thin, .missing, .filled, .filled, .filled, .missing])
    #expect(connector.entry(.timeout).text == "TBD")
    #expect(connector.entry(.timeout).location.line == 27)
    #expect(connector.entry(.version).text == "2024-06-20")
    #expect(connector.entry(.retry).text == "3 attempts\nexponential backoff")
    #expect(connector.entry(.auditFieldMapping).text.hasPrefix("version · schema_version"))
    #expect(connector.entry(.contract).text == #"{"amount": 1}"#)
    #expect(connector.stage == .production)
    #expect(connector.layers == [.runtimeTool])
    #expect(connector.owner == "Payments")
    #expect(connector.entry(.allowlist).state == .filled)
    #expect(connector.entry(.toolVerification).state == .missing)
  }

  @Test func `A sheet of an Arabic table of two columns is read`() throws {
    let connector = try only(
      "docs/connectors/سلة.md",
      """
      # موصل سلة

      | الحقل | القيمة |
      |---|---|
      | **النوع** | موصل نقل البيانات |
      | المرحلة | تجريبي |
      | المالك | فريق البيانات |
      | العقد | `GET /orders`، صفحات من ٥٠ |
      | الإصدار | v2 |
      | سياسة إعادة المحاولة | ٣ محاولات |
      | المهلة | لاحقًا |
      | مفتاح منع التكرار | order_id |
      | ربط سياسة الموافقة | لا ينطبق: قراءة فقط |
      | ربط حقول التدقيق | actor، trace_id |
      | نقاط الرصد | |
      | اتفاقية مستوى الخدمة | ٤ ساعات |
      | دليل التعبئة الرجعية | [الدليل](runbook.md) |
      """)
    #expect(connector.name == "سلة")
    #expect(
      connector.states == [.filled, .filled, .filled, .thin, .filled, .filled, .filled, .missing, .missing])
    #expect(connector.entry(.timeout).location == SourceLocation(path: "docs/connectors/سلة.md", line: 11))
    #expect(connector.stage == .staging)
    #expect(connector.layers == [.dataMovement])
    #expect(connector.requiredGovernance.allSatisfy { connector.entry($0).state == .filled })
  }

  @Test func `A sheet of front matter is read, lists and mappings too, on their lines`() throws {
    let connector = try only(
      "connectors/hubspot-connector.md",
      """
      ---
      owner: CRM
      stage: canary
      kind: data_movement
      facade:
        contract: { input: Contact, output: Id }
        version: 3
        retry:
          attempts: 3
          backoff: exponential
        timeout_ms: 5000
        idempotencyKey: ~
        approval-policy-hook: [A2, B]
        audit_field_mapping: TODO
        observability_hooks: []
      ---
      Reads contacts every hour.
      """)
    #expect(connector.name == "hubspot")
    #expect(
      connector.states == [.filled, .filled, .filled, .filled, .missing, .filled, .thin, .missing, .missing])
    #expect(connector.entry(.retry).text == "attempts: 3, backoff: exponential")
    #expect(connector.entry(.retry).location.line == 8)
    #expect(connector.entry(.auditFieldMapping).location.line == 14)
    #expect(connector.stage == .canary)
    #expect(connector.layers == [.dataMovement])
    #expect(connector.owner == "CRM")
  }

  @Test func `All forms mix in one file, and the best that is said of a field counts`() throws {
    let connector = try only(
      "connectors/zoho.md",
      """
      ---
      title: "Connector: Zoho Books"
      status: active
      version: TBD
      ---
      # Facade

      | Version | v3 |
      |---|---|
      | Timeout | 10s |

      ## Contract
      OpenAPI, see `contract.yaml`

      ## Resilience

      - **Retry policy:** 3 attempts
      - **Idempotency key** — `invoice_id`
      - **Rollback notes**
        - void the invoice
        - tell finance
      - Timeout: …

      **الرصد**: سجلات ومقاييس
      **حقول التدقيق**: actor

      **Approvals**

      Class B, two people.
      """)
    #expect(connector.name == "Zoho Books")
    #expect(connector.states == Array(repeating: .filled, count: 9))
    #expect(connector.entry(.version).text == "v3")
    #expect(connector.entry(.version).location.line == 8)
    #expect(connector.entry(.timeout).text == "10s")
    #expect(connector.entry(.rollbackNotes).text == "void the invoice\ntell finance")
    #expect(connector.entry(.approvalPolicyHook).text == "Class B, two people.")
    #expect(connector.entry(.auditFieldMapping).location.line == 25)
    #expect(connector.stage == nil)
    #expect(connector.rawStage == "active")
  }

  @Test func `One table with a column for each field has a connector in each row`() throws {
    folder.write(
      "docs/connectors/README.md",
      """
      # Connectors

      Each connector documents its contract, version and so on.

      | Connector | Kind | Stage | Contract | Version | Retry | Timeout | Idempotency key | Approval | Audit | Observability | Rollback |
      |-|-|-|-|-|-|-|-|-|-|-|-|
      | **Stripe** (payments) | runtime | prod | OpenAPI | v1 | 3× | 5s | order id | Class B | actor | traces | refund |
      | Airbyte | ELT | dev | … | 0.50 | | 1h | n/a | - | TBD | logs | |
      | | | | | | | | | | | | |
      """)
    let register = try #require(read().0)
    #expect(register.connectors.map(\.name) == ["Airbyte", "Stripe"])
    let airbyte = register.connectors[0]
    #expect(airbyte.states == [.thin, .filled, .missing, .filled, .thin, .thin, .thin, .filled, .missing])
    #expect(airbyte.location == SourceLocation(path: "docs/connectors/README.md", line: 8))
    #expect(airbyte.entry(.contract).location.line == 8)
    #expect(airbyte.stage == .dev)
    #expect(airbyte.layers == [.dataMovement])
    #expect(register.connectors[1].states == Array(repeating: .filled, count: 9))
    #expect(register.connectors[1].layers == [.runtimeTool])
  }

  @Test func `A column that an Arabic register lacks is missing in each row`() throws {
    folder.write(
      "docs/connectors.md",
      """
      ## موصلات نقل البيانات

      | الموصل | الحالة | العقد | الإصدار | إعادة المحاولة |
      |-|-|-|-|-|
      | سلة | إنتاج | نعم | ٢ | ٣ |
      """)
    let connector = try #require(read().0?.connectors.first)
    #expect(connector.fields(.missing) == Array(ConnectorField.allCases.dropFirst(3)))
    #expect(connector.fields(.thin) == [.contract])
    #expect(connector.stage == .production)
    #expect(connector.layers == [.dataMovement])
  }

  @Test func `Two tables of one file with other columns complete each other, with the same columns they do not`() throws
  {
    let first =
      "| Connector | Contract | Version | Retry | Timeout | Audit |\n|-|-|-|-|-|-|\n| a | api | 1 | 2 | 3s | actor |\n"
    folder.write(
      "docs/connectors/all.md",
      first
        + "\n| Connector | Idempotency | Approval | Observability | Rollback |\n|-|-|-|-|-|\n| a | key | B | traces | refund |\n"
    )
    #expect(read().0?.connectors.map(\.states) == [Array(repeating: .filled, count: 9)])
    #expect(read().0?.connectors.first?.otherLocations == [])
    folder.write("docs/connectors/all.md", first + "\n" + first)
    #expect(read().0?.connectors.first?.otherLocations.count == 1)
  }

  @Test func `A table of a connector's own tools is no register`() throws {
    let connector = try only(
      "connectors/mcp.md",
      "# MCP\n\n| Tool | Version | Timeout | Retry |\n|-|-|-|-|\n| search | 1 | 5s | none, it reads |\n")
    #expect(connector.name == "MCP")
    #expect(connector.fields(.filled) == [.version, .retry, .timeout])
  }

  @Test func `Several connectors below headings of one file are told apart`() throws {
    let part = "### Contract\nx\n### Version\n1\n### Retry\n"
    let sections = "## Stripe connector\n\n\(part)3\n\n## Salla\n\n\(part)TBD\n\n## Zoho\n### Retry\n1\n"
    folder.write("connectors/all.md", "# Connectors\n\n\(sections)")
    let register = try #require(read().0)
    #expect(register.connectors.map(\.name) == ["Salla", "Stripe", "Zoho"])
    #expect(register.connectors.map { $0.entry(.retry).state } == [.thin, .filled, .filled])
    #expect(register.connectors[2].entry(.version).state == .missing)
    #expect(register.connectors[1].location.line == 3)
  }

  @Test func `The stages of one connector are no connectors`() throws {
    let part = "### Contract\nx\n### Version\n1\n### Retry\n3\n"
    let connector = try only("connectors/a.md", "# Stripe\n## Staging\n\(part)\n## Production\n\(part)")
    #expect(connector.name == "Stripe")
  }

  @Test func `Readmes, templates and a connector's other pages are no sheets; an empty sheet is one`() throws {
    folder.write("connectors/README.md", "# Connectors\n- **Contract**: x\n- **Version**: y\n- **Retry**: z\n")
    folder.write("connectors/_template.md", "# Name\n## Contract\nTBD\n")
    folder.write("connectors/CHANGELOG.md", "# Changes\n")
    folder.write("connectors/stripe/README.md", "# Stripe\n## Contract\nx\n## Version\n1\n## Retry\n3\n")
    folder.write("connectors/stripe/webhooks.md", "# Webhooks\nHow they come in.\n")
    folder.write("connectors/crm/new.md", "# Brand new\n")
    let register = try #require(read().0)
    #expect(register.connectors.map(\.name) == ["Brand new", "Stripe"])
    #expect(register.connectors[0].fields(.missing).count == 9)
  }

  @Test func `A sheet that cannot be read documents nothing and hides no other`() throws {
    folder.write("connectors/good.md", "# Good\n## Version\n1\n")
    let bad = FileManager.default
    _ = bad.createFile(atPath: "\(folder.path)/connectors/bad.md", contents: Data([0x23, 0x20, 0, 0xFF]))
    let (register, findings) = read()
    #expect(register?.connectors.map(\.name) == ["bad", "Good"])
    #expect(register?.connectors.first?.fields(.missing).count == 9)
    #expect(findings.map(\.code) == [.connectorUnreadable])
    #expect(findings.first?.location.path == "connectors/bad.md")
    #expect(findings.first?.topic == .connectorHealth)
  }

  @Test func `Nothing found is nothing, a configured path that is not there is a finding`() {
    #expect(read().0 == nil)
    #expect(read().1.isEmpty)
    let (register, findings) = read { $0.connectorSheets = ["gone", "../outside"] }
    #expect(register == nil)
    #expect(findings.map(\.code) == [.connectorUnreadable, .connectorUnreadable])
  }

  @Test func `Configured sheets stand in place of the conventional ones`() throws {
    folder.write("connectors/a.md", "# A\n")
    folder.write("integrations/b/README.md", "# B\n")
    let (register, _) = read { $0.connectorSheets = ["integrations/b/README.md"] }
    #expect(register?.connectors.map(\.name) == ["B"])
  }

  @Test func `Front matter whose aliases unfold without end is cut short`() throws {
    var lines = ["---", "a: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in 1...12 {
      lines.append("b\(level): &a\(level) [\(Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", "))]")
    }
    lines += ["retry: *a12", "version: 1", "---", "# A"]
    let connector = try only("connectors/a.md", lines.joined(separator: "\n"))
    #expect(connector.entry(.version).state == .filled)
    #expect(connector.entry(.retry).text.utf8.count < 10_000)
  }
}
