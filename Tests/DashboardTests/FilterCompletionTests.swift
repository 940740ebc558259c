import Dashboard
import Readiness
import Testing

@Suite struct FilterCompletionTests {
  private static let vocabulary = FilterVocabulary(
    owners: [
      .init("Data Platform"), .init("Backend"), .init("الأمن السيبراني"), .init(#"Team "Blue""#), .init("none"),
    ],
    dimensions: [.init("docs truth", help: Wording("docs truth (مصدر واحد)", "docs truth (مصدر واحد)"))],
    rules: [.init("gx_pii", help: DerivationRule.pii.wording)], candidates: [.init("RC-2026-W47")])

  /// What is offered where `|` stands.
  private func offered(_ marked: String, _ language: Language = .english) -> [FilterCompletion] {
    let scalars = Array(marked.unicodeScalars)
    let cursor = scalars.firstIndex(of: "|") ?? scalars.count
    return FilterCompletion.completions(
      for: marked.replacing("|", with: ""), cursor: cursor, language: language, vocabulary: Self.vocabulary)
  }

  /// The text after each completion is taken, with the cursor.
  private func accepted(_ marked: String, _ language: Language = .english) -> [String] {
    let text = marked.replacing("|", with: "")
    return offered(marked, language).map { completion in
      var field = TextField(text)
      field.replace(completion.range, with: completion.text)
      let scalars = Array(field.text.unicodeScalars)
      var result = String.UnicodeScalarView()
      result.append(contentsOf: scalars[..<field.scalarCursor])
      result.append("|")
      result.append(contentsOf: scalars[field.scalarCursor...])
      return String(result)
    }
  }

  @Test func anEmptyFilterOffersEveryKeyInTheScreensLanguage() {
    #expect(offered("|").map(\.text).prefix(3) == ["status:", "severity:", "owner:"])
    #expect(offered("|", .arabic).map(\.text).prefix(3) == ["الحالة:", "الخطورة:", "المالك:"])
    #expect(offered("x |").count == FilterKey.all.count)
    #expect(offered("|x").isEmpty)
  }

  @Test func keysAreCompleted() {
    #expect(accepted("sev|") == ["severity:|"])
    #expect(accepted("x -st|") == ["x -status:|", "x -state:|"])
    #expect(accepted("خط|", .arabic) == ["الخطورة:|"])
    #expect(accepted("الع|", .arabic) == ["العمر:|"])
  }

  @Test func keysOfTheOtherLanguageAreOfferedOnceTheyAreBegun() {
    #expect(accepted("sev|", .arabic) == ["severity:|"])
    #expect(accepted("الخ|", .english) == ["الخطورة:|"])
  }

  @Test func completionWorksInTheMiddleOfAText() {
    #expect(accepted("a st|:ok b") == ["a status:|ok b", "a state:|ok b"])
    #expect(accepted("a status:bl| owner:x") == ["a status:blocked| owner:x"])
    #expect(accepted("a status:bl|ock owner:x") == ["a status:blocked| owner:x"])
    #expect(accepted("status:ok,bl|,risk") == ["status:ok,blocked|,risk"])
    #expect(accepted("الحالة:مح| x", .arabic) == ["الحالة:محظور| x"])
    #expect(accepted("owner:\"Data Pl| x") == ["owner:\"Data Platform\"| x"])
  }

  @Test func valuesAreOfferedWithHelpInTheScreensLanguage() {
    #expect(offered("status:|").map(\.text) == ["ok", "risk", "blocked", "unset", "unknown"])
    #expect(offered("الحالة:|", .arabic).map(\.text) == ["جاهز", "مخاطرة", "محظور", "غير_محددة", "غير_معروفة"])
    #expect(offered("status:bl|").first?.help == "■ Blocked")
    #expect(offered("status:bl|", .arabic).first?.help == "■ محظور")
    #expect(offered("الحالة:bl|", .arabic).map(\.text) == ["blocked"])
  }

  @Test func comparisonsAreOfferedAndKept() {
    #expect(offered("severity:|").map(\.text) == ["V3", "V2", "V1", "V0", ">=V2", ">=V1"])
    #expect(offered("الخطورة:|", .arabic).last?.help == "تشغيلية أو أشد")
    #expect(accepted("severity:>=v|") == ["severity:>=V3|", "severity:>=V2|", "severity:>=V1|", "severity:>=V0|"])
    #expect(accepted("severity:<|").count == 4)
    #expect(offered("age:|").map(\.text) == [">1h", ">1d", ">3d", ">1w"])
    #expect(offered("العمر:|", .arabic).map(\.text) == [">1س", ">1ي", ">3ي", ">1أ"])
    #expect(accepted("age:>3|") == ["age:>3s|", "age:>3m|", "age:>3h|", "age:>3d|", "age:>3w|"])
    #expect(accepted("العمر:>٣|", .arabic)[3] == "العمر:>٣ي|")
  }

  @Test func wordsOfTheWorkspaceAreOffered() {
    #expect(
      offered("owner:|").map(\.text) == [
        "\"Data Platform\"", "Backend", "\"الأمن السيبراني\"", #""Team \"Blue\"""#, "\"none\"", "none",
      ])
    #expect(offered("owner:plat|").map(\.text) == ["\"Data Platform\""])
    #expect(offered("المالك:الامن|", .arabic).map(\.text) == ["\"الأمن السيبراني\""])
    #expect(offered("dimension:|").first?.help == "docs truth (مصدر واحد)")
    #expect(offered("rule:gx|", .arabic).first?.help == DerivationRule.pii.wording(.arabic))
    #expect(accepted("rc:rc|") == ["rc:RC-2026-W47|"])
    #expect(offered("owner:بل|", .arabic).map(\.text) == ["بلا"])
  }

  @Test func whatIsOfferedIsUnderstood() {
    for language in Language.allCases {
      for key in FilterKey.all {
        for completion in accepted("x \(key.names.offered(language)):|", language) {
          let (_, error) = FilterQuery.parse(completion.replacing("|", with: ""))
          #expect(error == nil, "\(completion)")
        }
      }
    }
  }
}
