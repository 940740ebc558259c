package import Readiness

// Connector sheets are found in `connectors/` and `docs/connectors/`; a register may also stand beside them, in
// `connectors*.md` of the workspace or of `docs/`. Configuration can name others.

/// Reads the sheets of all connectors and searches the configured source for imports that go past the facades.
///
/// - Parameter root: the workspace, as a path that can be opened.
/// - Returns: nil where there is no connector and nothing to search; the findings say what could not be read.
package func readConnectors(
  below root: String, _ configuration: Configuration.Governance
) -> (ConnectorRegister?, [Finding]) {
  let top = FilePlace(root: root)
  var reading = ConnectorReading(top: top)
  reading.read(configuration)
  let search = searchVendorImports(in: top, configuration)
  let findings = reading.findings + search.findings + configurationFindings(top, configuration)
  let isSearched = !configuration.connectorSource.isEmpty && !configuration.vendors.isEmpty
  guard !reading.connectors.isEmpty || isSearched else { return (nil, findings) }
  return (ConnectorRegister(sheets: reading.connectors, vendorImports: search.imports), findings)
}

private struct ConnectorReading {
  let top: FilePlace
  var connectors: [Connector] = []
  var findings: [Finding] = []
  private var seen: Set<FilePlace> = []

  init(top: FilePlace) { self.top = top }

  mutating func read(_ configuration: Configuration.Governance) {
    guard configuration.connectorSheets.isEmpty else {
      for written in configuration.connectorSheets {
        guard let path = pathInside(written) else { continue }
        let place = path == "." ? top : top.child(path)
        // A file that is named is a sheet, whatever it is called.
        if case .success(let status) = fileStatus(place), status.kind == .file {
          take([(place, [], .sheet)])
        } else {
          readFolder(place)
        }
      }
      return
    }
    for folder in ["connectors", "docs/connectors"] { readFolder(top.child(folder)) }
    for folder in [top, top.child("docs")] {
      guard let listing = try? listFolder(folder) else { continue }
      for entry in listing.entries where entry.kind == .file {
        let name = String(decoding: entry.name, as: UTF8.self)
        if isMarkdownName(name), folded(name).hasPrefix("connector") { take([(folder.child(entry.name), [], .page)]) }
      }
    }
  }

  private mutating func readFolder(_ folder: FilePlace) {
    let walked = walkFiles(folder, where: { isMarkdownName($0) })
    findings += walked.findings.map { finding in
      var finding = finding
      finding.topic = .connectorHealth
      return finding
    }
    let prefix = folder.shown.isEmpty ? 0 : folder.shown.utf8.count + 1
    take(
      walked.files.compactMap { file in
        let parts = String(decoding: file.shown.utf8.dropFirst(prefix), as: UTF8.self).split(separator: "/")
        let folders = parts.dropLast().map(String.init)
        guard let name = parts.last, let kind = sheetKind(String(name), folders) else { return nil }
        return (file, folders, kind)
      })
  }

  private mutating func take(_ files: [(place: FilePlace, folders: [String], kind: SheetKind)]) {
    var read: [(sheet: ConnectorSheet, folder: String, stem: String)] = []
    for (place, folders, kind) in files where seen.insert(place).inserted {
      let sheet = readSheet(place, folders, kind)
      let parts = place.shown.split(separator: "/")
      let stem = folded(sheetStem(parts.last.map(String.init) ?? ""))
      read.append((sheet, parts.dropLast().joined(separator: "/"), stem))
    }
    // The folder of one connector can hold other pages beside its sheet: they say nothing of the nine fields.
    let own = Set(
      read.filter { item in
        let folder = item.folder.split(separator: "/").last.map { folded($0) } ?? ""
        return item.sheet.hasFields && (mainStems.contains(item.stem) || item.stem == folder)
      }.map(\.folder))
    for (sheet, folder, _) in read {
      findings += sheet.findings.map { finding in
        var finding = finding
        finding.topic = .connectorHealth
        return finding
      }
      if !sheet.hasFields, own.contains(folder), !sheet.findings.contains(where: { $0.code == .connectorUnreadable }) {
        continue
      }
      connectors += sheet.connectors
    }
  }

  private func readSheet(_ place: FilePlace, _ folders: [String], _ kind: SheetKind) -> ConnectorSheet {
    do throws(FileProblem) {
      return readConnectorSheet(try readFile(place), path: place.shown, folders: folders, kind: kind)
    } catch {
      // Fails closed: a sheet that cannot be read documents nothing.
      var sheet = ConnectorSheet(findings: [unreadable(.connectorUnreadable, place, error)])
      if kind == .sheet {
        sheet.connectors = [Connector(name: fileName(place.shown, folders), location: place.location)]
      }
      return sheet
    }
  }
}

/// How much a file must say by its name; nil where it is no sheet at all.
private func sheetKind(_ name: String, _ folders: [String]) -> SheetKind? {
  let stem = folded(sheetStem(name))
  let words = stem.split { "-_. ".contains($0) }.map(String.init)
  if words.contains(where: templateWords.contains) { return nil }
  if ["readme", "index"].contains(words.first ?? "") && words.count <= 2 { return folders.isEmpty ? .page : .readme }
  return houseFiles.contains(stem) ? nil : .sheet
}

private let templateWords = Set(["template", "tmpl", "قالب"].map { folded($0) })
private let houseFiles: Set<String> = [
  "changelog", "contributing", "license", "licence", "code_of_conduct", "security", "codeowners", "glossary",
]
private let mainStems: Set<String> = ["readme", "index", "sheet", "connector", "facade"]

/// What the configuration names and is not there, and a facade rule that lacks one of its halves.
private func configurationFindings(_ top: FilePlace, _ configuration: Configuration.Governance) -> [Finding] {
  var findings: [Finding] = []
  func note(_ code: Finding.Code, _ severity: Severity, _ message: Wording, at location: SourceLocation) {
    findings.append(Finding(code, severity, message, at: location, topic: .connectorHealth))
  }
  let configurationFile = SourceLocation(path: "jahiz.yaml")
  for (key, paths) in [
    ("connectors.sheets", configuration.connectorSheets), ("connectors.source", configuration.connectorSource),
    ("connectors.facade", configuration.facades),
  ] {
    for written in paths {
      guard let path = pathInside(written) else {
        note(
          .connectorUnreadable, .v1,
          Wording("\(key): \(written) lies outside the workspace", "\(key): ‏\(written) خارج مساحة العمل"),
          at: configurationFile)
        continue
      }
      let place = path == "." ? top : top.child(path)
      guard case .failure(let problem) = fileStatus(place) else { continue }
      note(
        .connectorUnreadable, .v1,
        Wording(
          "named by \(key), cannot be read: \(problem.reason.english)",
          "مذكور في \(key) وتعذّرت قراءته: \(problem.reason.arabic)"), at: place.location)
    }
  }
  if configuration.connectorSource.isEmpty != VendorNames(configuration.vendors).isEmpty {
    let (has, lacks) =
      configuration.connectorSource.isEmpty
      ? ("connectors.vendors", "connectors.source") : ("connectors.source", "connectors.vendors")
    note(
      .notUsed, .v0,
      Wording(
        "\(has) without \(lacks): imports are not checked; name both",
        "ورد \(has) دون \(lacks): لا يُفحص الاستيراد؛ اذكرهما معًا"), at: configurationFile)
  }
  return findings
}
