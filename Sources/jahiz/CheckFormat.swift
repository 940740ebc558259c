import ArgumentParser
import Glibc
import Readiness
import Report

/// How `gate` and `lint` print what they find.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, junit, sarif, github
}

/// How the formats for programs are written: in English unless another language is asked for by name.
func checkOptions(_ request: Request, exitCode: Int32, isStrict: Bool = false) -> CheckOptions {
  CheckOptions(
    language: request.lang?.language ?? .english, root: sourceRoot(of: request.root), exitCode: Int(exitCode),
    isStrict: isStrict, toolVersion: Jahiz.version)
}

/// The repository that a workspace lies in, told by the `.git` at its top; without one the workspace is its own top.
func sourceRoot(of workspace: String) -> SourceRoot {
  guard let resolved = realpath(workspace, nil) else { return SourceRoot() }
  defer { free(resolved) }
  let path = String(cString: resolved)
  var top = path[...]
  while true {
    // A folder, or in a linked work tree a file.
    if access("\(top)/.git", F_OK) == 0 {
      return SourceRoot(folder: top.isEmpty ? "/" : String(top), prefix: String(path.dropFirst(top.count + 1)))
    }
    guard let slash = top.utf8.lastIndex(of: UInt8(ascii: "/")) else { return SourceRoot(folder: path) }
    top = top[..<slash]
  }
}
