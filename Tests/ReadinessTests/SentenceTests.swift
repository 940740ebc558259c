import Testing

@testable import Readiness

/// Marks are written as `<` for the mark of left-to-right text and `>` for the other.
@Suite struct SentenceTests {
  private func marked(_ sentence: Sentence, _ language: Language) -> String {
    var text = String.UnicodeScalarView()
    for scalar in sentence.text(in: language).unicodeScalars {
      text.append(scalar.value == 0xFDD0 ? "<" : scalar.value == 0xFDD1 ? ">" : scalar)
    }
    return String(text)
  }

  @Test func whatIsOfItsLanguageNeedsNoMarks() {
    let (name, owner, count) = ("docs/a.md", "نورة", 14)
    #expect(marked("\(name) is missing since \(count) days", .english) == "docs/a.md is missing since 14 days")
    #expect(marked("مع \(owner) منذ \(count) يومًا", .arabic) == "مع نورة منذ 14 يومًا")
  }

  @Test func aForeignValueStandsBetweenMarksOfItsOwnDirectionAndOfTheSentences() {
    let (path, title) = ("../a.pdf", "تأخر الطلبات!")
    #expect(marked("الملف \(path) مفقود", .arabic) == "الملف ><../a.pdf<> مفقود")
    #expect(marked("late: “\(title)” again", .english) == "late: “<>تأخر الطلبات!><” again")
  }

  @Test func aDateIsAForeignValueInArabicAndANumberIsNone() {
    let (date, percent) = ("2026-09-15", "14")
    #expect(marked("قبل \(date)", .arabic) == "قبل ><2026-09-15<>")
    #expect(marked("فشل \(percent)/19", .arabic) == "فشل 14/19")
  }

  @Test func aTextOfBothDirectionsKeepsItsOwn() {
    let (label, title) = ("rollback (خطة التراجع)", "جودة البيانات: orders")
    #expect(marked("«\(label)»: محظور", .arabic) == "«><rollback (خطة التراجع)<>»: محظور")
    #expect(marked("«\(title)» مفتوحة", .arabic) == "«>جودة البيانات: orders>» مفتوحة")
    #expect(marked("“\(title)” is open", .english) == "“<>جودة البيانات: orders><” is open")
  }

  @Test func aSentenceThatBeginsWithAForeignWordBeginsWithItsOwnMark() {
    #expect(marked("V3 مفتوحة", .arabic) == ">V3 مفتوحة")
    let owner = "نورة"
    #expect(marked("\(owner): no evidence", .english) == "<>نورة><: no evidence")
  }

  @Test func blanksAtTheEndsOfAValueAreTheSentences() {
    let (place, count) = (" (crm)", " (1/4)")
    #expect(marked("مهمة\(place): متأخرة", .arabic) == "مهمة ><(crm)<>: متأخرة")
    #expect(marked("تناقض\(count): بلا حل", .arabic) == "تناقض ><(1/4)<>: بلا حل")
  }

  @Test func aTextThatStandsAloneIsLeftAsItIs() {
    let title = "orders: تأخر"
    #expect(marked("\(title)", .arabic) == title)
    #expect(Wording(verbatim: title, title).arabic == title)
  }

  @Test func partsOfOneSentenceAreOneSentence() {
    let reason: Sentence = "اكتب \("a.md")"
    #expect(marked("خطأ: \(reason)" + "؛ ثم أعد", .arabic) == "خطأ: اكتب ><a.md<>؛ ثم أعد")
  }

  @Test func withoutMarksItIsWhatWasWritten() {
    let wording = Wording("“\("نورة")”: late", "«\("orders")»: متأخرة")
    #expect(wording.english.withoutDirectionMarks == "“نورة”: late")
    #expect(wording.arabic.withoutDirectionMarks == "«orders»: متأخرة")
  }
}
