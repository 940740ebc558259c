import CSimdJSON
package import Readiness

/// A validation definition of GX 1.x, from `gx/validation_definitions/*.json`.
package struct GXValidationDefinition: Hashable, Sendable {
  package var id: String
  package var suite: String

  package init(id: String, suite: String) {
    self.id = id
    self.suite = suite
  }
}

/// Reads a checkpoint that GX 1.x defines, from `gx/checkpoints/*.json`.
///
/// - Parameter validationDefinitions: where the suites of its validations are looked up by id.
package func readDefinedCheckpoint(
  _ bytes: [UInt8], path: String, validationDefinitions: [GXValidationDefinition] = []
) -> (DefinedCheckpoint?, [Finding]) {
  let (definition, findings) = readDefinition(bytes, path: path)
  guard let definition else { return (nil, findings) }
  guard let name = definition.name else {
    let wording = Wording("names no checkpoint", "لا يسمّي نقطة تحقق")
    return (nil, [Finding(.resultIncomplete, .v1, wording, at: SourceLocation(path: path))])
  }
  var suites: [String] = []
  for id in definition.definitions {
    let suite = validationDefinitions.first { $0.id == id }?.suite
    if let suite, !suites.contains(suite) { suites.append(suite) }
  }
  let checkpoint = DefinedCheckpoint(
    id: definition.id, name: name, suites: suites, location: SourceLocation(path: path))
  return (checkpoint, [])
}

/// Reads a validation definition of GX 1.x; nil where the bytes are none.
package func readValidationDefinition(_ bytes: [UInt8], path: String) -> GXValidationDefinition? {
  let (definition, _) = readDefinition(bytes, path: path)
  guard let definition, let id = definition.id, let suite = definition.suite else { return nil }
  return GXValidationDefinition(id: id, suite: suite)
}

/// Gives results that name their checkpoint by id alone, as GX 1.x stores do, its name.
package func joinCheckpointNames(_ results: inout [ValidationResult], _ defined: [DefinedCheckpoint]) {
  var names: [String: String] = [:]
  for checkpoint in defined {
    if let id = checkpoint.id { names[id] = checkpoint.name }
  }
  guard !names.isEmpty else { return }
  for index in results.indices where results[index].name == nil {
    guard let id = results[index].checkpointID, let name = names[id] else { continue }
    results[index].name = name
  }
}

private struct Definition {
  var id: String?
  var name: String?
  var suite: String?
  var definitions: [String]
}

private func readDefinition(_ bytes: [UInt8], path: String) -> (Definition?, [Finding]) {
  let pointer = bytes.withUnsafeBufferPointer { buffer in
    buffer.withMemoryRebound(to: CChar.self) { jahiz_gx_read_definition($0.baseAddress, $0.count) }
  }
  guard let definition = pointer?.pointee else { return (nil, []) }
  guard definition.outcome == JAHIZ_GX_OK else {
    let finding = gxUnreadable(
      definition.outcome, systemError: 0, offset: definition.error_offset, line: definition.error_line, path: path)
    return (nil, [finding])
  }
  let arena = GXArena(definition.arena)
  let ids = UnsafeBufferPointer(start: definition.definitions, count: definition.definition_count)
  return (
    Definition(
      id: arena.string(definition.id), name: arena.string(definition.name), suite: arena.string(definition.suite),
      definitions: ids.compactMap(arena.string)), []
  )
}
