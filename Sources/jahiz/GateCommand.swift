import ArgumentParser
import Glibc
import Readiness
import Report

struct GateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gate", abstract: "Says by its exit code whether the candidate may ship.",
    discussion: "0: go or go_with_risk. 1: hold or stop. 2: something could not be read.")

  @OptionGroup var options: CommonOptions

  @Option(help: "text, junit, sarif or github.")
  var format: CheckFormat = .text

  func run() throws {
    let request = try options.request()
    let (_, assessment) = try assessed(request)
    let code = gateExitCode(assessment)
    let options = checkOptions(request, exitCode: code)
    let text =
      switch format {
      case .text: gateLines(assessment, options: reportOptions(request, assessment))
      case .junit: gateJUnit(assessment, options: options)
      case .sarif: gateSARIF(assessment, options: options)
      case .github: gateAnnotations(assessment, options: options)
      }
    write(text, to: STDOUT_FILENO)
    if code != 0 { throw ExitCode(code) }
  }
}

/// 2 where something that decides could not be read or the candidate does not exist, before 1 for hold and stop.
func gateExitCode(_ assessment: Assessment) -> Int32 {
  if assessment.failedClosed || assessment.reasons.contains(where: { $0.code == .candidateNotFound }) { return 2 }
  return assessment.verdict >= .hold ? 1 : 0
}
