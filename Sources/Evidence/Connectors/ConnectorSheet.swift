import Readiness

// From statements to connectors. A file is one connector, unless it holds a register, or several parts that each document the
// same fields over again. Within one sheet the best that is said of a field counts: an empty heading above a full table takes
// nothing away.

/// What kind of file is read: how much it must say before it is taken for a connector's sheet.
enum SheetKind {
  /// Always a connector, even with nothing in it.
  case sheet
  /// A readme of a folder: a connector only where it documents some of the nine fields.
  case readme
  /// A page that can hold a register and nothing else.
  case page
}

/// What one file says of connectors.
struct ConnectorSheet {
  var connectors: [Connector] = []
  /// Whether it documents any of the nine fields.
  var hasFields = false
  var findings: [Finding] = []
}

/// - Parameter folders: the names of the folders between the place of all sheets and this file, outermost first.
func readConnectorSheet(_ bytes: [UInt8], path: String, folders: [String], kind: SheetKind) -> ConnectorSheet {
  let location = SourceLocation(path: path)
  var sheet = ConnectorSheet()
  var document: MarkdownDocument?
  if bytes.count <= 2_000_000 {
    (document, sheet.findings) = readDocument(bytes, path: path, code: .connectorUnreadable)
  } else {
    let message = Wording("larger than 2 MB: not read", "أكبر من 2 MB: لم يُقرأ")
    sheet.findings = [Finding(.connectorUnreadable, .v1, message, at: location)]
  }
  guard let document, let text = plainText(bytes) else {
    // Fails closed: what cannot be read documents nothing.
    if kind == .sheet {
      sheet.connectors = [Connector(name: fileName(path, folders), layers: [], location: location)]
    }
    return sheet
  }
  let registers = document.tables.filter(isConnectorRegister)
  sheet.connectors = registerConnectors(registers, path: path, folders: folders)
  sheet.hasFields = !sheet.connectors.isEmpty
  if kind == .page { return sheet }

  let outline = SheetOutline(document)
  let statements = connectorStatements(outline, text: text, registers: registers)
  let fields = Set(statements.compactMap(\.aspect.field)).count
  let needed = !registers.isEmpty || kind == .readme ? 3 : 0
  guard fields >= needed else { return sheet }
  sheet.hasFields = sheet.hasFields || fields > 0
  let making = SheetMaking(outline: outline, statements: statements, path: path, folders: folders)
  sheet.connectors += making.connectors()
  return sheet
}

/// As `readDocument` takes it.
private func plainText(_ bytes: [UInt8]) -> String? {
  guard var text = String(validating: bytes, as: UTF8.self) else { return nil }
  if text.unicodeScalars.first == "\u{FEFF}" { text.unicodeScalars.removeFirst() }
  return text.replacingLineEnds
}

private struct SheetMaking {
  let outline: SheetOutline
  let statements: [ConnectorStatement]
  let path: String
  let folders: [String]

  func connectors() -> [Connector] {
    let parts = self.parts()
    guard parts.count > 1 else { return [whole()] }
    return parts.map { part in
      let chain = Set(outline.chain(part))
      let mine = statements.filter { chain.contains($0.scope) || outline.chain($0.scope).contains(part) }
      let own = mine.filter { outline.chain($0.scope).contains(part) }
      let section = outline.document.sections[part]
      let name = explicitName(own) ?? connectorName(section.title) ?? section.title
      return connector(mine, name: name, titles: [section.title], line: section.line)
    }
  }

  /// The sections that each document a connector: neighbours below one heading, of which two state three fields or more
  /// and two of these both. The stages or versions of one connector are no such parts.
  private func parts() -> [Int] {
    var stated: [Int: Set<ConnectorField>] = [:]
    for statement in statements {
      if statement.scope > 0, let field = statement.aspect.field { stated[statement.scope, default: []].insert(field) }
    }
    let neighbours = Dictionary(
      grouping: stated.keys.filter { scope in
        let title = outline.document.sections[scope].title
        return connectorStage(title) == nil && !isVersion(title)
      }.sorted(), by: { outline.parents[$0] ?? 0 })
    for (_, scopes) in neighbours.sorted(by: { $0.key < $1.key }) {
      let rich = scopes.compactMap { stated[$0] }.filter { $0.count >= 3 }
      guard let first = rich.first else { continue }
      if rich.dropFirst().contains(where: { $0.intersection(first).count >= 2 }) { return scopes }
    }
    return []
  }

  private func whole() -> Connector {
    let heading = outline.document.sections.indices.first {
      outline.document.sections[$0].level == 1 && outline.aspects[$0].isEmpty
    }.map { outline.document.sections[$0] }
    let title = outline.document.matter("title") ?? heading?.title
    let name = explicitName(statements) ?? title.flatMap(connectorName) ?? fileName(path, folders)
    return connector(
      statements, name: name, titles: [title, heading?.title].compactMap(\.self), line: heading?.line)
  }

  private func explicitName(_ statements: [ConnectorStatement]) -> String? {
    let named = statements.first { $0.aspect == .name && documentedState($0.text) == .filled }
    return named.map { connectorName($0.text) ?? $0.text.trimmed }
  }

  private func connector(
    _ statements: [ConnectorStatement], name: String, titles: [String], line: Int?
  ) -> Connector {
    var connector = Connector(name: name, location: SourceLocation(path: path, line: line))
    connector.take(statements.map { ($0.aspect, $0.text, $0.line) })
    connector.guessLayer(from: titles + folders.reversed())
    return connector
  }
}

private func isVersion(_ title: String) -> Bool {
  let name = folded(title).drop { $0 == "v" }
  return !name.isEmpty && name.allSatisfy { $0.isNumber || $0 == "." }
}

extension Connector {
  /// Takes in what is said of it, in order.
  mutating func take(_ said: [(aspect: ConnectorAspect, text: String, line: Int)]) {
    func better(_ known: ConnectorEntry?, _ text: String, _ line: Int) -> ConnectorEntry? {
      let state = documentedState(text)
      guard state < known?.state ?? .missing || known == nil else { return nil }
      return ConnectorEntry(state: state, text: text.trimmed, location: SourceLocation(path: location.path, line: line))
    }
    var stages: [String] = []
    var layerTexts: [String] = []
    for (aspect, text, line) in said {
      switch aspect {
      case .field(let field):
        if let entry = better(fields[field], text, line) { fields[field] = entry }
      case .governance(let item):
        if let entry = better(governance[item], text, line) { governance[item] = entry }
      case .stage, .production:
        guard documentedState(text) != .missing else { continue }
        stages.append(text.trimmed)
        let named = aspect == .production ? productionStage(text) : connectorStage(text)
        if let named { stage = max(stage ?? named, named) }
      case .layer:
        guard documentedState(text) != .missing else { continue }
        layerTexts.append(text.trimmed)
        let named = connectorLayers(text)
        layers = ConnectorLayer.allCases.filter { layers.contains($0) || named.contains($0) }
      case .name: break
      }
    }
    rawStage = stages.joined(separator: " · ")
    rawLayer = layerTexts.joined(separator: " · ")
  }

  /// Where no field says its kind, the nearest heading or folder that does.
  mutating func guessLayer(from titles: [String]) {
    guard rawLayer.isEmpty, layers.isEmpty else { return }
    layers = titles.lazy.map(connectorLayers).first { !$0.isEmpty } ?? []
  }
}

/// The connectors of a file's registers. Two tables with other columns for the same connectors complete each other.
private func registerConnectors(_ tables: [DocumentTable], path: String, folders: [String]) -> [Connector] {
  var connectors: [Connector] = []
  /// By the connector's key: where it stands, and which columns its tables have.
  var known: [String: (index: Int, columns: Set<ConnectorField>)] = [:]
  for table in tables {
    let aspects = table.header.map(connectorAspects)
    let column = nameColumn(of: table)
    let columns = Set(aspects.indices.filter { $0 != column }.flatMap { aspects[$0] }.compactMap(\.field))
    for row in table.rows {
      let said = aspects.indices.filter { $0 != column }.flatMap { index in
        aspects[index].map { (aspect: $0, text: row.text(index), line: row.line) }
      }
      let written = row.cells.indices.contains(column) ? row.cells[column].key : ""
      let isUnnamed = documentedState(written) != .filled
      // A row to be copied, not a connector.
      if isUnnamed, said.allSatisfy({ documentedState($0.text) != .filled }) { continue }
      let name = isUnnamed ? "\(fileName(path, folders)):\(row.line)" : connectorName(written) ?? written
      var connector = Connector(name: name, location: SourceLocation(path: path, line: row.line))
      if let (index, earlier) = known[connector.key], earlier.isDisjoint(with: columns) {
        var whole = connectors[index]
        let before = (whole.rawStage, whole.rawLayer)
        whole.take(said)
        whole.rawStage = [before.0, whole.rawStage].filter { !$0.isEmpty }.joined(separator: " · ")
        whole.rawLayer = [before.1, whole.rawLayer].filter { !$0.isEmpty }.joined(separator: " · ")
        connectors[index] = whole
        known[connector.key] = (index, earlier.union(columns))
        continue
      }
      connector.take(said)
      connector.guessLayer(from: table.headings.reversed() + folders.reversed())
      known[connector.key] = (connectors.count, columns)
      connectors.append(connector)
    }
  }
  return connectors
}
