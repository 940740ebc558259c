/// Which column of a readiness table plays which part, counted from 0, for whoever writes into one.
package struct ReadinessColumns: Hashable, Sendable {
  /// The one that names the row.
  package var label: Int
  /// The first, where several say it; nil where none does.
  package var status: Int?
  package var owner: Int?
  package var notes: Int?

  /// nil where a table of these titles is none of readiness.
  package init?(titles: [String]) {
    let columns = TableColumns(titles: titles)
    guard !columns.statuses.isEmpty || columns.namesDimension else { return nil }
    label = columns.key
    status = columns.statuses.first
    owner = columns.index(.owner)
    notes = columns.index(.notes)
  }
}
