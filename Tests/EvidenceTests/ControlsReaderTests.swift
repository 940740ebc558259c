import Readiness
import Testing

@testable import Evidence

@Suite struct ControlsReaderTests {
  @Test("Matrices in both languages are read, each control under its framework, and counted")
  func matrices() throws {
    let folder = TemporaryFolder()
    folder.write(
      "docs/governance/saudi-controls.md",
      """
      # Saudi controls

      ## PDPL — نظام حماية البيانات الشخصية

      | Control ID | Requirement | Implementation | Evidence | Owner | Status |
      |------------|-------------|----------------|----------|-------|--------|
      | PDPL-5 | Lawful basis | Register of processing | [register](../register.md) | DPO | Done |
      | PDPL-12 | Privacy notice | … | | DPO | Open |
      | PDPL-31 | Records | Kept for 5 years | docs/… | | Open |

      ## ضوابط الهيئة الوطنية للأمن السيبراني

      | رقم الضابط | المتطلب | آلية التطبيق | المالك | الحالة |
      |---|---|---|---|---|
      | 1-2-3 | إدارة الهويات | دخول موحد بعاملين | الأمن السيبراني | مكتمل |
      | 2-7-1 | حماية البيانات | … | الأمن السيبراني | قيد العمل |
      | 2-9-1 | النسخ الاحتياطي | نسخ يومية | | مكتمل |
      | 5-1-1 | أنظمة التحكم الصناعي | | | لا ينطبق |

      ## AI

      | Control | Evidence | Owner |
      |---|---|---|
      | AI-1 Model card | docs/model-card.md | ML |
      """)
    let (matrices, findings) = readControls(below: folder.path, Configuration.Governance())
    let found = try #require(matrices)
    #expect(findings.isEmpty)
    #expect(
      found.counts == [
        ControlCounts(framework: .pdpl, total: 3, complete: 1, unanswered: 2, unowned: 1),
        ControlCounts(framework: .nca, total: 4, complete: 2, unanswered: 1, unowned: 1),
        ControlCounts(framework: .ai, total: 1, complete: 1),
      ])
    let judgement = found.judged(now: noon)
    #expect(judgement.findings.map(\.location.line) == [8, 9, 16, 17])
    #expect(
      judgement.findings.map(\.code) == [
        .controlPlaceholder, .controlPlaceholder, .controlPlaceholder, .controlUnowned,
      ])
  }

  @Test("The framework is named by the file, a column or the id where no heading names it")
  func frameworks() {
    let folder = TemporaryFolder()
    let table = "| Control ID | Evidence | Owner |\n|-|-|-|\n"
    folder.write("controls/ecc.md", table + "| 1-1 | a | b |\n")
    folder.write("docs/controls/ضوابط-الذكاء-الاصطناعي.md", table + "| 7 | a | b |\n")
    folder.write("docs/controls/mixed.md", table + "| PDPL-3 | a | b |\n| X-1 | a | b |\n")
    folder.write(
      "docs/controls/z.md", "| Framework | Clause | Evidence | Owner |\n|-|-|-|-|\n| NCA ECC | 2 | a | b |\n")
    let controls = readControls(below: folder.path, Configuration.Governance()).0?.controls ?? []
    #expect(
      controls.map { "\($0.id) \($0.framework.rawValue)" } == ["PDPL-3 pdpl", "X-1 other", "2 nca", "7 ai", "1-1 nca"])
  }

  @Test("Other tables in such a file are no controls, and without such a file there is nothing")
  func others() {
    let folder = TemporaryFolder()
    #expect(readControls(below: folder.path, Configuration.Governance()).0 == nil)
    folder.write("docs/release-controls.md", "| Date | Change |\n|-|-|\n| today | … |\n")
    #expect(readControls(below: folder.path, Configuration.Governance()).0?.controls == [])
  }

  @Test("What is configured and not there is a finding; a file that is no text hides no other")
  func unreadable() {
    let folder = TemporaryFolder()
    folder.write("a.md", "| Control | Evidence | Owner |\n|-|-|-|\n| A | b | c |\n")
    folder.write("b.md", "\u{0}")
    var configuration = Configuration.Governance()
    configuration.controls = ["gone.md", "b.md", "a.md"]
    let (matrices, findings) = readControls(below: folder.path, configuration)
    #expect(matrices?.controls.map(\.id) == ["A"])
    #expect(
      findings.map { "\($0.code.rawValue) \($0.location.path)" } == [
        "controls_unreadable gone.md", "controls_unreadable b.md",
      ])
  }
}
