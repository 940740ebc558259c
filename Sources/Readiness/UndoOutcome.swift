/// What became of taking back one's own last action.
package enum UndoOutcome: Hashable, Sendable {
  /// The events that were taken back, newest first.
  case done([Event])
  /// There is nothing to take back, or something else has moved since.
  case refused(Wording)
  /// It could not be written.
  case failed(Wording)
}
