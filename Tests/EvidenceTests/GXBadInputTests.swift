import Foundation
import Readiness
import Testing

@testable import Evidence

@Suite struct GXBadInputTests {
  private func read(_ text: String) -> (results: [ValidationResult], findings: [Finding]) {
    readResults(Array(text.utf8), path: "checkpoints/a.json")
  }

  private let validation = """
    {"success": false, "results": [{"success": false, "expectation_config": {"type": "expect_x",
     "kwargs": {"column": "a"}, "meta": {}}, "result": {"element_count": 3, "unexpected_count": 1,
     "partial_unexpected_list": [NaN, -Infinity, "\\u0627\\u0628", {"k": [1, 2]}, null]}}],
     "statistics": {"evaluated_expectations": 1, "successful_expectations": 0, "unsuccessful_expectations": 1},
     "suite_name": "s", "meta": {"run_id": {"run_name": null, "run_time": "2026-03-05T01:45:05.000007+03:00"}}}
    """

  @Test func `a result cut off anywhere is unreadable and gives no values`() {
    let bytes = Array(validation.utf8)
    for length in 0..<bytes.count {
      let (results, findings) = readResults(Array(bytes[..<length]), path: "a.json")
      #expect(results == [], "cut at \(length)")
      #expect(findings.map(\.code) == [.resultUnreadable], "cut at \(length)")
    }
    #expect(readResults(bytes, path: "a.json").findings == [])
  }

  @Test func `a result with any one byte broken never crashes`() {
    let bytes = Array(validation.utf8)
    for index in bytes.indices {
      for byte: UInt8 in [0, 0x22, 0x5B, 0x5C, 0x7B, 0x7D, 0xFF] {
        var broken = bytes
        broken[index] = byte
        let (results, findings) = readResults(broken, path: "a.json")
        #expect(results.count + findings.count > 0)
      }
    }
  }

  @Test func `unexpected values are kept as JSON text with bare non-finite numbers and readable Arabic`() {
    let failed = read(validation).results.first?.failed.first
    #expect(failed?.unexpectedValues == ["NaN", "-Infinity", "\"اب\"", "{\"k\": [1, 2]}", "null"])
    #expect(failed?.elementCount == 3)
  }

  @Test func `run times keep their zone and every digit`() {
    let timestamp = read(validation).results.first?.runTime
    #expect(timestamp?.text == "2026-03-05T01:45:05.000007+03:00")
    #expect(gxTimestamp("20230915T103005.000007Z")?.text == "2023-09-15T10:30:05.000007Z")
    #expect(gxTimestamp("20230915T103005Z")?.instant == Timestamp(rfc3339: "2023-09-15T10:30:05Z")?.instant)
    #expect(gxTimestamp("20231315T103005.000007Z") == nil)
    #expect(gxTimestamp("جودة الطلبات") == nil)
  }

  @Test func `a hundred thousand levels of nesting are refused or skipped`() {
    let deep = String(repeating: "[", count: 100_000)
    let closed = deep + String(repeating: "]", count: 100_000)
    #expect(read(deep).findings.map(\.code) == [.resultUnreadable])
    #expect(read(closed).findings.map(\.code) == [.resultUnreadable])
    let objects = String(repeating: "{\"results\":", count: 100_000)
    #expect(read(objects).findings.map(\.code) == [.resultUnreadable])
    let inside = validation.replacingOccurrences(of: "\"meta\": {}", with: "\"meta\": {\"deep\": \(closed)}")
    #expect(read(inside).results.first?.failed.count == 1)
  }

  @Test(arguments: [
    "", "  \n", "[]", "{}", "null", "7", "\"a\"", "{\"results\": []}", "{\"success\": true}", "{\"expectations\": []}",
    "{\"name\": \"suite\", \"expectations\": [], \"meta\": {}}", "{\"run_results\": 1, \"success\": true}", "not json",
    "{\"a\": 1} {\"b\": 2}", "{\"success\": true, \"results\": [],}", "{'success': true}",
  ])
  func `what is no result is unreadable`(text: String) {
    #expect(read(text).findings.map(\.code) == [.resultUnreadable])
    #expect(read(text).results == [])
    #expect(!isResult(Array(text.utf8)))
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() {
    var bytes = Array(validation.utf8)
    bytes.replaceSubrange(20..<21, with: [0xC3, 0x28])
    let finding = readResults(bytes, path: "a.json").findings.first
    #expect(finding?.code == .resultUnreadable)
    #expect(finding?.message.english == "is not UTF-8 at byte 20")
  }

  @Test func `a byte order mark and CRLF do no harm`() {
    let text = "\u{FEFF}" + validation.replacingOccurrences(of: "\n", with: "\r\n")
    #expect(read(text).results == read(validation).results)
  }

  @Test func `a lone surrogate becomes a replacement character`() {
    let text = validation.replacingOccurrences(of: "\"s\"", with: "\"s\\ud800x\\ud83d\\ude00\"")
    #expect(read(text).results.first?.suite == "s\u{FFFD}x😀")
  }

  @Test func `a result that does not say whether it succeeded has no success`() {
    let (results, findings) = read("{\"results\": [], \"statistics\": {\"evaluated_expectations\": 1e999}}")
    #expect(results.map(\.success) == [nil])
    #expect(results.map(\.evaluated) == [0])
    #expect(findings.map(\.code) == [.resultIncomplete])
  }

  @Test func `one broken validation does not hide the good one beside it`() {
    let (results, findings) = read("{\"success\": false, \"run_results\": {\"a\": null, \"b\": \(validation)}}")
    #expect(results.map(\.suite) == ["s"])
    #expect(results.map(\.position) == [1])
    #expect(findings.map(\.code) == [.resultUnreadable])
  }

  @Test func `long messages and long lists of unexpected values are cut`() {
    let values = Array(repeating: "\"\(String(repeating: "م", count: 9_000))\"", count: 50).joined(separator: ",")
    let message = String(repeating: "ش", count: 9_000)
    let text = """
      {"success": false, "statistics": {}, "results": [{"success": false, "result": {"unexpected_list": [\(values)]},
       "exception_info": {"m": {"raised_exception": true, "exception_message": "\(message)"}}}]}
      """
    let failed = read(text).results.first?.failed.first
    #expect(failed?.unexpectedValues.count == 20)
    #expect(failed?.unexpectedValues.allSatisfy { $0.utf8.count <= 515 && !$0.contains("\u{FFFD}") } == true)
    #expect(failed?.exceptionMessage?.utf8.count == 2_051)
    #expect(failed?.raisedException == true)
  }

  @Test func `an exception in an expectation that claims success is a failure`() {
    let text = """
      {"success": true, "statistics": {}, "results": [{"success": true, "exception_info": {"raised_exception": true,
       "exception_message": "no"}, "expectation_config": {"expectation_type": "e", "kwargs":
       {"column_list": ["b", "a"], "column_A": "c"}, "meta": {"sensitivity": "S3"}}}]}
      """
    let failed = read(text).results.first?.failed
    #expect(failed?.map(\.exceptionMessage) == ["no"])
    #expect(failed?.map(\.columns) == [["b", "a", "c"]])
    #expect(failed?.map(\.sensitivity) == ["S3"])
  }

  @Test func `folders, missing files and pipes are unreadable, with the system's words`() throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appendingPathComponent("pipe.json").path
    #expect(mkfifo(pipe, 0o600) == 0)
    let loop = folder.appendingPathComponent("loop.json").path
    try FileManager.default.createSymbolicLink(atPath: loop, withDestinationPath: loop)
    func words(_ path: String) -> [String] { readResultFile(at: path, path: "a.json").findings.map(\.message.english) }
    #expect(words(folder.path) == ["cannot be read: Is a directory"])
    #expect(words(folder.path + "/none.json") == ["cannot be read: No such file or directory"])
    #expect(words(pipe) == ["is not a regular file"])
    #expect(words(loop) == ["cannot be read: Too many levels of symbolic links"])
  }
}
