import Foundation
import TerminalText

// Capital letters stand for Arabic ones here, as in the examples of UAX #9, so that a test reads the same in every editor.

private let arabicLetters = Array("ابتثجحخدذرزسشصضطظعغفقكمنهو".unicodeScalars)

func arabic(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    result.append(("A"..."Z").contains(scalar) ? arabicLetters[Int(scalar.value - 0x41)] : scalar)
  }
  return String(result)
}

/// What stands in the cells from the left, with a capital letter for an Arabic one in any of its forms.
func capitals(_ cells: [Cell]) -> String { cells.map { capital($0.text) }.joined() }

func capital(_ text: String) -> String {
  guard let first = text.unicodeScalars.first, first.value >= 0x600 else { return text }
  let plain = text.precomposedStringWithCompatibilityMapping.unicodeScalars.first ?? first
  guard let index = arabicLetters.firstIndex(of: plain) else { return text }
  return String(UnicodeScalar(UInt8(0x41 + index)))
}
