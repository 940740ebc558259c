// What was probably meant where a name is mistyped: one measure for configuration, settings and filters.

/// The word of `known` that is nearest to `word`, where one is near enough to be a slip of the hand.
package func nearestWord(to word: String, of known: [String]) -> String? {
  let written = Array(word.lowercased().unicodeScalars)
  // Longer than any slip of a key could be; also keeps the table small.
  guard written.count <= 64 else { return nil }
  let candidates = known.map { (word: $0, distance: editDistance(written, Array($0.lowercased().unicodeScalars))) }
  guard let best = candidates.min(by: { $0.distance < $1.distance }) else { return nil }
  return best.distance <= max(1, best.word.unicodeScalars.count / 3) ? best.word : nil
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
package func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var rows = [Array(0...right.count)]
  for row in 0..<left.count {
    var next = [row + 1]
    for column in 0..<right.count {
      let cost = left[row] == right[column] ? 0 : 1
      var best = min(rows[row][column + 1] + 1, next[column] + 1, rows[row][column] + cost)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        best = min(best, rows[row - 1][column - 1] + 1)
      }
      next.append(best)
    }
    rows.append(next)
  }
  return rows[left.count][right.count]
}
