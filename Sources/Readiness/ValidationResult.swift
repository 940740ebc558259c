/// The file shapes in which Great Expectations 0.15 to 1.24 leaves results; see `GXReader`.
package enum ResultShape: String, CaseIterable, Sendable {
  case checkpointV0 = "checkpoint_v0"
  case describe
  case storeV0 = "store_v0"
  case storeV1 = "store_v1"
  case envelope
  case suiteDescribe = "suite_describe"
}

/// GX's own severity of an expectation (GX 1.24).
package enum GXSeverity: String, CaseIterable, Sendable {
  case critical, warning, info
}

/// One validation in a result file: one suite run against one asset.
package struct ValidationResult: Hashable, Sendable {
  /// The checkpoint's name.
  package var name: String?
  package var suite: String?
  package var asset: String?
  package var runName: String?
  package var runTime: Timestamp?
  package var gxVersion: String?
  package var shape: ResultShape
  /// nil where the file does not say: judged as failed.
  package var success: Bool?
  package var evaluated: Int
  package var successful: Int
  package var unsuccessful: Int
  /// Expectations that raised an exception, as visible in the file.
  package var exceptions: Int
  package var failed: [FailedExpectation]
  /// The suite's own `meta.sensitivity`, such as `S3`.
  package var sensitivity: String?
  package var path: String
  /// The place in the file, from 0, where one file holds several validations.
  package var position: Int
  /// GX's id of the checkpoint, by which a GX 1.x store file names it; see `DefinedCheckpoint.id`.
  package var checkpointID: String?

  package init(
    name: String? = nil, suite: String? = nil, asset: String? = nil, runName: String? = nil, runTime: Timestamp? = nil,
    gxVersion: String? = nil, shape: ResultShape, success: Bool?, evaluated: Int = 0, successful: Int = 0,
    unsuccessful: Int = 0, exceptions: Int = 0, failed: [FailedExpectation] = [], sensitivity: String? = nil,
    path: String, position: Int = 0, checkpointID: String? = nil
  ) {
    self.name = name
    self.suite = suite
    self.asset = asset
    self.runName = runName
    self.runTime = runTime
    self.gxVersion = gxVersion
    self.shape = shape
    self.success = success
    self.evaluated = evaluated
    self.successful = successful
    self.unsuccessful = unsuccessful
    self.exceptions = exceptions
    self.failed = failed
    self.sensitivity = sensitivity
    self.path = path
    self.position = position
    self.checkpointID = checkpointID
  }
}

/// An expectation that did not hold, or could not be evaluated.
package struct FailedExpectation: Hashable, Sendable {
  /// `expect_column_values_to_not_be_null`.
  package var expectation: String
  /// Every column the expectation names, in the file's order (`column`, `column_A`, `column_B`, `column_list`, `column_set`).
  package var columns: [String]
  package var raisedException: Bool
  package var exceptionMessage: String?
  package var gxSeverity: GXSeverity?
  /// `meta.sensitivity` of the expectation, such as `S3`.
  package var sensitivity: String?
  package var elementCount: Int?
  package var unexpectedCount: Int?
  /// A few unexpected values as the file has them, unmasked: whoever shows them masks them.
  package var unexpectedValues: [String]

  package init(
    expectation: String, columns: [String] = [], raisedException: Bool = false, exceptionMessage: String? = nil,
    gxSeverity: GXSeverity? = nil, sensitivity: String? = nil, elementCount: Int? = nil, unexpectedCount: Int? = nil,
    unexpectedValues: [String] = []
  ) {
    self.expectation = expectation
    self.columns = columns
    self.raisedException = raisedException
    self.exceptionMessage = exceptionMessage
    self.gxSeverity = gxSeverity
    self.sensitivity = sensitivity
    self.elementCount = elementCount
    self.unexpectedCount = unexpectedCount
    self.unexpectedValues = unexpectedValues
  }
}

/// What the history of a checkpoint keeps of an older run.
package struct PastRun: Hashable, Sendable {
  package var runTime: Timestamp?
  package var success: Bool
  package var evaluated: Int
  package var unsuccessful: Int
  package var path: String

  package init(runTime: Timestamp?, success: Bool, evaluated: Int, unsuccessful: Int, path: String) {
    self.runTime = runTime
    self.success = success
    self.evaluated = evaluated
    self.unsuccessful = unsuccessful
    self.path = path
  }
}
