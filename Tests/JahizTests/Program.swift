import Foundation

/// The program under test, as it was built beside the tests.
enum Program {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let path: String = {
    let beside = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
      .appendingPathComponent("jahiz").path
    return FileManager.default.isExecutableFile(atPath: beside)
      ? beside : root.appendingPathComponent(".build/debug/jahiz").path
  }()

  static let demo = root.appendingPathComponent("matrices/demo").path
  static let ready = root.appendingPathComponent("matrices/ready").path

  struct Outcome {
    var output: String
    var errors: String
    var code: Int32
  }

  /// Runs it in pipes to its end.
  static func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = arguments
    process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"].merging(environment) { $1 }
    let output = Pipe()
    let errors = Pipe()
    process.standardOutput = output
    process.standardError = errors
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    let complaint = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return Outcome(
      output: String(decoding: text, as: UTF8.self), errors: String(decoding: complaint, as: UTF8.self),
      code: process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
  }
}

/// A folder that is gone when the test is over.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "jahiz-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ text: String, to name: String) throws { try write(Data(text.utf8), to: name) }

  func write(_ data: Data, to name: String) throws {
    let file = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
  }
}

/// A small matrix that ships.
let goodMatrix = """
  | Dimension | Status | Evidence | Owner |
  |---|---|---|---|
  | **docs truth** | OK | [here](m.md) | Docs |
  | **RC-1** | OK | [here](m.md) | Release |
  """.replacingOccurrences(of: "m.md", with: "RELEASE_READINESS_MATRIX.md")
