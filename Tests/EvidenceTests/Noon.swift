import Readiness

/// 2026-03-10T12:00:00Z, the moment of tests.
let noon = Instant(seconds: 1_773_144_000)
