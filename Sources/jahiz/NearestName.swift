/// The name of `known` that was probably meant by `word`; nil where none is near enough to be a slip of the hand.
func nearestName(to word: String, of known: [String]) -> String? {
  let written = Array(word.lowercased().prefix(64))
  let ranked = known.map { (name: $0, distance: slips(written, Array($0.lowercased()))) }
  guard let best = ranked.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(1, best.name.count / 3) ? best.name : nil
}

/// Insertions, deletions, replacements and swaps of neighbours between two words.
private func slips(_ left: [Character], _ right: [Character]) -> Int {
  var rows = [Array(0...right.count)]
  for row in left.indices {
    var next = [row + 1]
    for column in right.indices {
      var best = min(
        rows[row][column + 1] + 1, next[column] + 1, rows[row][column] + (left[row] == right[column] ? 0 : 1))
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, rows[row - 1][column - 1] + 1)
      }
      next.append(best)
    }
    rows.append(next)
  }
  return rows[left.count][right.count]
}
