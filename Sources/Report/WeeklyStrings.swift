import Readiness

/// The words of a week's page. They are for people who know the business, not the program.
enum WeeklyStrings {
  static let title = Wording("Release readiness", "جاهزية الإصدار")
  static let changed = Wording("What changed", "ما الذي تغيّر")
  static let blocks = Wording("What stands in the way", "ما الذي يمنع الإصدار")
  static let atRisk = Wording("At risk", "المخاطر")
  static let decisions = Wording("Decisions needed", "قرارات مطلوبة")
  static let steps = Wording("Next steps", "الخطوات التالية")

  static let severity = Wording("Severity", "الخطورة")
  static let what = Wording("What", "المسألة")
  static let owner = Wording("Owner", "المالك")
  static let openFor = Wording("Open for", "منذ")
  static let overdue = Wording("overdue", "تجاوزت المهلة")
  static let rowsThatHold = Wording("Rows of the matrix that hold it:", "صفوف المصفوفة التي تعلّقه:")
  static let rowsAtRisk = Wording("Rows of the matrix:", "صفوف المصفوفة:")
  static let noDecision = Wording("None.", "لا شيء.")
  static let noRisk = Wording("Nothing else is at risk.", "لا مخاطر أخرى.")
  static let noStep = Wording("Nothing is left to do.", "لم يبقَ ما يُعمل.")

  // MARK: The week

  /// `week 48 of 2026 (23–29 November)`.
  static func week(_ week: Week) -> Wording {
    let (first, last) = (civilDate(daysSinceEpoch: week.monday), civilDate(daysSinceEpoch: week.sunday))
    func span(_ language: Language) -> String {
      if first.year != last.year { return "\(date(first, language)) – \(date(last, language))" }
      if first.month != last.month {
        return "\(first.day) \(month(first.month, language)) – \(last.day) \(month(last.month, language))"
      }
      return "\(first.day)–\(last.day) \(month(first.month, language))"
    }
    return Wording(
      "week \(week.number) of \(week.year) (\(span(.english)))",
      "الأسبوع \(week.number) من \(week.year) (\(span(.arabic)))")
  }

  /// `23 November 2026`.
  static func date(_ date: (year: Int, month: Int, day: Int), _ language: Language) -> String {
    "\(date.day) \(month(date.month, language)) \(date.year)"
  }

  static func date(_ instant: Instant, utcOffset: Int, _ language: Language) -> String {
    let local = instant.advanced(bySeconds: Int64(utcOffset)).seconds
    return date(civilDate(daysSinceEpoch: Int(local / 86_400) - (local % 86_400 < 0 ? 1 : 0)), language)
  }

  private static func month(_ number: Int, _ language: Language) -> String { months[number - 1](language) }

  private static let months = [
    Wording("January", "يناير"), Wording("February", "فبراير"), Wording("March", "مارس"), Wording("April", "أبريل"),
    Wording("May", "مايو"), Wording("June", "يونيو"), Wording("July", "يوليو"), Wording("August", "أغسطس"),
    Wording("September", "سبتمبر"), Wording("October", "أكتوبر"), Wording("November", "نوفمبر"),
    Wording("December", "ديسمبر"),
  ]

  /// What the page is of: what changed is the week's, all else the snapshot's.
  static func scope(_ phase: WeeklyPage.Phase, _ moment: String) -> Wording {
    switch phase {
    case .running:
      Wording(
        "Changes: this week so far. Everything else: as of \(moment).",
        "التغيّرات: هذا الأسبوع حتى الآن. وما عداها: حتى \(moment).")
    case .past:
      Wording(
        "Changes: that week. Everything else: as of \(moment), after the week ended.",
        "التغيّرات: ذلك الأسبوع. وما عداها: حتى \(moment)، بعد انقضاء الأسبوع.")
    case .ahead:
      Wording(
        "This week has not begun, so nothing has changed in it. Everything else: as of \(moment).",
        "لم يبدأ هذا الأسبوع بعد، فلا تغيّرات فيه. وما عداها: حتى \(moment).")
    }
  }

  // MARK: The headline

  /// One sentence: may it ship, and why not.
  static func headline(_ page: WeeklyPage) -> Wording {
    let name = page.candidate.map { Wording(verbatim: $0, $0) } ?? Wording("The release", "المرشح")
    let target = target(page.target)
    let first = gravest(page)
    let count: Int
    switch page.verdict {
    case .go:
      return Wording(
        "\(name.english) is ready for \(target.english): nothing stands in the way.",
        "\(name.arabic) جاهز للإصدار إلى \(target.arabic): لا شيء يمنعه.")
    case .goWithRisk:
      count = page.risks.count
      return Wording(
        "\(name.english) may go to \(target.english) with \(count == 1 ? "one known risk" : "\(count) known risks"): "
          + "\(first.english)\(count == 1 ? "" : " first of all").",
        "يجوز إصدار \(name.arabic) إلى \(target.arabic) مع \(knownRisks(count))\(foremost(count)): \(first.arabic)."
      )
    case .hold:
      count = page.blockers.count
      return Wording(
        "\(name.english) is held from \(target.english) by \(count == 1 ? "one open point" : "\(count) open points"): "
          + "\(first.english)\(count == 1 ? "" : " first of all").",
        "إصدار \(name.arabic) إلى \(target.arabic) معلّق بسبب \(points(count, oblique: true))\(foremost(count)): "
          + "\(first.arabic)."
      )
    case .stop:
      count = page.blockers.count { $0.reason.verdict == .stop }
      return Wording(
        "\(name.english) must not go to \(target.english): "
          + (count == 1 ? "\(first.english) stops it." : "\(count) incidents stop it, among them \(first.english)."),
        "لا يجوز إصدار \(name.arabic) إلى \(target.arabic): "
          + (count == 1
            ? "توقفه \(first.arabic)."
            : "توقفه \(incidents(count))، \(count == 2 ? "منهما" : "منها") \(first.arabic)."))
    }
  }

  /// Behind a sum and before the first of it: `، أبرزها`.
  private static func foremost(_ count: Int) -> String {
    PluralForms(zero: "", one: "", two: "، أبرزهما", few: "، أبرزها", many: "، أبرزها", other: "، أبرزها")
      .form(for: count)
  }

  static func target(_ target: Target) -> Wording {
    switch target {
    case .canary: Wording("canary", "الإطلاق التجريبي")
    case .prod: Wording("production", "الإنتاج")
    }
  }

  /// What a headline names: the first of the worst that somebody wrote; else the first of the worst.
  private static func gravest(_ page: WeeklyPage) -> Wording {
    let worst = (page.blockers + page.risks).filter { $0.reason.verdict == page.verdict }
    guard let item = worst.first(where: { !$0.isDataCheck }) ?? worst.first else { return Wording("", "") }
    return self.item(item)
  }

  /// `“Payments lag” (INC-9)`, `“rollback” (status not decided)`, or the reason's own words.
  static func item(_ item: WeeklyItem) -> Wording {
    if item.reason.incident != nil {
      return item.title.english.isEmpty
        ? Wording(verbatim: item.subject, item.subject)
        : Wording("\(quoted(item.title).english) (\(item.subject))", "\(quoted(item.title).arabic) (\(item.subject))")
    }
    guard !item.subject.isEmpty, let state = state(item.reason.code) else { return item.reason.message }
    return Wording("\(quoted(item.title).english) (\(state.english))", "\(quoted(item.title).arabic) (\(state.arabic))")
  }

  /// How something stands that a rule speaks of; nil where only the rule's own words say it.
  static func state(_ code: Reason.Code) -> Wording? {
    switch code {
    case .dimensionBlocked: Wording("blocked", "محظور")
    case .dimensionUnset: Wording("no status", "بلا حالة")
    case .dimensionUnknown: Wording("status not decided", "حالته لم تُحسم")
    case .dimensionRisk: Wording("at risk", "مخاطرة")
    case .dimensionRiskUnowned: Wording("at risk, no owner", "مخاطرة بلا مالك")
    case .dimensionNoEvidence: Wording("names no evidence", "لا يذكر دليلًا")
    case .dimensionEvidenceMissing: Wording("evidence missing", "دليله مفقود")
    case .dimensionExcepted: Wording("permitted by exception", "مسموح به استثناءً")
    case .incidentV2Mitigated: Wording("mitigated", "مُخفَّفة")
    case .incidentV1Compensated: Wording("mitigated or compensated", "مُخفَّفة أو معوَّضة")
    case .incidentExcepted: Wording("permitted by exception", "مسموح بها استثناءً")
    case .incidentV2Open, .incidentV1Open: Wording("open", "مفتوحة")
    default: nil
    }
  }

  /// `V3 · regulatory`, for a column.
  static func severity(_ severity: Severity) -> Wording {
    let word =
      switch severity {
      case .v0: Wording("for information", "للعلم")
      case .v1: Wording("operational", "تشغيلية")
      case .v2: Wording("customers", "تمس العملاء")
      case .v3: Wording("regulatory", "تنظيمية")
      }
    return Wording("\(severity.name) · \(word.english)", "\(severity.name) · \(word.arabic)")
  }

  // MARK: Sums

  /// `5 points stop the release and 19 hold it; 12 of them are overdue.`
  static func blockers(_ items: [WeeklyItem]) -> Wording {
    let stop = items.count { $0.reason.verdict == .stop }
    let hold = items.count - stop
    let late = items.count(where: \.isLate)
    var english: String
    var arabic: String
    switch (stop, hold) {
    case (0, 0): return Wording("Nothing blocks the release.", "لا شيء يمنع الإصدار.")
    case (0, _):
      english = hold == 1 ? "1 point holds the release" : "\(hold) points hold the release"
      arabic = "تُعلّق الإصدار \(points(hold))"
    case (_, 0):
      english = stop == 1 ? "1 point stops the release" : "\(stop) points stop the release"
      arabic = "تُوقف الإصدار \(points(stop))"
    default:
      english = stop == 1 ? "1 point stops the release" : "\(stop) points stop the release"
      english += hold == 1 ? " and 1 holds it" : " and \(hold) hold it"
      arabic = "تُوقف الإصدار \(points(stop))، وتُعلّقه \(points(hold))"
    }
    if late > 0 {
      english += late == 1 ? "; 1 of them is overdue" : "; \(late) of them are overdue"
      arabic += overdue(late, of: items.count)
    }
    return Wording("\(english).", "\(arabic).")
  }

  /// Of one or two points Arabic does not say “of them”.
  private static func overdue(_ late: Int, of count: Int) -> String {
    switch (late, count) {
    case (_, 1): "، وقد تجاوزت مهلتها"
    case (1, 2): "؛ إحداهما تجاوزت مهلتها"
    case (_, 2): "، وقد تجاوزتا مهلتيهما"
    default:
      PluralForms(
        zero: "", one: "؛ واحدة منها تجاوزت مهلتها", two: "؛ اثنتان منها تجاوزتا مهلتيهما",
        few: "؛ \(late) منها تجاوزت مهلتها", many: "؛ \(late) منها تجاوزت مهلتها",
        other: "؛ \(late) منها تجاوزت مهلتها"
      ).form(for: late)
    }
  }

  static func more(_ count: Int) -> Wording {
    Wording(
      count == 1 ? "and 1 more point" : "and \(count) more points",
      PluralForms(
        zero: "", one: "ومسألة أخرى", two: "ومسألتان أخريان", few: "و\(count) مسائل أخرى", many: "و\(count) مسألة أخرى",
        other: "و\(count) مسألة أخرى"
      ).sentence(for: count))
  }

  static func checks(_ count: Int) -> Wording {
    Wording(
      "\(count) failing data checks",
      PluralForms(
        zero: "", one: "فحص بيانات فاشل", two: "فحصا بيانات فاشلان", few: "\(count) فحوص بيانات فاشلة",
        many: "\(count) فحص بيانات فاشلًا", other: "\(count) فحص بيانات فاشل"
      ).sentence(for: count))
  }

  private static func points(_ count: Int, oblique: Bool = false) -> String {
    PluralForms(
      zero: "0 مسألة", one: "مسألة واحدة", two: oblique ? "مسألتين" : "مسألتان", few: "\(count) مسائل",
      many: "\(count) مسألة", other: "\(count) مسألة"
    ).form(for: count)
  }

  private static func knownRisks(_ count: Int) -> String {
    PluralForms(
      zero: "0 مخاطرة", one: "مخاطرة معلومة واحدة", two: "مخاطرتين معلومتين", few: "\(count) مخاطر معلومة",
      many: "\(count) مخاطرة معلومة", other: "\(count) مخاطرة معلومة"
    ).form(for: count)
  }

  static func incidents(_ count: Int, oblique: Bool = false) -> String {
    PluralForms(
      zero: "0 حادثة", one: "حادثة واحدة", two: oblique ? "حادثتين" : "حادثتان", few: "\(count) حوادث",
      many: "\(count) حادثة", other: "\(count) حادثة"
    ).form(for: count)
  }
}
