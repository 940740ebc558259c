import Testing

@testable import Ledger

struct UUIDv7Tests {
  @Test func `An identifier has its time, version and variant where RFC 9562 puts them`() {
    var sequence = UUIDv7Sequence()
    var random = SeededGenerator(1)
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
    let id = sequence.next(milliseconds: 0x017F_22E2_79B0, using: &random)
    let text = Array(id.text)
    #expect(id.text.hasPrefix("017f22e2-79b0-7"))
    #expect(text.count == 36 && "89ab".contains(text[19]))
    #expect(id.milliseconds == 0x017F_22E2_79B0)
  }

  @Test func `Identifiers ascend within a millisecond and when the clock is set back`() {
    var sequence = UUIDv7Sequence()
    var random = SeededGenerator(2)
    let ids = (0..<20_000).map { sequence.next(milliseconds: $0 < 10_000 ? 5_000 : 4_000, using: &random) }
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0 < $1 })
    #expect(zip(ids, ids.dropFirst()).allSatisfy { $0.text < $1.text })
  }

  @Test func `A used-up millisecond runs ahead of the clock`() {
    /// Hands out the greatest numbers there are.
    struct Greedy: RandomNumberGenerator { func next() -> UInt64 { .max } }
    var sequence = UUIDv7Sequence()
    var greedy = Greedy()
    var last = sequence.next(milliseconds: 7, using: &greedy)
    #expect(last.milliseconds == 7)
    for _ in 0..<1_000 {
      let next = sequence.next(milliseconds: 7, using: &greedy)
      #expect(next > last)
      last = next
    }
  }

  @Test func `Identifiers made by many threads differ`() async {
    let ids = await withTaskGroup(of: [UUIDv7].self) { group in
      for _ in 0..<8 { group.addTask { (0..<2_000).map { _ in UUIDv7.make() } } }
      return await group.reduce(into: [UUIDv7]()) { $0 += $1 }
    }
    #expect(Set(ids).count == 16_000)
  }
}
