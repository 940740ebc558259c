import Testing

@testable import Readiness

@Suite struct ControlsRulesTests {
  private func control(
    _ id: String = "PDPL-5", _ framework: ControlFramework = .pdpl, answers: [String] = ["Records of processing"],
    owner: String? = "DPO", status: String? = "Done"
  ) -> Control {
    Control(
      framework: framework, id: id, requirement: "Keep records", answers: answers, owner: owner, status: status,
      location: SourceLocation(path: "docs/governance/saudi-controls.md", line: 8))
  }

  private func codes(_ control: Control) -> [Finding.Code] {
    ControlMatrices(files: [], controls: [control]).judged(now: noon).findings.map(\.code)
  }

  @Test("A control that is answered and owned is no finding")
  func complete() {
    #expect(codes(control()).isEmpty)
    #expect(codes(control(answers: ["", "docs/pdpl.md"])).isEmpty)
    #expect(codes(control(status: "Pending")).isEmpty)
  }

  @Test(
    "A placeholder where an answer belongs is a finding",
    arguments: ["…", "...", "TBD", "docs/…", "TODO: link", "يُحدد لاحقًا", "?"])
  func placeholders(_ text: String) {
    #expect(codes(control(answers: ["Records", text])) == [.controlPlaceholder])
  }

  @Test("No answer at all, a template’s id and a gap in the status are findings")
  func gaps() {
    #expect(codes(control(answers: ["", "—"])) == [.controlPlaceholder])
    #expect(codes(control("PDPL-…")) == [.controlPlaceholder])
    #expect(codes(control(status: "…")) == [.controlPlaceholder])
  }

  @Test("No owner is a finding, also where the matrix has no column for one")
  func owners() {
    #expect(codes(control(owner: "")) == [.controlUnowned])
    #expect(codes(control(owner: "<owner>")) == [.controlUnowned])
    #expect(codes(control(owner: nil)) == [.controlUnowned])
  }

  @Test(
    "A control that does not apply needs no answer",
    arguments: ["N/A", "Not applicable", "لا ينطبق", "غير منطبق على الخدمة"])
  func inapplicable(_ status: String) {
    #expect(codes(control(answers: [""], owner: "", status: status)).isEmpty)
  }

  @Test("Controls are counted for each framework, and a finding names its framework in both languages")
  func counts() {
    let matrices = ControlMatrices(
      files: [],
      controls: [control(), control("PDPL-6", answers: ["…"]), control("ECC-1", .nca, owner: ""), control("AI-1", .ai)])
    #expect(
      matrices.counts == [
        ControlCounts(framework: .pdpl, total: 2, complete: 1, unanswered: 1),
        ControlCounts(framework: .nca, total: 1, unowned: 1), ControlCounts(framework: .ai, total: 1, complete: 1),
      ])
    let judgement = matrices.judged(now: noon)
    #expect(judgement.topic == .saudiControls)
    #expect(
      judgement.findings.first?.message.english
        == "PDPL: control PDPL-6 is not filled in: say how it is met, with evidence")
    #expect(
      judgement.findings.last?.message.arabic.withoutDirectionMarks
        == "الأمن السيبراني (NCA): الضابط ECC-1 بلا مالك: عيّن مالكًا له")
  }
}
