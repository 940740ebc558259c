import ArgumentParser
import Glibc
import Ledger
import Readiness
import TerminalText

struct HookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hook", abstract: "Lets Git ask the gate before each push.",
    subcommands: [InstallHook.self, UninstallHook.self, HookStatus.self])
}

private struct InstallHook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Installs the pre-push hook; prints its path.",
    discussion: "Another\u{2019}s hook is left as it is.")

  @OptionGroup var options: HookOptions

  func run() throws {
    let (hook, request) = try options.hook()
    try options.write(request) { () throws(LedgerError) in
      try hook.install()
      write("\(shownPath(hook))\n", to: STDOUT_FILENO)
    }
    if !isOnPath("jahiz") {
      complain(
        Wording(
          "it is not on PATH: until it is, the hook stops every push",
          "غير موجود في PATH: سيوقف الخطاف كل دفع إلى أن يوجد فيه")(request.language))
    }
  }
}

private struct UninstallHook: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "uninstall", abstract: "Removes the pre-push hook that jahiz installed.",
    discussion: "Another\u{2019}s hook, and one that was edited, is left as it is.")

  @OptionGroup var options: HookOptions

  func run() throws {
    let (hook, request) = try options.hook()
    try options.write(request) { () throws(LedgerError) in
      let path = shownPath(hook)
      let said =
        try hook.uninstall()
        ? Wording("removed: \(path)", "أُزيل: \(path)") : Wording("not installed: \(path)", "غير مثبّت: \(path)")
      write("\(said(request.language))\n", to: STDOUT_FILENO)
    }
  }
}

private struct HookStatus: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status", abstract: "Says whether the pre-push hook is installed.",
    discussion: "0: it is. 1: it is not, or another\u{2019}s is there.")

  @OptionGroup var options: HookOptions

  func run() throws {
    let (hook, request) = try options.hook()
    let path = shownPath(hook)
    let state: GitHook.State
    do {
      state = try hook.state()
    } catch {
      complain(error.wording(request.language))
      throw ExitCode(2)
    }
    let said =
      switch state {
      case .own(isCurrent: true): Wording("installed: \(path)", "مثبّت: \(path)")
      case .own(isCurrent: false):
        Wording(
          "installed, to be renewed by “jahiz hook install”: \(path)", "مثبّت، جدّده بالأمر «jahiz hook install»: \(path)"
        )
      case .missing: Wording("not installed: \(path)", "غير مثبّت: \(path)")
      case .edited: Wording("installed by jahiz, then edited: \(path)", "ثبّته jahiz ثم عُدّل: \(path)")
      case .ofOtherWorkspace(let other):
        Wording(
          "installed for another workspace, \(sanitised(other)): \(path)",
          "مثبّت لمساحة عمل أخرى، \(sanitised(other)): \(path)")
      case .ofAnother: Wording("another hook is there: \(path)", "هنا خطاف آخر: \(path)")
      }
    write("\(said(request.language))\n", to: STDOUT_FILENO)
    if case .own = state { return }
    throw ExitCode(1)
  }
}

/// What the commands about the hook take.
private struct HookOptions: ParsableArguments {
  @Option(
    name: .customShort("C"), help: ArgumentHelp("The workspace. Default: the current folder.", valueName: "dir"),
    completion: .directory)
  var directory = "."

  @Option(help: "The language of messages: en, ar or auto.")
  var lang: LanguageChoice?

  @Flag(help: "Change nothing: every act is refused.")
  var readOnly = false

  /// The hook of the repository that the workspace lies in.
  ///
  /// - Throws: `ExitCode(2)` after one clear line where Git knows none.
  func hook() throws -> (GitHook, Request) {
    let request = try Request(root: directory, lang: lang, isReadOnlyByOption: readOnly).withSettings()
    guard let tree = WorkTree(of: directory) else {
      complain(
        Wording(
          "\(directory): Git knows no work tree here: name a folder of one with -C",
          "\(directory): لا يعرف Git شجرة عمل هنا: سمِّ مجلدًا منها بالخيار -C")(request.language))
      throw ExitCode(2)
    }
    return (GitHook(folder: tree.hooks, prefix: tree.prefix), request)
  }

  /// Writes, unless nothing is to be written.
  ///
  /// - Throws: after one clear line `ExitCode(1)` where it is refused, `ExitCode(2)` where the system says no.
  func write(_ request: Request, _ body: () throws(LedgerError) -> Void) throws {
    do {
      if request.isReadOnly { throw LedgerError.refused(readOnlyWording) }
      try body()
    } catch let error as LedgerError {
      complain(error.wording(request.language))
      throw ExitCode(error.isRefusal ? 1 : 2)
    }
  }
}

private func shownPath(_ hook: GitHook) -> String { sanitised(hook.file.path) }

/// Whether a program of that name is found as the shell finds it.
private func isOnPath(_ name: String) -> Bool {
  environment("PATH").split(separator: ":").contains { access("\($0)/\(name)", X_OK) == 0 }
}
