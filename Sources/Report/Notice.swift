import Readiness

/// One thing that the formats for programs tell: a reason of the gate or a finding of lint, in one language.
struct Notice: Hashable {
  /// SARIF's words.
  enum Level: String {
    case error, warning, note

    init(_ severity: Severity) {
      switch severity {
      case .v0: self = .note
      case .v1: self = .warning
      case .v2, .v3: self = .error
      }
    }

    /// What the verdict allows is a warning at most: else CI would stop what the gate lets pass.
    init(_ verdict: Verdict) {
      switch verdict {
      case .go: self = .note
      case .goWithRisk: self = .warning
      case .hold, .stop: self = .error
      }
    }
  }

  var code: String
  /// The rule's title.
  var title: String
  var level: Level
  /// Harmless, on one line.
  var message: String
  var location: SourceLocation?
  /// What it is about: the same in every run and language while the same thing is wrong.
  var subject: String
  var severity: Severity?
  var verdict: Verdict?
  var dimension: String?
  var incident: String?

  init(_ reason: Reason, _ language: Language) {
    code = reason.code.rawValue
    title = reason.code.rule.title(language)
    level = Level(reason.verdict)
    message = shown(reason.message(language))
    location = reason.location
    subject = reason.incident ?? reason.dimension ?? reason.message.english.withoutDirectionMarks
    severity = reason.severity
    verdict = reason.verdict
    dimension = reason.dimension
    incident = reason.incident
  }

  init(_ finding: Finding, _ language: Language) {
    code = finding.code.rawValue
    title = finding.code.structuralRule?.title(language) ?? code
    level = Level(finding.severity)
    message = shown(finding.message(language))
    location = finding.location
    subject = finding.message.english.withoutDirectionMarks
    severity = finding.severity
  }
}
