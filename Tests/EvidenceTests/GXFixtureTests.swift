// Every fixture was made by Great Expectations itself; `manifest.json` beside them holds the truth as GX's own Python
// objects had it.

import Foundation
import Readiness
import Testing

@testable import Evidence

@Suite struct GXFixtureTests {
  @Test func `every fixture reads as its manifest says`() throws {
    let entries = try Manifest.entries()
    #expect(entries.count == 118)
    var differences: [String] = []
    for entry in entries {
      let (results, findings) = try gxResults(entry)
      for finding in findings { differences.append("\(entry.file): finding \(finding.message.english)") }
      differences += compare(results, entry)
    }
    #expect(differences == [])
  }

  @Test func `a file in memory reads as the same file on disk`() throws {
    for entry in try Manifest.entries() {
      let path = gxFixtures.appendingPathComponent(entry.file).path
      let onDisk = readResultFile(at: path, path: entry.file)
      let inMemory = readResults([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))), path: entry.file)
      #expect(onDisk.results == inMemory.results)
      #expect(onDisk.findings == inMemory.findings)
    }
  }

  @Test func `files read at the same time by many threads come out right`() async throws {
    let entries = try Manifest.entries()
    let differences = try await withThrowingTaskGroup(of: [String].self) { group in
      for entry in entries + entries + entries {
        group.addTask { compare(try gxResults(entry).results, entry) }
      }
      return try await group.reduce([], +)
    }
    #expect(differences == [])
  }
}

let gxFixtures = Bundle.module.bundleURL.appendingPathComponent("Fixtures/gx")

struct Manifest: Decodable {
  var entries: [Entry]

  struct Entry: Decodable, Sendable {
    var file: String
    var kind: String
    var gxVersion: String
    var inFile: InFile
    var facts: Facts
  }
  struct InFile: Decodable, Sendable {
    var checkpointName: Bool
    var suiteName: Bool
    var severity: Bool
    var runTime: Bool
    var dataAssetName: Bool
  }
  struct Facts: Decodable, Sendable {
    var checkpointName: String?
    var checkpointId: String?
    var success: Bool
    var evaluated: Int
    var successful: Int
    var unsuccessful: Int
    var exceptionsVisibleInFile: Int
    var validationResults: [Validation]
  }
  struct Validation: Decodable, Sendable {
    var suiteName: String?
    var dataAssetName: String?
    var success: Bool
    var evaluated: Int
    var successful: Int
    var unsuccessful: Int
    var exceptions: Int
    var exceptionsFlat: Int
    var runName: String?
    var runTime: String?
    var gxVersionInMeta: String?
    var failed: [Failed]
  }
  struct Failed: Decodable, Sendable {
    var type: String
    var columns: [String]
    var severity: String?
    var exception: String?
    var exceptionMessage: String?
    var unexpectedCount: Int?
    var elementCount: Int?
  }

  static func entries() throws -> [Entry] {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    let data = try Data(contentsOf: gxFixtures.appendingPathComponent("manifest.json"))
    return try decoder.decode(Manifest.self, from: data).entries
  }
}

/// The results of a fixture, joined with the checkpoints of its store if it stands in one.
private func gxResults(_ entry: Manifest.Entry) throws -> (results: [ValidationResult], findings: [Finding]) {
  let path = gxFixtures.appendingPathComponent(entry.file).path
  var (results, findings) = readResultFile(at: path, path: entry.file)
  guard entry.kind == "store", let range = entry.file.range(of: "/uncommitted/") else { return (results, findings) }
  let folder = gxFixtures.appendingPathComponent(entry.file[..<range.lowerBound] + "/checkpoints")
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
  var defined: [DefinedCheckpoint] = []
  for name in names {
    let bytes = [UInt8](try Data(contentsOf: folder.appendingPathComponent(name)))
    let (checkpoint, problems) = readDefinedCheckpoint(bytes, path: name)
    findings += problems
    if let checkpoint { defined.append(checkpoint) }
  }
  joinCheckpointNames(&results, defined)
  return (results, findings)
}

private func expectedShape(_ entry: Manifest.Entry) -> ResultShape? {
  switch entry.kind {
  case "checkpoint-to_json_dict": .checkpointV0
  case "describe": .describe
  case "suite-result-describe": .suiteDescribe
  case "suite-result": .storeV1
  case "envelope-handmade": .envelope
  case "store": entry.gxVersion.hasPrefix("0.") ? .storeV0 : .storeV1
  default: nil
  }
}

/// What differs, in words; nothing where the results are what the manifest says.
private func compare(_ results: [ValidationResult], _ entry: Manifest.Entry) -> [String] {
  var differences: [String] = []
  func check<Value: Equatable>(_ what: String, _ actual: Value, _ expected: Value) {
    if actual != expected { differences.append("\(entry.file): \(what) is \(actual), not \(expected)") }
  }
  let facts = entry.facts
  check("validations", results.count, facts.validationResults.count)
  check("evaluated in all", results.reduce(0) { $0 + $1.evaluated }, facts.evaluated)
  check("successful in all", results.reduce(0) { $0 + $1.successful }, facts.successful)
  check("unsuccessful in all", results.reduce(0) { $0 + $1.unsuccessful }, facts.unsuccessful)
  check("exceptions in all", results.reduce(0) { $0 + $1.exceptions }, facts.exceptionsVisibleInFile)
  check("success in all", results.allSatisfy { $0.success == true }, facts.success)
  // GX's Python objects keep the validations in an order of their own in `describe()`; there the file names neither
  // suite nor asset to go by, so the order must be the same.
  for (index, (result, truth)) in zip(results, facts.validationResults).enumerated() {
    let hasNames = entry.inFile
    // A store tells the name too, by way of the checkpoint's id.
    let hasCheckpoint = hasNames.checkpointName || facts.checkpointId != nil
    check("name", result.name, hasCheckpoint ? facts.checkpointName : nil)
    check("suite", result.suite, hasNames.suiteName ? truth.suiteName : nil)
    check("asset", result.asset, hasNames.dataAssetName ? truth.dataAssetName : nil)
    check("run name", result.runName, hasNames.runTime ? truth.runName : nil)
    let instant = hasNames.runTime ? truth.runTime.flatMap { Timestamp(rfc3339: $0)?.instant } : nil
    check("run time", result.runTime?.instant, instant)
    check("version", result.gxVersion, hasNames.suiteName ? truth.gxVersionInMeta : nil)
    check("shape", result.shape, expectedShape(entry))
    check("success", result.success, truth.success)
    check("evaluated", result.evaluated, truth.evaluated)
    check("successful", result.successful, truth.successful)
    check("unsuccessful", result.unsuccessful, truth.unsuccessful)
    // `describe()` drops an exception that GX keeps as a map.
    let isDescribed = entry.kind.hasSuffix("describe")
    check("exceptions", result.exceptions, isDescribed ? truth.exceptionsFlat : truth.exceptions)
    check("path", result.path, entry.file)
    check("position", result.position, index)
    check("failed", result.failed.count, truth.failed.count)
    for (failure, fact) in zip(result.failed, truth.failed) {
      let isVisible = fact.exception != nil && !(isDescribed && fact.exception == "metric_map")
      check("expectation", failure.expectation, fact.type)
      check("columns", failure.columns, fact.columns)
      check("severity", failure.gxSeverity?.rawValue, entry.inFile.severity ? fact.severity : nil)
      check("raised", failure.raisedException, isVisible)
      check("message", failure.exceptionMessage, isVisible ? fact.exceptionMessage.map(cut) : nil)
      check("elements", failure.elementCount, fact.elementCount)
      check("unexpected", failure.unexpectedCount, fact.unexpectedCount)
    }
  }
  return differences
}

/// As the reader cuts long messages.
private func cut(_ message: String) -> String {
  guard message.utf8.count > 2048 else { return message }
  var bytes = Array(message.utf8.prefix(2048))
  while String(validating: bytes, as: UTF8.self) == nil { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self) + "…"
}
