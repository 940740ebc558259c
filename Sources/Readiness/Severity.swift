/// How grave something open is, from V0 (informational) to V3 (regulatory, release-blocking).
package enum Severity: Int, CaseIterable, Comparable, Sendable {
  case v0 = 0
  case v1 = 1
  case v2 = 2
  case v3 = 3

  /// The name as files and screens write it: `V0` … `V3`.
  package var name: String { "V\(rawValue)" }

  /// Reads `V2`, `v2` or ` V2 `; nil for anything else.
  package init?(name: some StringProtocol) {
    let trimmed = name.drop { $0 == " " || $0 == "\t" }
    guard let letter = trimmed.first, letter == "V" || letter == "v" else { return nil }
    let rest = trimmed.dropFirst()
    guard let digit = rest.first, rest.dropFirst().allSatisfy({ $0 == " " || $0 == "\t" }) else { return nil }
    switch digit {
    case "0": self = .v0
    case "1": self = .v1
    case "2": self = .v2
    case "3": self = .v3
    default: return nil
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rawValue < right.rawValue }
}
