/// A body of rules that a control matrix answers to.
package enum ControlFramework: String, CaseIterable, Sendable {
  /// The Personal Data Protection Law (Royal Decree M/19).
  case pdpl
  /// The National Cybersecurity Authority’s controls: ECC, CCC, DCC and the others.
  case nca
  /// SDAIA’s principles for artificial intelligence, and what goes with them (ISO/IEC 42001).
  case ai
  /// The Saudi Central Bank’s frameworks.
  case sama
  /// The National Data Management Office’s standards.
  case ndmo
  case other

  package var wording: Wording {
    switch self {
    case .pdpl: Wording("PDPL", "حماية البيانات الشخصية")
    case .nca: Wording("NCA", "الأمن السيبراني (NCA)")
    case .ai: Wording("AI", "الذكاء الاصطناعي")
    case .sama: Wording("SAMA", "البنك المركزي (SAMA)")
    case .ndmo: Wording("NDMO", "إدارة البيانات (NDMO)")
    case .other: Wording("other controls", "ضوابط أخرى")
    }
  }
}

/// A row of a control matrix.
package struct Control: Hashable, Sendable {
  package var framework: ControlFramework
  /// As written: `PDPL-5`; empty where the matrix has no such column or the cell is empty.
  package var id: String
  package var requirement: String
  /// What is said of its implementation and evidence: one for each such column of its table.
  package var answers: [String]
  /// nil where the table has no column for it.
  package var owner: String?
  package var status: String?
  package var location: SourceLocation

  package init(
    framework: ControlFramework, id: String = "", requirement: String = "", answers: [String] = [],
    owner: String? = nil, status: String? = nil, location: SourceLocation
  ) {
    self.framework = framework
    self.id = id
    self.requirement = requirement
    self.answers = answers
    self.owner = owner
    self.status = status
    self.location = location
  }

  /// Its id, else what it requires, cut.
  package var name: String {
    if !folded(id).isEmpty { return id }
    return requirement.count > 60 ? "\(requirement.prefix(59))…" : requirement
  }
}

/// The control matrices of a workspace.
package struct ControlMatrices: Hashable, Sendable {
  /// Relative to the workspace.
  package var files: [String]
  /// In the order of files and lines.
  package var controls: [Control]

  package init(files: [String], controls: [Control] = []) {
    self.files = files
    self.controls = controls
  }
}
