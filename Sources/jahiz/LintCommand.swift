import ArgumentParser
import Glibc
import Readiness
import Report

struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint", abstract: "Checks how matrix, source-of-truth index and event log are built.",
    discussion: "0: sound. 1: a finding of V1 or graver. 2: something could not be read.")

  @OptionGroup var options: CommonOptions

  @Flag(help: "Informational findings (V0) count too.")
  var strict = false

  @Option(help: "text, junit, sarif or github.")
  var format: CheckFormat = .text

  func run() throws {
    let request = try options.request()
    let (_, assessment) = try assessed(request)
    let findings = assessment.structuralFindings
    let code = lintExitCode(findings, isStrict: strict)
    let options = checkOptions(request, exitCode: code, isStrict: strict)
    let text =
      switch format {
      case .text: lintLines(findings, options: reportOptions(request, assessment))
      case .junit: lintJUnit(findings, at: assessment.now, options: options)
      case .sarif: lintSARIF(findings, at: assessment.now, options: options)
      case .github: lintAnnotations(findings, options: options)
      }
    write(text, to: STDOUT_FILENO)
    if code != 0 { throw ExitCode(code) }
  }
}

/// 2 where something could not be read, before 1 for a finding that counts.
func lintExitCode(_ findings: [Finding], isStrict: Bool) -> Int32 {
  if findings.contains(where: \.code.failsClosed) { return 2 }
  return findings.contains { isStrict || $0.severity >= .v1 } ? 1 : 0
}
