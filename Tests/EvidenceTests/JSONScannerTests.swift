import Testing

@testable import Evidence

struct JSONScannerTests {
  /// nil where the bytes are one JSON value and nothing else.
  private func problem(_ bytes: [UInt8]) -> JSONProblem? {
    bytes.withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer, in: buffer.indices)
      do throws(JSONProblem) {
        try scanner.skip()
        try scanner.expectEnd()
        return nil
      } catch {
        return error
      }
    }
  }

  private func problem(_ text: String) -> JSONProblem? { problem(Array(text.utf8)) }

  /// What a string literal says.
  private func string(_ text: String) throws -> (string: String, isWhole: Bool) {
    try Array(text.utf8).withUnsafeBufferPointer { buffer in
      var scanner = JSONScanner(buffer, in: buffer.indices)
      let text = try scanner.text()
      return scanner.string(text)
    }
  }

  @Test(arguments: [
    "0", "-0", "10", "-1.5", "0.0", "1e5", "1E+5", "1e-5", "-0.1e01", "null", "true", "false", #""""#, "[]", "{}",
    " [ 1 , 2 ] ", #"{"a":{"b":[{},[],null]},"c":"d"}"#, "\t1\r\n", "1e999999", "\"\u{7F}\u{2028}\"",
    #""\"\\\/\b\f\n\r\t\u00e9""#, "\"حادثة\"", "\"😀\"",
  ])
  func `JSON is read`(text: String) {
    #expect(problem(text) == nil)
  }

  @Test(arguments: [
    "", " ", "01", "-01", "1.", ".5", "+1", "-", "1e", "1e+", "1.e5", "0x10", "1_000", "NaN", "Infinity", "-Infinity",
    "nul", "nullx", "True", "tru", "'a'", #"""#, #""\""#, #""\x""#, #""\u12""#, #""\u12g4""#, "\"a\tb\"", "\"\u{0}\"",
    "[1,]", "[,1]", "[1 2]", "[1", "]", "[1}", #"{"a":1,}"#, #"{"a"}"#, #"{"a":}"#, "{1:2}", "{a:1}", "{", "{,}",
    #"{"a":1]"#, "1 2", "{}{}", "[] x", "// a\n1", "\u{FEFF}1", "\u{A0}1",
  ])
  func `What RFC 8259 does not allow is refused`(text: String) {
    #expect(problem(text) != nil)
  }

  @Test func `A number of any length is text and nothing to compute`() {
    #expect(problem(String(repeating: "9", count: 100_000)) == nil)
    #expect(problem("-0." + String(repeating: "1", count: 100_000) + "e" + String(repeating: "9", count: 1_000)) == nil)
  }

  @Test func `A problem names its byte`() {
    #expect(problem("[1, x]") == .malformed(column: 5))
    #expect(problem([0x22, 0x61, 0xFF, 0x22]) == .notUTF8(column: 3))
  }

  @Test(arguments: [
    [0x80], [0xC0, 0xAF], [0xC1, 0xBF], [0xE0, 0x80, 0xAF], [0xED, 0xA0, 0x80], [0xF0, 0x80, 0x80, 0x80],
    [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF], [0xC3], [0xE2, 0x82], [0xE2, 0x28, 0xA1],
    [0xF0, 0x9F, 0x98],
  ])
  func `Bytes that are no UTF-8 are refused`(bytes: [UInt8]) {
    #expect(problem([0x22] + bytes + [0x22]) == .notUTF8(column: 2))
    // The same beyond the eight bytes that are looked at together.
    #expect(problem([0x22] + Array("0123456789".utf8) + bytes + [0x22]) == .notUTF8(column: 12))
  }

  @Test func `Every byte is judged alike wherever it stands in a string`() {
    for byte in UInt8.min...UInt8.max {
      for offset in 0..<18 {
        var text = [UInt8](repeating: 0x61, count: 18)
        text[offset] = byte
        let isPlain = byte >= 0x20 && byte < 0x80 && byte != 0x22 && byte != 0x5C
        // A backslash before an `a`, or before the closing quote, is as wrong.
        #expect((problem([0x22] + text + [0x22]) == nil) == isPlain, "\(byte) at \(offset)")
      }
    }
  }

  @Test func `A hundred thousand levels are an error and no crash`() {
    let depth = 100_000
    #expect(problem(String(repeating: "[", count: depth)) == .tooDeep(column: 65))
    let nested = String(repeating: #"{"a":"#, count: depth) + "1" + String(repeating: "}", count: depth)
    guard case .tooDeep = problem(nested) else {
      Issue.record("not too deep")
      return
    }
  }

  @Test func `Sixty-four levels are read and one more is not`() {
    func nested(_ depth: Int) -> String {
      String(repeating: #"[{"a":"#, count: depth / 2) + (depth % 2 == 1 ? "[]" : "1")
        + String(repeating: "}]", count: depth / 2)
    }
    #expect(problem(nested(64)) == nil)
    #expect(problem(nested(65)) != nil)
  }

  @Test func `Escapes are undone`() throws {
    #expect(try string(#""\"\\\/\b\f\n\r\t\u0645\ud83d\ude00 é""#).string == "\"\\/\u{8}\u{C}\n\r\tم😀 é")
    #expect(try string(#""\u0000""#).string == "\u{0}")
  }

  @Test(arguments: [#"\ud800"#, #"\udc00"#, #"\ud800\u0041"#, #"\ude00\ud83d"#, #"\ud800\n"#, #"\ud83d"#])
  func `Half a surrogate pair becomes U+FFFD and is marked`(escapes: String) throws {
    let (text, isWhole) = try string("\"\(escapes)\"")
    #expect(text.unicodeScalars.contains("\u{FFFD}"))
    #expect(!isWhole)
    #expect(try string(#""\ufffd \ud83d\ude00""#).isWhole)
  }
}
