import Readiness

/// Which column of one table says what.
struct TableColumns {
  let titles: [String]
  /// The column that names the rows.
  let key: Int
  let namesDimension: Bool
  /// The columns that say the status; several only where the header gives none of them precedence.
  let statuses: [Int]
  /// Columns that speak of a status less plainly (`Canary status` beside `Status`): they can make it worse.
  let otherStatuses: [Int]
  let evidence: [Int]
  private let roles: [ColumnRole: Int]

  init(titles: [String]) {
    self.titles = titles
    let matches = titles.map(ColumnMatch.init)
    func columns(_ role: ColumnRole) -> [Int] { matches.indices.filter { matches[$0]?.role == role } }
    func best(_ columns: [Int]) -> [Int] {
      let fit = columns.compactMap { matches[$0]?.fit }.max()
      return columns.filter { matches[$0]?.fit == fit }
    }
    let current = columns(.status).filter { !isOfThePast(titles[$0]) }
    let chosen = best(current.isEmpty ? columns(.status) : current)
    statuses = chosen
    otherStatuses = current.filter { !chosen.contains($0) }
    evidence = columns(.evidence)
    var roles: [ColumnRole: Int] = [:]
    for role in [ColumnRole.owner, .notes, .severity] { roles[role] = best(columns(role)).first }
    self.roles = roles

    let dimension = best(columns(.dimension)).first
    namesDimension = dimension.flatMap { matches[$0] }.map { $0.fit > .partial } ?? false
    let free = titles.indices.filter { matches[$0] == nil }
    let fallback = free.first { !isOrdinal(titles[$0]) } ?? free.first ?? titles.indices.first { !chosen.contains($0) }
    key = dimension ?? fallback ?? 0
  }

  func index(_ role: ColumnRole) -> Int? { roles[role] }

  /// Whether a column is shown only because it is there.
  func isExtra(_ index: Int) -> Bool {
    index != key && index != statuses.first && !evidence.contains(index) && !roles.values.contains(index)
  }

  /// Whether this is no more than an explanation of the status words: a status first, then what it means.
  var isLegend: Bool {
    statuses.first == 0 && !namesDimension && evidence.isEmpty && index(.owner) == nil
      && titles.contains { meanings.contains(folded($0)) }
  }
}

private let meanings = Set(
  [
    "Meaning", "Definition", "Means", "When", "When to use", "المعنى", "معناها", "التعريف", "الشرح", "متى",
    "متى تُستخدم",
  ]
  .map { folded($0) })

private func isOrdinal(_ title: String) -> Bool {
  let name = folded(title).filter(\.isLetter)
  return name.isEmpty || ordinals.contains(name)
}

private let ordinals = Set(["No", "Nr", "م", "رقم", "الرقم"].map { folded($0) })

private func isOfThePast(_ title: String) -> Bool { phrase(title).contains(where: past.contains) }

private let past = Set(
  ["previous", "prior", "former", "last", "old", "السابقة", "سابقة", "السابق", "القديمة", "الماضية"].map { folded($0) })
