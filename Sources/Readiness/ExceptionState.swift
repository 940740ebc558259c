extension ExceptionRecord {
  /// How it stands at a moment.
  package enum State: String, Sendable {
    case live, expired, revoked
    /// It lacks something that an exception needs, and never counts.
    case incomplete

    package var wording: Wording {
      switch self {
      case .live: Wording("live", "سارٍ")
      case .expired: Wording("expired", "منتهٍ")
      case .revoked: Wording("revoked", "ملغى")
      case .incomplete: Wording("incomplete", "ناقص")
      }
    }
  }

  package func state(at now: Instant) -> State {
    if !isComplete(self) { return .incomplete }
    if revokedAt != nil { return .revoked }
    return isLive(at: now) ? .live : .expired
  }
}
