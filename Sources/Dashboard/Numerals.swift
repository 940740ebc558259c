import Readiness

// The digits of what jahiz itself says; what a file says keeps its own.

/// Which digits an Arabic screen writes its numbers with.
package enum Digits: String, CaseIterable, Sendable {
  case western
  /// ٠١٢٣٤٥٦٧٨٩, U+0660 … U+0669.
  case arabic
}

extension DashboardState {
  /// `text` with the digits of the setting. Digits that belong to a name, as in `V3`, stay.
  func numerals(_ text: String) -> String {
    guard options.digits == .arabic, language == .arabic else { return text }
    var result = String.UnicodeScalarView()
    var isName = false
    for scalar in text.unicodeScalars {
      if (48...57).contains(scalar.value), !isName, let digit = Unicode.Scalar(scalar.value - 48 + 0x0660) {
        result.append(digit)
      } else {
        isName = scalar.isASCII && scalar.properties.isAlphabetic || isName && (48...57).contains(scalar.value)
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// What the screen itself says, in its language and digits.
  func say(_ wording: Wording) -> String { numerals(wording(language)) }
}
