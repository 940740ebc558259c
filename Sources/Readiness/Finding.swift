/// What jahiz itself noticed. A finding decides by no severity of its own: only a rule that names its code does.
package struct Finding: Hashable, Sendable {
  /// Every finding there is. The raw value is the `code` of the JSON report.
  package enum Code: String, CaseIterable, Sendable {
    // These make the verdict hold, fail closed.
    case matrixUnreadable = "matrix_unreadable"
    case resultUnreadable = "result_unreadable"
    case eventsUnreadable = "events_unreadable"
    /// A folder in which evidence could stand cannot be listed.
    case folderUnreadable = "folder_unreadable"

    case matrixMissing = "matrix_missing"
    case noDimension = "no_dimension"
    case otherMatrix = "other_matrix"
    case raggedRow = "ragged_row"
    case duplicateKey = "duplicate_key"
    case unknownStatus = "unknown_status"
    case contradictoryStatus = "contradictory_status"
    case frontMatterInvalid = "front_matter_invalid"
    case encodingRepaired = "encoding_repaired"
    case noCandidate = "no_candidate"
    case candidateNotFound = "candidate_not_found"
    case brokenLink = "broken_link"
    case linkOutside = "link_outside"
    case missingOwner = "missing_owner"

    case tornLine = "torn_line"
    case missingEventField = "missing_event_field"
    case duplicateEvent = "duplicate_event"
    case unknownEntity = "unknown_entity"
    case unknownEventType = "unknown_event_type"
    case unknownSeverity = "unknown_severity"
    case invalidEvent = "invalid_event"
    case repaired = "repaired"
    case missingCorrelation = "missing_correlation"
    case futureEvent = "future_event"
    case futureResult = "future_result"

    case resultIncomplete = "result_incomplete"
    case checkpointMissing = "checkpoint_missing"
    case consumersUnknown = "consumers_unknown"
    case notUsed = "not_used"

    /// Something that decides a verdict could not be read: `gate` exits 2.
    package var failsClosed: Bool {
      switch self {
      case .matrixUnreadable, .resultUnreadable, .eventsUnreadable, .folderUnreadable: true
      default: false
      }
    }
  }

  package var code: Code
  package var severity: Severity
  package var message: Wording
  package var location: SourceLocation
  /// The row of the matrix that it lands on; nil where it speaks of none.
  package var topic: Topic?

  package init(
    _ code: Code, _ severity: Severity, _ message: Wording, at location: SourceLocation, topic: Topic? = nil
  ) {
    self.code = code
    self.severity = severity
    self.message = message
    self.location = location
    self.topic = topic
  }
}
