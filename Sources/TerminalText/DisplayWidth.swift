/// The columns that a scalar takes, as ncurses counts them: 0, 1 or 2; nil for what glibc gives no width.
func columns(of scalar: Unicode.Scalar) -> Int? {
  let value = scalar.value
  if value < 0x7F { return value >= 0x20 ? 1 : nil }
  if contains(zeroWidthRanges, value) { return 0 }
  if value >= 0x1100, contains(doubleWidthRanges, value) { return 2 }
  return contains(unprintableRanges, value) ? nil : 1
}

/// The columns that a text takes in one line, as `Paragraph` lays it out.
public func displayWidth(of text: some StringProtocol) -> Int {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
  return clusters(of: text.unicodeScalars).reduce(0) { $0 + $1.columns }
}

private func contains(_ ranges: [ClosedRange<UInt32>], _ value: UInt32) -> Bool {
  var low = 0
  var high = ranges.count
  while low < high {
    let middle = (low + high) / 2
    if ranges[middle].upperBound < value { low = middle + 1 } else { high = middle }
  }
  return low < ranges.count && ranges[low].lowerBound <= value
}
