package import Readiness

// Keys and values of the filter language are found by name in either language, folded, by any beginning that fits only one
// of them, in Arabic with or without the article. `_` stands for the blank of a name of two words, as in a hashtag.

/// What a key or a value of the filter language is called; the first name of each language is the one that is offered.
package struct FilterNames: Hashable, Sendable {
  package var english: [String]
  package var arabic: [String]

  init(_ english: [String], _ arabic: [String]) {
    self.english = english
    self.arabic = arabic
  }

  package func offered(_ language: Language) -> String {
    (language == .arabic ? arabic.first : english.first) ?? ""
  }

  var all: [String] { english + arabic }
}

/// What a typed name turned out to mean.
enum NameMatch<Item> {
  case found(Item)
  /// The beginning of several.
  case ambiguous([Item])
  case unknown
}

/// Finds the item that a typed name means.
func matchName<Item>(_ typed: String, among items: [Item], names: (Item) -> FilterNames) -> NameMatch<Item> {
  let wanted = foldedName(typed)
  guard !wanted.isEmpty else { return .unknown }
  let bare = withoutArticle(wanted)
  for item in items where names(item).all.contains(where: { withoutArticle(foldedName($0)) == bare }) {
    return .found(item)
  }
  let beginning = items.filter { names($0).all.contains { begins($0, with: typed) } }
  switch beginning.count {
  case 0: return .unknown
  case 1: return .found(beginning[0])
  default: return .ambiguous(beginning)
  }
}

/// Whether a name begins with what was typed.
func begins(_ name: String, with typed: String) -> Bool {
  let (name, typed) = (foldedName(name), foldedName(typed))
  return name.hasPrefix(typed) || withoutArticle(name).hasPrefix(withoutArticle(typed))
}

/// The known name that is nearest to a mistyped one; nil where none is near.
func nearestName(to typed: String, among names: [String]) -> String? {
  let wanted = Array(withoutArticle(foldedName(typed)).unicodeScalars)
  let limit = min(2, wanted.count / 2)
  let near = names.map { ($0, editDistance(wanted, Array(withoutArticle(foldedName($0)).unicodeScalars))) }
  guard let best = near.min(by: { $0.1 < $1.1 }), best.1 <= limit else { return nil }
  return best.0
}

private func foldedName(_ name: String) -> String {
  folded(name.contains("_") ? String(name.map { $0 == "_" ? " " : $0 }) : name)
}

/// Without the Arabic article, where something is left.
private func withoutArticle(_ name: String) -> String {
  let scalars = name.unicodeScalars
  return scalars.count > 2 && scalars.starts(with: ["\u{0627}", "\u{0644}"]) ? String(scalars.dropFirst(2)) : name
}
