extension [Finding] {
  /// The first 20 of each code and severity, and one in place of the rest that says how many they are: a broken log of
  /// 5,000 lines is not 5,000 things to read.
  package func withoutRepeats() -> [Finding] {
    guard count > shownOfAKind else { return self }
    var counts: [Kind: Int] = [:]
    var firstLeftOut: [Kind: Int] = [:]
    var shown: [Finding] = []
    for finding in self {
      let kind = Kind(code: finding.code, severity: finding.severity)
      let count = counts[kind, default: 0] + 1
      counts[kind] = count
      if count <= shownOfAKind {
        shown.append(finding)
      } else if count == shownOfAKind + 1 {
        firstLeftOut[kind] = shown.count
        shown.append(finding)
      }
    }
    for (kind, index) in firstLeftOut {
      shown[index].message = others((counts[kind] ?? 0) - shownOfAKind)
    }
    return shown
  }
}

private let shownOfAKind = 20

private struct Kind: Hashable {
  var code: Finding.Code
  var severity: Severity
}

private func others(_ count: Int) -> Wording {
  let arabic = PluralForms(
    zero: "", one: "وواحدة أخرى مثلها", two: "واثنتان أخريان مثلها", few: "و\(count) أخرى مثلها",
    many: "و\(count) أخرى مثلها", other: "و\(count) أخرى مثلها")
  return Wording("and \(count) more like these", arabic.sentence(for: count))
}
