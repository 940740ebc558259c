package import Readiness

// Records of tool verification, what an agent intended and claimed against what the tool did: one JSON file each, as a
// verification ledger writes them, lists of them, JSON Lines, or a table in `docs/contradictions*.md`.

/// Reads the records of tool verification of a workspace.
///
/// - Returns: nil where there are none.
package func readVerifications(
  below root: String, _ configuration: Configuration.Governance
) -> (ToolVerifications?, [Finding]) {
  let sources = RecordSources(
    configured: configuration.verifications, folder: "verifications", documents: ["contradictions", "contradiction-"],
    endings: [".json", ".jsonl", ".md"], code: .verificationsUnreadable, topic: .contradictionBacklog)
  var reading = VerificationReading()
  let findings = sources.read(below: FilePlace(root: root)) { path, bytes in reading.read(path, bytes) }
  return (
    reading.records.isEmpty ? nil : ToolVerifications(records: reading.records),
    findings + reading.findings.withoutRepeats()
  )
}

private enum VerificationColumn: Hashable {
  case id, tool, claimed, actual, status, flag, resolved, resolution, owner, title
}

private let verificationColumns = FieldNames<VerificationColumn>([
  (
    .id,
    [
      "ID", "run_id", "request_id", "verification_id", "Contradiction ID", "entity_id", "Ref", "المعرف", "المعرّف",
      "رقم التناقض", "الرقم", "المرجع",
    ]
  ),
  (
    .tool,
    [
      "Tool", "tool_name", "actual_tool_call", "Connector", "Agent", "agent_id", "agent_name", "System", "system_id",
      "الأداة", "أداة", "الموصل", "الوكيل", "النظام",
    ]
  ),
  (
    .title,
    [
      "Title", "Contradiction", "Topic", "Subject", "Summary", "intended_action", "Action", "Description", "التناقض",
      "الموضوع", "العنوان", "الوصف", "الإجراء",
    ]
  ),
  (.claimed, ["Claimed", "Claim", "claimed_action", "claimed_result", "Ledger", "المُدّعى", "الادعاء", "الدفتر"]),
  (
    .actual,
    [
      "Actual", "actual_result", "Evidence", "Observed", "Tool says", "الفعلي", "الواقع", "الدليل", "المرصود",
      "الأداة تقول",
    ]
  ),
  (.status, ["verification_status", "Verification", "Status", "State", "الحالة", "حالة التحقق", "التحقق"]),
  (.flag, ["contradiction_flag", "contradicted"]),
  (.resolved, ["resolved", "resolved_at", "Resolved on", "Closed at", "محلول", "حُلّ في", "حُلّت في", "تاريخ الحل"]),
  (.resolution, ["Resolution", "الحل", "المعالجة", "القرار"]),
  (.owner, ["Owner", "Responsible", "المالك", "المسؤول"]),
])

private let verificationStates = WordList<ToolVerification.Status>([
  (
    .contradicted,
    [
      "contradicted", "contradiction", "contradicts", "conflict", "conflicting", "متناقض", "متناقضة", "تناقض", "متعارض",
      "متعارضة", "تعارض",
    ]
  ),
  (.partiallyVerified, ["partially verified", "partly verified", "محقق جزئيا", "متحقق جزئيا", "تحقق جزئي"]),
  (
    .unverified,
    [
      "unverified", "not verified", "غير محقق", "غير محققة", "غير متحقق", "غير مؤكد", "غير مؤكدة", "لم يتحقق",
      "لم يحقق",
    ]
  ),
  (.stale, ["stale", "outdated", "قديم", "قديمة", "متقادم", "متقادمة", "منتهي الصلاحية"]),
  (.pending, ["pending", "in progress", "قيد", "بانتظار", "معلق", "معلقة"]),
  (
    .verified,
    ["verified", "confirmed", "محقق", "محققة", "متحقق", "متحققة", "مؤكد", "مؤكدة", "تم التحقق", "مطابق", "مطابقة"]
  ),
])

/// Words by which a contradiction is over.
private let resolvedWords = WordList<Bool>([
  (
    false,
    [
      "not resolved", "unresolved", "not closed", "not yet", "open", "no", "لم يحل", "لم تحل", "غير محلول",
      "غير محلولة", "مفتوح", "مفتوحة", "لا",
    ]
  ),
  (
    true,
    [
      "resolved", "closed", "fixed", "corrected", "done", "yes", "true", "محلول", "محلولة", "حل", "حلت", "مغلق",
      "مغلقة",
      "أغلق", "أغلقت", "عولج", "عولجت", "صحح", "صححت", "نعم",
    ]
  ),
])

private let verificationLists: Set<String> = [
  "verifications", "records", "items", "results", "tool_calls", "tool_receipts", "tool_verification", "contradictions",
  "data",
]

private struct VerificationReading {
  var records: [ToolVerification] = []
  var findings: [Finding] = []
  /// By id: what an append-only log says last counts.
  private var indices: [String: Int] = [:]

  mutating func read(_ path: String, _ bytes: [UInt8]) {
    if path.hasSuffix(".md") {
      let (document, problems) = readDocument(bytes, path: path, code: .verificationsUnreadable)
      findings += problems.map { $0.landing(on: .contradictionBacklog) }
      document?.tables.forEach { read($0, path) }
    } else if path.hasSuffix(".json") {
      do throws(JSONDocumentProblem) {
        for object in recordObjects(try readJSONDocument(bytes), in: verificationLists) { read(object, path) }
      } catch {
        note(error.message, path, error.line)
      }
    } else {
      readJSONLines(bytes) { line, number in
        switch line {
        case .success(let object) where object.isObject: read(object, path)
        case .success: note(JSONProblem.noObject.documentWording, path, number)
        case .failure(let problem): note(EventLineProblem.json(problem).wording, path, number)
        }
      }
    }
  }

  private mutating func note(_ message: Wording, _ path: String, _ line: Int?) {
    findings.append(
      Finding(
        .verificationsUnreadable, .v1, message, at: SourceLocation(path: path, line: line), topic: .contradictionBacklog
      ))
  }

  private mutating func read(_ table: DocumentTable, _ path: String) {
    let columns = verificationColumns.columns(table.header)
    let isNamed = [VerificationColumn.id, .tool, .title, .claimed].contains { columns[$0] != nil }
    guard isNamed, columns[.status] != nil || columns[.flag] != nil else { return }
    for row in table.rows {
      var texts: [VerificationColumn: String] = [:]
      for (field, index) in columns where !row.text(index).isEmpty { texts[field] = row.text(index) }
      guard texts.contains(where: { $0.key != .status && !saysNothing($0.value) }) else { continue }
      records.append(record(texts, SourceLocation(path: path, line: row.line), isBacklog: true))
    }
  }

  private mutating func read(_ object: JSONTree, _ path: String) {
    var texts = verificationColumns.texts(object)
    if let data = object["data"], data.isObject {
      texts.merge(verificationColumns.texts(data)) { own, _ in own }
    }
    guard texts[.status] != nil || texts[.flag] != nil else { return }
    let location = SourceLocation(path: path, line: object.line)
    let key = texts[.id].map { "\(path)\0\(folded($0))" }
    if let key, let index = indices[key] {
      records[index] = record(texts, records[index].location, isBacklog: false)
    } else {
      if let key { indices[key] = records.count }
      records.append(record(texts, location, isBacklog: false))
    }
  }

  /// - Parameter isBacklog: a table of contradictions, where `open` says that one is.
  private func record(
    _ texts: [VerificationColumn: String], _ location: SourceLocation, isBacklog: Bool
  ) -> ToolVerification {
    let raw = texts[.status] ?? ""
    var status = verificationStates.meaning(of: raw)
    var isResolved = false
    // A status may say both: `contradicted (resolved)`, or for a backlog `open` and `closed`.
    if let word = resolvedWords.meaning(of: raw) {
      isResolved = word
      if status == nil { status = word || isBacklog ? .contradicted : nil }
    }
    if texts[.flag].map({ resolvedWords.meaning(of: $0) == true }) == true { status = .contradicted }
    if let text = texts[.resolved], !saysNothing(text), !isShortDenial(text) { isResolved = true }
    if let text = texts[.resolution], !saysNothing(text), !isShortDenial(text) { isResolved = true }
    let versus = [texts[.claimed], texts[.actual]].compactMap(\.self).joined(separator: " ≠ ")
    let summary = [texts[.title] ?? "", versus].filter { !$0.isEmpty }.joined(separator: ": ")
    return ToolVerification(
      id: texts[.id] ?? "", tool: texts[.tool] ?? "", summary: summary, status: status ?? .unknown, rawStatus: raw,
      isResolved: isResolved, owner: texts[.owner] ?? "", location: location)
  }
}

/// `not yet`, `قيد المعالجة`; a sentence that tells what was done is none.
private func isShortDenial(_ text: String) -> Bool {
  guard folded(text).split(separator: " ").count <= 3 else { return false }
  return resolvedWords.meaning(of: text) == false || verificationStates.meaning(of: text) == .pending
}
