// A document that says how often it is reviewed has lapsed once that time has passed since its last review. Days are counted
// in UTC, and a date is not yet in the future while it has begun somewhere on earth.

extension DocumentTree {
  func judgedReviews(now: Instant) -> (findings: [Finding], nextChange: Instant?) {
    var judging = ReviewJudging(now: now)
    for review in reviews { judging.judge(review, of: nil) }
    for source in sources {
      // The document says the same of itself.
      if source.canonical.contains(where: { $0.path.map(judging.lapsedPaths.contains) ?? false }) { continue }
      judging.judge(source.review, of: source)
    }
    return (judging.findings, judging.nextChange)
  }
}

extension DocumentReview {
  /// The first moment at which the review is overdue; nil where it never is, or where that cannot be told.
  package var lapses: Instant? {
    guard !isRetired, let day, let period, let due = period.due(after: day) else { return nil }
    return due.start.advanced(bySeconds: secondsPerDay)
  }
}

private struct ReviewJudging {
  let now: Instant
  var findings: [Finding] = []
  var nextChange: Instant?
  var lapsedPaths: Set<String> = []

  /// - Parameter source: the row of the index that asks for the review, where no front matter does.
  mutating func judge(_ review: DocumentReview, of source: SourceOfTruth?) {
    if !review.lastReview.isEmpty { judgeDate(review, isOwn: source == nil) }
    if !review.cadence.isEmpty, !review.isRetired { judgeCadence(review, of: source) }
  }

  private mutating func judgeDate(_ review: DocumentReview, isOwn: Bool) {
    guard let day = review.day else {
      note(
        .reviewUnclear, .v0, review,
        Wording(
          "the date of the last review is not understood: “\(cut(review.lastReview))”; write it as 2026-03-31",
          "تاريخ آخر مراجعة غير مفهوم: «\(cut(review.lastReview))»؛ اكتبه على صورة 2026-03-31"))
      return
    }
    let begins = day.start.advanced(bySeconds: -earliestZone)
    guard begins > now else { return }
    wait(until: begins)
    note(
      .reviewInFuture, .v0, review,
      Wording(
        "the last review lies in the future: \(day.description)", "تاريخ آخر مراجعة في المستقبل: \(day.description)"))
  }

  private mutating func judgeCadence(_ review: DocumentReview, of source: SourceOfTruth?) {
    guard let period = review.period else {
      note(
        .reviewUnclear, .v0, review,
        Wording(
          "the review cadence is not understood: “\(cut(review.cadence))”; write weekly, monthly, quarterly or 90d",
          "دورية المراجعة غير مفهومة: «\(cut(review.cadence))»؛ اكتب أسبوعي أو شهري أو ربع سنوي أو 90d"))
      return
    }
    guard period != .onOccasion else { return }
    if review.lastReview.isEmpty {
      note(
        .reviewUnclear, .v0, review,
        Wording(
          "a review is asked for (\(cut(review.cadence))) but nothing says when the last one was: add last_updated",
          "المراجعة مطلوبة (\(cut(review.cadence))) ولا شيء يذكر موعد آخر مراجعة: أضف last_updated"))
    }
    guard let lapses = review.lapses, let day = review.day else { return }
    guard lapses <= now else { return wait(until: lapses) }
    let due = period.due(after: day)?.description ?? ""
    let subject = source.map { Wording("\($0.topic): ", "\($0.topic): ") } ?? Wording("", "")
    let owner =
      review.owner.isEmpty ? Wording("", "") : Wording("; owner: \(review.owner)", "؛ المالك: \(review.owner)")
    if source == nil { lapsedPaths.insert(review.location.path) }
    note(
      .reviewLapsed, .v1, review,
      Wording(
        "\(subject.english)review was due on \(due) (\(cut(review.cadence)), last one \(day.description))\(owner.english)",
        "\(subject.arabic)فات موعد المراجعة في \(due) (\(cut(review.cadence))، وآخرها \(day.description))\(owner.arabic)"
      ))
  }

  private mutating func note(_ code: Finding.Code, _ severity: Severity, _ review: DocumentReview, _ message: Wording) {
    findings.append(Finding(code, severity, message, at: review.location, topic: .docsTruth))
  }

  private mutating func wait(until moment: Instant) { nextChange = min(nextChange ?? moment, moment) }
}

/// A field can hold a whole paragraph.
private func cut(_ text: String) -> String {
  text.unicodeScalars.count <= 60 ? text : String(String.UnicodeScalarView(text.unicodeScalars.prefix(59))) + "…"
}

private let secondsPerDay: Int64 = 86_400
/// Line Islands: UTC+14.
private let earliestZone: Int64 = 14 * 3_600
