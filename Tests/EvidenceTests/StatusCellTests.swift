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

  @Test(arguments: [
    "<!-- OK -->", "~~OK~~", "[ ] Done", "☐ Done", "80% done", "٨٠٪ مكتمل", "❌ OK", "OK if signed", "OK pending review",
    "مكتمل جزئيا", "مكتمل جزئيًّا", "جاهز بشرط التوقيع",
  ])
  func `An OK with a condition or struck out is unknown`(cell: String) { #expect(Status(cell: cell) == .unknown) }

  @Test(arguments: ["✅ OK — بعد اختبار الاختراق", "OK (2 notes)", "مكتمل ✔"])
  func `A note behind an OK leaves it as it is`(cell: String) { #expect(Status(cell: cell) == .ok) }

  @Test(arguments: ["⛔ Blocked until Thursday", "❌ FAIL", "محظور جزئيا"])
  func `A Blocked with a condition still blocks`(cell: String) { #expect(Status(cell: cell) == .blocked) }
}
