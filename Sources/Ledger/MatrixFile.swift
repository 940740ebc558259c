/// A readiness matrix on disk, for writing.
package struct MatrixFile: Sendable {
  package let file: LedgerFile
  /// Tells the columns of its tables.
  package let roles: ColumnRoleFinder
  /// How long to wait for others who write.
  package let lockWait: Duration

  package init(file: LedgerFile, lockWait: Duration = .seconds(5), roles: @escaping ColumnRoleFinder) {
    self.file = file
    self.roles = roles
    self.lockWait = lockWait
  }

  /// Changes one cell of the file as it is now.
  package func write(_ edit: CellEdit) throws(LedgerError) -> CellChange {
    var change: CellChange?
    try replaceAtomically(file, lockWait: lockWait) { bytes throws(LedgerError) in
      let result = try edit.applied(to: bytes, path: file.path, roles: roles)
      change = result
      return result.bytes
    }
    guard let change else { throw .keepsChanging(path: file.path) }
    return change
  }

  /// Adds a release candidate to the file as it is now.
  package func add(_ candidate: NewCandidate) throws(LedgerError) {
    try replaceAtomically(file, lockWait: lockWait) { bytes throws(LedgerError) in
      try candidate.added(to: bytes, path: file.path, roles: roles)
    }
  }

  /// Takes out a release candidate that was just added to the file.
  package func remove(_ candidate: NewCandidate) throws(LedgerError) {
    try replaceAtomically(file, lockWait: lockWait) { bytes throws(LedgerError) in
      try candidate.removed(from: bytes, path: file.path, roles: roles)
    }
  }
}
