import Testing

@testable import Readiness

@Suite struct SchemaVersionTests {
  @Test("Versions are read as files and changelogs write them, other texts are none")
  func reading() throws {
    #expect(SchemaVersion("v2")?.numbers == [2])
    #expect(SchemaVersion("1.4.0")?.text == "1.4.0")
    #expect(SchemaVersion("1-0-2")?.numbers == [1, 0, 2])
    #expect(SchemaVersion("2026-03-01")?.numbers == [2026, 3, 1])
    #expect(SchemaVersion("2.0.0-rc.1")?.suffix == "rc.1")
    for text in ["", "v", "order", "2b", "1..2", "1.2.", "99999999999"] { #expect(SchemaVersion(text) == nil) }
  }

  @Test("Versions are ordered by their numbers, not as texts, and a candidate precedes its release")
  func order() {
    let texts = ["10.0.0", "2.0.0", "2.0.0-rc.10", "2.0.0-rc.2", "1.9", "1.10"]
    let sorted = texts.compactMap { SchemaVersion($0) }.sorted().map(\.text)
    #expect(sorted == ["1.9", "1.10", "2.0.0-rc.2", "2.0.0-rc.10", "2.0.0", "10.0.0"])
    #expect(SchemaVersion("v2") == SchemaVersion("2.0.0"))
  }

  @Test("A version told less precisely agrees, another does not")
  func agreement() throws {
    let (major, full) = (try #require(SchemaVersion("v1")), try #require(SchemaVersion("1.4.0")))
    #expect(major.agrees(with: full) && full.agrees(with: major))
    #expect(!full.agrees(with: try #require(SchemaVersion("1.5.0"))))
    #expect(!(try #require(SchemaVersion("1.0.0"))).agrees(with: full))
  }
}
