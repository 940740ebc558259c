/// Where Git has a work tree.
struct WorkTree {
  /// Its top, as an absolute path.
  var top: String
  /// The folder asked about, below the top: `matrices/demo/`; empty for the top itself.
  var prefix: String
  /// The folder of its hooks as Git finds it: `core.hooksPath`, or the repository's own, which its work trees share.
  var hooks: String

  /// nil where Git knows no work tree there.
  init?(of folder: String) {
    func asked(_ words: String...) -> String? {
      outputOfGit(["rev-parse"] + words, in: folder, asksForHooks: true).map {
        $0.hasSuffix("\n") ? String($0.dropLast()) : $0
      }
    }
    guard let top = asked("--show-toplevel"), top.hasPrefix("/"), let prefix = asked("--show-prefix"),
      let hooks = outputOfGit(["rev-parse", "--git-path", "hooks"], in: top, asksForHooks: true)?.dropLast(),
      !hooks.isEmpty
    else { return nil }
    self.top = top
    self.prefix = prefix
    // Git prints it relative to where it runs.
    self.hooks = hooks.hasPrefix("/") ? String(hooks) : "\(top)/\(hooks)"
  }
}
