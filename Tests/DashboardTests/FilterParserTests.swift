import Dashboard
import Readiness
import Testing

@Suite struct FilterParserTests {
  /// The error of a filter, with the word that it points at.
  private func error(_ filter: String) -> (error: FilterError, word: String)? {
    guard let error = FilterQuery.parse(filter).error else { return nil }
    var word = String.UnicodeScalarView()
    word.append(contentsOf: Array(filter.unicodeScalars)[error.range])
    return (error, String(word))
  }

  @Test(arguments: [
    ("blocked stauts:ok", "stauts", "did you mean status?", "هل تقصد status؟"),
    ("الخطوره:V2 الماك:أمن", "الماك", "did you mean المالك?", "هل تقصد المالك؟"),
    (
      "colour:red", "colour",
      "the keys are status, severity, owner, state, age, dimension, rule, evidence, result, is, rc",
      "المفاتيح هي الحالة، الخطورة، المالك، الوضع، العمر، البعد، القاعدة، الدليل، النتيجة، هو، المرشح"
    ),
    ("st:ok", "st", "may be status or state", "قد تعني الحالة أو الوضع"),
    ("م:x", "م", "may be owner or rc", "قد تعني المالك أو المرشح"),
    (
      "-status:green", "green", "no value of status: ok, risk, blocked, unset, unknown",
      "ليست من قيم «الحالة»: جاهز، مخاطرة، محظور، غير_محددة، غير_معروفة"
    ),
    ("الحالة:محظور،أخضر x", "أخضر", "no value of status", "«أخضر» ليست من قيم «الحالة»"),
    ("status:un", "un", "may be unset or unknown", "قد تعني غير_محددة أو غير_معروفة"),
    ("severity:>=V7", "V7", "no value of severity: V0, V1, V2, V3", "ليست من قيم «الخطورة»: V0، V1، V2، V3"),
    ("severity:v", "v", "may be V0, V1, V2 or V3", "قد تعني V0، V1، V2 أو V3"),
    ("severity:>", ">", "write it as severity:>=V2", "اكتبها مثل الخطورة:>=V2"),
    ("severity:>>V2", ">>V2", "write it as severity:>=V2", "مقارنة غير صحيحة"),
    ("severity:!=V2", "!=V2", "no value of severity", "ليست من قيم"),
    ("stat:ok", "stat", "may be status or state", "قد تعني"), ("العمر:>أسبوع", "أسبوع", "is no age", "ليس عمرًا"),
    ("age:<", "<", "write it as age:>3d", "اكتبها مثل العمر:>3ي"),
    ("status:>risk", ">", "can’t be compared, only severity and age", "بل في الخطورة والعمر فقط"),
    ("owner:>=x", ">=", "owner can’t be compared", "لا مقارنة في «المالك»"),
    ("age:>3", "3", "a number with s, m, h, d or w, as 3d", "اكتب عددًا معه ث، د، س، ي أو أ، مثل 3ي"),
    ("age:soon", "soon", "is no age", "ليس عمرًا"), ("age:>3d5", "3d5", "is no age", "ليس عمرًا"),
    ("a owner: b", "owner:", "owner needs a value", "لا قيمة بعد «المالك»"),
    ("owner:,", "owner:", "owner needs a value", "لا قيمة بعد «المالك»"),
    ("ok \"half a", "\"half a", "no end", "لم تُغلق"), ("owner:«أمن", "«أمن", "no end", "لم تُغلق"),
    ("owner:\"a\\\"", "\"a\\\"", "no end", "لم تُغلق"),
  ])
  func anErrorNamesItsWord(filter: String, word: String, english: String, arabic: String) throws {
    let found = try #require(error(filter))
    #expect(found.word == word)
    #expect(found.error.message(.english).contains(english), "\(found.error.message(.english))")
    #expect(found.error.message(.arabic).withoutDirectionMarks.contains(arabic), "\(found.error.message(.arabic))")
  }

  @Test func rangesCountScalarsAlsoBehindMarksAndEmoji() throws {
    #expect(try #require(error("مُحَمَّد 👨‍👩‍👧 foo:x")).error.range == 15..<18)
  }

  @Test func whatStandsBeforeAnErrorIsUnderstood() {
    let (query, error) = FilterQuery.parse("one status:ok colour:red two")
    #expect(error != nil)
    #expect(query == FilterQuery.parse("one status:ok").query)
  }

  @Test func everyNameOfEveryKeyIsItsOwn() {
    for key in FilterKey.all {
      for name in key.names.english + key.names.arabic {
        let error = FilterQuery.parse("\(name):").error
        #expect(error?.message.english.hasPrefix(key.names.offered(.english)) == true, "\(name)")
      }
    }
  }

  @Test func spellingsOfOneFilterAreOneFilter() {
    let filters = ["status:risk,blocked", "الحالة:مخاطره،محظور", "STATUS:\"at risk\",fail", "حالة:خطر,معطّل"]
    #expect(Set(filters.map { FilterQuery.parse($0).query }).count == 1)
  }

  @Test func nothingThatIsTypedTraps() {
    let pieces = [
      "-", "\"", "«", "»", ":", ",", "،", "age:", "severity>", "\\", " ", "ء", "\u{200F}", "9d", "لا", "_", "=",
    ]
    for text in pieces.flatMap({ first in
      pieces.flatMap { ["\(first)\($0)", "owner:\(first)\($0)x", "age:>\(first)\($0)"] }
    }) {
      _ = FilterQuery.parse(text)
      for cursor in 0...text.unicodeScalars.count {
        for completion in FilterCompletion.completions(
          for: text, cursor: cursor, language: .arabic, vocabulary: FilterVocabulary(owners: [.init("a b")]))
        {
          #expect(completion.range.lowerBound <= cursor && cursor <= completion.range.upperBound, "\(text)")
        }
      }
    }
  }
}
