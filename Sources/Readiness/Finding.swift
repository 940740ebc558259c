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

    // Connector facades.
    case connectorUnreadable = "connector_unreadable"
    case connectorFieldThin = "connector_field_thin"
    case connectorStageUnknown = "connector_stage_unknown"
    /// Neither a runtime tool connector nor a data movement connector, or both.
    case connectorLayerUnclear = "connector_layer_unclear"
    /// What the governance of its layer asks for is missing or thin.
    case connectorGovernanceGap = "connector_governance_gap"
    case connectorDuplicate = "connector_duplicate"
    /// Code outside the facade imports a vendor's SDK.
    case vendorImport = "vendor_import"
    /// A source file that was not searched for imports.
    case sourceNotSearched = "source_not_searched"

    // The watchlist of long-running tasks.
    case tasksUnreadable = "tasks_unreadable"
    case taskListIncomplete = "task_list_incomplete"
    case taskRequestFailed = "task_request_failed"
    case taskProtocol = "task_protocol"
    case taskValueUnclear = "task_value_unclear"
    case taskDuplicate = "task_duplicate"
    case taskStatusUnknown = "task_status_unknown"
    case taskStatusDiffers = "task_status_differs"
    case taskFieldMissing = "task_field_missing"
    case taskUnwatched = "task_unwatched"
    case taskStartUnknown = "task_start_unknown"
    case taskExpired = "task_expired"
    case taskTimedOut = "task_timed_out"
    case taskFailed = "task_failed"
    case futureTask = "future_task"

    // Event schemas and logs of events.
    case eventSchemaUnreadable = "event_schema_unreadable"
    case eventSchemaInvalid = "event_schema_invalid"
    case eventSchemaFieldMissing = "event_schema_field_missing"
    case eventSchemaVersionMissing = "event_schema_version_missing"
    case eventSchemaVersionConflict = "event_schema_version_conflict"
    case eventSchemaVersionTwice = "event_schema_version_twice"
    case eventSchemaNotCompared = "event_schema_not_compared"
    case eventLogUnreadable = "event_log_unreadable"
    case eventLogLine = "event_log_line"
    case auditIncomplete = "audit_incomplete"
    case unknownClass = "unknown_class"

    // Approvals and tool verification.
    case approvalsUnreadable = "approvals_unreadable"
    case approvalLate = "approval_late"
    case approvalForbidden = "approval_forbidden"
    case approvalInvalid = "approval_invalid"
    case verificationsUnreadable = "verifications_unreadable"
    case verificationContradicted = "verification_contradicted"
    case verificationInvalid = "verification_invalid"

    // The semantic metrics dictionary.
    case metricsUnreadable = "metrics_unreadable"
    case metricUnowned = "metric_unowned"
    case metricUndefined = "metric_undefined"
    /// A key that stands in the dictionary twice.
    case metricDuplicate = "metric_duplicate"
    /// A key that another table of the docs defines a second time.
    case metricRedefined = "metric_redefined"
    /// A key in use that the dictionary does not hold.
    case metricUnknown = "metric_unknown"

    // Lineage and catalog.
    case lineageUnreadable = "lineage_unreadable"
    case lineageEventInvalid = "lineage_event_invalid"
    case lineageRunFailed = "lineage_run_failed"
    case lineageAssertionFailed = "lineage_assertion_failed"
    case lineageChoiceMissing = "lineage_choice_missing"
    case lineageChoiceUnclear = "lineage_choice_unclear"
    case lineageChoiceConflict = "lineage_choice_conflict"

    // Control matrices.
    case controlsUnreadable = "controls_unreadable"
    case controlPlaceholder = "control_placeholder"
    case controlUnowned = "control_unowned"

    // Provenance.
    case provenanceUnreadable = "provenance_unreadable"
    case workspaceDirty = "workspace_dirty"
    case workspaceUntracked = "workspace_untracked"
    case commitNotNamed = "commit_not_named"
    case otherCommitNamed = "other_commit_named"

    // The docs tree; `broken_link` and `link_outside` are its too.
    case brokenAnchor = "broken_anchor"
    case documentUnreadable = "document_unreadable"
    case reviewLapsed = "review_lapsed"
    case reviewUnclear = "review_unclear"
    case reviewInFuture = "review_in_future"
    case sourceIndexEmpty = "source_index_empty"
    case sourceOwnerMissing = "source_owner_missing"
    case canonicalMissing = "canonical_missing"
    case shadowMissing = "shadow_missing"
    case duplicateTopic = "duplicate_topic"
    case sourceConflict = "source_conflict"

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
