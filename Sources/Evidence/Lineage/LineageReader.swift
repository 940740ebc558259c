import Glibc
package import Readiness

// Events of OpenLineage stand in JSON Lines, one a line, or in a JSON file: one event, an array of them, or what Marquez's
// `/api/v1/events/lineage` answers. A line that is no event never hides the others.

/// Remembers what event files and documents held between readings.
package final class LineageCache: Sendable {
  struct File: Sendable {
    var events: [LineageEvent] = []
    var findings: [Finding] = []
  }

  struct Document: Sendable {
    var choice: CatalogChoice?
    var findings: [Finding] = []
  }

  let files = FileReadings<File>()
  let documents = FileReadings<Document>()

  package init() {}
}

/// Reads the OpenLineage events (`lineage/**/*.{json,jsonl,ndjson}`, or what `lineage` names) and the documents that
/// choose the tool for lineage and catalog.
///
/// - Returns: nil where there is neither.
package func readLineage(
  below root: String, _ configuration: Configuration.Governance, cache: LineageCache = LineageCache()
) -> (Lineage?, [Finding]) {
  let root = FilePlace(root: root)
  func isEventFile(_ name: String) -> Bool {
    let lower = name.lowercased()
    return [".json", ".jsonl", ".ndjson"].contains { lower.hasSuffix($0) }
  }
  let found =
    configuration.lineage.isEmpty
    ? walkFiles(root.child("lineage"), where: isEventFile)
    : configuredFiles(configuration.lineage, setting: "lineage", below: root, .lineageUnreadable, where: isEventFile)
  let files = cache.files.values(of: found.files, reading: readEventFile)
  let (choices, choiceFindings) = readChoices(below: root, configuration, cache)
  let lineage = Lineage(files: found.files.map(\.shown), events: files.flatMap(\.events), choices: choices)
  let findings = found.findings + files.flatMap(\.findings) + choiceFindings
  return (lineage.files.isEmpty && choices.isEmpty ? nil : lineage, findings.withoutRepeats())
}

/// More than the log of years; what is larger would take seconds.
private let eventFileLimit = 128_000_000

private func readEventFile(_ file: FilePlace, _ contents: Result<[UInt8], FileProblem>) -> LineageCache.File {
  func problem(_ message: Wording) -> LineageCache.File {
    LineageCache.File(findings: [
      Finding(.lineageUnreadable, .v1, message, at: file.location, topic: .dataQuality)
    ])
  }
  switch contents {
  case .failure(let failure):
    return problem(
      Wording("cannot be read: \(failure.reason.english)", "تعذّرت القراءة: \(failure.reason.arabic)"))
  case .success(let bytes):
    guard bytes.count <= eventFileLimit else {
      return problem(Wording("larger than 128 MB: not read; split it", "أكبر من 128 MB: لم يُقرأ؛ قسّمه"))
    }
    var reading = EventFileReading(path: file.shown)
    reading.read(bytes, isOneDocument: file.shown.lowercased().hasSuffix(".json"))
    return LineageCache.File(events: reading.events, findings: reading.findings)
  }
}

private struct EventFileReading {
  let path: String
  var events: [LineageEvent] = []
  private var unreadable: [Int] = []
  private var noEvents: [Int] = []
  private var timeless: [Int] = []

  init(path: String) { self.path = path }

  mutating func read(_ bytes: [UInt8], isOneDocument: Bool) {
    if isOneDocument, let tree = try? parseJSON(bytes, keeping: keepsForLineage) {
      add(document: tree)
    } else {
      readLines(bytes)
    }
  }

  private mutating func add(document tree: JSONTree) {
    if case .array(let elements) = tree.kind {
      for element in elements { add(element) }
    } else if let listed = tree["events"], case .array(let elements) = listed.kind {
      for element in elements { add(element) }
    } else {
      add(tree)
    }
  }

  private mutating func add(_ tree: JSONTree) {
    do throws(LineageEventProblem) {
      let event = try lineageEvent(tree, path: path)
      if event.time == nil { timeless.append(tree.line) }
      events.append(event)
    } catch {
      noEvents.append(tree.line)
    }
  }

  private mutating func readLines(_ bytes: [UInt8]) {
    var start = 0
    var line = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 10) ?? bytes.count
      let text = bytes[start..<end]
      start = end + 1
      if text.allSatisfy({ $0 == 32 || $0 == 9 || $0 == 13 }) { continue }
      do throws(JSONProblem) {
        let tree = try parseJSON(Array(text), firstLine: line, keeping: keepsForLineage)
        add(tree)
      } catch {
        unreadable.append(line)
      }
    }
  }

  /// One for each kind of fault, at its first line.
  var findings: [Finding] {
    [
      finding(
        unreadable, .lineageUnreadable, .v1, "no JSON: not read", "ليس JSON: لم يُقرأ", "lines"),
      finding(
        noEvents, .lineageEventInvalid, .v0, "no OpenLineage event, for it names neither job nor dataset",
        "ليس حدث OpenLineage، فلا يسمي مهمة ولا مجموعة بيانات", "entries"),
      finding(
        timeless, .lineageEventInvalid, .v0,
        "eventTime is missing or not RFC 3339 with zone: it replaces no older event",
        "حقل eventTime مفقود أو ليس RFC 3339 بمنطقة زمنية: لا يحل محل حدث أقدم", "events"),
    ].compactMap { $0 }
  }

  private func finding(
    _ lines: [Int], _ code: Finding.Code, _ severity: Severity, _ english: Sentence, _ arabic: Sentence,
    _ nouns: String
  ) -> Finding? {
    guard let first = lines.first else { return nil }
    let count = lines.count
    let times = PluralForms(
      zero: "", one: "", two: " (مرتان)", few: " (\(count) مرات)", many: " (\(count) مرة)", other: " (\(count) مرة)")
    return Finding(
      code, severity,
      Wording(
        count == 1 ? english : "\(english) (\(count) \(nouns))", "\(arabic)\(times.form(for: count))"),
      at: SourceLocation(path: path, line: first), topic: .dataQuality)
  }
}
