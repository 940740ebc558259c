import Testing

@testable import Evidence

@Suite struct JSONTreeTests {
  @Test func valuesKnowTheirLines() throws {
    let tree = try parseJSON(
      Array(
        """
        {
          "name": "ن\\u0627ر",
          "items": [1, -2.5e3,
            {"deep": null}],
          "on": true
        }
        """.utf8))
    #expect(tree["name"]?.string == "نار")
    #expect(tree["items"]?.elements.map(\.int) == [1, nil, nil])
    #expect(tree["items"]?.elements[1].number == -2_500)
    #expect(tree["items"]?.elements[2]["deep"]?.isNull == true)
    #expect(tree["items"]?.elements[2].line == 4)
    #expect(tree["on"]?.bool == true)
    #expect(tree["on"]?.line == 5)
    #expect(tree["missing"] == nil)
  }

  @Test(arguments: ["", "{", "[1,]", "{\"a\":1,\"a\":2}", "01", "{} x", "\"\u{0}\""])
  func whatIsNoJSONIsRefused(text: String) {
    #expect(throws: JSONProblem.self) { try parseJSON(Array(text.utf8)) }
  }

  @Test func depthIsBounded() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    #expect(throws: JSONProblem.self) { try parseJSON(nested(100_000)) }
    #expect(try parseJSON(nested(60)).elements.count == 1)
  }

  @Test func aByteOrderMarkIsNoFault() throws {
    #expect(try parseJSON([0xEF, 0xBB, 0xBF] + Array(" {} ".utf8)).isObject)
  }
}
