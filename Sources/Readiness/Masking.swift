// Unexpected values and exception messages carry people's data. Unless `--reveal` is given nothing of it is shown but its
// shape.

/// A value with every letter and digit hidden; how long it is shows only roughly.
package func maskedValue(_ text: String) -> String {
  text.isEmpty ? "" : String(repeating: "•", count: min(8, max(3, text.count)))
}

/// The class of an exception, `KeyError: •••`; the words behind it may hold whole columns, and those before a colon a
/// person's name, unless they look like a class.
package func maskedExceptionMessage(_ text: String) -> String {
  let head = text.prefix { $0 != ":" && $0 != "\n" }
  let isName = head.utf8.count <= 120 && head.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "." || $0 == "_") }
  let isClass = isName && ["Error", "Exception", "Warning"].contains { head.hasSuffix($0) }
  return isClass ? "\(head): •••" : "•••"
}
