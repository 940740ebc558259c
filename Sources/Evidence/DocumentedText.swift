import Readiness

// Whether a text says something. “TBD” is no documentation, nor is “n/a” unless somebody says why; an empty place is worse than
// either, for nobody has even noticed.

/// How well a text documents what it stands for.
func documentedState(_ text: String) -> DocumentedState {
  let lines = withoutComments(text).split(separator: "\n").map { $0.trimmed }.filter { !$0.isEmpty }
  guard !lines.isEmpty else { return .missing }
  if lines.allSatisfy({ folded($0).unicodeScalars.allSatisfy { crosses.contains($0) || $0 == " " } }) {
    return .missing
  }
  return lines.allSatisfy(isPlaceholder) ? .thin : .filled
}

/// Marks that say “no” in a grid.
private let crosses: Set<Unicode.Scalar> = ["❌", "✗", "✘", "✖", "×"]

private func isPlaceholder(_ line: String) -> Bool {
  // `<describe it>`, `{{retry}}`, `[to fill in]`: the prompt of a template, still there.
  for (open, close) in [("<", ">"), ("{{", "}}"), ("[", "]"), ("${", "}")]
  where line.hasPrefix(open) && line.hasSuffix(close) && !line.contains("://") { return true }
  let words = bareWords(line)
  guard let first = words.first else { return true }
  if emptyAnswers.contains(words.joined(separator: " ")) { return true }
  if openEndedWords.contains(first) { return true }
  return openEndedPhrases.contains { words.count <= $0.count + 4 && words.starts(with: $0) }
}

private func bareWords(_ line: String) -> [String] {
  folded(line).split { !$0.isLetter && !$0.isNumber }.map(String.init)
}

/// Answers that need a reason behind them to be one.
private let emptyAnswers = Set(
  [
    "n/a", "na", "none", "no", "nil", "null", "yes", "y", "n", "not applicable", "not available", "unknown", "same",
    "true", "false", "ok", "done", "xxx", "xx", "x", "empty", "not defined", "undefined", "placeholder", "fill in",
    "not documented", "not yet", "later", "soon", "in progress", "wip", "draft", "default", "defaults",
    "لا", "نعم", "لا يوجد", "لا توجد", "لا ينطبق", "لا تنطبق", "غير منطبق", "غير متوفر", "غير متاح", "غير محدد",
    "غير محددة", "غير موثق", "غير معروف", "بدون", "لاحقا", "قريبا", "فيما بعد", "مؤجل", "ليس بعد", "مسودة",
  ].map { bareWords($0).joined(separator: " ") })

/// Words that leave it open whatever follows them: `TODO: ask the vendor`.
private let openEndedWords: Set<String> = ["tbd", "tba", "tbc", "todo", "fixme", "tbdl"]

/// The same of several words, where little follows.
private let openEndedPhrases: [[String]] =
  [
    "to be determined", "to be defined", "to be decided", "to be documented", "to be added", "to be done",
    "to be confirmed", "to be completed", "to be written", "coming soon", "work in progress", "under construction",
    "in preparation", "to do", "not yet",
    "قيد الإعداد", "قيد العمل", "قيد التطوير", "قيد التحديد", "قيد الكتابة", "قيد التنفيذ", "قيد الدراسة",
    "قيد المراجعة", "تحت الإعداد", "يحدد لاحقا", "يُحدَّد لاحقًا", "سيحدد لاحقا", "تحدد لاحقا", "ستحدد لاحقا",
    "يضاف لاحقا", "سيضاف لاحقا", "يكتب لاحقا", "سيتم تحديده", "سيتم تحديدها", "يتم تحديده", "لم يحدد",
    "لم تحدد", "لم يوثق", "يكتمل لاحقا", "للاستكمال", "يستكمل لاحقا",
  ].map(bareWords)

/// Without `<!-- … -->`.
private func withoutComments(_ text: String) -> String {
  guard text.contains("<!--") else { return text }
  var result = ""
  var rest = text[...]
  while let start = rest.firstRange(of: "<!--") {
    result += rest[..<start.lowerBound]
    guard let end = rest[start.upperBound...].firstRange(of: "-->") else { return result }
    rest = rest[end.upperBound...]
  }
  return result + rest
}
