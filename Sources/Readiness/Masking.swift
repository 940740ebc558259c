// Unexpected values and exception messages carry people's data. Unless `--reveal` is given nothing of it is shown but its
// shape.

/// A value with every letter and digit hidden; how long it is shows only roughly.
package func maskedValue(_ text: String) -> String {
  text.isEmpty ? "" : String(repeating: "•", count: min(8, max(3, text.count)))
}

/// The class of an exception, `KeyError: •••`; the words behind it may hold whole columns.
package func maskedExceptionMessage(_ text: String) -> String {
  let head = text.prefix { $0 != ":" && $0 != "\n" }
  let isClass =
    !head.isEmpty && head.count <= 60 && head.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "." || $0 == "_") }
  return isClass ? "\(head): •••" : "•••"
}
