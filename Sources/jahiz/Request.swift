import ArgumentParser
import Dashboard
import Readiness
import TerminalText

/// What the user asked for, whatever command asked it.
struct Request: Sendable {
  /// The folder to read, as the user named it.
  var root = "."
  /// The release candidate to judge; nil: the configuration's, else the last.
  var candidate: String?
  var target: Target?
  /// The fixed clock; nil: the clock runs.
  var fixedNow: Instant?
  /// nil: nobody named one on the command line.
  var lang: LanguageChoice?
  /// The theme's name; nil: nobody named one on the command line.
  var theme: String?
  /// nil: nobody named one on the command line.
  var bidiOption: BidiChoice?
  var color = ColorSetting.auto
  var revealsValues = false
  var isReadOnlyByOption = false
  var leavesMouse = false
  /// What acts belong to; nil: each gets an id of its own.
  var correlationID: String?
  /// The trace that acts belong to; nil: that of the environment.
  var traceparent: String?
  /// What the user likes where the command line says nothing.
  var settings = Settings()

  var bidi: BidiChoice { bidiOption ?? settings.bidi ?? .auto }

  var usesMouse: Bool { settings.usesMouse && !leavesMouse }

  var digits: Digits { settings.digits ?? .western }

  var isReadOnly: Bool { isReadOnlyByOption || settings.isReadOnly }

  var criteria: Criteria { Criteria(candidateName: candidate, target: target) }

  /// The language of the screen.
  var language: Language { (lang ?? settings.lang ?? .auto).language }
}

extension Request {
  /// The same request with the user's settings beneath it.
  ///
  /// - Throws: `ExitCode(2)` after one clear line where their file is wrong.
  func withSettings() throws -> Request {
    var request = self
    do {
      request.settings = try Settings.load()
    } catch {
      complain(error.message(language))
      throw ExitCode(2)
    }
    return request
  }
}

extension Request {
  /// The everyday call, `jahiz` or `jahiz DIR`, read without the argument parser, whose reflection takes longer than
  /// everything else before the first paint; nil where there is more to read.
  init?(plain arguments: [String]) {
    guard arguments.count <= 1 else { return nil }
    guard let folder = arguments.first else {
      self.init()
      return
    }
    let names = Jahiz.configuration.subcommands.map { $0.configuration.commandName ?? "" } + ["help"]
    guard !folder.isEmpty, !folder.hasPrefix("-"), !names.contains(folder) else { return nil }
    self.init(root: folder)
  }
}
