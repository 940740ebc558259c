import Glibc
import Readiness

// A table that defines metrics has a column for the key and one for what it means. Tables of other things look alike
// (`| Key | Description |` of settings): away from the dictionary a table counts only where its keys are the dictionary's.

/// A table that defines, or could define, metrics.
struct MetricTable: Hashable, Sendable {
  /// Its key column speaks of metrics: not just `Key` or `Name`.
  var namesMetrics: Bool
  var hasDefinition: Bool
  var hasOwner: Bool
  var rows: [MetricDefinition]
  var location: SourceLocation
}

private enum MetricColumn: Hashable { case metric, key, definition, owner }

private let columns = HeaderRoles<MetricColumn>([
  (
    .metric,
    [
      "Metric key", "Metric", "Metric name", "Metric id", "KPI", "KPI key", "Measure", "Semantic key", "Canonical key",
      "مفتاح المقياس", "المقياس", "اسم المقياس", "رمز المقياس", "معرّف المقياس", "مقياس", "مفتاح المؤشر", "المؤشر",
      "اسم المؤشر", "رمز المؤشر", "مؤشر الأداء",
    ]
  ),
  (.key, ["Key", "Name", "Id", "المفتاح", "مفتاح", "الاسم", "الرمز", "المعرّف"]),
  (.owner, ["Owner", "Owners", "Steward", "المالك", "مالك", "المسؤول", "مسؤول", "الجهة المالكة"]),
  (
    .definition,
    [
      "Definition", "Description", "Meaning", "Formula", "Calculation", "Expression", "التعريف", "تعريف", "الوصف",
      "المعنى", "الصيغة", "المعادلة", "طريقة الحساب", "طريقة الاحتساب",
    ]
  ),
])

/// The tables of a Markdown file that define metrics, or could.
func metricTables(_ bytes: [UInt8], path: String) -> (tables: [MetricTable], findings: [Finding]) {
  let (document, findings) = readDocument(bytes, path: path, code: .metricsUnreadable)
  guard let document else { return ([], findings) }
  return (document.tables.compactMap { metricTable($0, path: path) }, findings)
}

private func metricTable(_ table: DocumentTable, path: String) -> MetricTable? {
  let roles = columns.columns(of: table.header)
  guard let key = roles[.metric] ?? roles[.key],
    roles[.definition] != nil || (roles[.metric] != nil && roles[.owner] != nil)
  else { return nil }
  let rows = table.rows.compactMap { row -> MetricDefinition? in
    let cell = row.cells.indices.contains(key) ? row.cells[key] : nil
    let definition = row.text(roles[.definition])
    let owner = roles[.owner].map { row.text($0) }
    // `orders.gmv_daily (GMV)`: the code is the key.
    let name = (cell?.code.first?.trimmed).flatMap { $0.isEmpty ? nil : $0 } ?? cell?.key ?? ""
    if folded(name).isEmpty, folded(definition).isEmpty, folded(owner ?? "").isEmpty { return nil }
    // A row that a template left.
    if hasGap(name) { return nil }
    return MetricDefinition(
      key: name, definition: definition, owner: owner, location: SourceLocation(path: path, line: row.line))
  }
  return MetricTable(
    namesMetrics: roles[.metric] != nil, hasDefinition: roles[.definition] != nil, hasOwner: roles[.owner] != nil,
    rows: rows, location: SourceLocation(path: path, line: table.line))
}

/// Whether a file can hold such a table: a look at the bytes, since thousands of documents hold none.
func mayHoldMetricTable(_ bytes: [UInt8]) -> Bool {
  guard bytes.count <= 8_000_000 else { return true }
  return bytes.withUnsafeBufferPointer { buffer in
    guard let base = buffer.baseAddress else { return false }
    var start = 0
    var previous = 0..<0
    while start < buffer.count {
      let found = memchr(base + start, 10, buffer.count - start)
      let end = found.map { UnsafeRawPointer($0) - UnsafeRawPointer(base) } ?? buffer.count
      let line = start..<end
      if isDelimiterRow(buffer[line]), isMetricHeader(buffer[previous]) { return true }
      previous = line
      start = end + 1
    }
    return false
  }
}

private func isDelimiterRow(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  var hasDash = false
  var hasPipe = false
  for byte in line {
    switch byte {
    case UInt8(ascii: "-"): hasDash = true
    case UInt8(ascii: "|"): hasPipe = true
    case UInt8(ascii: ":"), UInt8(ascii: ">"), 32, 9, 13: break
    default: return false
    }
  }
  return hasDash && hasPipe
}

private func isMetricHeader(_ line: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
  guard line.count <= 4_096, let cells = TableLine(String(decoding: line, as: UTF8.self)).cells else { return false }
  let roles = columns.columns(of: cells.map { $0.filter { !"*_`".contains($0) }.trimmed })
  return (roles[.metric] != nil || roles[.key] != nil) && roles[.definition] != nil
}
