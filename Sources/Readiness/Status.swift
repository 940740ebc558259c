/// What a row of the matrix says of its dimension or release candidate.
package enum Status: String, CaseIterable, Sendable {
  case ok, risk, blocked
  /// The cell is empty.
  case unset
  /// The cell holds words that name no status; they are kept and shown as written.
  case unknown
}
