import TerminalText
import Testing

@testable import Terminal

@Suite struct NearestColorTests {
  private static let muted = Style(foreground: .rgb(0x8A, 0x8A, 0x8A))
  private static let foregrounds: [Color] = [
    .rgb(0x8A, 0x8A, 0x8A), .rgb(0x4E, 0x4E, 0x4E), .rgb(0x1C, 0x1C, 0x1C), .rgb(0, 0, 0), .rgb(255, 255, 255),
    .rgb(0x87, 0xD7, 0x87), .rgb(0xFF, 0xD7, 0x5F), .rgb(0xAF, 0, 0), .rgb(0x5F, 0xAF, 0xD7), .rgb(0, 0, 0x5F),
    .palette(0), .palette(8), .palette(7), .palette(15), .palette(1), .palette(12), .standard,
  ]
  private static let depths: [ColorDepth] = [.eight, .sixteen, .palette256, .direct]

  @Test func coloursOfTheCubeAndGreysAreTheirOwnNearest() {
    #expect(nearest256(RGB(red: 0x5F, green: 0xAF, blue: 0xD7)) == 74)
    #expect(nearest256(RGB(red: 0xFF, green: 0xFF, blue: 0xFF)) == 231)
    #expect(nearest256(RGB(red: 0x8A, green: 0x8A, blue: 0x8A)) == 245)
    #expect(nearest256(RGB(red: 0x1C, green: 0x1C, blue: 0x1C)) == 234)
  }

  @Test func mutedGreyIsTheTerminalsOwnColourDimmedWhereThereAreEight() {
    #expect(look(of: Self.muted, depth: .eight) == Look(attributes: .dim))
    #expect(look(of: Style(foreground: .palette(8)), depth: .eight) == Look(attributes: .dim))
    #expect(look(of: Self.muted, depth: .sixteen) == Look(foreground: 8))
  }

  @Test func textOnTheTerminalsOwnBackgroundIsNeverBlackWithFewColours() {
    for depth in [ColorDepth.eight, .sixteen] {
      for color in Self.foregrounds {
        #expect(look(of: Style(foreground: color), depth: depth).foreground != 0, "\(color) at \(depth)")
      }
    }
  }

  @Test func textNeverHasTheColourOfWhatIsBehindIt() {
    for depth in Self.depths {
      for foreground in Self.foregrounds {
        for background in Self.foregrounds where background != .standard {
          let found = look(of: Style(foreground: foreground, background: background), depth: depth)
          #expect(
            found.background < 0 || found.foreground != found.background, "\(foreground) on \(background) at \(depth)")
        }
      }
    }
  }

  @Test(arguments: [
    (Color.rgb(0x87, 0xD7, 0x87), Int32(2)), (.rgb(0xFF, 0xD7, 0x5F), 3), (.rgb(0xFF, 0x87, 0x87), 1),
    (.rgb(0x5F, 0xD7, 0xFF), 6), (.rgb(0xD7, 0xAF, 0xFF), 5), (.rgb(0, 0, 0xD7), 4),
  ])
  func palerColoursKeepTheirHue(color: Color, index: Int32) {
    #expect(look(of: Style(foreground: color), depth: .eight).foreground == index)
    #expect(look(of: Style(foreground: color), depth: .sixteen).foreground % 8 == index)
  }

  @Test func badgesCanBeReadWithEightColours() {
    let hold = Style(foreground: .rgb(0x1C, 0x1C, 0x1C), background: .rgb(0x87, 0xD7, 0x87), attributes: .bold)
    #expect(look(of: hold, depth: .eight) == Look(foreground: 0, background: 2, attributes: .bold))
    let stop = Style(foreground: .rgb(255, 255, 255), background: .rgb(0xAF, 0, 0))
    #expect(look(of: stop, depth: .eight) == Look(foreground: 7, background: 1))
    let row = Style(foreground: .standard, background: .rgb(0x26, 0x2A, 0x30))
    #expect(look(of: row, depth: .eight) == Look(attributes: .reverse))
  }

  @Test func withoutColoursABackgroundIsShownReversed() {
    #expect(look(of: Style(background: .rgb(0xAF, 0, 0)), depth: .none) == Look(attributes: .reverse))
    #expect(look(of: Self.muted, depth: .none) == .plain)
  }

  @Test func directColoursAreTakenAsTheyAre() {
    #expect(look(of: Style(foreground: .rgb(0x12, 0x34, 0x56)), depth: .direct).foreground == 0x123456)
    // Below 8 they would be the palette's.
    #expect(look(of: Style(foreground: .rgb(0, 0, 3)), depth: .direct).foreground == 8)
    #expect(look(of: Style(foreground: .palette(9)), depth: .direct).foreground == 0xFF0000)
    #expect(ColorDepth(colors: 1 << 24, isDirect: true) == .direct)
    #expect(ColorDepth(colors: 256, isDirect: true) == .palette256)
  }

  @Test func darkColoursStayReadableOnALightBackground() {
    for (color, index) in [(Color.rgb(0, 0x5F, 0xAF), Int32(4)), (.rgb(0xAF, 0x5F, 0), 1), (.rgb(0, 0x5F, 0), 2)] {
      #expect(look(of: Style(foreground: color), depth: .eight).foreground == index)
    }
  }
}
