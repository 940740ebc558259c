import Foundation
import Testing

/// Python with `jsonschema`, for what is checked by other programs than ours: without it the test fails.
enum Python {
  /// Debian's own knows Debian's packages, whatever other one comes first in the path.
  private static let name = ["/usr/bin/python3", "python3"].first {
    (try? process([$0, "-c", "import jsonschema"]).code) == 0
  }

  static func run(_ words: [String]) throws -> (output: String, code: Int32) {
    let name = try #require(
      name, "Python's jsonschema is missing: make deps installs it (Debian: python3-jsonschema)")
    return try process([name] + words)
  }

  private static func process(_ words: [String]) throws -> (output: String, code: Int32) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = words
    let output = Pipe()
    process.standardOutput = output
    process.standardError = output
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (String(decoding: data, as: UTF8.self), process.terminationStatus)
  }
}
