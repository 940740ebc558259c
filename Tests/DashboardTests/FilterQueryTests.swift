import Dashboard
import Readiness
import Testing

@Suite struct FilterQueryTests {
  /// A few records by name.
  private static let records: [(name: String, record: FilterRecord)] = [
    (
      "docs",
      FilterRecord(
        text: "docs truth\nOK\nTech Writer", facts: [FilterFacts(.ok), .evidencePresent], owner: "Tech Writer",
        dimension: "docs truth\ndocs truth (مصدر واحد)")
    ),
    (
      "approval",
      FilterRecord(
        text: "approval SLA (Class B)\nمحظور\nالأمن السيبراني",
        facts: [FilterFacts(.blocked), .noEvidence, .blocker, FilterFacts(.v2)], owner: "الأمن السيبراني",
        dimension: "approval SLA")
    ),
    (
      "health",
      FilterRecord(
        text: "connector health", facts: [FilterFacts(.unset), .evidenceMissing], owner: "", dimension: "health")
    ),
    (
      "leak",
      FilterRecord(
        text: "INC-7\nمُسَرَّب: بيانات إجازة العملاء\nV3", facts: [FilterFacts(.v3), FilterFacts(.open), .blocker],
        since: Sample.now.advanced(bySeconds: -4 * 86_400), owner: #"Team "Blue", Data Security"#, dimension: "",
        rule: "gx_pii\npersonal or regulated data\nبيانات شخصية")
    ),
    (
      "slow",
      FilterRecord(
        text: "INC-9\nslow report", facts: [FilterFacts(.v1), FilterFacts(.mitigated), .compensated],
        since: Sample.now.advanced(bySeconds: -3 * 86_400 - 18_000), owner: "data_platform", dimension: "docs truth",
        rule: "")
    ),
    ("run", FilterRecord(text: "orders.core", facts: .failed, since: Sample.now, dimension: "", rule: "gx_internal")),
    ("rc", FilterRecord(text: "RC-2026-W47", facts: FilterFacts(.ok), owner: "Release", candidate: "RC-2026-W47")),
  ]

  private func found(_ filter: String) -> String {
    let (query, error) = FilterQuery.parse(filter)
    #expect(error == nil, "\(filter)")
    return Self.records.filter { query.matches($0.record, now: Sample.now) }.map(\.name).joined(separator: " ")
  }

  private static let all = "docs approval health leak slow run rc"

  @Test func anEmptyFilterShowsEverything() {
    for filter in ["", "  ", "-", "ء", "-ء", "\u{200F}", "\"\""] {
      #expect(found(filter) == Self.all, "\(filter)")
      #expect(FilterQuery.parse(filter).query.isEmpty)
    }
  }

  @Test(arguments: [
    ("status:blocked", "approval"), ("severity:>=V2", "approval leak"), ("owner:security", "leak"),
    ("state:open", "leak"), ("age:>3d", "leak slow"),
  ])
  func theExamplesAreUnderstood(filter: String, names: String) {
    #expect(found(filter) == names)
  }

  @Test(arguments: [
    ("الحالة:محظور", "approval"), ("الخطورة:>=V2", "approval leak"), ("الخطورة:>=٢", "approval leak"),
    ("المالك:الأمن", "approval"), ("المالك:الامن", "approval"), ("مالك:بلا", "health"), ("الوضع:مفتوحة", "leak"),
    ("العمر:>3ي", "leak slow"), ("العمر:>٣ي", "leak slow"), ("العمر:>=٤أيام", "leak"), ("العمر:>1أسبوع", ""),
    ("الدليل:مفقود", "health"),
    ("النتيجة:فشلت", "run"), ("هو:مانع", "approval leak"), ("المرشح:w47", "rc"), ("القاعدة:شخصيه", "leak"),
    ("البُعد:مصدر", "docs"), ("الحالة:جاهز،محظور", "docs approval rc"), ("الحـالـة:محظور", "approval"),
    ("الحالة:المحظور", "approval"), ("الحالة:غير_محددة", "health"), ("الحالة:«غير محددة»", "health"),
  ])
  func arabicNamesAndDigitsAreUnderstood(filter: String, names: String) {
    #expect(found(filter) == names)
  }

  @Test(arguments: [
    ("slow report", "slow"), ("report slow", "slow"), ("\"report slow\"", ""), ("“slow report”", "slow"),
    ("”slow report”", "slow"), ("«بيانات اجازه»", "leak"), ("مسرب", "leak"), ("اجازة", "leak"), ("إجـازه", "leak"),
    ("INC-", "leak slow"), ("\"INC-7 مسرب\"", ""), ("CONNECTOR", "health"), ("\"Tech  Writer\"", "docs"),
  ])
  func wordsAndPhrasesAreFoundInWhateverSpelling(filter: String, names: String) {
    #expect(found(filter) == names)
  }

  @Test(arguments: [
    ("-status:blocked", "docs health leak slow run rc"), ("-inc- -status:ok", "approval health run"),
    ("-«slow report» state:mitigated", ""), ("-owner:none", "docs approval leak slow run rc"), ("−inc severity:V3", ""),
    ("-age:>1h", "docs approval health run rc"), ("\u{200F}-INC- state:open", ""), ("- inc", "leak slow"),
  ])
  func aDashExcludes(filter: String, names: String) {
    #expect(found(filter) == names)
  }

  @Test(arguments: [
    ("status:risk,blocked", "approval"), ("status:ok,blocked -rc:w47", "docs approval"),
    ("owner:writer,platform", "docs slow"), ("owner:none,release", "health rc"), ("status:ok,", "docs rc"),
    ("severity:>=V2 -is:blocker", ""), ("severity:V1,v3", "leak slow"), ("severity:<V2", "slow"),
    ("severity:<=1", "slow"), ("severity:=V2", "approval"), ("severity:≥2", "approval leak"),
    ("severity>=V2", "approval leak"), ("is:open", "leak slow"), ("is:blocker owner:الأمن", "approval"),
    ("age:>1d age:<4d", "slow"), ("age:3d", "slow"), ("age:4d", "leak"), ("age:<1h,>=4d", "leak run"),
    ("age:>3d6h", "leak"), ("age:>99999999999999999999w", ""), ("evidence:missing", "health"),
    ("evidence:none", "approval"), ("evidence:present", "docs"), ("result:failed", "run"), ("result:passed", ""),
    ("dimension:truth", "docs slow"), ("dimension:none", "leak run"), ("rule:pii", "leak"), ("rule:none", "slow"),
    ("rc:w47", "rc"), ("state:compensated", "slow"),
  ])
  func valuesAndTermsCombine(filter: String, names: String) {
    #expect(found(filter) == names)
  }

  @Test(arguments: [
    "owner:\"data security\"", "owner:«Data Security»", "owner:“data security”", #"owner:"team \"blue\"""#,
    "owner:«team \"blue\"»", #"owner:"blue\", data",nobody_at_all"#, "owner:data_security",
  ])
  func anOwnerWithBlanksAndQuotesIsFound(filter: String) {
    #expect(found(filter) == "leak")
  }

  @Test func quotesTakeTheMeaningFromNoneAndAnUnderscoreIsAlsoItself() {
    #expect(found("owner:\"none\"") == "")
    #expect(found("owner:data_platform") == "slow")
    #expect(found("owner:\"data_platform\"") == "slow")
  }

  @Test(arguments: [
    ("sev:>=V2", "approval leak"), ("own:security", "leak"), ("STATUS:Blo", "approval"),
    ("خط:V3", "leak"), ("حال:محظ", "approval"), ("evi:mis", "health"), ("candidate:W47", "rc"),
  ])
  func theBeginningOfANameIsEnoughWhereItFitsOne(filter: String, names: String) {
    #expect(found(filter) == names)
  }

  @Test func aColonThatIsNoKeysIsPartOfAWord() {
    for filter in ["docs/a.md:12", "14:03", "https://example.com", ":", "a/b:c"] {
      let (query, error) = FilterQuery.parse(filter)
      #expect(error == nil, "\(filter)")
      #expect(query.words == [FoldedText(filter)])
    }
  }

  @Test func onlyWhatIsLookedForIsMarked() {
    let (query, _) = FilterQuery.parse("مُراجعة -قديم status:ok «قيد  النظر»")
    #expect(query.words == [FoldedText("مراجعه"), FoldedText("قيد النظر")])
    #expect(FoldedText("بانتظار مراجَعةٍ").ranges(of: query.words[0]) == [8..<15])
  }

  @Test func agesGoOnWithTheClock() {
    let (query, _) = FilterQuery.parse("age:>5d")
    let leak = Self.records[3].record
    #expect(!query.matches(leak, now: Sample.now))
    #expect(query.matches(leak, now: Sample.now.advanced(bySeconds: 86_401)))
  }
}
