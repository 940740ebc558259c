package import Readiness

// The dictionary stands where convention or jahiz.yaml says; where no file bears its name, the first document with a table
// of metric, definition and owner is it. Every other table of the docs is looked through for second definitions.

/// Remembers what documents and source files held between readings.
package final class MetricsCache: Sendable {
  struct Document: Sendable {
    var tables: [MetricTable] = []
    var findings: [Finding] = []
  }

  let documents = FileReadings<Document>()
  let sources = FileReadings<SourceReading>()

  package init() {}
}

struct SourceReading: Sendable {
  /// The mentions depend on these.
  var namespaces: Set<String>
  var calls: [String]
  var mentions: [MetricMention]
  var findings: [Finding]
}

/// Reads the semantic metrics dictionary and, where `metrics.source` is configured, what code and dashboards use.
///
/// - Returns: nil where there is no dictionary.
package func readMetrics(
  below root: String, _ configuration: Configuration.Governance, cache: MetricsCache = MetricsCache()
) -> (MetricsDictionary?, [Finding]) {
  let root = FilePlace(root: root)
  let named =
    configuration.metricsDictionary.isEmpty
    ? conventionalDictionaries(below: root)
    : configuredFiles(
      configuration.metricsDictionary, setting: "metrics.dictionary", below: root, .metricsUnreadable,
      where: isMarkdownName)
  let docs = walkFiles(root.child("docs"), where: isMarkdownName)
  var findings = named.findings + docs.findings
  let known = Set(named.files)
  let files = docs.files.filter { !known.contains($0) }
  var ofDictionary = Array(
    zip(
      named.files,
      FileReadings<MetricsCache.Document>().values(of: named.files) {
        readDocumentTables($0, $1, isDictionary: true)
      }))
  var others = Array(
    zip(files, cache.documents.values(of: files) { readDocumentTables($0, $1, isDictionary: false) }))
  if named.files.isEmpty, configuration.metricsDictionary.isEmpty,
    let first = others.firstIndex(where: { $0.1.tables.contains(where: \.isDictionary) })
  {
    ofDictionary = [others.remove(at: first)]
  }
  for (_, document) in ofDictionary { findings += document.findings }
  guard !ofDictionary.isEmpty else { return (nil, findings) }

  var dictionary = MetricsDictionary(files: ofDictionary.map(\.0.shown))
  let tables = ofDictionary.flatMap(\.1.tables)
  // Beside tables of metrics the dictionary may hold others, of terms or of versions.
  let isPlain = !tables.contains(where: \.namesMetrics)
  for table in tables where isPlain || table.namesMetrics || (table.hasDefinition && table.hasOwner) {
    dictionary.definitions += table.rows
    if !table.hasOwner, !table.rows.isEmpty {
      dictionary.ownerlessTables.append(
        MetricsDictionary.OwnerlessTable(location: table.location, count: table.rows.count))
    }
  }
  let keys = Set(dictionary.definitions.map { folded($0.key) })
  dictionary.others = others.flatMap(\.1.tables).filter(\.hasDefinition).flatMap(\.rows)
    .filter { keys.contains(folded($0.key)) && !putsOff($0.definition) }
  if ofDictionary.allSatisfy({ $0.1.tables.isEmpty && $0.1.findings.isEmpty }) {
    findings.append(
      Finding(
        .metricUndefined, .v1,
        Wording(
          "no table of metrics in the dictionary: it needs the columns key, definition and owner",
          "لا جدول للمقاييس في القاموس: تلزمه أعمدة المفتاح والتعريف والمالك"), at: ofDictionary[0].0.location,
        topic: .dataQuality))
  }
  let uses = readUses(of: dictionary, below: root, configuration, cache)
  dictionary.mentions = uses.mentions
  return (dictionary, findings + uses.findings)
}

extension MetricTable {
  /// Whether it shows by itself that it is the dictionary.
  fileprivate var isDictionary: Bool { namesMetrics && hasDefinition && hasOwner && !rows.isEmpty }
}

private func conventionalDictionaries(below root: FilePlace) -> WalkedFiles {
  let starts = ["metrics", "semantic metrics", "metrics dictionary", "metric dictionary", "قاموس المقاييس"].map {
    folded($0)
  }
  var found = listedFiles(root.child("docs")) { name in
    isMarkdownName(name) && fileName(name, beginsWith: starts)
  }
  for folder in ["docs/metrics", "metrics"] { found.add(listedFiles(root.child(folder), where: isMarkdownName)) }
  found.files.removeAll { fileNameWords(String($0.shown.split(separator: "/").last ?? "")) == "readme" }
  return found
}

private func readDocumentTables(
  _ file: FilePlace, _ contents: Result<[UInt8], FileProblem>, isDictionary: Bool
) -> MetricsCache.Document {
  switch contents {
  case .success(let bytes):
    guard isDictionary || mayHoldMetricTable(bytes) else { return MetricsCache.Document() }
    let (tables, findings) = metricTables(bytes, path: file.shown)
    return MetricsCache.Document(tables: tables, findings: findings)
  case .failure(let problem):
    let finding = Finding(
      .metricsUnreadable, .v1,
      Wording("cannot be read: \(problem.reason.english)", "تعذّرت القراءة: \(problem.reason.arabic)"),
      at: file.location, topic: .dataQuality)
    return MetricsCache.Document(findings: [finding])
  }
}

// MARK: - Uses

private let sourceEndings: Set<String> = [
  "c", "cc", "cpp", "cs", "dart", "ex", "exs", "go", "graphql", "groovy", "h", "hcl", "hpp", "html", "ipynb", "j2",
  "java", "jinja", "js", "json", "jsx", "kt", "kts", "lkml", "lookml", "m", "mjs", "php", "pl", "py", "r", "rb", "rs",
  "scala", "sh", "sql", "svelte", "swift", "tf", "toml", "ts", "tsx", "vue", "xml", "yaml", "yml",
]

private let sourceLimit = 8_000_000

private func readUses(
  of dictionary: MetricsDictionary, below root: FilePlace, _ configuration: Configuration.Governance,
  _ cache: MetricsCache
) -> (mentions: [MetricMention], findings: [Finding]) {
  guard !configuration.metricsSource.isEmpty else { return ([], []) }
  let walked = configuredFiles(
    configuration.metricsSource, setting: "metrics.source", below: root, .metricsUnreadable
  ) { name in
    sourceEndings.contains(name.split(separator: ".").last.map { $0.lowercased() } ?? "")
  }
  let namespaces = Set(dictionary.definitions.compactMap { metricNamespace(of: $0.key) })
  func read(_ file: FilePlace, _ contents: Result<[UInt8], FileProblem>) -> SourceReading {
    var reading = SourceReading(
      namespaces: namespaces, calls: configuration.metricsCalls, mentions: [], findings: [])
    switch contents {
    case .success(let bytes):
      guard bytes.count <= sourceLimit else {
        reading.findings = [
          Finding(
            .metricsUnreadable, .v0,
            Wording("larger than 8 MB: not searched for metrics", "أكبر من 8 MB: لم يُبحث فيه عن مقاييس"),
            at: file.location, topic: .dataQuality)
        ]
        return reading
      }
      // No text.
      if bytes.prefix(8_192).contains(0) { return reading }
      reading.mentions = metricMentions(
        bytes, path: file.shown, namespaces: namespaces, calls: configuration.metricsCalls)
    case .failure(let problem):
      reading.findings = [
        Finding(
          .metricsUnreadable, .v1,
          Wording("cannot be read: \(problem.reason.english)", "تعذّرت القراءة: \(problem.reason.arabic)"),
          at: file.location, topic: .dataQuality)
      ]
    }
    return reading
  }
  var readings = cache.sources.values(of: walked.files, reading: read)
  // A namespace or a call that came or went makes other names metrics.
  if readings.contains(where: { $0.namespaces != namespaces || $0.calls != configuration.metricsCalls }) {
    readings = FileReadings<SourceReading>().values(of: walked.files, reading: read)
  }
  return (readings.flatMap(\.mentions), walked.findings + readings.flatMap(\.findings))
}
