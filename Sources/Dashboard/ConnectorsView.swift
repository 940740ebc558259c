import Readiness
import TerminalText

// The grid: a connector on each row, its nine fields side by side. Where there is room each field has a heading of its own,
// else the nine stand close together and the next column names those that are missing.

extension DashboardState {
  /// A cell of a connector's row.
  func cell(_ column: Column, of connector: Connector, width: Int, isSelected: Bool) -> CellText {
    let theme = options.theme
    switch column {
    case .stage: return highlighted(stageCell(connector))
    case .fields: return CellText(fieldsCell(connector, isWide: width > Self.compactFields))
    case .gaps:
      let missing = connector.fields(.missing).map { $0.wording(language) }
      let names = missing.joined(separator: language.comma)
      return missing.isEmpty
        ? CellText("") : highlighted(CellText(names, .missing, theme))
    case .owner:
      return highlighted(CellText(connector.owner ?? "—", connector.owner == nil ? .muted : .text, theme))
    default: return highlighted(CellText(connector.name, isSelected ? .selected : .text, theme))
    }
  }

  func stageCell(_ connector: Connector) -> CellText {
    guard let stage = connector.stage else { return CellText("?", .risk, options.theme) }
    return CellText(stage.wording(language), stage == .production ? .text : .muted, options.theme)
  }

  /// Nine signs with a blank between two.
  static var compactFields: Int { ConnectorField.allCases.count * 2 - 1 }

  /// Gives the nine fields their headings where everything else still fits.
  func widenFields(_ shapes: inout [TableColumn], _ columns: [Column], _ layout: Layout) {
    guard let index = columns.firstIndex(of: .fields) else { return }
    let widths = fieldWidths
    let wide = widths.reduce(0, +) + 2 * (widths.count - 1)
    let name = shapes[columns.firstIndex(of: .connector) ?? 0].minimum
    let stage = columns.contains(.stage) ? shapes[columns.firstIndex(of: .stage) ?? 0].minimum + 2 : 0
    guard name + 2 + stage + wide <= layout.list.width - Canvas.markerWidth - 1 else { return }
    shapes[index].minimum = wide
    shapes[index].ideal = wide
    shapes[index].title = zip(ConnectorField.allCases, widths).map { field, width in
      let word = field.shortWording(language)
      return word + String(repeating: " ", count: max(0, width - displayWidth(of: word)))
    }.joined(separator: "  ")
  }

  private var fieldWidths: [Int] { ConnectorField.allCases.map { displayWidth(of: $0.shortWording(language)) } }

  private func fieldsCell(_ connector: Connector, isWide: Bool) -> StyledText {
    var text = StyledText()
    for (index, (state, width)) in zip(connector.states, fieldWidths).enumerated() {
      if index > 0 { text.append(isWide ? "  " : " ", options.theme[.text]) }
      text.append(state.symbol, options.theme[state.role])
      if isWide, index < connector.states.count - 1 {
        text.append(String(repeating: " ", count: max(0, width - 1)), options.theme[.text])
      }
    }
    return text
  }

  func searchText(of connector: Connector) -> String {
    let words = connector.fields(.missing).map { $0.wording(language) }
    return ([connector.name, connector.stage?.wording(language) ?? "", connector.owner ?? ""] + words)
      .joined(separator: "\n")
  }

  /// A connector whole: what is documented of each field and where.
  func describe(_ connector: Connector, in text: inout DetailText) {
    text.heading(connector.name, isName: true)
    text.blank()
    text.field(Column.stage.wording, stageCell(connector))
    if connector.stage == nil { text.more(DetailStrings.stageUnknown(language), .risk) }
    let layers = connector.layers.map { $0.wording(language) }
    text.field(
      DetailStrings.layer, layers.isEmpty ? "—" : layers.joined(separator: language.comma),
      layers.count == 1 ? .text : .risk)
    text.field(Strings.owner, connector.owner ?? "—")
    text.field(DetailStrings.place, connector.location.description, .muted, link: LinkTarget(connector.location))
    for other in connector.otherLocations {
      text.field(DetailStrings.place, other.description, .muted, link: LinkTarget(other))
    }
    if let id = connector.incidentID {
      text.field(Strings.incident, id, link: .incident(id))
      explain(in: &text) { $0.incident == id }
    }
    text.section(Column.fields.wording)
    for field in ConnectorField.allCases { describe(field.wording, connector.entry(field), in: &text) }
    guard !connector.requiredGovernance.isEmpty else { return }
    text.section(DetailStrings.layerGovernance)
    for item in connector.requiredGovernance { describe(item.wording, connector.entry(item), in: &text) }
  }

  private func describe(_ name: Wording, _ entry: ConnectorEntry, in text: inout DetailText) {
    let theme = options.theme
    let first = entry.text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    text.entry(
      CellText(
        StyledText(name.asLabel(language), entry.state == .filled ? .text : entry.state.role, theme),
        icon: StyledText(entry.state.symbol, entry.state.role, theme)),
      CellText(first.isEmpty ? entry.state.wording(language) : first, .muted, theme),
      link: entry.state == .missing ? nil : LinkTarget(entry.location))
  }
}

extension DocumentedState {
  /// How it looks: what is missing stands out.
  var role: Role {
    switch self {
    case .filled: .present
    case .thin: .risk
    case .missing: .missing
    }
  }
}
