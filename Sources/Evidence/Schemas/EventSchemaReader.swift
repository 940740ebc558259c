import Glibc
package import Readiness

// The registry of event schemas: every JSON file below its folders. A schema that others refer to and that carries no field of
// the envelope is a part of theirs and not an event's; so is one that only defines names.

private let conventionalSchemas = "docs/schemas/events"
/// Folders whose JSON is not a schema.
private let otherFolders: Set<String> = ["examples", "example", "samples", "fixtures", "test", "tests", "testdata"]
/// Files beside schemas that tell of them.
private let otherFiles: Set<String> = [
  "index.json", "registry.json", "catalog.json", "manifest.json", "package.json", "package-lock.json", "tsconfig.json",
]

/// Reads the event schemas of a workspace.
///
/// - Returns: nil where there are none.
package func readSchemaRegistry(
  below root: String, _ configuration: Configuration.Governance
) -> (EventSchemaRegistry?, [Finding]) {
  var reader = EventSchemaReader(root: FilePlace(root: root))
  reader.find(configuration.eventSchemas)
  reader.readReferredFiles()
  let schemas = reader.schemas()
  return (schemas.isEmpty ? nil : EventSchemaRegistry(schemas: schemas), reader.findings)
}

private struct EventSchemaReader {
  /// A file of the registry.
  private struct Entry {
    /// Of the library; nil for one that is no JSON.
    var document: Int?
    var path: String
    /// Relative to the registry's folder.
    var name: String
    var problem: SchemaProblem?
  }

  /// How many places of all schemas are compared at most: a thousand events of a hundred properties each.
  private static let comparisonBudget = 100_000

  let root: FilePlace
  private var library = SchemaLibrary()
  private var entries: [Entry] = []
  var findings: [Finding] = []

  init(root: FilePlace) { self.root = root }

  // MARK: Files

  mutating func find(_ configured: [String]) {
    var seen: Set<[UInt8]> = []
    for start in configured.isEmpty ? [conventionalSchemas] : configured {
      let place = start == "." ? root : root.child(start)
      if !configured.isEmpty, case .failure(let problem) = fileStatus(place) {
        findings.append(unreadable(place, problem))
        continue
      }
      let walked = walkFiles(place) { $0.hasSuffix(".json") && !$0.hasPrefix(".") }
      findings += walked.findings
      let before = entries.count
      for file in walked.files where seen.insert(file.bytes).inserted { read(file, below: place) }
      if !configured.isEmpty, entries.count == before, walked.findings.isEmpty {
        findings.append(
          Finding(
            .eventSchemaUnreadable, .v1, Wording("holds no event schema", "لا يحتوي أي مخطط حدث"), at: place.location,
            topic: .schemaAdherence))
      }
    }
  }

  private mutating func read(_ file: FilePlace, below start: FilePlace) {
    let isFile = file == start
    let name = isFile ? file.shown : String(file.shown.dropFirst(start.shown.isEmpty ? 0 : start.shown.utf8.count + 1))
    let folders = name.split(separator: "/").dropLast()
    if !isFile, folders.contains(where: { otherFolders.contains($0.lowercased()) }) { return }
    let entryName = isFile ? (name.split(separator: "/").last.map(String.init) ?? name) : name
    do {
      let tree = try readJSONDocument(try readFile(file))
      let isTold = tree.members.contains { tellingKeywords.contains($0.name) } || tree.bool != nil
      if !isTold, otherFiles.contains(entryName.split(separator: "/").last.map(String.init) ?? "") { return }
      var entry = Entry(document: library.documents.count, path: file.shown, name: entryName)
      if tree.isObject, !isTold {
        entry.problem = SchemaProblem(
          Wording("holds no keyword of JSON Schema", "لا يحتوي أي كلمة مفتاحية من JSON Schema"), line: tree.line)
      }
      library.add(SchemaDocument(path: file.shown, tree: tree))
      entries.append(entry)
    } catch let problem as FileProblem {
      findings.append(unreadable(file, problem))
    } catch let problem as JSONDocumentProblem {
      entries.append(
        Entry(path: file.shown, name: entryName, problem: SchemaProblem(problem.message, line: problem.line)))
    } catch {}
  }

  /// Schemas of the workspace beside the registry that it refers to.
  mutating func readReferredFiles() {
    var tried: Set<String> = []
    var next = 0
    while next < library.documents.count, tried.count < 1_000 {
      for path in library.missingFiles(of: next) where tried.insert(path).inserted {
        guard let inside = pathInside(path) else { continue }
        let place = root.child(inside)
        guard isInside(place), let bytes = try? readFile(place), let tree = try? readJSONDocument(bytes) else {
          continue
        }
        library.add(SchemaDocument(path: inside, tree: tree))
      }
      next += 1
    }
  }

  private func isInside(_ place: FilePlace) -> Bool {
    guard let real = resolvedPath(place), let realRoot = resolvedPath(root) else { return false }
    return real.starts(with: realRoot == [0x2F] ? realRoot : realRoot + [0x2F])
  }

  private func unreadable(_ place: FilePlace, _ problem: FileProblem) -> Finding {
    let reason = problem.reason
    return Finding(
      .eventSchemaUnreadable, .v1,
      Wording("cannot be read: \(reason.english)", "تعذّرت القراءة: \(reason.arabic)"), at: place.location,
      topic: .schemaAdherence)
  }

  // MARK: Schemas

  /// By event, then by version.
  mutating func schemas() -> [EventSchema] {
    let referred = referredDocuments()
    var read: [(schema: EventSchema, name: String, document: Int?)] = []
    for entry in entries {
      guard let document = entry.document else {
        let named = VersionedName(path: entry.name)
        read.append(
          (
            EventSchema(
              event: named.name, version: named.version, problems: entry.problem.map { [$0] } ?? [],
              location: SourceLocation(path: entry.path)), named.name, nil
          ))
        continue
      }
      let node = SchemaNode(document: document, pointer: "")
      let tree = library.documents[document].tree
      let problems = [entry.problem].compactMap(\.self) + schemaProblems(tree) + unresolved(document)
      let carried = library.carriedProperties(of: node)
      let missing = EnvelopeField.allCases.filter { !carried.contains($0.name) }
      let isPart = isDefinitions(tree) || (missing.count == EnvelopeField.allCases.count && referred.contains(document))
      if isPart, problems.isEmpty { continue }
      let identity = SchemaIdentity(path: entry.name, tree: tree, node: node, library: library)
      let schema = EventSchema(
        event: identity.eventType ?? identity.name, version: identity.version, otherVersion: identity.otherVersion,
        owner: (tree["x-owner"] ?? tree["owner"])?.string,
        missingFields: isPart || entry.problem != nil ? [] : missing, isPart: isPart,
        problems: problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) }, location: SourceLocation(path: entry.path))
      read.append((schema, identity.name, document))
    }
    adoptEventTypes(&read)
    read.sort {
      let (left, right) = ($0.schema, $1.schema)
      if left.event != right.event { return left.event < right.event }
      switch (left.version, right.version) {
      case (let first?, let second?) where first != second: return first < second
      case (nil, .some): return true
      case (.some, nil): return false
      default: return left.location.path < right.location.path
      }
    }
    compareVersions(&read)
    return read.map(\.schema)
  }

  /// A version whose `event_type` is not fixed is of the event that its other versions, by name, are of.
  private func adoptEventTypes(_ read: inout [(schema: EventSchema, name: String, document: Int?)]) {
    var types: [String: Set<String>] = [:]
    for (schema, name, _) in read where !name.isEmpty && schema.event != name {
      types[name, default: []].insert(schema.event)
    }
    for index in read.indices where read[index].schema.event == read[index].name {
      if let known = types[read[index].name], known.count == 1, let type = known.first {
        read[index].schema.event = type
      }
    }
  }

  private func compareVersions(_ read: inout [(schema: EventSchema, name: String, document: Int?)]) {
    var changelogs = SchemaChangelogs(root: root)
    var before: Int?
    var budget = Self.comparisonBudget
    for index in read.indices {
      guard let version = read[index].schema.version, let document = read[index].document else { continue }
      guard let last = before, read[last].schema.event == read[index].schema.event,
        let lastVersion = read[last].schema.version, let lastDocument = read[last].document
      else {
        before = index
        continue
      }
      // The second of two files of one version is a finding, and nobody's predecessor.
      guard lastVersion != version else { continue }
      let comparison = SchemaComparison(
        library, from: SchemaNode(document: lastDocument, pointer: ""), to: SchemaNode(document: document, pointer: ""),
        budget: budget)
      budget -= comparison.steps
      read[index].schema.previous = lastVersion
      read[index].schema.changes = comparison.changes
      read[index].schema.comparisonIsPartial = comparison.isPartial
      if !comparison.changes.isEmpty {
        let path = read[index].schema.location.path
        if let line = notesOwnBreak(library.documents[document].tree, version) {
          read[index].schema.note = SourceLocation(path: path, line: line)
        } else {
          read[index].schema.note = changelogs.note(
            of: read[index].schema,
            isOnlyEvent: { folder in
              read.allSatisfy {
                !$0.schema.location.path.hasPrefix(folder + "/") || $0.schema.event == read[index].schema.event
              }
            })
        }
      }
      before = index
    }
  }

  private func referredDocuments() -> Set<Int> {
    var referred: Set<Int> = []
    for document in library.documents.indices {
      for reference in library.references[document] {
        if case .found(let target) = library.target(of: reference.text, from: reference.from),
          target.document != document
        {
          referred.insert(target.document)
        }
      }
    }
    return referred
  }

  /// Whether a schema defines names and says nothing of a value.
  private func isDefinitions(_ tree: JSONTree) -> Bool {
    let silent: Set<String> = [
      "$schema", "$id", "id", "title", "description", "$comment", "$defs", "definitions", "$vocabulary",
    ]
    return (tree["$defs"] ?? tree["definitions"]) != nil
      && tree.members.allSatisfy {
        silent.contains($0.name) || $0.name.hasPrefix("x-") || schemaKeywords[$0.name] == nil
      }
  }

  private func unresolved(_ document: Int) -> [SchemaProblem] {
    library.references[document].compactMap { reference in
      guard library.target(of: reference.text, from: reference.from) == .missing else { return nil }
      let isAddress = scheme(of: reference.text) != nil
      return SchemaProblem(
        Wording(
          "“\(reference.text)” leads to no schema"
            + (isAddress ? " here: addresses are not fetched, put it into the registry" : ""),
          "«\(reference.text)» لا يشير إلى مخطط موجود"
            + (isAddress ? " هنا: العناوين لا تُجلب، أضفه إلى السجل" : "")), line: reference.line)
    }
  }
}
