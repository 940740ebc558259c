// The rules of what ships and what does not, each as a function from one open thing to the reason that it gives. Where a
// rule depends on the target, the pair (canary, prod) says both.

/// Makes reasons for one target.
struct VerdictRules {
  let target: Target

  private func verdict(canary: Verdict, prod: Verdict) -> Verdict { target == .canary ? canary : prod }

  // MARK: Incidents

  func reason(for incident: Incident) -> Reason? {
    guard incident.isOpen else { return nil }
    let title = Wording(verbatim: incident.title(in: .english), incident.title(in: .arabic))
    let name = title.english.isEmpty ? incident.id : "\(incident.id) \(quoted(title).english)"
    let arabic = title.arabic.isEmpty ? incident.id : "\(incident.id) \(quoted(title).arabic)"
    func make(_ code: Reason.Code, _ verdict: Verdict, _ english: Sentence, _ arabicText: Sentence) -> Reason {
      Reason(
        code, verdict, severity: incident.severity, message: Wording(english, arabicText),
        dimension: incident.dimension,
        incident: incident.id, location: incident.location)
    }
    switch incident.severity {
    case .v3:
      return make(.incidentV3Open, .stop, "V3 open: \(name)", "حادثة V3 مفتوحة: \(arabic)")
    case .v2 where incident.state == .mitigated:
      return make(
        .incidentV2Mitigated, .goWithRisk, "V2 mitigated, not resolved: \(name)", "حادثة V2 خُفِّفت ولم تُحل: \(arabic)")
    case .v2, .v1:
      if incident.severity == .v1, let mechanism = incident.compensation {
        return make(
          .incidentV1Compensated, .goWithRisk, "V1 compensated by \(mechanism): \(name)",
          "حادثة V1 معوَّضة (\(mechanism)): \(arabic)")
      }
      // Else raising a mitigated V1 to V2 would improve the verdict.
      if incident.state == .mitigated {
        return make(
          .incidentV1Compensated, .goWithRisk, "V1 mitigated, not resolved: \(name)", "حادثة V1 خُفِّفت ولم تُحل: \(arabic)"
        )
      }
      if let exception = incident.exception {
        return make(
          .incidentExcepted, .goWithRisk, "\(incident.severity.name) excepted by \(exception.id): \(name)",
          "حادثة \(incident.severity.name) مستثناة بموجب \(exception.id): \(arabic)")
      }
      let worst = verdict(canary: .goWithRisk, prod: .hold)
      return incident.severity == .v2
        ? make(.incidentV2Open, worst, "V2 open, not mitigated: \(name)", "حادثة V2 مفتوحة لم تُخفَّف: \(arabic)")
        : make(.incidentV1Open, worst, "V1 open without compensation: \(name)", "حادثة V1 مفتوحة بلا تعويض: \(arabic)")
    case .v0: return nil
    }
  }

  // MARK: Rows of the matrix

  /// What a row says, a dimension's or a candidate's.
  struct Row {
    var key: String
    var status: Status
    var rawStatus: String
    var owner: String
    var evidence: [EvidenceItem]
    var location: SourceLocation
    var isCandidate = false
  }

  func reason(for row: Row, exception: ExceptionRecord?) -> Reason? {
    guard let reason = reason(for: row) else { return nil }
    guard let exception, canBeExcepted.contains(reason.code) else { return reason }
    return Reason(
      .dimensionExcepted, .goWithRisk,
      message: Wording(
        "\(reason.message(.english)) — excepted by \(exception.id)",
        "\(reason.message(.arabic)) — مستثنى بموجب \(exception.id)"),
      dimension: reason.dimension, location: reason.location)
  }

  private func reason(for row: Row) -> Reason? {
    func make(_ code: Reason.Code, _ verdict: Verdict, _ english: Sentence, _ arabic: Sentence) -> Reason {
      Reason(
        code, verdict, message: Wording("\(row.key): \(english)", "\(row.key): \(arabic)"),
        dimension: row.isCandidate ? nil : row.key, location: row.location)
    }
    switch row.status {
    case .blocked: return make(.dimensionBlocked, .hold, "blocked", "محظور")
    case .unset: return make(.dimensionUnset, .hold, "no status", "بلا حالة")
    case .unknown:
      return make(
        .dimensionUnknown, .hold, "status “\(row.rawStatus)” is none that counts",
        "الحالة «\(row.rawStatus)» ليست مما يُحتسب")
    case .risk where row.owner.isEmpty:
      return make(.dimensionRiskUnowned, .hold, "at risk and nobody owns it", "مخاطرة بلا مالك")
    case .risk:
      return make(.dimensionRisk, .goWithRisk, "at risk, owned by \(row.owner)", "مخاطرة، مالكها \(row.owner)")
    case .ok:
      let gone = row.evidence.filter { $0.state == .missing || $0.state == .outside }
      if let first = gone.first {
        let all = gone.map { $0.target ?? $0.text }
        let (names, arabicNames) = (all.joined(separator: ", "), all.joined(separator: "، "))
        let isOutside = first.state == .outside
        return make(
          .dimensionEvidenceMissing, verdict(canary: .goWithRisk, prod: .hold),
          isOutside
            ? "OK, but its evidence lies outside the workspace: \(names)" : "OK, but its evidence is missing: \(names)",
          isOutside
            ? "جاهز، لكن دليله خارج مساحة العمل: \(arabicNames)" : "جاهز، لكن دليله مفقود: \(arabicNames)")
      }
      guard row.evidence.isEmpty else { return nil }
      return make(.dimensionNoEvidence, .goWithRisk, "OK, but names no evidence", "جاهز، لكنه لا يذكر دليلًا")
    }
  }

  private var canBeExcepted: Set<Reason.Code> {
    [.dimensionBlocked, .dimensionUnset, .dimensionUnknown, .dimensionRiskUnowned, .dimensionEvidenceMissing]
  }

  // MARK: Results

  func reason(for checkpoint: Checkpoint) -> Reason? {
    guard checkpoint.isOld else { return nil }
    let name = checkpoint.result.suite ?? checkpoint.result.path
    return Reason(
      .resultOld, .goWithRisk,
      message: Wording(
        "the newest result of “\(name)” is older than allowed", "أحدث نتيجة لـ«\(name)» أقدم من المسموح"),
      dimension: checkpoint.dimension, location: SourceLocation(path: checkpoint.result.path))
  }

  func missing(_ name: String, at location: SourceLocation?) -> Reason {
    Reason(
      .checkpointMissing, .hold,
      message: Wording("“\(name)” is required and has no result", "«\(name)» مطلوبة ولا نتيجة لها"), location: location)
  }

  // MARK: What cannot be read or is not there

  func reason(for finding: Finding) -> Reason? {
    guard finding.code.failsClosed, let code = Reason.Code(rawValue: finding.code.rawValue) else { return nil }
    return Reason(code, .hold, message: finding.message, location: finding.location)
  }
}
