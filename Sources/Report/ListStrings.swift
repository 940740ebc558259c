import Readiness

/// The words of lists and logs.
enum ListStrings {
  static let noIncidents = Wording("No incident.", "لا حوادث.")
  static let noExceptions = Wording("No exception.", "لا استثناءات.")
  static let nothingHappened = Wording("Nothing happened.", "لم يحدث شيء.")
  static let history = Wording("History", "السجل")
  static let inGit = Wording("The line in Git", "السطر في Git")
  static let notCommitted = Wording("not committed yet", "لم يودَع بعد")

  /// `acknowledge: 12m of 30m, running`.
  static func serviceTime(_ time: ServiceTime) -> Wording {
    func text(_ language: Language) -> (taken: String, allowed: String, late: String) {
      (
        ageText(time.seconds, language), ageText(time.allowed, language),
        ageText(max(0, time.seconds - time.allowed), language)
      )
    }
    let (english, arabic) = (text(.english), text(.arabic))
    let isAcknowledging = time.goal == .acknowledge
    var englishText = (isAcknowledging ? "acknowledge: " : "resolve: ") + "\(english.taken) of \(english.allowed)"
    var arabicText = (isAcknowledging ? "الإقرار: " : "الحل: ") + "\(arabic.taken) من \(arabic.allowed)"
    if time.isRunning {
      englishText += ", running"
      arabicText += "، المهلة جارية"
    }
    if time.isBreached {
      englishText += ", late by \(english.late)"
      arabicText += "، بتأخر \(arabic.late)"
    }
    return Wording(verbatim: englishText, arabicText)
  }
}
