import Readiness

/// Why a line is no event.
enum EventLineProblem: Error, Hashable {
  case json(JSONProblem)
  case required(missing: EventFields, empty: EventFields)
  case timestamp(String)
}

/// Reads the event whose object fills `range`, with what the envelope asks for and the line does not say.
func readEventLine(
  _ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>, at location: SourceLocation,
  sharing texts: inout RepeatedTexts
) throws(EventLineProblem) -> (event: Event, missing: EventFields) {
  var members = EventMembers(JSONScanner(bytes, in: range))
  do {
    try members.read(&texts)
  } catch {
    throw .json(error)
  }
  return try members.event(at: location, &texts)
}

/// The members of an event's object.
private struct EventMembers: ~Copyable {
  private var scanner: JSONScanner
  private var id = ""
  private var type = ""
  private var entity = ""
  private var timestamp = ""
  private var severity: String?
  private var correlation: String?
  private var causation: String?
  private var source: String?
  private var actor: String?
  private var trace: String?
  /// Where the values of `EventField.plain` stand; empty where one does not.
  private var plain = RepeatedTexts.Values(repeating: 0..<0)
  /// What no document asks for.
  private var others = ScalarMembers()
  private var data = ScalarMembers()
  /// What stands in the line.
  private var present: EventFields = []
  /// What stands there and says something. So does `null` where a chain's first event has no cause, where no severity
  /// belongs and where there are no data.
  private var stated: EventFields = []

  init(_ scanner: JSONScanner) { self.scanner = scanner }

  // MARK: Reading

  mutating func read(_ texts: inout RepeatedTexts) throws(JSONProblem) {
    guard scanner.next() == UInt8(ascii: "{") else {
      try scanner.skip()
      try scanner.expectEnd()
      throw .noObject
    }
    try scanner.expect("{")
    var last: EventField?
    if !scanner.take("}") {
      repeat { try readMember(after: &last, &texts) } while scanner.take(",")
      try scanner.expect("}")
    }
    try scanner.expectEnd()
  }

  private mutating func readMember(
    after last: inout EventField?, _ texts: inout RepeatedTexts
  ) throws(JSONProblem) {
    let field: EventField
    if let next = EventField(rawValue: (last?.rawValue ?? -1) + 1), scanner.take(name: next.utf8Name) {
      field = next
    } else {
      let name = scanner.string(try scanner.name()).string
      guard let known = EventField(named: name) else {
        try others.add(name, try scanner.scalar(depth: 1))
        return
      }
      field = known
    }
    last = field
    guard present.insert(EventFields(field)).inserted else { throw .repeatedName(field.name) }
    switch field {
    case .id: id = try requiredText(field, &texts)
    case .type: type = try requiredText(field, &texts)
    case .entity: entity = try requiredText(field, &texts)
    case .timestamp: timestamp = try requiredText(field, &texts)
    case .correlation: correlation = try text(field, &texts)
    case .causation: causation = try text(field, orNull: true, &texts)
    case .source: source = try text(field, &texts)
    case .actor: actor = try text(field, &texts)
    case .trace:
      trace = try scanner.scalar(depth: 1)
      if trace?.isEmpty == false { stated.insert(EventFields(field)) }
    case .severity: try readSeverity()
    case .data: try readData()
    case .specVersion, .schemaVersion, .tenant, .approval, .reversibility, .sensitivity:
      if let range = try scanner.scalarRange(depth: 1) {
        if let index = EventField.plain.firstIndex(of: field) { plain[index] = range }
        // Two quotes are an empty string.
        if range.count != 2 || scanner.slice(range).first != UInt8(ascii: "\"") { stated.insert(EventFields(field)) }
      }
    }
  }

  /// Two different texts must not become one: half a surrogate pair makes it say nothing.
  private mutating func requiredText(
    _ field: EventField, _ texts: inout RepeatedTexts
  ) throws(JSONProblem) -> String {
    guard scanner.next() == UInt8(ascii: "\"") else {
      try scanner.skip(depth: 1)
      return ""
    }
    let text = try scanner.text()
    let (string, isWhole) = text.hasEscapes ? scanner.string(text) : (texts.string(text.range), true)
    if isWhole, !string.isEmpty { stated.insert(EventFields(field)) }
    return string
  }

  private mutating func text(
    _ field: EventField, orNull: Bool = false, _ texts: inout RepeatedTexts
  ) throws(JSONProblem) -> String? {
    guard scanner.next() == UInt8(ascii: "\"") else {
      if orNull, scanner.next() == UInt8(ascii: "n") { stated.insert(EventFields(field)) }
      try scanner.skip(depth: 1)
      return nil
    }
    let text = try scanner.text()
    let string = text.hasEscapes ? scanner.string(text).string : texts.string(text.range)
    guard !string.isEmpty else { return nil }
    stated.insert(EventFields(field))
    return string
  }

  /// What is there and no text is an unknown severity, not an absent one.
  private mutating func readSeverity() throws(JSONProblem) {
    stated.insert(EventFields(.severity))
    let isNull = scanner.next() == UInt8(ascii: "n")
    let value = try scanner.scalar(depth: 1)
    severity = isNull ? nil : value ?? "?"
  }

  private mutating func readData() throws(JSONProblem) {
    guard scanner.next() == UInt8(ascii: "{") else {
      if scanner.next() == UInt8(ascii: "n") { stated.insert(EventFields(.data)) }
      try scanner.skip(depth: 1)
      return
    }
    stated.insert(EventFields(.data))
    try scanner.expect("{")
    guard !scanner.take("}") else { return }
    repeat {
      let name = try scanner.name()
      try data.add(scanner.string(name).string, try scanner.scalar(depth: 2))
    } while scanner.take(",")
    try scanner.expect("}")
  }

  // MARK: What came of it

  consuming func event(
    at location: SourceLocation, _ texts: inout RepeatedTexts
  ) throws(EventLineProblem) -> (event: Event, missing: EventFields) {
    guard stated.isSuperset(of: .required) else {
      let missing = EventFields.required.subtracting(present)
      throw .required(missing: missing, empty: .required.subtracting(stated).subtracting(missing))
    }
    guard let moment = Timestamp(rfc3339: timestamp) else { throw .timestamp(timestamp) }
    var envelope = texts.envelope(plain) { plainTexts() }
    if !others.texts.isEmpty { envelope.merge(others.texts) { known, _ in known } }
    let event = Event(
      id: id, type: type, entity: entity, timestamp: moment, rawSeverity: severity, correlationID: correlation,
      causationID: causation, source: source, actorType: actor, traceID: trace, envelope: envelope, data: data.texts,
      location: location)
    return (event, .all.subtracting(stated))
  }

  private func plainTexts() -> [String: String] {
    var texts: [String: String] = [:]
    for (index, field) in EventField.plain.enumerated() where !plain[index].isEmpty {
      texts[field.name] = scanner.scalar(plain[index])
    }
    return texts
  }
}

/// The strings, numbers and booleans of an object by name.
private struct ScalarMembers {
  private(set) var texts: [String: String] = [:]
  /// The names of everything else, so that a second member of that name is noticed.
  private var others: Set<String> = []

  mutating func add(_ name: String, _ value: String?) throws(JSONProblem) {
    guard others.isEmpty || !others.contains(name) else { throw .repeatedName(name) }
    if let value {
      guard texts.updateValue(value, forKey: name) == nil else { throw .repeatedName(name) }
    } else {
      guard texts[name] == nil else { throw .repeatedName(name) }
      others.insert(name)
    }
  }
}

extension JSONScanner {
  /// Where a string, with its quotes, a number or a boolean stands; nil for anything else, which is skipped.
  fileprivate mutating func scalarRange(depth: Int) throws(JSONProblem) -> Range<Int>? {
    switch next() {
    case UInt8(ascii: "\""):
      let range = try text().range
      return range.lowerBound - 1..<range.upperBound + 1
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "n"):
      try skip(depth: depth)
      return nil
    default: return try plainText()
    }
  }

  /// What such a range says: a string, or a number or boolean as written.
  fileprivate func scalar(_ range: Range<Int>) -> String {
    guard slice(range).first == UInt8(ascii: "\"") else { return string(range) }
    return string(
      Text(range: range.lowerBound + 1..<range.upperBound - 1, hasEscapes: slice(range).contains(UInt8(ascii: "\\")))
    ).string
  }

  fileprivate mutating func scalar(depth: Int) throws(JSONProblem) -> String? {
    try scalarRange(depth: depth).map { scalar($0) }
  }
}

extension EventLineProblem {
  var wording: Wording {
    switch self {
    case .json(.malformed(let column)):
      Wording("the line is no JSON: byte \(column)", "السطر ليس JSON سليمًا: البايت \(column)")
    case .json(.notUTF8(let column)):
      Wording("the line is no UTF-8: byte \(column)", "ترميز السطر ليس UTF-8: البايت \(column)")
    case .json(.tooDeep(let column)):
      Wording(
        "the line nests deeper than \(JSONScanner.depthLimit) levels: byte \(column)",
        "تداخل السطر أعمق من \(JSONScanner.depthLimit) مستوى: البايت \(column)")
    case .json(.noObject): Wording("the line is no JSON object", "السطر ليس كائن JSON")
    case .json(.repeatedName(let name)):
      Wording("no event: “\(name)” stands twice in it", "ليس حدثًا صالحًا: ورد فيه «\(name)» مرتين")
    case .required(let missing, let empty):
      Wording(
        "no event: \(faults(missing, "it lacks ", empty, "no text in ", comma: ", ", semicolon: "; "))",
        "ليس حدثًا صالحًا: \(faults(missing, "ينقصه ", empty, "لا نص في ", comma: "، ", semicolon: "؛ "))")
    case .timestamp(let text):
      Wording(
        "no event: “\(text)” is no RFC 3339 time with zone",
        "ليس حدثًا صالحًا: «\(text)» ليس وقتًا بصيغة RFC 3339 مع المنطقة الزمنية")
    }
  }

  private func faults(
    _ missing: EventFields, _ lacks: String, _ empty: EventFields, _ noText: String, comma: String, semicolon: String
  ) -> String {
    [(lacks, missing), (noText, empty)].filter { !$0.1.isEmpty }
      .map { $0.0 + $0.1.names.joined(separator: comma) }.joined(separator: semicolon)
  }
}
