import TerminalText

/// Text of a file on one line, harmless wherever it is shown: line breaks and tabs are one blank; for the rest see
/// `sanitised`.
func shown(_ text: some StringProtocol) -> String {
  guard text.unicodeScalars.contains(where: isBreak) else { return sanitised(text) }
  var line = String.UnicodeScalarView()
  var isAfterBreak = false
  for scalar in text.unicodeScalars {
    let breaks = isBreak(scalar)
    if !breaks {
      line.append(scalar)
    } else if !isAfterBreak {
      line.append(" ")
    }
    isAfterBreak = breaks
  }
  return sanitised(String(line))
}

private func isBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x09...0x0D, 0x85, 0x2028, 0x2029: true
  default: false
  }
}
