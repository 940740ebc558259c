import Readiness

/// Finds which column of a table says what, by its header in English or Arabic: `Owner`, `المالك / Owner`, `Data owner`.
struct HeaderRoles<Role: Hashable & Sendable>: Sendable {
  private let roles: [Role]
  /// For each name the place of its role.
  private let names: [String: Int]

  /// - Parameter names: for each role the names of its column. Of two roles that one header could have, the first gets it.
  init(_ names: [(Role, [String])]) {
    roles = names.map(\.0)
    self.names = Dictionary(
      names.enumerated().flatMap { place, role in role.1.map { (folded($0), place) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The first column of each role that fits best; a column has one role.
  func columns(of header: [String]) -> [Role: Int] { allColumns(of: header).mapValues { $0[0] } }

  /// All columns of each role that fit as well as its best one.
  func allColumns(of header: [String]) -> [Role: [Int]] {
    var found: [Role: [Int]] = [:]
    var taken: Set<Int> = []
    let titles = header.map(HeaderTitle.init)
    for fit in [wholes, parts, heads] {
      let places = titles.map(fit)
      for (place, role) in roles.enumerated() where found[role] == nil {
        let fitting = titles.indices.filter { !taken.contains($0) && places[$0].contains(place) }
        if fitting.isEmpty { continue }
        found[role] = fitting
        taken.formUnion(fitting)
      }
    }
    return found
  }

  private func wholes(_ title: HeaderTitle) -> [Int] { [names[title.whole]].compactMap { $0 } }

  private func parts(_ title: HeaderTitle) -> [Int] { title.parts.compactMap { names[$0] } }

  /// What a header speaks of stands last in English (`Data owner`) and first in Arabic (`مالك المقياس`).
  private func heads(_ title: HeaderTitle) -> [Int] {
    title.parts.flatMap { part -> [Int] in
      let words = part.split(separator: " ")
      guard words.count > 1, words.count <= 20 else { return [] }
      return (1..<words.count).flatMap { count -> [Int] in
        let last = words.suffix(count).joined(separator: " ")
        let first = words.prefix(count).joined(separator: " ")
        return [
          last.utf8.allSatisfy { $0 < 128 } ? names[last] : nil,
          first.utf8.allSatisfy { $0 < 128 } ? nil : names[first],
        ].compactMap { $0 }
      }
    }
  }
}

/// A header folded, and its parts: `الحالة / Status` has two.
private struct HeaderTitle {
  let whole: String
  let parts: [String]

  init(_ header: String) {
    // Nobody writes such a header.
    whole = header.utf8.count > 500 ? "" : folded(header)
    parts = whole.split { "()[]/|:،,؛;–—&+".contains($0) }.map(\.trimmed)
  }
}
