import Readiness
import Testing

@testable import Evidence

/// Every case was held against `Draft202012Validator.check_schema` of Python's jsonschema.
@Suite struct SchemaValidityTests {
  private func isValid(_ text: String) throws -> Bool { schemaProblems(try parseJSON(Array(text.utf8))).isEmpty }

  @Test(
    "What the meta-schema of 2020-12 refuses is refused",
    arguments: [
      #"3"#, #"{"type": "strng"}"#, #"{"type": []}"#, #"{"type": ["string", "string"]}"#, #"{"required": "p"}"#,
      #"{"required": ["a", "a"]}"#, #"{"properties": []}"#, #"{"properties": {"a": 3}}"#, #"{"enum": "a"}"#,
      #"{"minimum": "3"}"#, #"{"minLength": -1}"#, #"{"minLength": 1.5}"#, #"{"multipleOf": 0}"#,
      #"{"uniqueItems": "yes"}"#, #"{"items": [{}]}"#, #"{"allOf": []}"#, #"{"anyOf": {}}"#, #"{"not": 1}"#,
      #"{"$ref": 3}"#, #"{"$id": "a#b"}"#, #"{"$anchor": "1a"}"#, #"{"$defs": []}"#, #"{"title": 1}"#,
      #"{"deprecated": "no"}"#, #"{"examples": {}}"#, #"{"format": 1}"#, #"{"dependentRequired": {"a": "b"}}"#,
      #"{"$vocabulary": {"https://x": 1}}"#, #"{"patternProperties": {"^a": 5}}"#, #"{"prefixItems": []}"#,
      #"{"dependencies": {"a": 1}}"#, #"{"exclusiveMinimum": false}"#, #"{"$recursiveAnchor": true}"#,
      #"{"properties": {"a": {"items": {"oneOf": [{"maxItems": "2"}]}}}}"#,
    ])
  func refused(_ text: String) throws { #expect(try !isValid(text)) }

  @Test(
    "What it admits is admitted",
    arguments: [
      #"true"#, #"{}"#, #"{"type": ["string", "null"]}"#, #"{"required": []}"#, #"{"enum": []}"#,
      #"{"minLength": 1.0}"#,
      #"{"maxLength": 1e2}"#, #"{"$id": "a#"}"#, #"{"$anchor": "_ok"}"#, #"{"const": {}, "default": []}"#,
      #"{"$vocabulary": {"https://x": true}}"#, #"{"contains": false}"#, #"{"unknownKeyword": [{"type": 3}]}"#,
      #"{"enum": [{"type": 3}], "properties": {"required": {"type": "string"}, "$id": {"const": 3}}}"#,
      ##"{"$schema": "http://json-schema.org/draft-07/schema#", "items": [{}], "$id": "#old"}"##,
      #"{"$schema": "http://json-schema.org/draft-04/schema#", "minimum": 0, "exclusiveMinimum": true}"#,
    ])
  func admitted(_ text: String) throws { #expect(try isValid(text)) }
}
