package import Readiness

/// A key of the filter language, as `status` in `status:blocked`.
package struct FilterKey: Hashable, Sendable {
  /// What can stand behind the colon.
  enum Domain: Hashable, Sendable {
    /// One of a few words; `ordered`: they can be compared.
    case choices([FilterChoice], ordered: Bool)
    /// A part of a text that the records have.
    case text(FilterRecord.Field)
    case age
  }

  package var names: FilterNames
  package var help: Wording
  var domain: Domain

  private init(_ english: [String], _ arabic: [String], _ help: Wording, _ domain: Domain) {
    names = FilterNames(english, arabic)
    self.help = help
    self.domain = domain
  }

  var canBeCompared: Bool {
    switch domain {
    case .choices(_, let ordered): ordered
    case .text: false
    case .age: true
    }
  }

  /// Every key.
  package static let all: [FilterKey] = [
    FilterKey(
      ["status"], ["الحالة"], Wording("status of the row", "حالة الصف"), .choices(FilterChoice.statuses, ordered: false)
    ),
    FilterKey(
      ["severity"], ["الخطورة"], Wording("V0 to V3, also >=V2", "من V0 إلى V3، وكذلك >=V2"),
      .choices(FilterChoice.severities, ordered: true)),
    FilterKey(["owner"], ["المالك"], Wording("a part of the owner’s name", "جزء من اسم المالك"), .text(.owner)),
    FilterKey(
      ["state"], ["الوضع"], Wording("state of the incident", "وضع الحادثة"),
      .choices(FilterChoice.states, ordered: false)),
    FilterKey(["age"], ["العمر"], Wording("as >3d or <12h", "مثل >3ي أو <12س"), .age),
    FilterKey(
      ["dimension"], ["البعد"], Wording("a part of the dimension’s name", "جزء من اسم البُعد"), .text(.dimension)),
    FilterKey(
      ["rule"], ["القاعدة"], Wording("the rule that made it so", "القاعدة التي أدت إليه"), .text(.rule)),
    FilterKey(
      ["evidence"], ["الدليل"], Wording("whether evidence is there", "هل الدليل موجود"),
      .choices(FilterChoice.evidence, ordered: false)),
    FilterKey(
      ["result"], ["النتيجة"], Wording("result of the checkpoint", "نتيجة نقطة التحقق"),
      .choices(FilterChoice.results, ordered: false)),
    FilterKey(
      ["is"], ["هو", "هي"], Wording("blocker or open", "مانع أو مفتوح"),
      .choices(FilterChoice.properties, ordered: false)),
    FilterKey(
      ["rc", "candidate"], ["المرشح"], Wording("a part of the RC’s name", "جزء من اسم مرشح الإصدار"),
      .text(.candidate)),
  ]

  static func named(_ typed: String) -> NameMatch<FilterKey> { matchName(typed, among: all) { $0.names } }

  /// What `owner:` and the like take for "nobody" and "nothing".
  static let noneNames = FilterNames(["none", "nobody"], ["بلا", "لا_أحد", "لا_شيء"])
}

/// A word that can stand behind a key.
struct FilterChoice: Hashable, Sendable {
  var facts: FilterFacts
  var names: FilterNames
  var help: Wording

  init(_ facts: FilterFacts, _ english: [String], _ arabic: [String], _ help: Wording) {
    self.facts = facts
    names = FilterNames(english, arabic)
    self.help = help
  }

  static let statuses = [
    FilterChoice(.ok, ["ok", "pass", "done"], ["جاهز", "مكتمل"]),
    FilterChoice(.risk, ["risk", "at_risk"], ["مخاطرة", "خطر"]),
    FilterChoice(.blocked, ["blocked", "fail"], ["محظور", "معطل"]),
    FilterChoice(.unset, ["unset"], ["غير_محددة", "فارغة"]),
    FilterChoice(.unknown, ["unknown"], ["غير_معروفة", "مجهولة"]),
  ]

  /// A status, with what the screen shows of it for help.
  private init(_ status: Status, _ english: [String], _ arabic: [String]) {
    func shown(_ language: Language) -> String { "\(status.symbol) \(status.wording(language))" }
    self.init(FilterFacts(status), english, arabic, Wording(verbatim: shown(.english), shown(.arabic)))
  }

  /// From the least, so that they can be compared by their place.
  static let severities = Severity.allCases.map {
    FilterChoice(FilterFacts($0), [$0.name, String($0.rawValue)], [$0.name], $0.wording)
  }

  static let states = [
    FilterChoice(
      FilterFacts(.open), ["open"], ["مفتوحة", "مفتوح"], Wording("not acknowledged yet", "لم يُقَرّ بها بعد")),
    FilterChoice(
      FilterFacts(.acknowledged), ["acknowledged"], ["مقر_بها", "مقر"],
      Wording("somebody has taken it on", "تولّاها أحدهم")),
    FilterChoice(
      FilterFacts(.mitigated), ["mitigated"], ["مخففة", "مخفف"], Wording("its effect is contained", "احتُوي أثرها")),
    FilterChoice(FilterFacts(.resolved), ["resolved"], ["محلولة", "محلول"], Wording("done with", "انتهى أمرها")),
    FilterChoice(
      .excepted, ["excepted"], ["مستثناة", "مستثنى"],
      Wording("a live exception covers it", "يشملها استثناء سارٍ")),
    FilterChoice(
      .compensated, ["compensated"], ["معوضة", "معوض"],
      Wording("a compensating mechanism is recorded", "سُجِّلت لها آلية تعويضية")),
  ]

  static let evidence = [
    FilterChoice(.evidencePresent, ["present"], ["موجود"], Wording("a link leads to a file", "رابط يصل إلى ملف")),
    FilterChoice(
      .evidenceMissing, ["missing"], ["مفقود"],
      Wording("a link leads nowhere, or outside", "رابط لا يصل إلى ملف أو يخرج من مساحة العمل")),
    FilterChoice(
      .evidenceUnchecked, ["unchecked"], ["لم_يفحص"], Wording("an address, code or words", "عنوان أو شيفرة أو كلمات")),
    FilterChoice(.noEvidence, ["none"], ["بلا", "لا_شيء"], Wording("none is named", "لم يُذكر دليل")),
  ]

  static let results = [
    FilterChoice(
      .failed, ["failed"], ["فشلت", "فاشلة", "فاشل"], Wording("an expectation did not hold", "لم يتحقق أحد التوقعات")),
    FilterChoice(
      .passed, ["passed"], ["نجحت", "ناجحة", "ناجح"], Wording("every expectation held", "تحققت كل التوقعات")),
  ]

  static let properties = [
    FilterChoice(
      .blocker, ["blocker", "blocking"], ["مانع", "مانعة"],
      Wording("keeps the candidate from shipping", "يمنع إصدار المرشح")),
    FilterChoice(
      .unresolved, ["open", "unresolved"], ["مفتوح", "مفتوحة"], Wording("not resolved yet", "لم يُحل بعد")),
  ]
}
