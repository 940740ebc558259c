/// The approvals that wait, as decisions of the weekly page, the one that is late first.
package func waitingApprovals(_ workspace: Workspace, _ assessment: Assessment) -> [PendingDecision] {
  guard let approvals = workspace.governance.approvals(among: workspace.events) else { return [] }
  let limits = workspace.configuration.governance.approvalLimits
  return assessment.approvals.filter { $0.state == .pending }.map { approval in
    let subject = approval.title.isEmpty ? approval.id : "\(approval.id): \(approval.title)"
    let who = approval.approver.isEmpty ? approval.owner : approval.approver
    return PendingDecision(
      .approvalWaiting, subjects: [approval.id],
      question: Wording("Approval \(subject): grant it, or deny it?", "الموافقة \(subject): هل تُمنح أم تُرفض؟"),
      owner: who.isEmpty ? nil : who, due: approvals.due(approval, limits: limits))
  }
}
