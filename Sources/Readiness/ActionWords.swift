// The sentences of actions and decisions. English needs number alone; Arabic needs its six plural forms, and its phrases
// are made in the form that follows a verb or a preposition.

/// What is acted on, as it stands behind a verb.
struct ActionObject: Hashable {
  var wording: Wording
  var count: Int

  /// Behind the preposition ب, which is written onto a word and before a number.
  var arabicWithBa: String {
    let text = wording.arabic
    return text.first.map { $0.isASCII || $0 == "«" } ?? false ? "بـ\(text)" : "ب\(text)"
  }
}

enum ActionWords {
  /// `“Payments lag” (INC-9)`, `4 failing data checks (V3)`, `3 incidents (INC-1, INC-2, INC-3)`.
  static func incidents(_ incidents: [Incident]) -> ActionObject {
    if incidents.count == 1 { return ActionObject(wording: name(incidents[0]), count: 1) }
    let count = incidents.count
    let checks = incidents.count { $0.origin == .checkpoint }
    if checks == count {
      let severities = Set(incidents.map(\.severity.name)).sorted()
      return ActionObject(
        wording: Wording(
          "\(count) failing data checks (\(severities.joined(separator: ", ")))",
          "\(arabicChecks(count)) (\(severities.joined(separator: "، ")))"), count: count)
    }
    let arabic = PluralForms(
      zero: "0 حادثة", one: "حادثة", two: "حادثتين", few: "\(count) حوادث", many: "\(count) حادثة",
      other: "\(count) حادثة"
    ).form(for: count)
    let english = "\(count) incidents"
    if checks > 0 {
      let some = checks == 1 ? "one of them a failing data check" : "\(checks) of them failing data checks"
      return ActionObject(
        wording: Wording(
          "\(english), \(some)", "\(arabic)، \(count == 2 ? "منهما" : "منها") \(arabicChecks(checks))"), count: count)
    }
    guard count <= 3 else { return ActionObject(wording: Wording(verbatim: english, arabic), count: count) }
    let ids = incidents.map(\.id)
    return ActionObject(
      wording: Wording(
        "\(english) (\(ids.joined(separator: ", ")))", "\(arabic) (\(ids.joined(separator: "، ")))"), count: count)
  }

  /// An incident by its title and id.
  static func name(_ incident: Incident) -> Wording {
    let title = incident.titleWording
    return title.english.isEmpty
      ? Wording("incident \(incident.id)", "الحادثة \(incident.id)")
      : Wording("\(quoted(title).english) (\(incident.id))", "الحادثة \(quoted(title).arabic) (\(incident.id))")
  }

  private static func arabicChecks(_ count: Int) -> String {
    PluralForms(
      zero: "0 فحص بيانات فاشل", one: "فحص بيانات فاشل", two: "فحصي بيانات فاشلين", few: "\(count) فحوص بيانات فاشلة",
      many: "\(count) فحص بيانات فاشلًا", other: "\(count) فحص بيانات فاشل"
    ).form(for: count)
  }

  /// `“rollback”`, `“a”, “b” and “c”`, `“a”, “b” and 4 more rows`.
  static func rows(_ names: [Wording]) -> ActionObject {
    let rest = names.count - 2
    let more = PluralForms(
      zero: "", one: "وصف آخر", two: "وصفين آخرين", few: "و\(rest) صفوف أخرى", many: "و\(rest) صفًا آخر",
      other: "و\(rest) صف آخر"
    ).form(for: rest)
    return list(names, quotes: true, more: Wording("\(rest) more rows", Sentence(more)))
  }

  static func paths(_ paths: [String]) -> ActionObject {
    let rest = paths.count - 2
    let more = PluralForms(
      zero: "", one: "وملف آخر", two: "وملفين آخرين", few: "و\(rest) ملفات أخرى", many: "و\(rest) ملفًا آخر",
      other: "و\(rest) ملف آخر"
    ).form(for: rest)
    return list(
      paths.map { Wording(verbatim: $0, $0) }, quotes: false, more: Wording("\(rest) more files", Sentence(more)))
  }

  /// Up to three of them; of more the first two.
  private static func list(_ names: [Wording], quotes: Bool, more: Wording) -> ActionObject {
    let shown = names.count > 3 ? Array(names.prefix(2)) : names
    var english = shown.map { quotes ? "“\($0.english)”" : $0.english }
    var arabic = shown.map { quotes ? "«\($0.arabic)»" : $0.arabic }
    if names.count > 3 {
      english.append(more.english)
      arabic.append(more.arabic)
    }
    let last = english.popLast() ?? ""
    let englishText = english.isEmpty ? last : "\(english.joined(separator: ", ")) and \(last)"
    let joined = arabic.enumerated().map { index, name in
      index == 0 || index == shown.count ? name : quotes ? "و\(name)" : "و \(name)"
    }
    return ActionObject(
      wording: Wording(Sentence(englishText), Sentence(joined.joined(separator: " "))), count: names.count)
  }

  // MARK: Actions

  static func action(_ rule: NextAction.Rule, _ what: ActionObject, _ reasons: [Reason]) -> Wording {
    let (english, arabic) = (what.wording.english, what.wording.arabic)
    switch rule {
    case .repairFile:
      return Wording("Repair \(english) so that it can be read", "أصلح ما تعذّرت قراءته: \(arabic)")
    case .nameOwner: return Wording("Name an owner for the risk on \(english)", "عيّن مالكًا لمخاطرة \(arabic)")
    case .assign: return Wording("Name an owner for \(english)", "عيّن مالكًا يتولى \(arabic)")
    case .acknowledge: return Wording("Acknowledge \(english)", "أقِرّ \(what.arabicWithBa)")
    case .addCandidate:
      return Wording("Add the release candidate to the matrix", "أضف مرشح الإصدار إلى المصفوفة")
    case .setStatus: return Wording("Decide the status of \(english)", "احسم حالة \(arabic)")
    case .compensate:
      return Wording("Record the workaround that compensates \(english)", "سجّل الإجراء التعويضي عن \(arabic)")
    case .supplyEvidence: return Wording("Supply the evidence for \(english)", "قدّم الدليل على \(arabic)")
    case .runCheck:
      return reasons.contains { $0.code == .checkpointMissing } ? runMissing(reasons.count) : runAgain(reasons.count)
    case .mitigate: return Wording("Mitigate \(english)", "خفّف أثر \(arabic)")
    case .resolve: return Wording("Finish and resolve \(english)", "استكمل حل \(arabic)")
    case .remedy: return Wording("Remedy the cause of \(english)", "عالج سبب \(arabic)")
    case .unblock: return Wording("Clear what blocks \(english)", "أزل ما يعطّل \(arabic)")
    case .reduceRisk: return Wording("Bring \(english) to OK", "أنهِ المخاطرة في \(arabic)")
    case .settle:
      return Wording("Settle \(english) before the exception ends", "عالج \(arabic) قبل انتهاء الاستثناء")
    case .writeMatrix: return Wording("Fill in the readiness matrix", "أعدّ مصفوفة الجاهزية واملأ صفوفها")
    }
  }

  private static func runMissing(_ count: Int) -> Wording {
    Wording(
      count == 1
        ? "Run the required check that has no result" : "Run the \(count) required checks that have no result",
      PluralForms(
        zero: "", one: "شغّل الفحص المطلوب الذي لا نتيجة له", two: "شغّل الفحصين المطلوبين اللذين لا نتيجة لهما",
        few: "شغّل \(count) فحوص مطلوبة لا نتيجة لها", many: "شغّل \(count) فحصًا مطلوبًا لا نتيجة لها",
        other: "شغّل \(count) فحص مطلوب لا نتيجة لها"
      ).sentence(for: count))
  }

  private static func runAgain(_ count: Int) -> Wording {
    Wording(
      count == 1 ? "Run the check whose result is old again" : "Run \(count) checks whose results are old again",
      PluralForms(
        zero: "", one: "أعد تشغيل الفحص الذي قدُمت نتيجته", two: "أعد تشغيل فحصين قدُمت نتائجهما",
        few: "أعد تشغيل \(count) فحوص قدُمت نتائجها", many: "أعد تشغيل \(count) فحصًا قدُمت نتائجها",
        other: "أعد تشغيل \(count) فحص قدُمت نتائجها"
      ).sentence(for: count))
  }

  // MARK: Reasons

  static func reason(_ rule: NextAction.Rule, lifts: Verdict, _ reasons: [Reason]) -> Wording {
    let number = Number(reasons.count)
    switch rule {
    case .assign:
      return Wording("nobody owns \(number.them) yet", "لا مالك ل\(number.ha) بعد")
        .and(consequence(lifts, number))
    case .acknowledge:
      return Wording("nobody has taken \(number.them) up yet", "لم يُقِرّ ب\(number.ha) أحد بعد")
        .and(consequence(lifts, number))
    case .mitigate where lifts == .hold:
      return Wording(
        "once mitigated, \(number.they(verb: "no longer holds", "no longer hold")) the release",
        "بعد تخفيف\(number.ha) لا \(number.isDual ? "تعلّقان" : "تعلّق") الإصدار")
    case .mitigate:
      return Wording(
        "\(number.they(verb: "does", "do")) harm until then",
        number.isDual ? "ما زالتا تُحدثان ضررًا" : "ما زالت تُحدث ضررًا"
      ).and(consequence(lifts, number))
    case .resolve where lifts == .stop:
      return Wording(
        "mitigated, but nothing ships while \(number.they(verb: "is", "are")) open",
        "خُفّف أثر\(number.ha)، ولا إصدار قبل حل\(number.ha)")
    case .resolve:
      return Wording(
        "until then \(number.they(verb: "remains", "remain")) a risk",
        number.isDual ? "تبقيان مخاطرة إلى أن تُحلّا" : "تبقى مخاطرة إلى أن تُحلّ")
    case .remedy:
      return Wording(
        "\(number.they(verb: "closes by itself", "close by themselves")) once the cause is gone",
        number.isDual ? "تُغلقان من تلقاء نفسيهما بزوال السبب" : "تُغلق من تلقاء نفسها بزوال السبب"
      ).and(consequence(lifts, number))
    case .compensate where lifts == .hold:
      return Wording(
        "with a workaround on record \(number.they(verb: "no longer holds", "no longer hold")) the release",
        "متى سُجّل إجراء تعويضي لم \(number.isDual ? "تعودا تعلّقان" : "تعد تعلّق") الإصدار")
    case .compensate: return Wording("no workaround is on record", "لا إجراء تعويضيًا مسجلًا")
    default: return plainReason(rule, reasons)
    }
  }

  private static func plainReason(_ rule: NextAction.Rule, _ reasons: [Reason]) -> Wording {
    switch rule {
    case .nameOwner:
      Wording("a risk that somebody owns does not hold the release", "المخاطرة التي لها مالك لا تعلّق الإصدار")
    case .setStatus: Wording("what is not decided holds the release", "ما لم يُحسم يعلّق الإصدار")
    case .supplyEvidence: Wording("OK counts only with its evidence at hand", "لا تُحتسب الجاهزية بلا دليل حاضر")
    case .runCheck where reasons.contains { $0.code == .checkpointMissing }:
      Wording("a required check without a result holds the release", "الفحص المطلوب بلا نتيجة يعلّق الإصدار")
    case .runCheck: Wording("results this old prove little", "النتائج القديمة لا تثبت الحال الراهن")
    case .unblock: Wording("a blocked row holds the release", "الصف المحظور يعلّق الإصدار")
    case .reduceRisk: Wording("until then it is a known risk", "تبقى مخاطرة معلومة إلى ذلك الحين")
    case .settle: Wording("it passes only by a time-limited permission", "لا يُسمح بالإصدار معها إلا بإذن محدود الأجل")
    case .repairFile: Wording("what cannot be read counts as a no", "ما تعذّرت قراءته يُحتسب رفضًا")
    case .addCandidate: Wording("there is none to judge", "لا مرشح يُقيَّم")
    default: Wording("without it nothing can be judged", "لا تقييم بدونها")
    }
  }

  /// What follows from an incident that is left as it is.
  private static func consequence(_ lifts: Verdict, _ number: Number) -> Wording {
    switch lifts {
    case .stop:
      Wording("nothing ships while \(number.they(verb: "is", "are")) open", "لا إصدار قبل حل\(number.ha)")
    case .hold:
      Wording(
        "\(number.they(verb: "holds", "hold")) the release", number.isDual ? "هما تعلّقان الإصدار" : "هي تعلّق الإصدار")
    default:
      Wording(
        "\(number.they(verb: "is", "are")) a risk", number.isDual ? "هما تشكّلان مخاطرة" : "هي تشكّل مخاطرة")
    }
  }
}

/// How many incidents a sentence speaks of: `it is`, `they are`, and in Arabic also the two.
private struct Number {
  private let count: Int

  init(_ count: Int) { self.count = count }

  var them: String { count == 1 ? "it" : "them" }
  var isDual: Bool { count == 2 }
  /// The Arabic suffix of one incident or many, or of two.
  var ha: String { isDual ? "هما" : "ها" }

  func they(verb one: String, _ many: String) -> String { count == 1 ? "it \(one)" : "they \(many)" }
}

extension Wording {
  fileprivate func and(_ other: Wording) -> Wording {
    Wording("\(english), and \(other.english)", "\(arabic)، و\(other.arabic)")
  }
}
