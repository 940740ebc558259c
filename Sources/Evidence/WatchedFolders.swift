import Glibc
package import Readiness

/// The absolute folders in which a change can change the snapshot: where something was read, where convention or the
/// configuration would look, and every folder between these and the workspace.
package func watchedFolders(of workspace: Workspace) -> [String] {
  var folders: Set<String> = ["", "docs", "matrices", "incidents", "checkpoints"]
  for project in ["", "gx", "great_expectations"] {
    for part in ["checkpoints", "validation_definitions", "uncommitted/validations"] {
      insertWithParents(project.isEmpty ? part : "\(project)/\(part)", into: &folders)
    }
  }
  let governance = governancePlaces(of: workspace)
  for folder in governance.folders { insertWithParents(folder, into: &folders) }
  for file in governance.files { insertParents(of: file, into: &folders) }
  for path in workspace.configuration.gx { insertWithParents(path, into: &folders) }
  let files =
    workspace.configuration.matrix + [workspace.configuration.events, workspace.matrix?.path].compactMap { $0 }
    + workspace.results.map(\.path) + workspace.definedCheckpoints.map(\.location.path)
    + workspace.findings.map(\.location.path) + evidencePaths(of: workspace)
  for file in files { insertParents(of: file, into: &folders) }
  guard let root = absolute(workspace.root) else { return [] }
  return folders.sorted().compactMap { folder in
    let path = folder.isEmpty || folder == "." ? root : root == "/" ? "/\(folder)" : "\(root)/\(folder)"
    guard case .success(let status) = fileStatus(FilePlace(root: path)), status.kind == .folder else { return nil }
    return path
  }
}

/// A file of evidence that appears or goes changes its link's state.
private func evidencePaths(of workspace: Workspace) -> [String] {
  guard let matrix = workspace.matrix else { return [] }
  let folder = matrix.path.split(separator: "/").dropLast().joined(separator: "/")
  let items = matrix.tables.flatMap { $0.dimensions.flatMap(\.evidence) + $0.candidates.flatMap(\.evidence) }
  return items.compactMap { item in
    guard item.kind == .path, let target = item.target else { return nil }
    return pathInside(folder.isEmpty ? target : "\(folder)/\(target)")
  }
}

private func insertParents(of path: String, into folders: inout Set<String>) {
  guard let end = path.utf8.lastIndex(of: 0x2F) else { return }
  insertWithParents(String(path[..<end]), into: &folders)
}

/// Stops at the first that is there already: its parents are too.
private func insertWithParents(_ path: String, into folders: inout Set<String>) {
  var path = path[...]
  while !path.isEmpty, folders.insert(String(path)).inserted {
    guard let end = path.utf8.lastIndex(of: 0x2F) else { return }
    path = path[..<end]
  }
}

private func absolute(_ path: String) -> String? {
  guard let resolved = realpath(path, nil) else { return nil }
  defer { free(resolved) }
  return String(validatingCString: resolved)
}
