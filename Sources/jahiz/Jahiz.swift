import ArgumentParser

@main
struct Jahiz: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jahiz", abstract: "Tells whether a release candidate may ship.", version: "0.1.0")
}
