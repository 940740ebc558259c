/// The three classes that an event of a governed action carries: who signs it off, how it is taken back, what data it touches.
package enum GovernanceClass: CaseIterable, Sendable {
  case approval, reversibility, sensitivity

  /// The envelope's field that holds it.
  package var field: EnvelopeField {
    switch self {
    case .approval: .approvalClass
    case .reversibility: .reversibilityClass
    case .sensitivity: .sensitivityClass
    }
  }

  /// The values there are, as a message shows them. An approval class may also be the letter of an action class: A is
  /// allowed without asking, B needs an approval, C is forbidden.
  package var values: String {
    switch self {
    case .approval: "A0–A3, A–C"
    case .reversibility: "R0–R3"
    case .sensitivity: "S0–S3"
    }
  }

  /// Whether a value, as the bytes of its UTF-8, is one of them.
  package func holds(_ value: UnsafeBufferPointer<UInt8>) -> Bool {
    guard value.count == 1 || value.count == 2 else { return false }
    let first = value[0]
    if value.count == 1 { return self == .approval && (65...67).contains(first) }
    guard (48...51).contains(value[1]) else { return false }
    return switch self {
    case .approval: first == UInt8(ascii: "A")
    case .reversibility: first == UInt8(ascii: "R")
    case .sensitivity: first == UInt8(ascii: "S")
    }
  }
}

/// Values of one class that the governance documents do not know, in one file.
package struct UnknownClassValues: Hashable, Sendable {
  package var field: GovernanceClass
  /// The first of them, as written.
  package var example: String
  package var count: Int
  /// Of the first of them.
  package var location: SourceLocation

  package init(field: GovernanceClass, example: String, count: Int, location: SourceLocation) {
    self.field = field
    self.example = example
    self.count = count
    self.location = location
  }

  package var finding: Finding {
    let name = field.field.name
    let events = PluralForms(
      zero: "", one: "في حدث واحد", two: "في حدثين", few: "في \(count) أحداث", many: "في \(count) حدثًا",
      other: "في \(count) حدث")
    return Finding(
      .unknownClass, .v1,
      Wording(
        "\(name) “\(example)” is unknown\(count > 1 ? " (\(count) events)" : ""): use \(field.values)",
        "قيمة \(name) «\(example)» غير معروفة \(events.form(for: count)): استخدم \(field.values)"),
      at: location, topic: .approvalSLA)
  }
}

/// What the workspace's own events hold in place of the classes, one finding for each class and file.
package func unknownClasses(in events: [Event]) -> [Finding] {
  struct Key: Hashable {
    var field: GovernanceClass
    var path: String
  }
  var groups: [UnknownClassValues] = []
  var indices: [Key: Int] = [:]
  for event in events {
    for field in GovernanceClass.allCases {
      guard var value = event.envelope[field.field.name], !value.isEmpty, !value.withUTF8(field.holds) else { continue }
      let key = Key(field: field, path: event.location.path)
      if let index = indices[key] {
        groups[index].count += 1
      } else {
        indices[key] = groups.count
        groups.append(UnknownClassValues(field: field, example: value, count: 1, location: event.location))
      }
    }
  }
  return groups.map(\.finding)
}
