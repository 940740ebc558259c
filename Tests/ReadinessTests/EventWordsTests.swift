import Testing

@testable import Readiness

@Suite struct EventWordsTests {
  @Test func aRowThatHoldsForOneCandidateNamesIt() {
    let edit = step(
      "dimension.status_changed", "docs truth",
      data: ["from": "Risk", "to": "OK", "headings": "# Readiness\n## Dimensions of RC-7"])
    #expect(edit.detail(in: .english) == "RC-7 · Risk → OK")
    #expect(edit.detail(in: .arabic) == "RC-7 · Risk ← OK")
    let common = step("dimension.status_changed", "docs truth", data: ["to": "OK", "headings": "# Readiness"])
    #expect(common.detail(in: .english) == "none → OK")
  }

  @Test func whatUndoesAndWhatIsUndoneAreToldApart() {
    let deed = step("incident.resolved", id: "e1", data: ["resolution": "patched"])
    let undo = step("incident.reopened", id: "e2", data: ["undoes": "e1"], line: 2)
    let judged = workspace(events: [step("incident.opened", severity: "V2", data: ["title": "it broke"]), deed, undo])
    let told = story(judged, assess(judged, now: noon), of: "INC-1").map(\.detail.english)
    #expect(told == ["V2 · it broke", "patched · undone later", "as an undo"])
  }
}
