extension Act {
  /// What its author should know though it is allowed; nil where there is nothing.
  package func caution(by assessment: Assessment) -> Wording? {
    switch self {
    case .record(let exception):
      let covered = folded(exception.covers)
      guard
        assessment.dimensions.contains(where: {
          folded($0.dimension.key) == covered && $0.highestOpenSeverity == .v3
        })
      else { return nil }
      return Wording(
        "an open V3 on it stops the release all the same: no exception covers a V3",
        "عليه حادثة V3 مفتوحة توقف الإصدار رغم ذلك: لا استثناء يشمل V3")
    case .incident(let id, .changeSeverity(.v3, _)):
      guard assessment.exceptions.contains(where: { folded($0.covers) == folded(id) && $0.isLive(at: assessment.now) })
      else { return nil }
      return Wording(
        "its exception no longer counts: none covers a V3", "لم يعد استثناؤها محتسبًا: لا استثناء يشمل V3")
    default: return nil
    }
  }
}
