import Dashboard
import Readiness

/// How the screen looks when it opens.
struct Appearance {
  var theme: Theme
  var remembered: Remembered
  /// Nobody chose a theme: it may follow the terminal's background once that is known.
  var mayChangeTheme: Bool
  /// What is wrong with the user's own files.
  var notice: Wording?
}
