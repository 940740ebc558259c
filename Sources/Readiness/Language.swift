/// The languages of the screen and of reports.
package enum Language: String, CaseIterable, Sendable {
  case english = "en"
  case arabic = "ar"
}

/// A text in both languages.
package struct Wording: Hashable, Sendable {
  package var english: String
  package var arabic: String

  package init(_ english: String, _ arabic: String) {
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
