import Readiness

// Moments and spans as the screen writes them.

/// `14:03:07` in the zone that lies `utcOffset` seconds east of UTC.
func clockTime(_ instant: Instant, utcOffset: Int) -> String {
  String(instant.rfc3339(offset: utcOffset).dropFirst(11).prefix(8))
}

/// `2026-11-24 14:03` in the zone that lies `utcOffset` seconds east of UTC.
func dateTime(_ instant: Instant, utcOffset: Int) -> String {
  let text = instant.rfc3339(offset: utcOffset)
  return text.prefix(10) + " " + text.dropFirst(11).prefix(5)
}
