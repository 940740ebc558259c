import Readiness

// Whether a document is a JSON Schema: every keyword is held against what the meta-schema asks of it, in every place where a
// schema may stand.

/// What is wrong with a schema, in the order of the file; empty for a valid one.
func schemaProblems(_ schema: JSONTree) -> [SchemaProblem] {
  var check = SchemaCheck(dialect: SchemaDialect(schema["$schema"]?.string))
  check.check(schema)
  return check.problems
}

private struct SchemaCheck {
  let dialect: SchemaDialect
  var problems: [SchemaProblem] = []

  /// The scanner nests no deeper than 64 levels, so neither does this.
  mutating func check(_ schema: JSONTree) {
    switch schema.kind {
    case .bool: break
    case .object(let members):
      for member in members { check(member.name, member.value) }
    default:
      fault(schema, Wording("a schema must be an object, true or false", "يجب أن يكون المخطط كائنًا أو true أو false"))
    }
  }

  private mutating func check(_ name: String, _ value: JSONTree) {
    guard let shape = schemaKeywords[name] else { return }
    switch shape {
    case .schema: check(value)
    case .schemas: checkList(name, value)
    case .schemaOrSchemas:
      if case .array(let elements) = value.kind, dialect < .draft202012 {
        elements.forEach { check($0) }
      } else {
        check(value)
      }
    case .schemaMap, .stringsMap, .dependencies, .vocabulary: checkMap(name, shape, value)
    case .types: checkTypes(value)
    case .strings:
      // Draft 3 marked a single property.
      checkStrings(name, value)
    case .identifier, .anchor: checkIdentifier(name, shape, value)
    default: checkScalar(name, shape, value)
    }
  }

  private mutating func checkList(_ name: String, _ value: JSONTree) {
    guard case .array(let elements) = value.kind, !elements.isEmpty else {
      return fault(
        value,
        Wording("\(name) must be a list of one or more schemas", "يجب أن يكون \(name) قائمة بها مخطط واحد على الأقل"))
    }
    elements.forEach { check($0) }
  }

  private mutating func checkMap(_ name: String, _ shape: KeywordShape, _ value: JSONTree) {
    guard case .object(let members) = value.kind else {
      return fault(value, Wording("\(name) must be an object", "يجب أن يكون \(name) كائنًا"))
    }
    for member in members {
      switch shape {
      case .schemaMap: check(member.value)
      case .stringsMap: checkStrings("\(name).\(member.name)", member.value)
      case .dependencies:
        if case .array = member.value.kind {
          checkStrings("\(name).\(member.name)", member.value)
        } else {
          check(member.value)
        }
      default:
        if member.value.bool == nil {
          fault(
            member.value,
            Wording("the values of \(name) must be true or false", "يجب أن تكون قيم \(name) true أو false"))
        }
      }
    }
  }

  private mutating func checkTypes(_ value: JSONTree) {
    var names: [JSONTree] = [value]
    if case .array(let elements) = value.kind {
      guard !elements.isEmpty else {
        return fault(value, Wording("type must name a type", "يجب أن يذكر type نوعًا"))
      }
      names = elements
    }
    var seen: Set<String> = []
    for name in names {
      guard let text = name.string, schemaTypes[text] != nil else {
        let written = name.string ?? name.canonicalText
        let near = nearestWord(to: written, of: schemaTypes.keys.sorted())
        fault(
          name,
          Wording(
            "type “\(written)” is unknown" + (near.map { ": do you mean “\($0)”?" } ?? ""),
            "النوع «\(written)» غير معروف" + (near.map { ": هل تقصد «\($0)»؟" } ?? "")))
        continue
      }
      if !seen.insert(text).inserted {
        fault(name, Wording("type names “\(text)” twice", "ورد «\(text)» مرتين في type"))
      }
    }
  }

  private mutating func checkStrings(_ name: String, _ value: JSONTree) {
    guard case .array(let elements) = value.kind, elements.allSatisfy({ $0.string != nil }) else {
      return fault(value, Wording("\(name) must be a list of names", "يجب أن يكون \(name) قائمة أسماء"))
    }
    var seen: Set<String> = []
    for element in elements {
      if let text = element.string, !seen.insert(text).inserted {
        fault(element, Wording("\(name) lists “\(text)” twice", "ورد «\(text)» مرتين في \(name)"))
      }
    }
  }

  private mutating func checkIdentifier(_ name: String, _ shape: KeywordShape, _ value: JSONTree) {
    // A flag where it was new.
    if name == "$recursiveAnchor", dialect < .draft202012 { return }
    guard let text = value.string else {
      return fault(value, Wording("\(name) must be a text", "يجب أن يكون \(name) نصًا"))
    }
    if shape == .identifier {
      // Before 2019-09 a fragment alone named a place.
      let fragment = text.utf8.split(separator: UInt8(ascii: "#"), omittingEmptySubsequences: false)
      if dialect >= .draft201909, fragment.count > 2 || (fragment.count == 2 && !fragment[1].isEmpty) {
        fault(value, Wording("\(name) must not have a fragment", "يجب ألا يحتوي \(name) على جزء بعد #"))
      }
    } else if !isAnchor(text) {
      fault(
        value,
        Wording(
          "\(name) must begin with a letter and hold letters, digits, “-”, “_” and “.”",
          "يجب أن يبدأ \(name) بحرف وألا يحتوي إلا على حروف وأرقام و«-» و«_» و«.»"))
    }
  }

  private func isAnchor(_ text: String) -> Bool {
    guard let first = text.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
    return text.utf8.allSatisfy { isLetter($0) || (48...57).contains($0) || "-._".utf8.contains($0) }
  }

  private func isLetter(_ byte: UInt8) -> Bool { (97...122).contains(byte | 0x20) }

  private mutating func checkScalar(_ name: String, _ shape: KeywordShape, _ value: JSONTree) {
    var isNumber: Bool { if case .number = value.kind { true } else { false } }
    switch shape {
    case .string:
      if value.string == nil { fault(value, Wording("\(name) must be a text", "يجب أن يكون \(name) نصًا")) }
    case .boolean:
      if value.bool == nil {
        fault(value, Wording("\(name) must be true or false", "يجب أن يكون \(name) true أو false"))
      }
    case .exclusiveBound where dialect == .draft4:
      if value.bool == nil {
        fault(value, Wording("\(name) must be true or false", "يجب أن يكون \(name) true أو false"))
      }
    case .number, .exclusiveBound:
      if !isNumber { fault(value, Wording("\(name) must be a number", "يجب أن يكون \(name) عددًا")) }
    case .positiveNumber:
      if !isNumber || (value.number ?? 0) <= 0 {
        fault(value, Wording("\(name) must be a number above 0", "يجب أن يكون \(name) عددًا أكبر من 0"))
      }
    case .count:
      if !value.isWholeNumber || (value.number ?? -1) < 0 {
        fault(
          value, Wording("\(name) must be a whole number from 0 on", "يجب أن يكون \(name) عددًا صحيحًا لا يقل عن 0"))
      }
    case .array:
      if case .array = value.kind { break }
      fault(value, Wording("\(name) must be a list", "يجب أن يكون \(name) قائمة"))
    default: break
    }
  }

  private mutating func fault(_ value: JSONTree, _ message: Wording) {
    problems.append(SchemaProblem(message, line: value.line))
  }
}
