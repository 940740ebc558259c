import Readiness
import Testing

@testable import Evidence

@Suite struct SchemaNarrowingTests {
  private func changes(_ old: String, _ new: String) throws -> [String] {
    var library = SchemaLibrary()
    library.add(SchemaDocument(path: "old.json", tree: try parseJSON(Array(old.utf8))))
    library.add(SchemaDocument(path: "new.json", tree: try parseJSON(Array(new.utf8))))
    let comparison = SchemaComparison(
      library, from: SchemaNode(document: 0, pointer: ""), to: SchemaNode(document: 1, pointer: ""))
    #expect(!comparison.isPartial)
    return comparison.changes.map(\.wording.english)
  }

  private func wrapped(_ property: String) -> String { #"{"type": "object", "properties": {"p": \#(property)}}"# }

  @Test(
    "What a new version takes away is told",
    arguments: [
      (#"{"type": "object", "properties": {"a": {}}}"#, #"{"type": "object"}"#, "“p.a” is removed"),
      (#"{"properties": {"a": {}}}"#, #"{"properties": {"a": false}}"#, "“p.a” is removed"),
      (#"{"required": ["a"]}"#, #"{"required": ["a", "b"]}"#, "“p.b” is now required"),
      (#"{"type": "number"}"#, #"{"type": "integer"}"#, "the type of “p” goes from number to integer"),
      (#"{"type": ["string", "null"]}"#, #"{"type": "string"}"#, "the type of “p” goes from null, string to string"),
      (#"{}"#, #"{"type": "string"}"#, "the type of “p” goes from any to string"),
      (#"{"enum": ["a", "b", 3]}"#, #"{"enum": ["a"]}"#, "“p” loses 3, b"),
      (#"{"type": "string"}"#, #"{"type": "string", "const": "x"}"#, "“p” is now fixed to x"),
      (#"{"enum": [1, 5]}"#, #"{"enum": [1, 5], "maximum": 4}"#, "“p” loses 5"),
      (#"{"type": "integer", "minimum": 0}"#, #"{"type": "integer", "minimum": 1}"#, "minimum of “p” goes from 0 to 1"),
      (#"{"type": "number"}"#, #"{"type": "number", "exclusiveMaximum": 9.5}"#, "“p” now has exclusiveMaximum 9.5"),
      (
        #"{"type": "string", "maxLength": 9}"#, #"{"type": "string", "maxLength": 8}"#,
        "maxLength of “p” goes from 9 to 8"
      ),
      (#"{"type": "string"}"#, #"{"type": "string", "pattern": "^a"}"#, "“p” now has the pattern ^a"),
      (#"{"type": "string"}"#, #"{"type": "string", "format": "uuid"}"#, "“p” now has the format uuid"),
      (
        #"{"type": "object"}"#, #"{"type": "object", "additionalProperties": false}"#,
        "“p” admits no other properties now"
      ),
      (
        #"{"type": "array"}"#, #"{"type": "array", "items": {"type": "string"}}"#,
        "the type of “p[]” goes from any to string"
      ),
      (#"{"items": {"properties": {"a": {}}}}"#, #"{"items": {"properties": {}}}"#, "“p[].a” is removed"),
      (#"{"type": "array"}"#, #"{"type": "array", "uniqueItems": true}"#, "“p” now has uniqueItems true"),
      (#"{"type": "number"}"#, #"{"type": "number", "multipleOf": 0.5}"#, "“p” now has multipleOf 0.5"),
      (#"{"type": "string"}"#, #"{"type": "string", "not": {"const": ""}}"#, "not of “p” is new or another"),
      (
        #"{"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 3}]}"#,
        #"{"anyOf": [{"type": "string"}, {"type": "integer", "minimum": 5}]}"#, "a choice of “p” is gone or narrower"
      ),
      (
        #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, #"{"type": "string"}"#,
        "the type of “p” goes from null, string to string"
      ),
      (
        #"{"type": "object", "additionalProperties": {"type": "string"}}"#,
        #"{"type": "object", "additionalProperties": {"type": "string"}, "properties": {"n": {"type": "number"}}}"#,
        "the type of “p.n” goes from string to number"
      ),
    ])
  func narrower(_ old: String, _ new: String, _ message: String) throws {
    #expect(try changes(wrapped(old), wrapped(new)) == [message])
  }

  @Test(
    "What a new version adds, widens or only says otherwise is no break",
    arguments: [
      (#"{"properties": {"a": {}}}"#, #"{"properties": {"a": {}, "b": {"type": "string"}}}"#),
      (#"{"type": "object", "required": ["a"]}"#, #"{"type": ["object", "null"]}"#),
      (#"{"type": "integer"}"#, #"{"type": "number"}"#), (#"{"enum": ["a"]}"#, #"{"enum": ["b", "a"]}"#),
      (#"{"const": "a"}"#, #"{"type": "string"}"#), (#"{"const": "a"}"#, #"{"enum": ["a", "b"]}"#),
      (#"{"type": "integer", "exclusiveMinimum": 0}"#, #"{"type": "integer", "minimum": 1}"#),
      (#"{"type": "string", "minLength": 2, "pattern": "a"}"#, #"{"type": "string", "minLength": 1}"#),
      (#"{"type": "string"}"#, #"{"type": "string", "minimum": 5, "required": ["x"], "minItems": 2}"#),
      (#"{"type": "object", "additionalProperties": false}"#, #"{"type": "object"}"#),
      (#"{"type": "string"}"#, #"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#),
      (#"{"anyOf": [{"type": "string"}, {"type": "null"}]}"#, #"{"type": ["null", "string"]}"#),
      (#"{"type": ["null", "string"]}"#, #"{"oneOf": [{"type": "null"}, {"type": "string"}]}"#),
      (#"{"enum": [null]}"#, #"{"type": "null"}"#), (#"{"type": "null"}"#, #"{"const": null}"#),
      (#"{"title": "Old"}"#, #"{"title": "New", "description": "x", "examples": [1], "deprecated": true}"#),
      (#"{"properties": {"a": {"type": "string"}}}"#, #"{"allOf": [{"properties": {"a": {"type": "string"}}}]}"#),
      (#"{"minimum": 0}"#, #"{"minimum": 0.0}"#),
      (
        #"{"properties": {"a": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}]}"#,
        #"{"properties": {"a": {}, "c": {}}, "anyOf": [{"required": ["a"]}, {"required": ["b"]}, {"required": ["c"]}]}"#
      ),
    ])
  func noNarrower(_ old: String, _ new: String) throws { #expect(try changes(wrapped(old), wrapped(new)) == []) }

  @Test("The property that names the version may change with it, at the top alone")
  func versionProperty() throws {
    let old = #"{"properties": {"schema_version": {"const": "1"}, "data": {"properties": {"version": {"const": 1}}}}}"#
    let new = #"{"properties": {"schema_version": {"const": "2"}, "data": {"properties": {"version": {"const": 2}}}}}"#
    #expect(try changes(old, new) == ["“data.version” loses 1"])
  }

  @Test("Schemas that refer to themselves are compared to the end")
  func circles() throws {
    func tree(_ type: String) -> String {
      ##"{"properties": {"v": {"type": \##(type)}, "next": {"anyOf": [{"$ref": "#"}, {"type": "null"}]}}}"##
    }
    #expect(try changes(tree(#""string""#), tree(#"["string", "null"]"#)) == [])
    #expect(
      try changes(tree(#"["string", "null"]"#), tree(#""string""#)).first
        == "the type of “v” goes from null, string to string")
  }
}
