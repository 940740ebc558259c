import Readiness

// A title says more than the name: `Connector: Stripe`, `موصل سلة — واجهة`, `Stripe connector (runtime tool)`.

/// The name in a title; nil where it holds nothing but words as “connector”.
func connectorName(_ title: String) -> String? {
  var spaced = title
  for separator in [" — ", " – ", " - ", " | ", ": ", "؛", " ("] {
    spaced = spaced.split(separator: separator).joined(separator: "\n")
  }
  for part in spaced.split(separator: "\n") {
    var words = part.split(whereSeparator: \.isWhitespace)
    while let first = words.first, isCompanion(first) { words.removeFirst() }
    while let last = words.last, isCompanion(last) { words.removeLast() }
    if !words.isEmpty { return words.joined(separator: " ") }
  }
  return nil
}

/// The name in a file's name; a file that is only called `sheet` is named by its folder.
///
/// - Parameter folders: as for `readConnectorSheet`.
func fileName(_ path: String, _ folders: [String]) -> String {
  let file = path.split(separator: "/").last.map(String.init) ?? path
  let stem = sheetStem(file)
  let words = stem.split { "-_. ".contains($0) }
  if let folder = folders.last, words.allSatisfy(isCompanion) { return folder }
  var name = stem
  for suffix in ["connector", "facade", "sheet"] where folded(name).hasSuffix(suffix) {
    let rest = name.dropLast(suffix.count)
    if let last = rest.last, "-_. ".contains(last) { name = String(rest.dropLast()) }
  }
  return name.isEmpty ? file : name
}

/// A file's name without its last ending.
func sheetStem(_ name: String) -> String {
  guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
  return String(name[..<dot])
}

private func isCompanion(_ word: some StringProtocol) -> Bool {
  let letters = folded(word).filter { $0.isLetter || $0.isNumber }
  return letters.isEmpty || companions.contains(letters)
}

private let companions = Set(
  [
    "connector", "connectors", "facade", "sheet", "card", "spec", "specification", "documentation", "docs", "for",
    "the",
    "of", "readme", "index", "integration",
    "موصل", "الموصل", "واجهة", "الواجهة", "بطاقة", "ورقة", "توثيق", "وثيقة", "تكامل", "مع", "نموذج",
  ].map { folded($0) })
