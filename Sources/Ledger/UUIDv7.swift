import Glibc
import Synchronization

/// A time-ordered identifier, UUID version 7 (RFC 9562 §5.7): 48 bits of Unix time in milliseconds, then 74 random
/// bits.
package struct UUIDv7: Hashable, Comparable, Sendable {
  /// The first and the last 64 bits, version and variant included.
  let high: UInt64
  let low: UInt64

  /// The lowercase form of RFC 9562 §4: `019e7f3a-5c1b-7d2e-8f00-0123456789ab`.
  package var text: String {
    let digits = hex(high) + hex(low)
    var text = ""
    for (index, digit) in digits.enumerated() {
      if [8, 12, 16, 20].contains(index) { text += "-" }
      text.append(digit)
    }
    return text
  }

  /// When it was made, in milliseconds of Unix time.
  package var milliseconds: UInt64 { high >> 16 }

  package static func < (left: UUIDv7, right: UUIDv7) -> Bool { (left.high, left.low) < (right.high, right.low) }

  /// A new identifier, greater than every one that this process has made before, from any thread.
  package static func make() -> UUIDv7 {
    var random = SystemRandomNumberGenerator()
    return sequence.withLock { $0.next(milliseconds: unixMilliseconds(), using: &random) }
  }
}

/// Hands out identifiers in ascending order, also within one millisecond and when the clock is set back.
///
/// RFC 9562 §6.2, method 2: the random bits are a counter that grows by a random step within a millisecond.
struct UUIDv7Sequence: Sendable {
  private var milliseconds: UInt64 = 0
  /// The 12 bits behind the version and the 62 behind the variant.
  private var counter: (high: UInt64, low: UInt64) = (0, 0)

  mutating func next(milliseconds now: UInt64, using random: inout some RandomNumberGenerator) -> UUIDv7 {
    if now > milliseconds {
      milliseconds = now
      seed(using: &random)
    } else {
      counter.low += UInt64.random(in: 1...(1 << 32), using: &random)
      if counter.low >> 62 != 0 {
        counter.low &= lowMask
        counter.high += 1
      }
      if counter.high >> 12 != 0 {
        // The millisecond is used up: the identifiers run ahead of the clock, as the RFC allows.
        milliseconds += 1
        seed(using: &random)
      }
    }
    let high = (milliseconds & 0xFFFF_FFFF_FFFF) << 16 | 0x7000 | counter.high
    return UUIDv7(high: high, low: 0b10 << 62 | counter.low)
  }

  private mutating func seed(using random: inout some RandomNumberGenerator) {
    // The topmost bit stays free, so that there is room to count.
    counter = (random.next() & 0x7FF, random.next() & lowMask)
  }
}

private let sequence = Mutex(UUIDv7Sequence())
private let lowMask: UInt64 = (1 << 62) - 1

/// 16 lowercase hexadecimal digits.
func hex(_ value: UInt64) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: 16 - digits.utf8.count) + digits
}

private func unixMilliseconds() -> UInt64 {
  var time = timespec()
  clock_gettime(CLOCK_REALTIME, &time)
  return UInt64(max(0, time.tv_sec)) * 1_000 + UInt64(time.tv_nsec / 1_000_000)
}
