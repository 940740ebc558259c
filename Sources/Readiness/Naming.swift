// Ids are long, and whoever types one at three in the morning types its beginning.

/// What a typed name stands for.
package enum Naming: Hashable, Sendable {
  case one(String)
  case several([String])
  case none
}

/// Finds what is meant by a name or its unique beginning; case, marks and hamza forms make no difference. One that is
/// written in full is never ambiguous.
package func naming(_ text: String, among names: some Sequence<String>) -> Naming {
  let wanted = folded(text)
  guard !wanted.isEmpty else { return .none }
  var matches: [String] = []
  var seen: Set<String> = []
  for name in names where seen.insert(name).inserted {
    let key = folded(name)
    if key == wanted { return .one(name) }
    if key.hasPrefix(wanted) { matches.append(name) }
  }
  if matches.count == 1 { return .one(matches[0]) }
  return matches.isEmpty ? .none : .several(matches.sorted())
}
