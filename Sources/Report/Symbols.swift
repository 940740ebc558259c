import Readiness
import TerminalText

// A colour beside the shape that every verdict and status has.

extension Verdict {
  var style: Style {
    switch self {
    case .go: .good
    case .goWithRisk: .warning
    case .hold: .bad
    case .stop: .worst
    }
  }
}

extension Status {
  var style: Style {
    switch self {
    case .ok: .good
    case .risk: .warning
    case .blocked, .unset, .unknown: .bad
    }
  }
}

extension Severity {
  var style: Style {
    switch self {
    case .v0: .plain
    case .v1: .warning
    case .v2: .bad
    case .v3: .worst
    }
  }
}

extension Style {
  static let good = Style(foreground: .palette(2))
  static let warning = Style(foreground: .palette(3))
  static let bad = Style(foreground: .palette(1))
  static let worst = Style(foreground: .palette(1), attributes: .bold)
  static let heading = Style(attributes: .bold)
}
