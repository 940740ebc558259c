// Where a word that is longer than a line is broken. In a dashboard such words are paths, identifiers and file:line
// references: the reader takes them in piece by piece, and looks for a line number beside its file.

/// The best place for a break in a word that does not fit on its line: behind a slash if there is one in the last two thirds
/// of the line, else behind another sign that joins words, else as late as can be. A line number stays with its file.
///
/// - Parameters:
///   - start: the first cluster of the line.
///   - end: the first cluster that has no room on it.
/// - Returns: the first cluster of the next line.
func breakInWord(_ all: [Cluster], from start: Int, fitting end: Int, width: Int) -> Int {
  if let place = startOfNumberedPart(all, from: start, fitting: end, width: width) { return place }
  var best: (place: Int, rank: Int)?
  var place = end
  var used = columns(of: all[start..<end])
  while place > start, used * 3 >= width {
    if let rank = rank(all, place), rank < best?.rank ?? .max { best = (place, rank) }
    place -= 1
    used -= all[place].columns
  }
  return best?.place ?? lastPlace(all, from: start, fitting: end, width: width)
}

/// How good a break before a cluster is, 1 the best; nil: no better than anywhere.
private func rank(_ all: [Cluster], _ place: Int) -> Int? {
  let (before, after) = (all[place - 1].base, all[place].base)
  if before == "/" { return after == "/" ? nil : 1 }
  let isBehind = joiners.contains(before) && after != "/" && after != "." && !joiners.contains(after)
  // A line that ends in a full stop looks like the end of a sentence; one that starts with ".json" does not.
  let isBeforeEnding =
    after == "." && before != "." && !joiners.contains(before) && place + 1 < all.count && isWordlike(all[place + 1])
  guard isBehind || isBeforeEnding, !isInNumber(all, place) else { return nil }
  // 4.2.0 and 2026-11-03 are one thing each.
  let isInDigits =
    isBehind
    ? place > 1 && isDigit(all[place - 2]) && isDigit(all[place]) : isDigit(all[place - 1]) && isDigit(all[place + 1])
  return isInDigits ? 4 : isBehind ? 2 : 3
}

private let joiners: Set<Unicode.Scalar> = ["-", "_", ",", ";", ":", "=", "&", "?", "|", "،", "؛"]

/// Where the last part of a path starts, if it has a line number and fits whole on a line of its own.
private func startOfNumberedPart(_ all: [Cluster], from start: Int, fitting end: Int, width: Int) -> Int? {
  // A part that ends further away than this does not fit.
  let limit = min(all.count, end + width)
  let wordEnd = all[end..<limit].firstIndex(where: \.mayBreak) ?? limit
  guard wordEnd == all.count || all[wordEnd].mayBreak else { return nil }
  guard let slash = all[start..<wordEnd].lastIndex(where: { $0.base == "/" }), slash < end else { return nil }
  let part = slash + 1..<wordEnd
  guard columns(of: all[part]) <= width, part.contains(where: { isInNumber(all, $0) }) else { return nil }
  return part.lowerBound
}

/// The latest place that tears no line number off, unless the number has no room anyway.
private func lastPlace(_ all: [Cluster], from start: Int, fitting end: Int, width: Int) -> Int {
  var place = end
  while place > start, isInNumber(all, place) { place -= 1 }
  guard place < end else { return end }
  var numberEnd = end
  while numberEnd < all.count, numberEnd <= end + width, isInNumber(all, numberEnd) { numberEnd += 1 }
  // With the letter before the colon, or else from the colon on.
  return (place...place + 1).first { $0 > start && columns(of: all[$0..<numberEnd]) <= width } ?? end
}

/// Whether a place is before the colon of a `:32` (or of a `:32:5`) or within it; the time in `T09:30` is none.
private func isInNumber(_ all: [Cluster], _ place: Int) -> Bool {
  let isColon = all[place].base == ":" && place + 1 < all.count && isDigit(all[place + 1])
  guard isColon || isDigit(all[place]) else { return false }
  // No file has so many lines that this is not far enough.
  let before = all[max(0, place - 20)..<place].lastIndex { $0.base != ":" && !isDigit($0) }
  return before.map { all[$0 + 1].base == ":" } ?? false
}

private func isWordlike(_ cluster: Cluster) -> Bool {
  cluster.base.properties.isAlphabetic || isDigit(cluster)
}

private func isDigit(_ cluster: Cluster) -> Bool { cluster.base.properties.numericType == .decimal }

private func columns(of clusters: ArraySlice<Cluster>) -> Int { clusters.reduce(0) { $0 + $1.columns } }
