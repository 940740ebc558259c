import Readiness

// What changed in a week, in one sentence and word by word.

extension WeeklyStrings {
  static let nothingChanged = Wording("Nothing is on record for this week.", "لم يُسجَّل شيء في هذا الأسبوع.")

  /// `3 incidents opened, 1 resolved; 1 exception recorded; 2 statuses changed.`
  static func changes(_ changes: WeeklyChanges) -> Wording {
    let groups = [
      incidentParts(changes), exceptionParts(changes), matrixParts(changes),
      changes.repository.flatMap(repository).map { [$0] } ?? [],
    ].filter { !$0.isEmpty }
    guard !groups.isEmpty else { return nothingChanged }
    let english = groups.map { $0.map(\.english).joined(separator: ", ") }.joined(separator: "; ")
    let arabic = groups.map { $0.map(\.arabic).joined(separator: "، و") }.joined(separator: "؛ ")
    return Wording("\(english).", "\(arabic).")
  }

  private static func incidentParts(_ changes: WeeklyChanges) -> [Wording] {
    typealias Change = WeeklyChanges.Incident.Change
    // The first of them says what is counted.
    var isFirst = true
    func part(_ change: Change, _ english: String, _ arabic: (Int) -> String) -> Wording? {
      let count = changes.count(of: change)
      guard count > 0 else { return nil }
      defer { isFirst = false }
      let noun = isFirst ? (count == 1 ? " incident" : " incidents") : ""
      return Wording("\(count)\(noun) \(english)", Sentence(arabic(count)))
    }
    let people = [
      part(.opened, "opened") { "فُتحت \(incidents($0))" },
      part(.reopened, "reopened") { "أُعيد فتح \(incidents($0, oblique: true))" },
      part(.severityChanged, "reclassified") { "تغيّرت خطورة \(incidents($0, oblique: true))" },
      part(.mitigated, "mitigated") { "خُفّف أثر \(incidents($0, oblique: true))" },
      part(.resolved, "resolved") { "حُلّت \(incidents($0))" },
    ]
    let (failed, passed) = (changes.count(of: .failed), changes.count(of: .passed))
    let checks: [Wording?] = [
      failed == 0
        ? nil
        : Wording(
          "\(failed) data \(failed == 1 ? "check" : "checks") began to fail", "بدأ فشل \(dataChecks(failed))"),
      passed == 0
        ? nil
        : Wording("\(passed) data \(passed == 1 ? "check" : "checks") passed again", Sentence(recovered(passed))),
    ]
    return (people + checks).compactMap(\.self)
  }

  private static func dataChecks(_ count: Int) -> String {
    PluralForms(
      zero: "", one: "فحص بيانات واحد", two: "فحصي بيانات", few: "\(count) فحوص بيانات", many: "\(count) فحص بيانات",
      other: "\(count) فحص بيانات"
    ).form(for: count)
  }

  private static func recovered(_ count: Int) -> String {
    let verb = (3...10).contains(count % 100) ? "تعافت" : "تعافى"
    return "\(verb) \(count == 2 ? "فحصا بيانات" : dataChecks(count))"
  }

  private static func exceptionParts(_ changes: WeeklyChanges) -> [Wording] {
    func part(_ change: WeeklyChanges.Exception.Change, _ english: String, one: String, two: String, few: String)
      -> Wording?
    {
      let count = changes.exceptions.count { $0.change == change }
      guard count > 0 else { return nil }
      return Wording(
        "\(count) \(count == 1 ? "exception" : "exceptions") \(english)",
        PluralForms(
          zero: "", one: "\(one) استثناء واحد", two: "\(two) استثناءان", few: "\(few) \(count) استثناءات",
          many: "\(one) \(count) استثناءً", other: "\(one) \(count) استثناء"
        ).sentence(for: count))
    }
    return [
      part(.recorded, "recorded", one: "سُجّل", two: "سُجّل", few: "سُجّلت"),
      part(.revoked, "revoked", one: "أُلغي", two: "أُلغي", few: "أُلغيت"),
      part(.expired, "ran out", one: "انتهى", two: "انتهى", few: "انتهت"),
    ].compactMap(\.self)
  }

  private static func matrixParts(_ changes: WeeklyChanges) -> [Wording] {
    var parts: [Wording] = []
    let statuses = changes.statuses.count
    if statuses > 0 {
      parts.append(
        Wording(
          statuses == 1 ? "1 status changed" : "\(statuses) statuses changed",
          PluralForms(
            zero: "", one: "تغيّرت حالة صف واحد", two: "تغيّرت حالتا صفين", few: "تغيّرت حالات \(statuses) صفوف",
            many: "تغيّرت حالات \(statuses) صفًا", other: "تغيّرت حالات \(statuses) صف"
          ).sentence(for: statuses)))
    }
    let added = changes.candidates.count { $0.change == .added }
    if added > 0 {
      parts.append(
        Wording(
          added == 1 ? "1 release candidate added" : "\(added) release candidates added",
          PluralForms(
            zero: "", one: "أُضيف مرشح إصدار واحد", two: "أُضيف مرشحا إصدار", few: "أُضيف \(added) مرشحين للإصدار",
            many: "أُضيف \(added) مرشحًا للإصدار", other: "أُضيف \(added) مرشح للإصدار"
          ).sentence(for: added)))
    }
    return parts
  }

  /// `12 commits by 3 people, 2 of them to the matrix`; nil without a commit.
  static func repository(_ repository: WeeklyChanges.Repository) -> Wording? {
    let (count, people, matrix) = (repository.commits, repository.authors.count, repository.matrix.count)
    guard count > 0 else { return nil }
    var english = "\(count) \(count == 1 ? "commit" : "commits") by \(people) \(people == 1 ? "person" : "people")"
    let from = PluralForms(
      zero: "", one: "من شخص واحد", two: "من شخصين", few: "من \(people) أشخاص", many: "من \(people) شخصًا",
      other: "من \(people) شخص"
    ).form(for: people)
    let came = (3...10).contains(count % 100) ? "وصلت" : "وصل"
    var arabic = "\(came) إلى المستودع \(edits(count)) \(from)"
    if matrix > 0 {
      english += ", \(matrix) of \(count == 1 ? "it" : "them") to the matrix"
      let share =
        switch (matrix, count) {
        case (_, 1): "، وهو على المصفوفة"
        case (1, 2): "، أحدهما على المصفوفة"
        case (_, 2): "، وكلاهما على المصفوفة"
        default: "، منها \(edits(matrix)) على المصفوفة"
        }
      arabic += share
    }
    return Wording(verbatim: english, arabic)
  }

  private static func edits(_ count: Int) -> String {
    PluralForms(
      zero: "", one: "تعديل واحد", two: "تعديلان", few: "\(count) تعديلات", many: "\(count) تعديلًا",
      other: "\(count) تعديل"
    ).form(for: count)
  }

  static func change(_ change: WeeklyChanges.Incident.Change) -> Wording {
    switch change {
    case .opened: Wording("opened", "فُتحت")
    case .acknowledged: Wording("acknowledged", "أُقِرّ بها")
    case .mitigated: Wording("mitigated", "خُفّف أثرها")
    case .resolved: Wording("resolved", "حُلّت")
    case .reassigned: Wording("given to another owner", "نُقلت إلى مالك آخر")
    case .compensated: Wording("compensated", "عُوّضت")
    case .reopened: Wording("reopened", "أُعيد فتحها")
    case .noted: Wording("commented on", "دُوِّنت عليها ملاحظة")
    case .severityChanged: Wording("reclassified", "تغيّرت خطورتها")
    case .failed: Wording("began to fail", "بدأ فشلها")
    case .passed: Wording("passed again", "تعافت")
    }
  }

  static func exception(_ exception: WeeklyChanges.Exception, _ date: String) -> Wording {
    let (id, covers, author) = (exception.id, exception.covers, exception.author)
    switch exception.change {
    case .recorded:
      return Wording(
        "Exception \(id) recorded for \(covers), approved by \(author)",
        "سُجّل الاستثناء \(id) بشأن \(covers) بموافقة \(author)")
    case .revoked:
      return Wording(
        "Exception \(id) for \(covers) revoked by \(author)", "ألغى \(author) الاستثناء \(id) بشأن \(covers)")
    case .expired:
      return Wording(
        "Exception \(id) for \(covers) ran out on \(date)", "انتهى الاستثناء \(id) بشأن \(covers) في \(date)")
    }
  }

  static func status(_ status: WeeklyChanges.Status) -> Wording {
    let (old, new, by) = (statusWord(status.old), statusWord(status.new), status.author)
    return Wording(
      "“\(status.row)”: \(old.english) → \(new.english)" + (by.isEmpty ? "" : ", by \(by)"),
      "«\(status.row)»: \(old.arabic) ← \(new.arabic)" + (by.isEmpty ? "" : "، غيّرها \(by)"))
  }

  /// A status as the matrix wrote it: the usual words in the reader's language, all others as they are.
  private static func statusWord(_ text: String) -> Wording {
    let known = Status.allCases.first { $0.matrixWord.map { folded($0) == folded(text) } ?? false }
    return known?.wording ?? Wording(verbatim: text, text)
  }

  static func candidate(_ candidate: WeeklyChanges.Candidate) -> Wording {
    let (name, by) = (candidate.name, candidate.author)
    return candidate.change == .added
      ? Wording(
        "\(name) added" + (by.isEmpty ? "" : " by \(by)"),
        by.isEmpty ? "أُضيف المرشح \(name)" : "أضاف \(by) المرشح \(name)")
      : Wording(
        "\(name) taken out" + (by.isEmpty ? "" : " by \(by)"),
        by.isEmpty ? "حُذف المرشح \(name)" : "حذف \(by) المرشح \(name)")
  }

  static func recordedBy(_ names: [WeeklyChanges.Share]) -> Wording {
    let shown = names.prefix(4).map { "\($0.name) (\($0.count))" }
    let rest = names.count > 4 ? " …" : ""
    return Wording(
      "Recorded by: \(shown.joined(separator: ", "))\(rest)", "سجّلها: \(shown.joined(separator: "، "))\(rest)")
  }

  static func moreIncidents(_ count: Int) -> Wording {
    Wording(
      count == 1 ? "and 1 more incident" : "and \(count) more incidents",
      PluralForms(
        zero: "", one: "وحادثة أخرى", two: "وحادثتان أخريان", few: "و\(count) حوادث أخرى", many: "و\(count) حادثة أخرى",
        other: "و\(count) حادثة أخرى"
      ).sentence(for: count))
  }

  // MARK: Provenance

  static func confidence(_ provenance: WeeklyProvenance) -> Wording {
    let word =
      switch provenance.confidence {
      case .low: Wording("low", "منخفضة")
      case .medium: Wording("medium", "متوسطة")
      case .high: Wording("high", "عالية")
      }
    let doubts = provenance.doubts.map(\.wording)
    let english = doubts.isEmpty ? "" : " (\(doubts.map(\.english).joined(separator: "; ")))"
    let arabic = doubts.isEmpty ? "" : " (\(doubts.map(\.arabic).joined(separator: "؛ ")))"
    return Wording("Confidence: \(word.english)\(english).", "درجة الثقة: \(word.arabic)\(arabic).")
  }

  static func freshness(_ hours: Int?) -> Wording {
    guard let hours else { return Wording("No evidence bears a date.", "لا دليل مؤرخًا.") }
    if hours == 0 {
      return Wording("Newest evidence: less than an hour old.", "أحدث دليل: قبل أقل من ساعة.")
    }
    if hours < 48 {
      let arabic = PluralForms(
        zero: "", one: "قبل ساعة", two: "قبل ساعتين", few: "قبل \(hours) ساعات", many: "قبل \(hours) ساعة",
        other: "قبل \(hours) ساعة"
      ).form(for: hours)
      return Wording("Newest evidence: \(hours) \(hours == 1 ? "hour" : "hours") old.", "أحدث دليل: \(arabic).")
    }
    let days = hours / 24
    let arabic = PluralForms(
      zero: "", one: "قبل يوم", two: "قبل يومين", few: "قبل \(days) أيام", many: "قبل \(days) يومًا",
      other: "قبل \(days) يوم"
    ).form(for: days)
    return Wording("Newest evidence: \(days) days old.", "أحدث دليل: \(arabic).")
  }

  static func made(_ by: String, _ moment: String) -> Wording {
    Wording("Made by \(by) at \(moment)", "أعدّه \(by) في \(moment)")
  }
  static let trace = Wording("trace", "معرّف التتبع")
  static func owned(_ owner: String) -> Wording { Wording("owner: \(owner)", "المالك: \(owner)") }
  static func due(_ date: String) -> Wording { Wording("by \(date)", "بحلول \(date)") }
  static func wasDue(_ date: String) -> Wording { Wording("due since \(date)", "مستحق منذ \(date)") }
}
