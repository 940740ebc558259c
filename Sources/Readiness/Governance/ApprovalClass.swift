/// Who must agree to an action: A0 nobody, A1 a lead, A2 the head of a function, A3 the executives; or, told by what the action
/// is, A allowed, B needs an approval, C forbidden. So A1 to A3 are all of Class B: each waits for a human being.
package enum ApprovalClass: String, CaseIterable, Sendable {
  case a0 = "A0"
  case a1 = "A1"
  case a2 = "A2"
  case a3 = "A3"
  case a = "A"
  case b = "B"
  case c = "C"

  /// The action class it belongs to: A, B or C.
  package var actionClass: ApprovalClass {
    switch self {
    case .a0, .a: .a
    case .a1, .a2, .a3, .b: .b
    case .c: .c
    }
  }

  /// Seconds that an approval of it may wait where neither the configuration, a document nor the request says.
  package var defaultLimit: Int64 {
    switch self {
    case .a0, .a, .a1, .b, .c: 24 * 3_600
    case .a2: 48 * 3_600
    case .a3: 120 * 3_600
    }
  }

  /// Reads `A2`, `Class B`, `A2 (head of function)`, `الفئة ب`; nil for anything else.
  package init?(written text: some StringProtocol) {
    var words = folded(text).split { !$0.isLetter && !$0.isNumber }.map(String.init)
    let count = words.count
    words.removeAll { classWords.contains($0) }
    guard let first = words.first else { return nil }
    if words.count > 1, let joined = byName[first + words[1]] {
      self = joined
    } else if let known = byName[first], words.count == 1 || count > words.count || first.utf8.count == 2 {
      self = known
    } else {
      return nil
    }
  }
}

private let byName: [String: ApprovalClass] = Dictionary(
  ApprovalClass.allCases.map { (folded($0.rawValue), $0) }
    + [("أ", ApprovalClass.a), ("ب", .b), ("ج", .c)].map { (folded($0.0), $0.1) },
  uniquingKeysWith: { first, _ in first })

private let classWords = Set(["class", "type", "الفئة", "فئة", "الصنف", "صنف"].map { folded($0) })
