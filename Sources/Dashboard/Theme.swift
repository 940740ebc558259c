package import Readiness
package import TerminalText

/// What a piece of the screen is for; a theme says how each looks.
package enum Role: String, CaseIterable, Sendable {
  case text, muted, accent, heading, marker, selected, match, line
  case go, goWithRisk = "go_with_risk", hold, stop, reading
  case ok, risk, blocked, unset, unknown
  case v0, v1, v2, v3
  case present, missing
  case notice, error
}

/// The looks of the screen. Text stands on the terminal's own background, which a theme only assumes to be dark or light:
/// a transparent or tinted terminal stays as its owner made it, and a moved cursor costs few bytes.
package struct Theme: Hashable, Sendable {
  package var name: String
  package var title: [Language: String]
  /// The background that the theme was made for, against which its contrast is tested.
  package var backdrop: Color
  private var styles: [Role: Style]

  package init(name: String, title: [Language: String] = [:], backdrop: Color, styles: [Role: Style]) {
    self.name = name
    self.title = title
    self.backdrop = backdrop
    self.styles = styles
  }

  /// The role's style; a role that the theme does not name looks like plain text.
  package subscript(role: Role) -> Style { styles[role] ?? .plain }

  package var namedRoles: Set<Role> { Set(styles.keys) }

  /// What is shown when no theme file can be found: the terminal's own 16 colours.
  package static let fallback = Theme(
    name: "terminal",
    backdrop: .rgb(0, 0, 0),
    styles: [
      .muted: Style(attributes: .dim),
      .accent: Style(foreground: .palette(6)),
      .heading: Style(attributes: .bold),
      .marker: Style(foreground: .palette(6), attributes: .bold),
      .selected: Style(attributes: .bold),
      .match: Style(attributes: .reverse),
      .line: Style(attributes: .dim),
      .go: Style(foreground: .palette(0), background: .palette(2), attributes: .bold),
      .goWithRisk: Style(foreground: .palette(0), background: .palette(3), attributes: .bold),
      .hold: Style(foreground: .palette(0), background: .palette(3), attributes: .bold),
      .stop: Style(foreground: .palette(15), background: .palette(1), attributes: .bold),
      .reading: Style(attributes: .reverse),
      .ok: Style(foreground: .palette(2)),
      .risk: Style(foreground: .palette(3)),
      .blocked: Style(foreground: .palette(1)),
      .unset: Style(attributes: .dim),
      .unknown: Style(foreground: .palette(5)),
      .v0: Style(attributes: .dim),
      .v1: Style(foreground: .palette(6)),
      .v2: Style(foreground: .palette(3)),
      .v3: Style(foreground: .palette(1), attributes: .bold),
      .present: Style(foreground: .palette(2)),
      .missing: Style(foreground: .palette(1)),
      .notice: Style(foreground: .palette(6)),
      .error: Style(foreground: .palette(1), attributes: .bold),
    ])
}
