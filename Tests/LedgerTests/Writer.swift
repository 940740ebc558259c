import Foundation

/// A process that writes, and can be killed at it.
final class Writer {
  private let process = Process()
  private let output = Pipe()

  init(_ arguments: [String]) throws {
    let path = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("LedgerStress").path
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.standardOutput = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
  }

  var isRunning: Bool { process.isRunning }

  func signal(_ number: Int32) { kill(process.processIdentifier, number) }

  /// The lines that it told, once it is over.
  func finish() -> [String] {
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    // A line without its end was not told to anyone.
    return String(decoding: data, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      .map(String.init)
  }

  /// Waits for the first line.
  func waitForLine() { _ = output.fileHandleForReading.availableData }
}
