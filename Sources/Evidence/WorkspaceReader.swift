import Glibc
package import Readiness

/// Reads everything below `root` into one snapshot: configuration, matrix and events first, then the GX results on all cores.
///
/// `progress` gets the snapshot without its results as soon as it stands, then the same again with the number of result
/// files read so far and their total, at most ten times a second and from any thread. Where `isCancelled` says so the
/// reading ends early; what it returns then is incomplete and only good to be dropped.
package func readWorkspace(
  at root: String, readAt: Instant, progress: (@Sendable (Workspace, Int, Int) -> Void)? = nil,
  isCancelled: (@Sendable () -> Bool)? = nil, cache: ReadingCache? = nil
) throws(WorkspaceError) -> Workspace {
  let top = FilePlace(root: root)
  try checkIsFolder(root, top)
  var workspace = Workspace(root: root, configuration: try readConfiguration(in: top), readAt: readAt)
  // Git is another program and takes its time: it is asked while everything else is read.
  let governance = workspace.configuration.governance
  let provenance = Beside { readProvenance(below: root, governance) }
  readMatrices(in: top, into: &workspace)
  readEventLog(in: top, into: &workspace, cache)
  progress?(workspace, 0, 0)
  if isCancelled?() == true { return workspace }

  let files = discoverResults(below: top, workspace.configuration)
  workspace.findings += files.findings
  let reading = ResultReading(
    files: files.results, partial: workspace, progress: progress, isCancelled: isCancelled, cache: cache)
  let (results, findings) = reading.run()
  workspace.results = results
  workspace.findings += findings
  readDefinitions(files, into: &workspace)
  if isCancelled?() == true { return workspace }
  readGovernance(below: root, into: &workspace, provenance, cache: cache)
  return workspace
}

private func checkIsFolder(_ root: String, _ top: FilePlace) throws(WorkspaceError) {
  let problem: FileProblem
  switch root.isEmpty || root.utf8.contains(0) ? .failure(FileProblem(code: ENOENT)) : fileStatus(top) {
  case .failure(let failure): problem = failure
  case .success(let status) where status.kind != .folder:
    throw WorkspaceError(
      message: Wording(
        "\(root): a workspace is a folder, and this is a file", "\(root): مساحة العمل مجلد، وهذا ملف"))
  case .success:
    do {
      _ = try listFolder(top)
      return
    } catch {
      problem = error
    }
  }
  if problem.isMissing {
    throw WorkspaceError(
      message: Wording("\(root): there is no such folder", "\(root): لا يوجد مجلد بهذا الاسم"))
  }
  throw WorkspaceError(
    message: Wording(
      "\(root): cannot be opened: \(problem.reason.english)", "\(root): تعذّر فتحها: \(problem.reason.arabic)"))
}

private func readConfiguration(in top: FilePlace) throws(WorkspaceError) -> Configuration {
  let name = "jahiz.yaml"
  let bytes: [UInt8]
  do {
    bytes = try readFile(top.child(name))
  } catch {
    // A link to nothing is meant to be a configuration; only where no such name stands do the conventions hold.
    if error.isMissing, !isDangling(top.child(name)) { return Configuration() }
    throw WorkspaceError(
      message: Wording(
        "\(name): cannot be read: \(error.reason.english)", "\(name): تعذّرت القراءة: \(error.reason.arabic)"))
  }
  return try readConfiguration(bytes, path: name)
}

private func isDangling(_ place: FilePlace) -> Bool {
  var status = stat()
  return place.withCPath { lstat($0, &status) } == 0
}

private func readMatrices(in top: FilePlace, into workspace: inout Workspace) {
  let found = discoverMatrices(below: top, workspace.configuration)
  workspace.findings += found.findings
  guard let judged = found.files.first else {
    workspace.findings.append(
      Finding(
        .matrixMissing, .v2,
        Wording(
          "there is no RELEASE_READINESS_MATRIX*.md in the workspace, docs/ or matrices/",
          "لا يوجد ملف RELEASE_READINESS_MATRIX*.md في مساحة العمل ولا في docs/ ولا في matrices/"),
        at: top.location))
    return
  }
  do {
    let bytes = try readFile(judged)
    let (matrix, findings) = readMatrix(bytes, path: judged.shown)
    workspace.findings += findings
    if let matrix {
      let (checked, linkFindings) = checkLinks(in: matrix, root: workspace.root)
      workspace.matrix = checked
      workspace.findings += linkFindings
    }
  } catch {
    workspace.findings.append(unreadable(.matrixUnreadable, judged, error))
  }
  for other in found.files.dropFirst() {
    // A configured file that cannot be read fails closed, though another one is judged.
    if !workspace.configuration.matrix.isEmpty, case .failure(let problem) = readable(other) {
      workspace.findings.append(unreadable(.matrixUnreadable, other, problem))
      continue
    }
    workspace.findings.append(
      Finding(
        .otherMatrix, .v0,
        Wording(
          "is another matrix: the one judged is \(judged.shown)",
          "مصفوفة أخرى: المعتمدة في الحكم هي \(judged.shown)"),
        at: other.location))
  }
}

private func readable(_ place: FilePlace) -> Result<Void, FileProblem> {
  do {
    _ = try readFile(place)
    return .success(())
  } catch {
    return .failure(error)
  }
}

private func readEventLog(in top: FilePlace, into workspace: inout Workspace, _ cache: ReadingCache?) {
  let configured = workspace.configuration.events
  let place = top.child(workspace.configuration.eventLog)
  do {
    let (bytes, identity) = try readIdentifiedFile(place)
    let (events, findings) = readEvents(bytes, path: place.shown, cache: cache?.events)
    workspace.events = events
    let end = bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    workspace.eventsEnd = LogPosition(
      device: identity.device, inode: identity.inode, offset: Int64(end),
      ending: Array(bytes[..<end].suffix(LogPosition.endingLength)))
    workspace.findings += findings
  } catch {
    if configured == nil, error.isMissing, !isDangling(place) { return }
    workspace.findings.append(unreadable(.eventsUnreadable, place, error))
  }
}

private func readDefinitions(_ files: ResultFiles, into workspace: inout Workspace) {
  var validations: [GXValidationDefinition] = []
  for file in files.validationDefinitions {
    guard let bytes = readDefinition(file, into: &workspace) else { continue }
    if let definition = readValidationDefinition(bytes, path: file.shown) { validations.append(definition) }
  }
  for file in files.checkpointDefinitions {
    guard let bytes = readDefinition(file, into: &workspace) else { continue }
    let (defined, findings) = readDefinedCheckpoint(bytes, path: file.shown, validationDefinitions: validations)
    if let defined { workspace.definedCheckpoints.append(defined) }
    workspace.findings += findings
  }
  joinCheckpointNames(&workspace.results, workspace.definedCheckpoints)
}

private func readDefinition(_ file: FilePlace, into workspace: inout Workspace) -> [UInt8]? {
  do {
    return try readFile(file)
  } catch {
    workspace.findings.append(unreadable(.resultUnreadable, file, error))
    return nil
  }
}
