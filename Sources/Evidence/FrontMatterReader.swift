import Readiness
import Yams

/// Cuts YAML front matter off a document; blank lines stand in its place, so that every line keeps its number.
func splitFrontMatter(_ text: String, path: String) -> (matter: FrontMatter?, body: String, findings: [Finding]) {
  let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  func isFence(_ line: Substring) -> Bool { line.trimmed == "---" }
  guard let first = lines.first, isFence(first), let end = lines.dropFirst().firstIndex(where: isFence) else {
    return (nil, text, [])
  }
  let body = String(repeating: "\n", count: end + 1) + lines[(end + 1)...].joined(separator: "\n")
  func invalid(_ reason: String) -> [Finding] {
    [
      Finding(
        .frontMatterInvalid, .v0,
        Wording("front matter is no YAML mapping: \(reason)", "رأس الملف ليس YAML صالحًا: \(reason)"),
        at: SourceLocation(path: path, line: 1))
    ]
  }
  do {
    guard let root = try Yams.compose(yaml: lines[1..<end].joined(separator: "\n")) else { return (nil, body, []) }
    guard let mapping = root.mapping else { return (nil, body, invalid("no keys")) }
    func text(_ key: String) -> String? { mapping[key]?.string }
    return (
      FrontMatter(
        owner: text("owner"), status: text("status"), reviewCadence: text("review_cadence"),
        lastUpdated: text("last_updated"),
        related: mapping["related"]?.array().compactMap(\.string) ?? text("related").map { [$0] } ?? []),
      body, []
    )
  } catch {
    return (nil, body, invalid("\(error)".split(separator: "\n").first.map(String.init) ?? ""))
  }
}
