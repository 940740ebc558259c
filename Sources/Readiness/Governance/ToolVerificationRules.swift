extension ToolVerifications {
  /// One finding for each contradiction that is open, with how many there are; one that was resolved is none.
  package func judged() -> Judgement {
    var judgement = Judgement(.contradictionBacklog)
    let open = openContradictions
    for (index, record) in open.enumerated() {
      let what = [record.tool, record.summary].filter { !$0.isEmpty }.joined(separator: ": ")
      let name = [record.id, what].filter { !$0.isEmpty }.joined(separator: " — ")
      let place = open.count == 1 ? "" : " (\(index + 1)/\(open.count))"
      judgement.findings.append(
        finding(
          .verificationContradicted, record,
          Wording("contradicted and not resolved\(place): \(name)", "تناقض لم يُحلّ\(place): \(name)")))
    }
    for record in records where record.status == .unknown && !record.isResolved {
      judgement.findings.append(
        finding(
          .verificationInvalid, record,
          record.rawStatus.isEmpty
            ? Wording(
              "\(record.id) says no status: verified, unverified, contradicted or stale",
              "لا يذكر \(record.id) حالة التحقق: verified أو unverified أو contradicted أو stale")
            : Wording(
              "\(record.id): the status “\(record.rawStatus)” is unknown: use verified, unverified, contradicted or stale",
              "\(record.id): الحالة «\(record.rawStatus)» غير معروفة: استخدم verified أو unverified أو contradicted أو stale"
            )
        ))
    }
    judgement.findings = judgement.findings.withoutRepeats()
    return judgement
  }

  private func finding(_ code: Finding.Code, _ record: ToolVerification, _ message: Wording) -> Finding {
    Finding(code, .v1, message, at: record.location, topic: .contradictionBacklog)
  }
}
