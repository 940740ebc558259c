import Evidence

/// What a Git command prints in a folder; nil where it cannot be started, fails, prints over a megabyte, or takes longer
/// than five seconds. No git, no repository and a file that is not in it are no error: then there is nothing to tell.
///
/// - Parameter asksForHooks: whether the command only tells where the hooks are.
func outputOfGit(_ arguments: [String], in folder: String, asksForHooks: Bool = false) -> String? {
  guard var git = try? GitProgram(folder: folder) else { return nil }
  git.timeoutMilliseconds = 5_000
  git.byteLimit = 1 << 20
  let output = try? git.output(arguments, asksForHooks: asksForHooks)
  return output.map { String(decoding: $0, as: UTF8.self) }
}
