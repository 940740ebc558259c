import Readiness

// A new release candidate enters the matrix the way earlier ones did: as a row of the table of candidates, as a section
// of its own with a copy of the template's table, or as both. Where the file has none of these but a template, it gets
// a section. Nothing else in the file may read differently afterwards.

/// A release candidate to be added to a matrix.
package struct NewCandidate: Hashable, Sendable {
  package var name: String
  /// `2026-11-25`.
  package var date: String

  package init(name: String, date: String) {
    self.name = name
    self.date = date
  }

  /// The file with the candidate in it.
  package func added(to bytes: [UInt8], path: String, roles: ColumnRoleFinder) throws(LedgerError) -> [UInt8] {
    guard name.uppercased().hasPrefix("RC-"), candidateNames(in: name) == [name] else {
      throw .candidateName(path: path, name: name)
    }
    guard let document = MarkdownReading(bytes) else { throw .wouldReadDifferently(path: path) }
    let form = CandidateForm(document, roles)
    let isTaken = form.names.contains { folded($0) == folded(name) }
    guard !isTaken else { throw .candidateExists(path: path, name: name) }
    guard form.row != nil || form.model != nil else { throw .noPlaceForCandidate(path: path) }
    var result = bytes
    // From the end of the file to its start, so that lines found before stay where they are.
    var insertions: [(line: Int, apply: ([UInt8]) -> [UInt8])] = []
    if let row = form.row {
      insertions.append((row.line, { insertRow(after: row, into: $0) }))
    }
    if let model = form.model, form.row == nil || form.hasSections {
      insertions.append((model.insertionLine, { insertSection(like: model, into: $0) }))
    }
    for insertion in insertions.sorted(by: { $0.line > $1.line }) { result = insertion.apply(result) }
    guard let new = MarkdownReading(result),
      readsLike(document, new, form: form, sectionIsAdded: insertions.count == 2 || form.row == nil)
    else { throw .wouldReadDifferently(path: path) }
    return result
  }

  private func insertRow(after row: CandidateForm.ModelRow, into bytes: [UInt8]) -> [UInt8] {
    let lines = sourceLines(of: bytes)
    let line = lines[row.line - 1]
    var text = Array(bytes[line])
    let parsed = TableRow(text, line: 0..<text.count)
    for (column, cell) in parsed.cells.enumerated().reversed() where column != row.roles.owner {
      let words = trimmed(cell, in: text)
      if column == row.roles.label {
        let label = replacing(row.name, with: name, in: Array(text[words])) ?? Array("**\(name)**".utf8)
        text.replaceSubrange(words, with: label)
      } else if isDate(text[words]) {
        text.replaceSubrange(words, with: Array(date.utf8))
      } else {
        text.replaceSubrange(cell, with: [UInt8(ascii: " ")])
      }
    }
    let end = lineEnd(of: bytes, lines)
    var result = bytes
    result.insert(contentsOf: end + text, at: line.upperBound)
    return result
  }

  private func insertSection(like model: CandidateForm.ModelSection, into bytes: [UInt8]) -> [UInt8] {
    let lines = sourceLines(of: bytes)
    let end = lineEnd(of: bytes, lines)
    var section: [UInt8] = heading(model, bytes, lines) + end + end
    for line in model.tableLines {
      var text = Array(bytes[lines[line - 1]])
      if line > model.tableLines.lowerBound + 1 {
        let cells = TableRow(text, line: 0..<text.count).cells
        let blanked = [model.roles.status] + (model.isTemplate ? [] : [model.roles.notes].compactMap { $0 })
        for column in blanked.sorted(by: >) where cells.indices.contains(column) {
          text.replaceSubrange(cells[column], with: [UInt8(ascii: " ")])
        }
      }
      section += text + end
    }
    var result = bytes
    if model.insertionLine <= lines.count {
      result.insert(contentsOf: section + end, at: lines[model.insertionLine - 1].lowerBound)
    } else {
      let isLineOpen = lines.last.map { !$0.isEmpty } ?? false
      result += (isLineOpen ? end : []) + end + section
    }
    return result
  }

  /// As the earlier section's, with this candidate's name and date; for a copy of the template, name and date alone.
  private func heading(_ model: CandidateForm.ModelSection, _ bytes: [UInt8], _ lines: [Range<Int>]) -> [UInt8] {
    let marks = String(repeating: "#", count: model.headingLevel)
    guard let earlier = model.earlierName else { return Array("\(marks) \(name) — \(date)".utf8) }
    let source = Array(bytes[lines[model.headingLine - 1]])
    let written = source.starts(with: Array(marks.utf8)) ? replacing(earlier, with: name, in: source) : nil
    let text = written ?? Array("\(marks) \(name)".utf8)
    var result: [UInt8] = []
    var position = 0
    while position < text.count {
      if position + 10 <= text.count, isDate(text[position..<position + 10]) {
        result += Array(date.utf8)
        position += 10
      } else {
        result.append(text[position])
        position += 1
      }
    }
    return result
  }

  /// Whether the new document is the old one and the candidate, nothing else.
  private func readsLike(
    _ old: MarkdownReading, _ new: MarkdownReading, form: CandidateForm, sectionIsAdded: Bool
  ) -> Bool {
    var blocks = new.blocks
    if sectionIsAdded {
      guard
        let heading = blocks.firstIndex(where: {
          $0.type == "heading" && candidateNames(in: $0.headingText).first == name
        }), blocks.indices.contains(heading + 1), blocks[heading + 1].type == "table"
      else { return false }
      blocks.removeSubrange(heading...heading + 1)
    }
    var isRowFound = false
    guard blocks.count == old.blocks.count else { return false }
    for (block, other) in zip(old.blocks, blocks) {
      guard block.outline == other.outline, block.tables.count == other.tables.count else { return false }
      for (table, other) in zip(block.tables, other.tables) {
        var rows = other.rows.map(\.cells)
        if let row = form.row, rows.count == table.rows.count + 1,
          let index = rows.firstIndex(where: {
            $0.indices.contains(row.roles.label) && candidateNames(in: $0[row.roles.label].text).first == name
          })
        {
          isRowFound = true
          rows.remove(at: index)
        }
        guard rows == table.rows.map(\.cells) else { return false }
      }
    }
    return isRowFound == (form.row != nil)
  }
}

/// How a file has its release candidates.
private struct CandidateForm {
  struct ModelRow {
    var line: Int
    var name: String
    var roles: ColumnRoles
  }

  struct ModelSection {
    var headingLine: Int
    var headingLevel: Int
    /// nil where the section is the template's.
    var earlierName: String?
    var isTemplate: Bool
    /// Header, delimiter row and body, 1-based.
    var tableLines: ClosedRange<Int>
    var roles: ColumnRoles
    /// The line before which the new section goes; one past the last line for the end of the file.
    var insertionLine: Int
  }

  var names: [String] = []
  /// The last candidate's row.
  var row: ModelRow?
  var model: ModelSection?
  var hasSections = false

  init(_ document: MarkdownReading, _ roles: ColumnRoleFinder) {
    struct Section {
      var heading: Int
      var table: Int
      var name: String?
      var roles: ColumnRoles
    }
    var sections: [Section] = []
    var template: Section?
    var heading: Int?
    for (index, block) in document.blocks.enumerated() {
      if block.type == "heading" {
        heading = index
        if let name = candidateNames(in: block.headingText).first { names.append(name) }
      }
      guard block.type == "table", let table = block.tables.first, let roles = roles(table.titles) else { continue }
      var hasDimension = false
      for reading in table.rows.dropFirst() {
        let label = reading.text(roles.label)
        if let name = leadingCandidateNames(in: label).first {
          names.append(name)
          row = ModelRow(line: reading.line, name: name, roles: roles)
        } else {
          hasDimension = true
        }
      }
      guard hasDimension, let heading else { continue }
      let text = document.blocks[heading].headingText
      let section = Section(heading: heading, table: index, name: candidateNames(in: text).first, roles: roles)
      if section.name != nil {
        sections.append(section)
      } else if template == nil, namesTemplate(text) {
        template = section
      }
    }
    hasSections = !sections.isEmpty
    guard let copied = template ?? sections.last else { return }
    // Where earlier sections stand newest first, the new one goes before them.
    let isNewestFirst =
      sections.count > 1 && isEarlier(sections[sections.count - 1].name ?? "", than: sections[0].name ?? "")
    let neighbour = (isNewestFirst ? sections.first : sections.last) ?? copied
    let level = document.blocks[neighbour.heading].headingLevel
    let next = document.blocks[(neighbour.heading + 1)...].first { $0.type == "heading" && $0.headingLevel <= level }
    let table = document.blocks[copied.table]
    model = ModelSection(
      headingLine: document.blocks[neighbour.heading].firstLine, headingLevel: level, earlierName: neighbour.name,
      isTemplate: template != nil, tableLines: table.firstLine...table.lastLine, roles: copied.roles,
      insertionLine: isNewestFirst ? document.blocks[neighbour.heading].firstLine : next?.firstLine ?? .max)
  }
}

/// Whether a name comes before another, numbers in them by their value.
private func isEarlier(_ left: String, than right: String) -> Bool {
  func parts(_ name: String) -> [(number: Int, text: String)] {
    var parts: [(number: Int, text: String)] = []
    var digits = ""
    for character in folded(name) + "-" {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        if !digits.isEmpty { parts.append((Int(digits) ?? .max, "")) }
        digits = ""
        parts.append((-1, String(character)))
      }
    }
    return parts
  }
  return parts(left).lexicographicallyPrecedes(parts(right)) { ($0.number, $0.text) < ($1.number, $1.text) }
}

private func isDate(_ bytes: ArraySlice<UInt8>) -> Bool {
  bytes.count == 10
    && zip(bytes, "0000-00-00".utf8).allSatisfy { byte, pattern in
      pattern == UInt8(ascii: "-") ? byte == pattern : (0x30...0x39).contains(byte)
    }
}

private func replacing(_ old: String, with new: String, in bytes: [UInt8]) -> [UInt8]? {
  let pattern = Array(old.utf8)
  guard let start = bytes.indices.first(where: { bytes[$0...].starts(with: pattern) }) else { return nil }
  return Array(bytes[..<start]) + Array(new.utf8) + Array(bytes[(start + pattern.count)...])
}

/// The line end that the file uses: its first one.
private func lineEnd(of bytes: [UInt8], _ lines: [Range<Int>]) -> [UInt8] {
  guard lines.count > 1 else { return [UInt8(ascii: "\n")] }
  return Array(bytes[lines[0].upperBound..<lines[1].lowerBound])
}
