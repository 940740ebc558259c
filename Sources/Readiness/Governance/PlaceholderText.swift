// A field that is filled in with “TBD” is as empty as an empty one. One place knows the words for it.

/// Whether a text says nothing: it is empty, no more than dots, dashes and signs, or a word that puts off the answer
/// (`TBD`, `n/a`, `لا يوجد`), also with a note behind it (`TBD by Sunday`). A tick says something.
package func saysNothing(_ text: some StringProtocol) -> Bool {
  let name = folded(text)
  guard name.unicodeScalars.contains(where: { $0.properties.isAlphabetic || $0.properties.numericType != nil }) else {
    return !name.unicodeScalars.contains(where: ticks.contains)
  }
  guard let start = name.firstIndex(where: { $0.isLetter || $0.isNumber }) else { return false }
  let first = name[start...].prefix { $0.isLetter || $0.isNumber }
  if postponing.contains(String(first)) { return true }
  // None of the other words is longer.
  guard name.utf8.count <= 80 else { return false }
  return nothing.contains(name.split { !$0.isLetter && !$0.isNumber }.joined(separator: " "))
}

private let ticks = Set("✓✔✅☑".unicodeScalars)

/// Whatever follows them.
private let postponing = Set(["tbd", "tba", "tbc", "todo", "fixme", "xxx", "placeholder"].map { folded($0) })

private let nothing = Set(
  [
    "no", "none", "nil", "null", "n a", "na", "not applicable", "not set", "not defined", "undefined", "unknown",
    "unassigned", "nobody", "no one", "no owner", "missing", "empty", "pending", "later", "soon", "to be defined",
    "to be decided", "to be determined", "to do", "لا", "لا يوجد", "لا توجد", "لا أحد", "بلا", "بدون", "غير محدد",
    "غير محددة", "غير معروف", "غير معروفة", "غير معين", "لم يحدد", "لم تحدد", "لم يعين", "لا ينطبق", "بلا مالك",
    "قريبا",
    "لاحقا", "يحدد لاحقا", "تحدد لاحقا", "يتبع", "فارغ", "بانتظار التحديد", "قيد التحديد",
  ].map { folded($0) })
