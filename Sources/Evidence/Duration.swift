/// Reads a duration of the configuration, `90s`, `30m`, `8h` or `7d`, as seconds; nil for anything else.
func durationSeconds(_ text: some StringProtocol) -> Int64? {
  guard let unit = text.last, let factor = secondsPerUnit[unit] else { return nil }
  let digits = text.dropLast()
  guard !digits.isEmpty, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }), let count = Int64(digits) else {
    return nil
  }
  let (seconds, overflow) = count.multipliedReportingOverflow(by: factor)
  return overflow ? nil : seconds
}

private let secondsPerUnit: [Character: Int64] = ["s": 1, "m": 60, "h": 3_600, "d": 86_400]
