import Testing

@testable import Evidence

@Suite struct WrittenTimeTests {
  @Test(
    "Moments as people write them",
    arguments: [
      ("2026-03-10T09:00:00+03:00", "2026-03-10T09:00:00+03:00", true),
      ("2026-03-10 09:00 UTC", "2026-03-10T09:00:00Z", true),
      ("2026-03-10 9:05", "2026-03-10T09:05:00Z", false), ("2026/03/10 09:00 AST", "2026-03-10T09:00:00+03:00", true),
      ("2026-03-10", "2026-03-10T00:00:00Z", false), ("2026-03-10 09:00 (UTC+3)", "2026-03-10T09:00:00+03:00", true),
      ("٢٠٢٦-٠٣-١٠ ٠٩:٠٠ بتوقيت الرياض", "2026-03-10T09:00:00+03:00", true),
      ("2026-03-10 الساعة 09:00 (توقيت مكة)", "2026-03-10T09:00:00+03:00", true),
      ("2025-11-25T10:30:00.123456", "2025-11-25T10:30:00.123456Z", false),
      ("2026-03-10T09:00+03", "2026-03-10T09:00:00+03:00", true),
    ])
  func understood(_ text: String, _ rfc3339: String, _ hasZone: Bool) {
    let time = WrittenTime(text)
    #expect(time?.timestamp.text == rfc3339)
    #expect(time?.hasZone == hasZone)
  }

  @Test(
    "What is no moment is nil",
    arguments: [
      "", "3h ago", "yesterday", "10/03/2026", "2026-02-30", "2026-03-10 09:00 am", "2026-03-10 25:00", "1764066600000",
      "2026-03-10 09:00 UTC or later", "1447-09-21هـ",
    ])
  func refused(_ text: String) { #expect(WrittenTime(text) == nil) }

  @Test("A header's zone counts where the cell names none")
  func header() {
    #expect(WrittenTime("2026-03-10 09:00", zone: "Riyadh")?.timestamp.text == "2026-03-10T09:00:00+03:00")
    #expect(WrittenTime("2026-03-10 09:00 UTC", zone: "Riyadh")?.timestamp.text == "2026-03-10T09:00:00Z")
    #expect(WrittenTime("2026-03-10 09:00", zone: "approx.")?.hasZone == false)
  }
}
