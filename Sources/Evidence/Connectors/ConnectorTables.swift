import Readiness

// Three kinds of tables speak of connectors: a register has a row for each connector and a column for each field; a table of
// two columns has a row for each field of one connector; a flat one has a column for each field of one connector.

/// One thing that a table says.
struct TableStatement {
  var aspect: ConnectorAspect
  var text: String
  var line: Int
}

/// Whether a table has a row for each connector. Three columns of the nine fields make one where the rows are called
/// connectors; without that name five must be there, lest a connector's table of its tools be taken for it.
func isConnectorRegister(_ table: DocumentTable) -> Bool {
  let aspects = table.header.map(connectorAspects)
  let fields = Set(aspects.joined().compactMap(\.field)).count
  let hasName = aspects.contains { $0.contains(.name) }
  let hasFreeColumn = aspects.contains { $0.isEmpty }
  return hasName ? fields >= 3 : hasFreeColumn && fields >= 5
}

/// The column of a register that names the connectors.
func nameColumn(of table: DocumentTable) -> Int {
  let aspects = table.header.map(connectorAspects)
  if let named = aspects.firstIndex(where: { $0.contains(.name) }) { return named }
  let free = aspects.indices.filter { aspects[$0].isEmpty }
  return free.first { table.header[$0].contains(where: \.isLetter) } ?? free.first ?? 0
}

/// What a table says of the one connector of its sheet; nothing where it is about something else.
///
/// - Parameter isInside: it stands below a heading that names a field, so it is taken for that field's text unless it
///   plainly documents most of the nine.
func tableStatements(_ table: DocumentTable, isInside: Bool) -> [TableStatement] {
  let enough = isInside ? 5 : 2
  let header = table.header.map(connectorAspects)
  if Set(header.joined().compactMap(\.field)).count >= enough { return flatStatements(table, header) }
  var best: (column: Int, count: Int) = (0, 0)
  for column in 0..<min(3, table.header.count) {
    let count = table.rows.count { !connectorAspects(key($0, column)).isEmpty }
    if count > best.count { best = (column, count) }
  }
  let column = best.column
  let value = valueColumn(table, behind: column)
  guard best.count > 0, value < table.header.count else { return [] }
  // The first pair often stands in the header row, which Markdown demands.
  var statements: [TableStatement] = []
  if table.header.count == 2, !isGenericHeader(table.header[value]) {
    statements += header[column].map { TableStatement(aspect: $0, text: table.header[value], line: table.line) }
  }
  for row in table.rows {
    statements += connectorAspects(key(row, column)).map {
      TableStatement(aspect: $0, text: row.text(value), line: row.line)
    }
  }
  let fields = Set(statements.compactMap(\.aspect.field)).count
  if isInside { return fields >= enough ? statements : [] }
  let isNamed = keyHeaders.contains(folded(table.header[column]))
  return Set(statements.map(\.line)).count >= 2 || isNamed ? statements : []
}

private func flatStatements(_ table: DocumentTable, _ header: [[ConnectorAspect]]) -> [TableStatement] {
  table.rows.flatMap { row in
    header.indices.flatMap { column in
      header[column].filter { $0 != .name }.map {
        TableStatement(aspect: $0, text: row.text(column), line: row.line)
      }
    }
  }
}

private func key(_ row: DocumentRow, _ column: Int) -> String {
  row.cells.indices.contains(column) ? row.cells[column].text : ""
}

private func valueColumn(_ table: DocumentTable, behind key: Int) -> Int {
  let named = table.header.indices.first { $0 != key && valueHeaders.contains(folded(table.header[$0])) }
  return named ?? key + 1
}

private func isGenericHeader(_ title: String) -> Bool {
  let name = folded(title)
  return name.isEmpty || valueHeaders.contains(name) || keyHeaders.contains(name)
}

private let keyHeaders = Set(
  [
    "Field", "Fields", "Item", "Property", "Key", "Attribute", "Aspect", "Requirement", "Section", "Topic",
    "Facade field",
    "الحقل", "حقل", "البند", "بند", "الخاصية", "العنصر", "المفتاح", "المتطلب", "السمة",
  ].map { folded($0) })

private let valueHeaders = Set(
  [
    "Value", "Values", "Details", "Detail", "Description", "Documentation", "Text", "Content", "Answer",
    "Specification",
    "Setting", "Decision",
    "القيمة", "قيمة", "التفاصيل", "تفاصيل", "الوصف", "وصف", "التوثيق", "المحتوى", "النص", "الشرح", "القرار", "البيان",
  ].map { folded($0) })
