/// What Git says of the workspace.
package struct Provenance: Hashable, Sendable {
  /// A file that differs from the commit.
  package struct Change: Hashable, Sendable {
    /// Relative to the workspace.
    package var path: String

    package init(_ path: String) { self.path = path }
  }

  /// A commit in the first-parent history, newest first.
  package struct Ancestor: Hashable, Sendable {
    package var commit: String
    /// What it changed, as paths of the repository's top folder; nil where that is too long to list.
    package var paths: [String]?

    package init(commit: String, paths: [String]?) {
      self.commit = commit
      self.paths = paths
    }
  }

  /// The full hash of HEAD.
  package var commit: String
  package var committedAt: Timestamp?
  /// The tags that point at HEAD.
  package var tags: [String]
  /// What other tags point at, by name.
  package var otherTags: [String: String]
  /// `v4.2.0-3-g1a2b3c4`, as `git describe --tags --always` has it.
  package var description: String?
  /// nil where HEAD is detached.
  package var branch: String?
  /// Tracked files below the workspace that differ from HEAD, the first 100.
  package var changes: [Change]
  package var changeCount: Int
  package var untracked: [Change]
  package var untrackedCount: Int
  /// The last commits, HEAD first.
  package var ancestors: [Ancestor]
  /// The workspace within the repository, with a slash at its end; empty where it is the top.
  package var prefix: String

  package init(
    commit: String, committedAt: Timestamp? = nil, tags: [String] = [], otherTags: [String: String] = [:],
    description: String? = nil, branch: String? = nil, changes: [Change] = [], changeCount: Int? = nil,
    untracked: [Change] = [], untrackedCount: Int? = nil, ancestors: [Ancestor] = [], prefix: String = ""
  ) {
    self.commit = commit
    self.committedAt = committedAt
    self.tags = tags
    self.otherTags = otherTags
    self.description = description
    self.branch = branch
    self.changes = changes
    self.changeCount = changeCount ?? changes.count
    self.untracked = untracked
    self.untrackedCount = untrackedCount ?? untracked.count
    self.ancestors = ancestors
    self.prefix = prefix
  }

  /// The first 10 digits of the commit, as screens show it.
  package var shortCommit: String { String(commit.prefix(10)) }
}
