// Templates are copied and half filled: `…`, TBD, «لاحقًا». What stands there says nothing, but it looks like an answer.

/// Whether a text says nothing: empty, only signs, or only words that put it off (`TBD`, `…`, `<owner>`, «يُحدد لاحقًا»).
package func putsOff(_ text: some StringProtocol) -> Bool {
  // Nobody puts an answer off in so many words.
  guard text.utf8.count <= 200 else { return false }
  let name = folded(text)
  if isBracketed(name, "<", ">") || isBracketed(name, "{", "}") || isBracketed(name, "[", "]") { return true }
  let words = name.split { !$0.isLetter && !$0.isNumber }
  return words.isEmpty ? !name.contains { signsThatSay.contains($0) } : deferrals.contains(words.joined(separator: " "))
}

/// Whether a text leaves a gap within: `docs/…`, `TBD by Sara`.
package func hasGap(_ text: some StringProtocol) -> Bool {
  if text.unicodeScalars.contains("…") { return true }
  guard text.utf8.count <= 10_000 else { return false }
  return folded(text).split(whereSeparator: { " ,;/()،؛".contains($0) }).contains { part in
    part.allSatisfy { $0 == "." } && part.count > 2
      || openWords.contains(String(part.drop { !$0.isLetter }.prefix { $0.isLetter }))
  }
}

/// Whether a text holds the place of an answer: it has a gap, or puts the answer off. A dash alone does neither.
package func isStandIn(_ text: some StringProtocol) -> Bool {
  hasGap(text) || (putsOff(text) && text.contains { $0.isLetter || $0 == "?" })
}

private func isBracketed(_ text: String, _ start: Character, _ end: Character) -> Bool {
  text.first == start && text.last == end && text.dropFirst().dropLast().allSatisfy { $0 != start && $0 != end }
}

/// Signs that answer without a word.
private let signsThatSay = Set("✓✔✅❌✗✘☑●")

private let deferrals = Set(
  [
    "TBD", "TBC", "TBA", "TODO", "FIXME", "XXX", "to do", "to be defined", "to be determined", "to be confirmed",
    "to be decided", "to be added", "to be filled", "pending", "later", "none", "nobody", "no one", "unknown",
    "unassigned", "not assigned", "unowned", "placeholder", "coming soon", "لاحقًا", "فيما بعد", "يُحدد لاحقًا",
    "سيُحدد", "سيُحدد لاحقًا", "تُحدد لاحقًا", "ستُحدد لاحقًا", "يُضاف لاحقًا", "يُستكمل", "يُستكمل لاحقًا", "قيد التحديد",
    "قيد الإعداد", "قريبًا", "لا يوجد", "لا أحد", "غير محدد", "غير محددة", "غير معروف", "غير معيّن", "لم يُحدد",
    "لم يُحدد بعد", "بلا مالك", "للتحديد",
  ].map { folded($0).split { !$0.isLetter && !$0.isNumber }.joined(separator: " ") })

private let openWords: Set<String> = ["tbd", "tbc", "todo", "fixme"]
