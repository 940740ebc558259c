import Testing

@testable import Readiness

@Suite struct StructuralFindingsTests {
  @Test func `lint tells what a document is built like, not what it says`() {
    for code in [
      Finding.Code.raggedRow, .duplicateKey, .brokenLink, .missingEventField, .noCandidate, .encodingRepaired,
    ] {
      #expect(code.isStructural, "\(code)")
    }
    for code in [Finding.Code.futureResult, .resultIncomplete, .unknownEntity] {
      #expect(!code.isStructural, "\(code)")
    }
  }

  @Test func `whatever fails closed is told by lint`() {
    for code in Finding.Code.allCases where code.failsClosed { #expect(code.isStructural, "\(code)") }
  }

  @Test func `the findings come by file and line, and those that are no matter of structure do not`() {
    func finding(_ code: Finding.Code, _ path: String, _ line: Int?) -> Finding {
      Finding(code, .v1, Wording("m", "م"), at: SourceLocation(path: path, line: line))
    }
    var assessment = Assessment(target: .prod, now: noon, verdict: .go)
    assessment.findings = [
      finding(.raggedRow, "b.md", 9), finding(.brokenLink, "a.md", 10), finding(.futureResult, "a.md", 1),
      finding(.brokenLink, "a.md", 9), finding(.matrixMissing, "a.md", nil),
    ]
    let places = assessment.structuralFindings.map(\.location.description)
    #expect(places == ["a.md", "a.md:9", "a.md:10", "b.md:9"])
  }

  @Test func `every rule has a title and a help in both languages`() {
    let rules = Reason.Code.allCases.map(\.rule) + Finding.Code.allCases.compactMap(\.structuralRule)
    for words in rules {
      for wording in [words.title, words.help] {
        #expect(!wording.english.isEmpty)
        #expect(wording.arabic.unicodeScalars.contains { (0x0621...0x064A).contains($0.value) }, "\(wording.english)")
      }
    }
  }
}
