import Foundation
import Testing

/// Python's `jsonschema`, by which documents are held against the published schemas: without it the tests fail.
enum JSONSchema {
  static let folder = Program.root.appendingPathComponent("docs/schemas")

  /// Debian's own Python knows Debian's packages, whatever other one comes first in the path.
  private static let python = ["/usr/bin/python3", "python3"].first {
    (try? start([$0, "-c", "import jsonschema"]).code) == 0
  }

  /// Runs one of the scripts beside the schemas.
  static func run(_ script: String, _ arguments: [String]) throws -> (output: String, code: Int32) {
    let python = try #require(
      python, "Python's jsonschema is missing: make deps installs it (Debian: python3-jsonschema)")
    return try start([python, folder.appendingPathComponent(script).path] + arguments)
  }

  /// Holds documents against a schema; what is wrong with each of them, empty where nothing is.
  static func faults(of documents: [String], schema: String) throws -> [[Substring]] {
    let place = try TemporaryFolder()
    for (index, document) in documents.enumerated() { try place.write(document, to: "\(index).json") }
    let names = documents.indices.map { "\(place.path)/\($0).json" }
    let outcome = try run("validate.py", [schema] + names)
    let lines = outcome.output.split(separator: "\n")
    let isWhole = lines.allSatisfy { $0.hasPrefix(place.path) }
    #expect(isWhole, "\(outcome.output)")
    return names.map { name in lines.filter { $0.hasPrefix("\(name): ") } }
  }

  private static func start(_ words: [String]) throws -> (output: String, code: Int32) {
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
