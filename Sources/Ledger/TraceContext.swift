/// Where an action stands in a distributed trace: W3C Trace Context, the `traceparent` header, which programs hand on
/// in the environment as `TRACEPARENT`.
package struct TraceContext: Hashable, Sendable {
  /// 32 lowercase hexadecimal digits, not all zero.
  package let traceID: String
  /// The caller's span: 16 lowercase hexadecimal digits, not all zero.
  package let parentID: String
  package let isSampled: Bool

  /// A trace of our own, for an action that belongs to none.
  package static func make() -> TraceContext {
    var random = SystemRandomNumberGenerator()
    return make(using: &random)
  }

  static func make(using random: inout some RandomNumberGenerator) -> TraceContext {
    // An identifier of zeros alone would be invalid.
    let trace = hex(random.next()) + hex(UInt64.random(in: 1 ... .max, using: &random))
    return TraceContext(traceID: trace, parentID: hex(UInt64.random(in: 1 ... .max, using: &random)), isSampled: false)
  }

  private init(traceID: String, parentID: String, isSampled: Bool) {
    self.traceID = traceID
    self.parentID = parentID
    self.isSampled = isSampled
  }

  /// Reads `00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01`.
  ///
  /// As strict as the recommendation asks: lowercase digits only, no identifier of zeros, no version `ff`, nothing
  /// behind version `00`. A later version may add fields behind the known four (§3.2.2.1 and §4).
  package init?(traceparent: some StringProtocol) {
    let bytes = Array(traceparent.utf8)
    let dash = UInt8(ascii: "-")
    guard bytes.count >= 55, bytes[2] == dash, bytes[35] == dash, bytes[52] == dash,
      let version = lowercaseHex(bytes[0..<2]), version != "ff",
      let trace = lowercaseHex(bytes[3..<35]), trace.contains(where: { $0 != "0" }),
      let parent = lowercaseHex(bytes[36..<52]), parent.contains(where: { $0 != "0" }),
      let flags = lowercaseHex(bytes[53..<55]).flatMap({ UInt8($0, radix: 16) })
    else { return nil }
    guard bytes.count == 55 || (version != "00" && bytes[55] == dash) else { return nil }
    self.init(traceID: trace, parentID: parent, isSampled: flags & 1 == 1)
  }
}

private func lowercaseHex(_ bytes: ArraySlice<UInt8>) -> String? {
  let isHex = bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  return isHex ? String(decoding: bytes, as: UTF8.self) : nil
}
