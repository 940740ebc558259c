import Readiness
import Testing

@testable import Evidence

struct StatusCellTests {
  @Test(arguments: [
    ("OK", Status.ok), ("✅ PASS", .ok), ("Done (2 notes)", .ok), ("مُكتمل", .ok), ("جاهز", .ok), ("At risk", .risk),
    ("خطر", .risk), ("مخاطرة", .risk), ("⛔ Blocked: x", .blocked), ("FAIL", .blocked), ("محظور", .blocked),
    ("معطّل", .blocked),
    ("  ", .unset),
  ])
  func `A status is known by its meaning`(cell: String, status: Status) { #expect(Status(cell: cell) == status) }

  @Test(arguments: ["OK?", "not OK", "OK / Blocked", "غير جاهز", "جاهز؟", "O\u{FFFD}K", "okay", "maybe", "almost done"])
  func `A doubtful status is unknown`(cell: String) { #expect(Status(cell: cell) == .unknown) }
}
