import Readiness
import Yams

// Front matter is YAML between two fences that holds a mapping. A document can begin with a rule (`---`) as well and have
// another one further down: what stands between is then part of the document, tables and all.

/// Cuts YAML front matter off a document; blank lines stand in its place, so that every line keeps its number.
func splitFrontMatter(_ text: String, path: String) -> (matter: FrontMatter?, body: String, findings: [Finding]) {
  guard text.hasPrefix("---") else { return (nil, text, []) }
  let lines = text.lines
  func isFence(_ line: Substring) -> Bool { line.hasPrefix("---") && line.trimmed == "---" }
  guard let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) else {
    return (nil, text, [])
  }
  func invalid(_ reason: Wording) -> (FrontMatter?, String, [Finding]) {
    let message = Wording(
      "read as text, for it is no front matter: \(reason.english)", "قُرئ نصًا لأنه ليس ترويسة YAML: \(reason.arabic)")
    return (nil, text, [Finding(.frontMatterInvalid, .v0, message, at: SourceLocation(path: path, line: 1))])
  }
  let between = lines[1..<end]
  let body = String(repeating: "\n", count: end + 1) + lines[(end + 1)...].joined(separator: "\n")
  if between.allSatisfy({ $0.trimmed.isEmpty }) { return (nil, body, []) }
  if between.contains(where: { TableLine($0).isDelimiter }) { return invalid(Wording("it holds a table", "فيه جدول")) }
  guard !isTooDeep(between) else { return invalid(Wording("nested too deep", "متداخل أكثر مما يُقرأ")) }
  do {
    guard let mapping = try Yams.compose(yaml: between.joined(separator: "\n"), .basic)?.mapping else {
      return invalid(Wording("no YAML mapping", "ليس أزواج مفاتيح وقيم بصيغة YAML"))
    }
    func text(_ key: String) -> String? { mapping[key]?.string }
    return (
      FrontMatter(
        owner: text("owner"), status: text("status"), reviewCadence: text("review_cadence"),
        lastUpdated: text("last_updated"),
        related: mapping["related"]?.array().compactMap(\.string) ?? text("related").map { [$0] } ?? []),
      body, []
    )
  } catch {
    let reason = "\(error)".split(separator: "\n").first.map(String.init) ?? ""
    return invalid(Wording("no YAML: \(reason)", "ليس YAML: \(reason)"))
  }
}

/// Whether YAML could exhaust the stack of a parser that calls itself for each level.
private func isTooDeep(_ lines: ArraySlice<Substring>) -> Bool {
  var depth = 0
  for line in lines {
    guard line.utf8.prefix(while: { " -?:".utf8.contains($0) }).count <= 200 else { return true }
    for byte in line.utf8 {
      if "[{".utf8.contains(byte) { depth += 1 }
      if "]}".utf8.contains(byte) { depth = max(0, depth - 1) }
      if depth > 100 { return true }
    }
  }
  return false
}
