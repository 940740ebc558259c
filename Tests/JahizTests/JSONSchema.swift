import Foundation
import Testing

/// Documents are held against the published schemas by Python's `jsonschema`.
enum JSONSchema {
  static let folder = Program.root.appendingPathComponent("docs/schemas")

  /// Runs one of the scripts beside the schemas.
  static func run(_ script: String, _ arguments: [String]) throws -> (output: String, code: Int32) {
    try Python.run([folder.appendingPathComponent(script).path] + arguments)
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
}
