/// A file's text as a message quotes it: at most 80 scalars.
package func shortened(_ text: String) -> String {
  let scalars = text.unicodeScalars
  guard let end = scalars.index(scalars.startIndex, offsetBy: 80, limitedBy: scalars.endIndex), end < scalars.endIndex
  else { return text }
  var short = String.UnicodeScalarView(scalars[..<scalars.index(before: end)])
  short.append("…")
  return String(short)
}
