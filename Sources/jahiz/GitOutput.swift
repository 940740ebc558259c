import Evidence
import Glibc

/// What a Git command prints in a folder; nil where it cannot be started, fails, prints over a megabyte, or takes longer
/// than five seconds. No git, no repository and a file that is not in it are no error: then there is nothing to tell.
///
/// - Parameter isGuarded: whether what a repository's configuration could make Git run is set aside: a workspace is not
///   always one's own.
func outputOfGit(_ arguments: [String], in folder: String, isGuarded: Bool = true) -> String? {
  let inherited = passedOn.compactMap { name in getenv(name).map { "\(name)=\(String(cString: $0))" } }
  let program = ChildProgram(
    ["git", "-C", folder] + (isGuarded ? harmlessGit : []) + arguments, environment: inherited + settings,
    timeoutMilliseconds: 5_000, byteLimit: 1 << 20)
  guard let output = try? program.run(), output.succeeded else { return nil }
  return String(decoding: output.standardOutput, as: UTF8.self)
}

/// What keeps Git from running a program that a repository's configuration names, and from taking a path for a pattern.
private let harmlessGit = [
  "--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c",
  "protocol.allow=never", "-c", "log.showSignature=false",
]

private let settings = ["GIT_OPTIONAL_LOCKS=0", "GIT_TERMINAL_PROMPT=0", "GIT_NO_LAZY_FETCH=1", "LC_ALL=C.UTF-8"]

/// Where Git looks for itself and for the user's settings. Not `GIT_DIR`: it is the folder asked about that counts.
private let passedOn = [
  "PATH", "HOME", "XDG_CONFIG_HOME", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM",
]
