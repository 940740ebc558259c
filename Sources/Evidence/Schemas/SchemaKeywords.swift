// The keywords of JSON Schema with what its meta-schema asks of their values: draft 2020-12 (core, applicator, unevaluated,
// validation, meta-data, format and content vocabularies), and where older drafts differ. Formats (`uri`, `regex`) are
// annotations there and not checked here either.

/// The draft that a schema is written for.
enum SchemaDialect: Int, Comparable {
  case draft4, draft6, draft7, draft201909, draft202012

  /// By `$schema`; what is not known, or not said, is 2020-12.
  init(_ schema: String?) {
    let text = schema ?? ""
    self =
      text.contains("draft-03") || text.contains("draft-04")
      ? .draft4
      : text.contains("draft-06")
        ? .draft6 : text.contains("draft-07") ? .draft7 : text.contains("2019-09") ? .draft201909 : .draft202012
  }

  static func < (left: SchemaDialect, right: SchemaDialect) -> Bool { left.rawValue < right.rawValue }
}

/// What a keyword's value must be.
enum KeywordShape: Hashable {
  case schema
  /// One or more of them.
  case schemas
  case schemaMap
  /// A schema, or before 2020-12 an array of them.
  case schemaOrSchemas
  case string
  case boolean
  case number
  case positiveNumber
  /// A number; in draft 4 a boolean.
  case exclusiveBound
  /// A whole number from 0 on.
  case count
  /// Strings, none twice.
  case strings
  case stringsMap
  /// A schema or strings for each name.
  case dependencies
  /// A type's name, or one or more of them, none twice.
  case types
  case array
  /// A reference without a fragment.
  case identifier
  case anchor
  case vocabulary
}

let schemaKeywords: [String: KeywordShape] = [
  // Core.
  "$id": .identifier, "$schema": .string, "$ref": .string, "$anchor": .anchor, "$dynamicRef": .string,
  "$dynamicAnchor": .anchor, "$vocabulary": .vocabulary, "$comment": .string, "$defs": .schemaMap,
  // Applicator.
  "prefixItems": .schemas, "items": .schemaOrSchemas, "contains": .schema, "additionalProperties": .schema,
  "properties": .schemaMap, "patternProperties": .schemaMap, "dependentSchemas": .schemaMap, "propertyNames": .schema,
  "if": .schema, "then": .schema, "else": .schema, "allOf": .schemas, "anyOf": .schemas, "oneOf": .schemas,
  "not": .schema,
  // Unevaluated.
  "unevaluatedItems": .schema, "unevaluatedProperties": .schema,
  // Validation; `const` may be anything.
  "type": .types, "enum": .array, "multipleOf": .positiveNumber, "maximum": .number,
  "exclusiveMaximum": .exclusiveBound,
  "minimum": .number, "exclusiveMinimum": .exclusiveBound, "maxLength": .count, "minLength": .count,
  "pattern": .string, "maxItems": .count, "minItems": .count, "uniqueItems": .boolean, "maxContains": .count,
  "minContains": .count, "maxProperties": .count, "minProperties": .count, "required": .strings,
  "dependentRequired": .stringsMap,
  // Meta-data; `default` may be anything.
  "title": .string, "description": .string, "deprecated": .boolean, "readOnly": .boolean, "writeOnly": .boolean,
  "examples": .array,
  // Format and content.
  "format": .string, "contentEncoding": .string, "contentMediaType": .string, "contentSchema": .schema,
  // Of older drafts, still in use.
  "definitions": .schemaMap, "dependencies": .dependencies, "additionalItems": .schema, "$recursiveRef": .string,
  "$recursiveAnchor": .anchor,
]

/// The keywords by which a document is known as a schema; the others stand in many a JSON file that is none.
let tellingKeywords: Set<String> = Set(schemaKeywords.keys).union(["const"]).subtracting([
  "title", "description", "examples", "$comment", "deprecated", "readOnly", "writeOnly", "dependencies", "items",
])

/// Type names, with what they admit.
let schemaTypes: [String: SchemaTypes] = [
  "array": .array, "boolean": .boolean, "integer": .integer, "null": .null, "number": [.integer, .fraction],
  "object": .object, "string": .string,
]

/// Kinds of JSON values; every value is of one of them.
struct SchemaTypes: OptionSet, Hashable {
  var rawValue: UInt8

  static let array = SchemaTypes(rawValue: 1)
  static let boolean = SchemaTypes(rawValue: 2)
  static let integer = SchemaTypes(rawValue: 4)
  /// A number that is not whole.
  static let fraction = SchemaTypes(rawValue: 8)
  static let null = SchemaTypes(rawValue: 16)
  static let object = SchemaTypes(rawValue: 32)
  static let string = SchemaTypes(rawValue: 64)
  static let all = SchemaTypes(rawValue: 127)
  static let single: [SchemaTypes] = [.array, .boolean, .integer, .fraction, .null, .object, .string]

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The type of a value.
  init(of value: JSONTree) {
    self =
      switch value.kind {
      case .null: .null
      case .bool: .boolean
      case .number: value.isWholeNumber ? .integer : .fraction
      case .string: .string
      case .array: .array
      case .object: .object
      }
  }

  /// As a schema names them.
  var names: [String] {
    if self == .all { return ["any"] }
    return schemaTypes.keys.sorted().filter { name in
      switch name {
      case "number": contains(.fraction)
      case "integer": contains(.integer) && !contains(.fraction)
      default: schemaTypes[name].map { isSuperset(of: $0) } ?? false
      }
    }
  }
}

extension JSONTree {
  /// `1.0` is whole too.
  var isWholeNumber: Bool {
    guard case .number(let text) = kind else { return false }
    if Int64(text) != nil { return true }
    guard let value = Double(text) else { return false }
    return value.isFinite && value == value.rounded()
  }
}
