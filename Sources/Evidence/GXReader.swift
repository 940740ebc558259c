// Great Expectations leaves its results in six shapes of JSON. CSimdJSON walks a file and hands over what it found as
// flat arrays; here these become `Readiness` values, and what is wrong with a file becomes a finding.

import CSimdJSON
package import Readiness

/// Reads the validations of a result file that is in memory.
///
/// - Parameter path: what the values and findings say of its place, relative to the workspace.
package func readResults(_ bytes: UnsafeRawBufferPointer, path: String) -> (
  results: [ValidationResult], findings: [Finding]
) {
  results(of: jahiz_gx_read_bytes(bytes.baseAddress?.assumingMemoryBound(to: CChar.self), bytes.count), path: path)
}

/// Reads the validations of a result file that is in memory.
///
/// - Parameter path: what the values and findings say of its place, relative to the workspace.
package func readResults(_ bytes: [UInt8], path: String) -> (results: [ValidationResult], findings: [Finding]) {
  bytes.withUnsafeBytes { readResults($0, path: path) }
}

/// Reads the validations of the result file at an absolute path. Any number of threads may do so at once.
///
/// - Parameter path: what the values and findings say of its place, relative to the workspace.
package func readResultFile(at absolutePath: String, path: String) -> (
  results: [ValidationResult], findings: [Finding]
) {
  results(of: jahiz_gx_read_file(absolutePath), path: path)
}

/// Whether the bytes are a GX result in a shape that `readResults` knows.
package func isResult(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) {
      jahiz_gx_read_bytes($0.baseAddress, $0.count)?.pointee.outcome == JAHIZ_GX_OK
    }
  }
}

private func results(of pointer: UnsafePointer<jahiz_gx_file>?, path: String) -> (
  results: [ValidationResult], findings: [Finding]
) {
  guard let file = pointer?.pointee else {
    return ([], [gxUnreadable(JAHIZ_GX_NO_MEMORY, systemError: 0, offset: 0, line: 1, path: path)])
  }
  guard file.outcome == JAHIZ_GX_OK else {
    let finding = gxUnreadable(
      file.outcome, systemError: file.system_error, offset: file.error_offset, line: file.error_line, path: path)
    return ([], [finding])
  }
  return GXConversion(file, path: path).results()
}

/// One file's flat arrays on their way into values.
private struct GXConversion {
  let file: jahiz_gx_file
  let path: String
  let shape: ResultShape
  let arena: GXArena

  init(_ file: jahiz_gx_file, path: String) {
    self.file = file
    self.path = path
    arena = GXArena(file.arena)
    shape =
      switch file.shape {
      case JAHIZ_GX_CHECKPOINT_V0: .checkpointV0
      case JAHIZ_GX_DESCRIBE: .describe
      case JAHIZ_GX_STORE_V0: .storeV0
      case JAHIZ_GX_STORE_V1: .storeV1
      case JAHIZ_GX_ENVELOPE: .envelope
      default: .suiteDescribe
      }
  }

  func results() -> (results: [ValidationResult], findings: [Finding]) {
    var results: [ValidationResult] = []
    var findings: [Finding] = []
    results.reserveCapacity(file.validation_count)
    let validations = UnsafeBufferPointer(start: file.validations, count: file.validation_count)
    for (position, validation) in validations.enumerated() {
      guard !validation.unreadable else {
        findings.append(
          Finding(
            .resultUnreadable, .v3,
            Wording(
              "validation \(position + 1) is no validation result", "النتيجة رقم \(position + 1) ليست نتيجة تحقق"),
            at: SourceLocation(path: path)))
        continue
      }
      let result = result(validation, at: position)
      if result.success == nil { findings.append(incomplete("success", "success")) }
      if result.runTime == nil, let text = runTimeText(validation) {
        findings.append(incomplete("a run time that can be read, but “\(text)”", "وقت تشغيل مقروءًا، بل «\(text)»"))
      }
      results.append(result)
    }
    if file.validation_count == 0 {
      // A checkpoint that validated nothing proved nothing; one that does not claim success counts as failed.
      findings.append(incomplete("any validation", "أي نتيجة تحقق"))
      if file.success != 1 {
        results.append(
          ValidationResult(
            name: arena.string(file.name), runName: arena.string(file.run_name),
            runTime: timestamp(arena.string(file.run_time)), shape: shape, success: truth(file.success), path: path,
            checkpointID: arena.string(file.checkpoint_id)))
      }
    }
    return (results, findings)
  }

  private func result(_ validation: jahiz_gx_validation, at position: Int) -> ValidationResult {
    let listed = Int(validation.listed)
    let failed = Int(validation.listed_failed)
    return ValidationResult(
      name: arena.string(validation.checkpoint_name) ?? arena.string(file.name),
      suite: arena.string(validation.suite),
      asset: arena.string(validation.asset),
      runName: arena.string(validation.run_name) ?? arena.string(file.run_name),
      runTime: timestamp(runTimeText(validation)),
      gxVersion: arena.string(validation.version),
      shape: shape,
      success: truth(validation.success),
      evaluated: count(validation.evaluated) ?? listed,
      successful: count(validation.successful) ?? listed - failed,
      unsuccessful: count(validation.unsuccessful) ?? failed,
      exceptions: Int(validation.exceptions),
      failed: failures(validation),
      sensitivity: arena.string(validation.sensitivity),
      path: path,
      position: position,
      checkpointID: arena.string(validation.checkpoint_id) ?? arena.string(file.checkpoint_id))
  }

  private func failures(_ validation: jahiz_gx_validation) -> [FailedExpectation] {
    guard validation.failure_count > 0, let base = file.failures else { return [] }
    return UnsafeBufferPointer(start: base + validation.first_failure, count: validation.failure_count).map { failure in
      FailedExpectation(
        expectation: arena.string(failure.expectation) ?? "",
        columns: texts(failure.first_column, failure.column_count),
        raisedException: failure.raised_exception,
        exceptionMessage: arena.string(failure.exception_message),
        gxSeverity: arena.string(failure.severity).flatMap { GXSeverity(rawValue: $0.lowercased()) },
        sensitivity: arena.string(failure.sensitivity),
        elementCount: count(failure.element_count),
        unexpectedCount: count(failure.unexpected_count),
        unexpectedValues: texts(failure.first_value, failure.value_count))
    }
  }

  private func texts(_ first: Int, _ count: Int) -> [String] {
    guard count > 0, let base = file.texts else { return [] }
    return UnsafeBufferPointer(start: base + first, count: count).map { arena.string($0) ?? "" }
  }

  private func runTimeText(_ validation: jahiz_gx_validation) -> String? {
    arena.string(validation.run_time) ?? arena.string(file.run_time)
  }

  private func timestamp(_ text: String?) -> Timestamp? { text.flatMap(gxTimestamp) }

  private func truth(_ value: Int8) -> Bool? { value < 0 ? nil : value == 1 }

  private func count(_ value: Int64) -> Int? { value < 0 ? nil : Int(clamping: value) }

  private func incomplete(_ english: Sentence, _ arabic: Sentence) -> Finding {
    Finding(
      .resultIncomplete, .v1, Wording("the result does not say \(english)", "لا تذكر النتيجة \(arabic)"),
      at: SourceLocation(path: path))
  }
}

/// The arena's texts as strings.
struct GXArena {
  private let base: UnsafePointer<CChar>?

  init(_ base: UnsafePointer<CChar>?) { self.base = base }

  /// nil where the file has no such text.
  func string(_ text: jahiz_text) -> String? {
    // SIZE_MAX arrives as -1.
    guard text.offset >= 0, let base else { return nil }
    return String(decoding: UnsafeRawBufferPointer(start: base + text.offset, count: text.length), as: UTF8.self)
  }
}
