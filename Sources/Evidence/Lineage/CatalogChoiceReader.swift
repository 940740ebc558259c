import Readiness

// Which tool does a document choose? A choice is stated plainly, and the plainest statement counts: a label (`Chosen
// option: DataHub`), then the title, then what the decision says. Tools that are named to be turned down (“instead of
// Amundsen”, «بدلًا من») are none. A document that says nothing plainly but names one tool has that.

/// The documents that choose, in the order of their names: decision records of lineage or catalog, and the pages about it.
func readChoices(
  below root: FilePlace, _ configuration: Configuration.Governance, _ cache: LineageCache
) -> (choices: [CatalogChoice], findings: [Finding]) {
  var found = WalkedFiles()
  if configuration.lineageDecisions.isEmpty {
    for folder in ["docs", "docs/governance"] {
      found.add(
        listedFiles(root.child(folder)) { isMarkdownName($0) && fileName($0, beginsWith: pageStarts) })
    }
    for folder in recordFolders { found.add(walkFiles(root.child(folder), where: isMarkdownName)) }
  } else {
    found = configuredFiles(
      configuration.lineageDecisions, setting: "lineage_decisions", below: root, .lineageUnreadable,
      where: isMarkdownName)
  }
  let documents = cache.documents.values(of: found.files) { file, contents -> LineageCache.Document in
    switch contents {
    case .success(let bytes): return readChoice(bytes, path: file.shown)
    case .failure(let problem):
      return LineageCache.Document(findings: [
        Finding(
          .lineageUnreadable, .v1,
          Wording("cannot be read: \(problem.reason.english)", "تعذّرت القراءة: \(problem.reason.arabic)"),
          at: file.location, topic: .dataQuality)
      ])
    }
  }
  return (documents.compactMap(\.choice), found.findings + documents.flatMap(\.findings))
}

private let pageStarts = [
  "lineage", "data lineage", "catalog", "catalogue", "data catalog", "data catalogue", "metadata catalog",
  "lineage and catalog", "سلسلة البيانات", "نسب البيانات", "فهرس البيانات", "كتالوج البيانات",
].map { folded($0) }

private let recordFolders = [
  "docs/adr", "docs/adrs", "docs/decisions", "docs/decision-records", "docs/architecture/decisions",
  "docs/architecture/adr", "docs/architectural-decisions", "doc/adr", "adr", "decisions",
]

/// nil of a choice where the document is none about lineage or catalog, or names no tool.
private func readChoice(_ bytes: [UInt8], path: String) -> LineageCache.Document {
  let (document, findings) = readDocument(bytes, path: path, code: .lineageUnreadable)
  guard let document else { return LineageCache.Document(findings: findings) }
  let record = DecisionRecord(document: document)
  let folders = path.split(separator: "/").dropLast().map { folded($0) }
  let isRecord =
    folders.contains { ["adr", "adrs", "decisions", "decision-records", "architectural-decisions"].contains($0) }
    || (record.number != nil && record.status != nil)
  let name = fileNameWords(String(path.split(separator: "/").last ?? ""))
  guard isAbout(record.title) || isAbout(name) || choosesByTitle(record.title),
    !fileNameWords(name).hasPrefix("template"), !namesTemplate(record.title)
  else { return LineageCache.Document() }
  let choice = chosenTools(record, isRecord: isRecord)
  guard let tools = choice else { return LineageCache.Document(findings: findings) }
  return LineageCache.Document(
    choice: CatalogChoice(
      title: record.title, isRecord: isRecord, standing: record.standing, tools: tools, number: record.number,
      supersedes: record.supersedes, location: SourceLocation(path: path, line: record.titleLine)),
    findings: findings)
}

private func isAbout(_ text: String) -> Bool {
  let words = Set(folded(text).split { !$0.isLetter }.map(String.init))
  return !words.isDisjoint(with: subjects)
}

private let subjects = Set(
  [
    "lineage", "catalog", "catalogue", "metadata", "openlineage", "السلالة", "سلالة", "نسب", "النسب", "سلسلة", "الفهرس",
    "فهرس", "الفهرسة", "كتالوج", "الكتالوج", "الوصفية",
  ].map { folded($0) })

/// `Use DataHub`, «اعتماد OpenMetadata»: a verb, then the tool.
private func choosesByTitle(_ title: String) -> Bool {
  let words = folded(title).split { !$0.isLetter && $0 != "." }.map(String.init)
  guard let verb = words.firstIndex(where: choosingVerbs.contains), verb < words.count - 1 else { return false }
  return ToolMention.all(in: words).contains { $0.words.lowerBound == verb + 1 }
}

private let choosingVerbs = Set(
  ["use", "adopt", "choose", "select", "using", "adopting", "choosing", "اعتماد", "اختيار", "استخدام"].map {
    folded($0)
  })

/// What the document chooses; empty where it names several and chooses none, nil where it names none.
private func chosenTools(_ record: DecisionRecord, isRecord: Bool) -> Set<CatalogTool>? {
  let document = record.document
  for text in record.labelled(choiceLabels.union(subjectLabels), headings: choiceLabels) {
    // A whole section of that name argues; its first sentence with a tool says what is chosen.
    if let tools = firstTools(in: text) { return tools }
  }
  if let tools = firstTools(in: record.title) { return tools }
  let decisions = document.sections.filter { section in
    decisionTitles.contains { folded(section.title).hasPrefix($0) }
  }
  for section in decisions {
    if let tools = firstTools(in: section.text) { return tools }
  }
  let told = document.sections.filter { section in
    !([section.title] + section.parents).contains { title in
      let words = Set(folded(title).split { !$0.isLetter }.map(String.init))
      return !words.isDisjoint(with: deliberations)
    }
  }
  let named = told.reduce(into: Set<CatalogTool>()) { $0.formUnion(tools(in: $1.text)) }
  if named.isEmpty { return nil }
  let isPair = named.count == 2 && named.contains(.openLineage)
  return named.count == 1 || (isPair && !isRecord) ? named : []
}

private let choiceLabels = Set(
  [
    "Choice", "Chosen option", "Chosen tool", "Our choice", "Selected", "Selected tool", "Catalog tool", "Lineage tool",
    "Lineage backend", "Decision outcome", "الاختيار", "الأداة المعتمدة", "الأداة المختارة", "الخيار المعتمد",
    "الخيار المختار", "أداة السلالة", "أداة الفهرس", "أداة السلالة والفهرس",
  ].map { folded($0) })

/// Before a colon or in a table these state a choice; as headings they only say what follows.
private let subjectLabels = Set(
  [
    "Tool", "Lineage", "Catalog", "Catalogue", "Data catalog", "Lineage and catalog", "الأداة", "السلالة", "الفهرس",
    "السلالة والفهرس",
  ].map { folded($0) })

private let decisionTitles = ["Decision", "The decision", "Outcome", "Resolution", "القرار", "قرار", "نتيجة القرار"].map
{
  folded($0)
}

/// Words of headings under which tools are only weighed.
private let deliberations = Set(
  [
    "options", "option", "alternatives", "alternative", "considered", "context", "consequences", "comparison", "pros",
    "cons", "history", "references", "links", "drivers", "البدائل", "بدائل", "الخيارات", "خيارات", "السياق", "التبعات",
    "العواقب", "المقارنة", "مقارنة", "المراجع",
  ].map { folded($0) })

// MARK: - Tools in a text

/// The tools of the first sentence that names any and does not turn them down.
private func firstTools(in text: String) -> Set<CatalogTool>? {
  for sentence in sentences(text) {
    let found = affirmed(in: sentence)
    if !found.isEmpty { return found }
  }
  return nil
}

private func tools(in text: String) -> Set<CatalogTool> {
  sentences(text).reduce(into: Set<CatalogTool>()) { $0.formUnion(affirmed(in: $1)) }
}

/// Words of each sentence; a full stop within a name (`data.world`) ends none.
private func sentences(_ text: String) -> [[String]] {
  let name = text.utf8.count > 100_000 ? folded(text.prefix(100_000)) : folded(text)
  var sentences: [[String]] = []
  for line in name.split(whereSeparator: { ";؛!?؟".contains($0) }) {
    var words: [String] = []
    for part in line.split(separator: " ") {
      words += part.split { !$0.isLetter && !$0.isNumber && $0 != "." }.map { word in
        String(word.reversed().drop { $0 == "." }.reversed())
      }
      if part.last == "." {
        sentences.append(words)
        words = []
      }
    }
    sentences.append(words)
  }
  return sentences
}

private func affirmed(in words: [String]) -> Set<CatalogTool> {
  var tools: Set<CatalogTool> = []
  for mention in ToolMention.all(in: words) {
    // No sentence that people write turns a tool down from further away.
    let before = words[..<mention.words.lowerBound].suffix(40)
    let turnedDown = lastEnd(of: rejections, in: before)
    let taken = before.lastIndex { affirmations.contains($0) }
    if let turnedDown, taken.map({ $0 < turnedDown }) ?? true { continue }
    let after = Array(words[mention.words.upperBound...].prefix(4))
    if rejectionsAfter.contains(where: { after.starts(with: $0) || after.dropFirst().starts(with: $0) }) { continue }
    tools.insert(mention.tool)
  }
  return tools
}

private func lastEnd(of phrases: [[String]], in words: ArraySlice<String>) -> Int? {
  phrases.compactMap { phrase -> Int? in
    guard words.count >= phrase.count else { return nil }
    return words.indices.reversed().first { start in words[start...].starts(with: phrase) }.map {
      $0 + phrase.count - 1
    }
  }.max()
}

private func phrases(_ texts: [String]) -> [[String]] {
  texts.map { folded($0).split(separator: " ").map(String.init) }
}

private let rejections = phrases([
  "instead of", "rather than", "over", "not", "no", "never", "without", "replaces", "replace", "replacing",
  "supersedes",
  "retire", "retires", "retired", "drop", "reject", "rejects", "rejected", "considered", "evaluated", "alternatives",
  "alternative", "compared", "versus", "vs", "unlike", "migrate from", "move from", "away from",
  // Reasons name the others.
  "because", "since", "as it", "due to", "لأن", "لأنه", "لأنها", "لكونه", "لكونها", "بدلا من", "بدل", "عوضا عن",
  "لا", "ليس", "لن", "لم", "وليس", "ولا", "دون", "بدائل", "البدائل", "قارنا", "درسنا", "رفضنا", "استبعدنا",
])

private let rejectionsAfter = phrases([
  "is replaced by", "was replaced by", "replaced by", "is not", "was rejected", "was considered", "is retired",
  "is no longer",
  "was dropped", "is deprecated", "لم يعتمد", "مرفوض", "مستبعد",
])

private let affirmations = Set(
  [
    "use", "uses", "adopt", "choose", "chose", "chosen", "select", "selected", "keep", "نعتمد", "اعتمدنا", "نختار",
    "اخترنا",
    "نستخدم", "المعتمد",
  ].map { folded($0) })

/// A tool named in a row of folded words.
private struct ToolMention {
  var tool: CatalogTool
  var words: Range<Int>

  static func all(in words: [String]) -> [ToolMention] {
    var found: [ToolMention] = []
    var index = 0
    while index < words.count {
      let match = (known[words[index]] ?? []).first { words[index...].starts(with: $0.name) }
      guard let match, !isOtherAtlas(words, index) else {
        index += 1
        continue
      }
      found.append(ToolMention(tool: match.tool, words: index..<index + match.name.count))
      index += match.name.count
    }
    return found
  }

  /// MongoDB’s is a database.
  private static func isOtherAtlas(_ words: [String], _ index: Int) -> Bool {
    words[index] == "atlas" && index > 0 && words[index - 1].hasPrefix("mongo")
  }

  /// Names by their first word, longer ones first.
  private static let known: [String: [(tool: CatalogTool, name: [String])]] = Dictionary(
    grouping: CatalogTool.allCases.flatMap { tool in
      phrases(tool.names).map { (tool: tool, name: $0) }
    }.sorted { $0.name.count > $1.name.count }, by: { $0.name[0] })
}
