/// What a new version of an event's schema takes from those who rely on the one before: something is gone, or what was valid
/// is valid no more.
package struct SchemaChange: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// A property is gone, or may not be there any more.
    case removed
    /// A property must be there now.
    case required
    /// Types as JSON Schema names them.
    case typeNarrowed(from: [String], to: [String])
    /// Values of an enumeration are gone, as JSON.
    case valuesRemoved([String])
    /// Any value was good, now only these are, as JSON.
    case valuesFixed([String])
    /// `keyword` bounds tighter than before; `from` is nil where nothing bounded.
    case bound(keyword: String, from: String?, to: String)
    /// Properties that are not listed were good, now they are not, or not of any kind.
    case closed
    /// `pattern` or `format`.
    case textRule(keyword: String, String)
    /// One of `anyOf` or `oneOf` is gone or narrower, or a choice was added.
    case alternatives
    /// A condition (`not`, `if`, `contains` …) is new or another.
    case condition(keyword: String)
  }

  package var kind: Kind
  /// The property, `data.lines[].amount`; empty for the event as a whole.
  package var path: String
  /// The line of the new schema, where it is that file's.
  package var line: Int?

  package init(_ kind: Kind, path: String, line: Int? = nil) {
    self.kind = kind
    self.path = path
    self.line = line
  }

  package var wording: Wording {
    let name = path.isEmpty ? Wording("the event", "الحدث") : Wording("“\(path)”", "«\(path)»")
    let (en, ar) = (name.english, name.arabic)
    return switch kind {
    case .removed: Wording("\(en) is removed", "حُذف \(ar)")
    case .required: Wording("\(en) is now required", "صار \(ar) إلزاميًا")
    case .typeNarrowed(let from, let to):
      Wording(
        "the type of \(en) goes from \(list(from)) to \(list(to))",
        "ضاق نوع \(ar) من \(list(from, "، ")) إلى \(list(to, "، "))")
    case .valuesRemoved(let values):
      Wording("\(en) loses \(list(values))", "لم تعد القيم \(list(values, "، ")) مقبولة في \(ar)")
    case .valuesFixed(let values):
      Wording("\(en) is now fixed to \(list(values))", "اقتصر \(ar) على \(list(values, "، "))")
    case .bound(let keyword, let from?, let to):
      Wording("\(keyword) of \(en) goes from \(from) to \(to)", "تغيّر \(keyword) في \(ar) من \(from) إلى \(to)")
    case .bound(let keyword, nil, let to):
      Wording("\(en) now has \(keyword) \(to)", "أُضيف إلى \(ar) القيد \(keyword) بقيمة \(to)")
    case .closed: Wording("\(en) admits no other properties now", "لم يعد \(ar) يقبل خصائص أخرى")
    case .textRule(let keyword, let rule):
      Wording("\(en) now has the \(keyword) \(short(rule))", "أُضيف إلى \(ar) القيد \(keyword): \(short(rule))")
    case .alternatives: Wording("a choice of \(en) is gone or narrower", "ضاقت البدائل المقبولة في \(ar)")
    case .condition(let keyword):
      Wording("\(keyword) of \(en) is new or another", "أُضيف الشرط \(keyword) إلى \(ar) أو تغيّر")
    }
  }
}

private func list(_ values: [String], _ comma: String = ", ") -> String {
  let shown = values.prefix(3).map(short).joined(separator: comma)
  return values.count > 3 ? "\(shown) (+\(values.count - 3))" : shown
}

private func short(_ text: String) -> String {
  text.unicodeScalars.count > 40 ? "\(String(String.UnicodeScalarView(text.unicodeScalars.prefix(39))))…" : text
}
