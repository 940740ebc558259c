/// A version as file names, `$id`s and changelogs write it: `v2`, `1.4.0`, `1-0-2`, `2026-03-01`, `2.0.0-rc.1`. Its order
/// is that of its numbers; one that is not released yet comes before the release it prepares (Semantic Versioning 2.0.0).
package struct SchemaVersion: Hashable, Comparable, Sendable {
  /// Without zeros at the end: `v2` is `2.0.0`.
  package var numbers: [Int]
  /// What follows the numbers, `rc.1`.
  package var suffix: String?
  /// As written, without the `v` before it.
  package var text: String

  /// nil for anything that is not a version and nothing else.
  package init?(_ written: some StringProtocol) {
    var rest = written[...]
    if let first = rest.first, first == "v" || first == "V" { rest = rest.dropFirst() }
    text = String(rest)
    let core = rest.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") }
    // A suffix begins behind the last hyphen, or at the hyphen before a letter.
    var digits = core
    if core.endIndex < rest.endIndex {
      guard let hyphen = core.lastIndex(where: { $0 == "-" || $0 == "." }) else { return nil }
      digits = core[..<hyphen]
      let tail = rest[core.index(after: hyphen)...]
      guard !tail.isEmpty, core[hyphen] == "-",
        tail.utf8.allSatisfy({ byte in
          (48...57).contains(byte) || (97...122).contains(byte | 0x20) || byte == 45 || byte == 46 || byte == 43
        })
      else { return nil }
      suffix = String(tail)
    }
    let parts = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "-" }
    let values = parts.compactMap { part in part.utf8.count <= 9 ? Int(part) : nil }
    guard !values.isEmpty, values.count == parts.count, values.count <= 6 else { return nil }
    numbers = values
    while numbers.count > 1, numbers.last == 0 { numbers.removeLast() }
  }

  /// Whether one of them is only told more precisely: `v1` and `1.4.0`.
  package func agrees(with other: SchemaVersion) -> Bool {
    if self == other { return true }
    let count = min(numbers.count, other.numbers.count)
    guard numbers.prefix(count) == other.numbers.prefix(count) else { return false }
    // `1.0.0` has lost its zeros but tells them all the same.
    let precise = numbers.count < other.numbers.count ? self : other
    return precise.text.split(whereSeparator: { $0 == "." || $0 == "-" }).count <= count
  }

  package static func == (left: SchemaVersion, right: SchemaVersion) -> Bool {
    left.numbers == right.numbers && left.suffix == right.suffix
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(numbers)
    hasher.combine(suffix)
  }

  package static func < (left: SchemaVersion, right: SchemaVersion) -> Bool {
    if left.numbers != right.numbers { return left.numbers.lexicographicallyPrecedes(right.numbers) }
    switch (left.suffix, right.suffix) {
    case (let left?, let right?): return precedes(left, right)
    case (.some, nil): return true
    default: return false
    }
  }

  /// `rc.2` before `rc.10`: numbers by size, and before words.
  private static func precedes(_ left: String, _ right: String) -> Bool {
    let (lefts, rights) = (left.split(separator: "."), right.split(separator: "."))
    for (left, right) in zip(lefts, rights) where left != right {
      switch (Int(left), Int(right)) {
      case (let left?, let right?): return left < right
      case (.some, nil): return true
      case (nil, .some): return false
      default: return left < right
      }
    }
    return lefts.count < rights.count
  }
}
