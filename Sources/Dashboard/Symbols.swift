import Readiness
import TerminalText

// One role for everything that has a colour, and a shape for what has none in Readiness.

extension Verdict {
  /// The role of the verdict's badge.
  var badge: Role {
    switch self {
    case .go: .go
    case .goWithRisk: .goWithRisk
    case .hold: .hold
    case .stop: .stop
    }
  }

  /// The role of a text that says what the verdict says.
  var textRole: Role {
    switch self {
    case .go: .ok
    case .goWithRisk: .risk
    case .hold, .stop: .blocked
    }
  }
}

extension Status {
  var role: Role {
    switch self {
    case .ok: .ok
    case .risk: .risk
    case .blocked: .blocked
    case .unset: .unset
    case .unknown: .unknown
    }
  }
}

extension Severity {
  var role: Role {
    switch self {
    case .v0: .v0
    case .v1: .v1
    case .v2: .v2
    case .v3: .v3
    }
  }
}

extension EvidenceItem.State {
  var symbol: String {
    switch self {
    case .present: "√"
    case .missing: "×"
    case .outside: "!"
    case .unchecked: "·"
    }
  }

  var role: Role {
    switch self {
    case .present: .present
    case .missing, .outside: .missing
    case .unchecked: .muted
    }
  }
}
