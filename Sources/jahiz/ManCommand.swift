import ArgumentParser
import Dashboard
import Glibc

/// The manual page, for `make install`.
struct ManCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "man", abstract: "Prints the manual page.", shouldDisplay: false)

  func run() { write(manual(), to: STDOUT_FILENO) }
}
