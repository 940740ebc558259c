package import Readiness

// The readiness matrix: GFM tables between prose. cmark-gfm says what is a table and what stands in a cell, so that jahiz
// reads what GitHub shows; roles of columns and the meaning of status words come from tables of synonyms.

/// Reads a readiness matrix.
///
/// - Parameter path: relative to the workspace.
/// - Returns: nil where nothing can be made of the bytes; the findings say why.
package func readMatrix(_ bytes: [UInt8], path: String) -> (matrix: Matrix?, findings: [Finding]) {
  func unreadable(_ message: Wording, line: Int? = nil) -> Finding {
    Finding(.matrixUnreadable, .v2, message, at: SourceLocation(path: path, line: line))
  }
  guard bytes.count <= 32_000_000 else {
    return (nil, [unreadable(Wording("too large for a matrix: over 32 MB", "أكبر من أن يكون مصفوفة: أكثر من 32 MB"))])
  }
  if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
    return (
      nil, [unreadable(Wording("UTF-16, not UTF-8: save it as UTF-8", "ترميزه UTF-16 لا UTF-8: احفظه بترميز UTF-8"))]
    )
  }
  if let zero = bytes.firstIndex(of: 0) {
    let message = Wording(
      "holds NUL bytes: no text in UTF-8, perhaps UTF-16", "فيه بايتات صفرية: ليس نصًا بترميز UTF-8، وربما كان UTF-16")
    return (nil, [unreadable(message, line: bytes[..<zero].count { $0 == 10 } + 1)])
  }
  var findings: [Finding] = []
  var text = String(decoding: bytes, as: UTF8.self)
  if String(validating: bytes, as: UTF8.self) == nil {
    findings.append(
      Finding(
        .encodingRepaired, .v1,
        Wording("not UTF-8: damaged letters are shown as �", "ليس UTF-8: تظهر الحروف التالفة هكذا �"),
        at: SourceLocation(path: path, line: firstDamagedLine(in: text))))
  }
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  text = text.replacingLineEnds
  let (matter, body, matterFindings) = splitFrontMatter(text, path: path)
  findings += matterFindings
  do throws(MarkdownAbuse) {
    try checkLimits(of: body.utf8)
  } catch {
    let message = Wording(
      "too much for a matrix: \(error.reason.english)", "أكثر مما تحتمله مصفوفة: \(error.reason.arabic)")
    return (nil, findings + [unreadable(message, line: error.line)])
  }
  let lines = body.lines
  let reading = withMarkdown(body) { document in
    var reading = MatrixReading(path: path, lines: lines)
    reading.read(document)
    return (tables: reading.finish(), findings: reading.findings)
  }
  guard let reading else { return (nil, findings + [unreadable(Wording("cannot be parsed", "تعذّر تحليله"))]) }
  return (Matrix(path: path, frontMatter: matter, tables: reading.tables), findings + reading.findings)
}

private func firstDamagedLine(in text: String) -> Int? {
  text.utf8.split(separator: 10, omittingEmptySubsequences: false).firstIndex {
    String(Substring($0)).unicodeScalars.contains("\u{FFFD}")
  }.map { $0 + 1 }
}
