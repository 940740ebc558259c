package import Readiness

// Approvals are recorded in tables (`docs/approvals*.md`), as JSON Lines (`approvals/*.jsonl`), either as events or as plain
// records, and among the workspace's own events, which are added when they are judged. A table of classes with a service level
// each says how long an approval may wait.

/// Reads the approvals of a workspace.
///
/// - Returns: nil where nothing tells of any.
package func readApprovals(
  below root: String, _ configuration: Configuration.Governance
) -> (Approvals?, [Finding]) {
  let sources = RecordSources(
    configured: configuration.approvals, folder: "approvals", documents: ["approvals", "approval-sla", "approval_sla"],
    endings: [".md", ".jsonl", ".json"], code: .approvalsUnreadable, topic: .approvalSLA)
  var reading = ApprovalReading()
  let findings = sources.read(below: FilePlace(root: root)) { file, bytes in reading.read(file, bytes) }
  let isEmpty = reading.approvals.records.isEmpty && reading.approvals.steps.isEmpty && reading.approvals.limits.isEmpty
  return (isEmpty ? nil : reading.approvals, findings + reading.findings.withoutRepeats())
}

private struct ApprovalReading {
  var approvals = Approvals()
  var findings: [Finding] = []
  /// Of plain records, by file and id: what an append-only log says last counts.
  private var recordIndices: [String: Int] = [:]

  mutating func read(_ path: String, _ bytes: [UInt8]) {
    if path.hasSuffix(".md") {
      let (document, problems) = readDocument(bytes, path: path, code: .approvalsUnreadable)
      findings += problems.map { $0.landing(on: .approvalSLA) }
      document?.tables.forEach { read($0, path) }
    } else if path.hasSuffix(".json") {
      do throws(JSONDocumentProblem) {
        for object in recordObjects(try readJSONDocument(bytes), in: approvalLists) { read(object, path) }
      } catch {
        note(.approvalsUnreadable, error.message, path, error.line)
      }
    } else {
      readJSONLines(bytes) { line, number in
        switch line {
        case .success(let object) where object.isObject: read(object, path)
        case .success: note(.approvalsUnreadable, JSONProblem.noObject.documentWording, path, number)
        case .failure(let problem):
          note(.approvalsUnreadable, EventLineProblem.json(problem).wording, path, number)
        }
      }
    }
  }

  private mutating func note(_ code: Finding.Code, _ message: Wording, _ path: String, _ line: Int?) {
    findings.append(
      Finding(code, .v1, message, at: SourceLocation(path: path, line: line), topic: .approvalSLA))
  }

  // MARK: Tables

  private mutating func read(_ table: DocumentTable, _ path: String) {
    let columns = approvalColumns.columns(table.header)
    let isRequests = columns[.id] != nil || columns[.title] != nil
    let hasTimes = columns[.requestedAt] != nil || columns[.decidedAt] != nil || columns[.status] != nil
    if !isRequests, !hasTimes, let classColumn = columns[.approvalClass], let limitColumn = columns[.limit] {
      return readLimits(table, classColumn, limitColumn, path)
    }
    guard isRequests, columns[.requestedAt] != nil || (columns[.status] != nil && columns[.approvalClass] != nil) else {
      return
    }
    for row in table.rows {
      var texts: [ApprovalColumn: String] = [:]
      for (field, index) in columns where !saysNothing(row.text(index)) || field == .status {
        texts[field] = row.text(index)
      }
      if let index = columns[.title] ?? columns[.id], row.cells.indices.contains(index) {
        let name = row.cells[index].code.first ?? row.cells[index].key
        if columns[.id] == nil, !saysNothing(name) { texts[.id] = name }
      }
      // A template's empty row.
      guard texts.contains(where: { $0.key != .status && !$0.value.isEmpty }) else { continue }
      add(texts, SourceLocation(path: path, line: row.line))
    }
  }

  private mutating func readLimits(_ table: DocumentTable, _ classColumn: Int, _ limitColumn: Int, _ path: String) {
    for row in table.rows {
      guard let approvalClass = ApprovalClass(written: row.text(classColumn)) else { continue }
      let text = row.text(limitColumn)
      if let seconds = writtenSeconds(text) {
        approvals.limits[approvalClass.rawValue] = approvals.limits[approvalClass.rawValue] ?? seconds
      } else if !saysNothing(text) {
        note(
          .approvalInvalid,
          Wording(
            "the service level “\(text)” of class \(approvalClass.rawValue) is no span: write it as 24h or 3d",
            "مهلة الفئة \(approvalClass.rawValue) «\(text)» ليست مدة: اكتبها مثل 24h أو 3d"), path, row.line)
      }
    }
  }

  // MARK: JSON

  private mutating func read(_ object: JSONTree, _ path: String) {
    let location = SourceLocation(path: path, line: object.line)
    guard let type = object["event_type"]?.string else {
      // Details may stand in `data`, as in an event.
      var texts = approvalColumns.texts(object)
      if let data = object["data"] { texts.merge(approvalColumns.texts(data)) { own, _ in own } }
      guard texts[.id] != nil || texts[.title] != nil else { return }
      let key = "\(path)\0\(folded(texts[.id] ?? ""))"
      if texts[.id] != nil, let index = recordIndices[key] {
        if let record = record(texts, location) { approvals.records[index].update(with: record) }
      } else if let record = record(texts, location) {
        if texts[.id] != nil { recordIndices[key] = approvals.records.count }
        approvals.records.append(record)
      }
      return
    }
    // Other events may stand in the same log.
    guard let state = ApprovalStep.state(of: type) else { return }
    guard let id = object["entity_id"]?.recordText, let written = object["timestamp"]?.string,
      let moment = Timestamp(rfc3339: written)
    else {
      return note(
        .approvalInvalid,
        Wording(
          "\(type) needs an entity_id and a timestamp (RFC 3339 with zone): it does not count",
          "يحتاج \(type) إلى entity_id وtimestamp (بصيغة RFC 3339 مع المنطقة الزمنية): لا يُحتسب"), path, object.line)
    }
    var texts: [ApprovalField: String] = [:]
    for field in ApprovalField.allCases {
      texts[field] = field.names.lazy.compactMap { object["data"]?[$0]?.recordText }.first
    }
    texts[.approvalClass] = texts[.approvalClass] ?? object["approval_class"]?.recordText
    approvals.steps.append(ApprovalStep(state: state, id: id, at: moment, texts: texts, location: location))
  }

  // MARK: Records

  private mutating func add(_ texts: [ApprovalColumn: String], _ location: SourceLocation) {
    if let record = record(texts, location) { approvals.records.append(record) }
  }

  private mutating func record(_ texts: [ApprovalColumn: String], _ location: SourceLocation) -> Approval? {
    let name = texts[.id] ?? texts[.title] ?? location.description
    var record = Approval(
      id: name, title: texts[.title] ?? "", rawClass: texts[.approvalClass] ?? "", location: location)
    record.owner = texts[.owner] ?? ""
    record.approver = texts[.approver] ?? ""
    record.requestedAt = moment(texts[.requestedAt], name, location)
    record.decidedAt = moment(texts[.decidedAt], name, location)
    record.dueAt = moment(texts[.due], name, location)
    if let text = texts[.limit] {
      record.limit = writtenSeconds(text)
      if record.limit == nil {
        note(
          .approvalInvalid,
          Wording(
            "“\(name)”: the service level “\(text)” is no span: write it as 24h or 3d",
            "«\(name)»: المهلة «\(text)» ليست مدة: اكتبها مثل 24h أو 3d"), location.path, location.line)
      }
    }
    let status = texts[.status] ?? ""
    if let state = approvalStates.meaning(of: status) {
      record.state = state
    } else if record.decidedAt != nil {
      // When it was decided is told, how is not.
      record.state = .granted
    } else if !saysNothing(status) {
      note(
        .approvalInvalid,
        Wording(
          "“\(name)”: the status “\(status)” is unknown: it counts as pending",
          "«\(name)»: الحالة «\(status)» غير معروفة: يُعدّ الطلب معلّقًا"), location.path, location.line)
    }
    return record
  }

  private mutating func moment(_ text: String?, _ name: String, _ location: SourceLocation) -> Timestamp? {
    guard let text, !text.isEmpty else { return nil }
    let moment = writtenMoment(text)
    if moment == nil {
      note(
        .approvalInvalid,
        Wording(
          "“\(name)”: “\(text)” is no time: write it as 2026-03-05T14:00:00+03:00",
          "«\(name)»: «\(text)» ليس وقتًا: اكتبه مثل 2026-03-05T14:00:00+03:00"), location.path, location.line)
    }
    return moment
  }
}

extension Approval {
  /// What a later line of the same log says of it.
  fileprivate mutating func update(with later: Approval) {
    let earlier = self
    self = later
    location = earlier.location
    requestedAt = later.requestedAt ?? earlier.requestedAt
    limit = later.limit ?? earlier.limit
    dueAt = later.dueAt ?? earlier.dueAt
    if title.isEmpty { title = earlier.title }
    if rawClass.isEmpty { rawClass = earlier.rawClass }
    if owner.isEmpty { owner = earlier.owner }
    if approver.isEmpty { approver = earlier.approver }
  }
}

extension Finding {
  /// The same on a row of the matrix.
  func landing(on topic: Topic) -> Finding {
    var finding = self
    finding.topic = topic
    return finding
  }
}
