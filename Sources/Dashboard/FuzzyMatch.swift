import Readiness

func fuzzyMatch(_ needle: String, in candidate: String) -> (score: Int, ranges: [Range<Int>])? {
  let ranges = FoldedText(candidate).ranges(of: FoldedText(needle))
  return ranges.isEmpty ? nil : (1, ranges)
}
