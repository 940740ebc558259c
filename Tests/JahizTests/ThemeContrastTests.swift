import Dashboard
import Foundation
import Readiness
import TerminalText
import Testing

@testable import jahiz

/// Every built-in theme can be read on the background that it was made for, with all colours of the file and with the 256
/// that most terminals have.
@Suite struct ThemeContrastTests {
  static let names = ThemeLoader.names()

  @Test func `there are at least six themes, each with a title in both languages`() throws {
    #expect(Set(["dark", "light", "high-contrast", "colour-blind", "terminal", "monochrome"]).isSubset(of: Self.names))
    #expect(ThemeLoader.usable().map(\.name) == Self.names)
    for name in Self.names {
      let theme = try ThemeLoader.load(name)
      for language in Language.allCases { #expect(theme.title[language]?.isEmpty == false, "\(name)") }
      #expect(theme.namedRoles == Set(Role.allCases), "\(name) leaves a role to chance")
    }
  }

  @Test(arguments: names)
  func `every text stands out from its background`(name: String) throws {
    let theme = try ThemeLoader.load(name)
    let least = name == "high-contrast" ? 7 : 4.5
    for (what, style) in looks(of: theme) {
      for depth in Depth.allCases {
        let colors = shownColors(style, on: theme.backdrop, depth)
        let contrast = colors.text.contrast(with: colors.background)
        #expect(contrast >= least, "\(name): \(what) has only \(contrast) with \(depth)")
      }
    }
  }

  @Test func `the terminal's palette is all that the theme of that name uses`() throws {
    for (what, style) in looks(of: try ThemeLoader.load("terminal")) {
      for color in [style.foreground, style.background] {
        if case .rgb = color { Issue.record("\(what) has a colour of its own") }
      }
    }
  }

  @Test func `monochrome has no colour at all, and every verdict a look`() throws {
    let theme = try ThemeLoader.load("monochrome")
    for (what, style) in looks(of: theme) {
      #expect(style.foreground == .standard && style.background == .standard, "\(what)")
    }
    for role in [Role.go, .goWithRisk, .hold, .stop] { #expect(theme[role].attributes.contains(.reverse)) }
  }

  @Test(arguments: ColourVision.allCases)
  func `good, risk and bad differ however colours are seen`(vision: ColourVision) throws {
    let theme = try ThemeLoader.load("colour-blind")
    let groups: [[Role]] = [
      [.ok, .risk, .blocked], [.present, .missing], [.go, .goWithRisk, .hold, .stop], [.v1, .v2, .v3],
    ]
    for group in groups {
      for (index, first) in group.enumerated() {
        for second in group[..<index] {
          let difference = meaning(theme[first], theme).difference(from: meaning(theme[second], theme), seen: vision)
          // Two neighbours that look alike at a glance differ by some ten.
          #expect(difference > 20, "\(first) and \(second) differ by \(difference) with \(vision)")
        }
      }
    }
  }

  /// The colour that carries the meaning: the badge's own, else the text's.
  private func meaning(_ style: Style, _ theme: Theme) -> ShownColor {
    let colors = shownColors(style, on: theme.backdrop, .fullColor)
    return style.background == .standard ? colors.text : colors.background
  }

  @Test(arguments: names)
  func `a link to something Arabic, which has no line below it, still looks like one`(name: String) throws {
    let theme = try ThemeLoader.load(name)
    for role in [Role.text, .muted] {
      let plain = theme[role]
      #expect(Self.arabicLink(plain, theme) != plain, "\(name): \(role)")
    }
  }

  private static func arabicLink(_ style: Style, _ theme: Theme) -> Style {
    var style = style
    style.attributes.insert(.underline)
    return theme.withoutUnderline(style)
  }

  /// Each role by itself, as a search marks it, and as a link.
  private func looks(of theme: Theme) -> [(String, Style)] {
    let match = theme[.match]
    return Role.allCases.flatMap { role in
      let style = theme[role]
      let found = Style(
        foreground: match.foreground == .standard ? style.foreground : match.foreground, background: match.background,
        attributes: style.attributes.union(match.attributes))
      return [
        (role.rawValue, style), ("\(role.rawValue) in a match", found),
        ("\(role.rawValue) as a link", Self.arabicLink(style, theme)),
      ]
    }
  }
}
