import Readiness

/// Which column of a readiness table plays which part, counted from 0.
package struct ColumnRoles: Hashable, Sendable {
  /// The one that names the row.
  package var label: Int
  package var status: Int
  package var owner: Int?
  package var notes: Int?

  package init(label: Int, status: Int, owner: Int? = nil, notes: Int? = nil) {
    self.label = label
    self.status = status
    self.owner = owner
    self.notes = notes
  }
}

/// Tells the parts of a table's columns by their titles, the same way as the matrix is read; nil for other tables.
package typealias ColumnRoleFinder = @Sendable (_ titles: [String]) -> ColumnRoles?

/// The column of a cell that is edited.
package enum EditedColumn: Hashable, Sendable {
  case status, owner, notes
  case at(Int)

  func index(in roles: ColumnRoles) -> Int? {
    switch self {
    case .status: roles.status
    case .owner: roles.owner
    case .notes: roles.notes
    case .at(let index): index
    }
  }

  var wording: Wording {
    switch self {
    case .status: Wording("status", "الحالة")
    case .owner: Wording("owner", "المالك")
    case .notes: Wording("notes", "الملاحظات")
    case .at(let index): Wording("number \(index + 1)", "رقم \(index + 1)")
    }
  }
}
