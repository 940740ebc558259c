// One shape for each verdict and status, the same on the screen and in every report, so that colour is never alone. The
// shapes are of WGL4, which the fonts of consoles have too.

extension Verdict {
  package var symbol: String {
    switch self {
    case .go: "●"
    case .goWithRisk: "▲"
    case .hold: "■"
    case .stop: "×"
    }
  }
}

extension Status {
  package var symbol: String {
    switch self {
    case .ok: "●"
    case .risk: "▲"
    case .blocked: "■"
    case .unset: "○"
    case .unknown: "?"
    }
  }
}
