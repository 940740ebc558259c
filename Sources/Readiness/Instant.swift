/// A moment on the UTC time line, to the nanosecond. Foundation's `Date` is a floating-point number of seconds and can
/// not hold the microseconds by which GX tells two runs apart.
package struct Instant: Hashable, Comparable, Sendable {
  /// Whole seconds since 1970-01-01T00:00:00Z; leap seconds are not counted (POSIX).
  package var seconds: Int64
  /// 0 … 999,999,999.
  package var nanoseconds: Int32

  package init(seconds: Int64, nanoseconds: Int32 = 0) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  package static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }

  /// This moment moved by whole seconds; stops at the ends of the time line instead of trapping.
  package func advanced(bySeconds delta: Int64) -> Instant {
    let (sum, overflow) = seconds.addingReportingOverflow(delta)
    return Instant(seconds: overflow ? (delta < 0 ? .min : .max) : sum, nanoseconds: nanoseconds)
  }

  /// Whole seconds from `other` to this moment, rounded down; negative where this moment is earlier.
  package func seconds(since other: Instant) -> Int64 {
    let (difference, overflow) = seconds.subtractingReportingOverflow(other.seconds)
    if overflow { return seconds < other.seconds ? .min : .max }
    return nanoseconds < other.nanoseconds ? difference - 1 : difference
  }
}

/// A moment as a file wrote it: the instant for comparing, the text for showing.
package struct Timestamp: Hashable, Sendable {
  package var instant: Instant
  /// RFC 3339 with zone and every fractional digit of the file.
  package var text: String

  package init(instant: Instant, text: String) {
    self.instant = instant
    self.text = text
  }
}
