/// The languages of the screen and of reports.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case arabic = "ar"

  /// What stands between the items of a list.
  package var comma: String { self == .arabic ? "، " : ", " }
}

/// A text in both languages.
package struct Wording: Hashable, Sendable {
  package var english: String
  package var arabic: String

  /// A text of ours; what is put into it cannot disturb its order.
  package init(_ english: Sentence, _ arabic: Sentence) {
    self.english = english.text(in: .english)
    self.arabic = arabic.text(in: .arabic)
  }

  /// Texts that stand already, each with a direction of its own.
  package init(verbatim english: String, _ arabic: String) {
    self.english = english
    self.arabic = arabic
  }

  package func callAsFunction(_ language: Language) -> String {
    switch language {
    case .english: english
    case .arabic: arabic
    }
  }
}
