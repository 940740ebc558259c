import Evidence
import Readiness

/// What the log says at the moment when something is to be written into it.
struct LogSight {
  /// In the order of the log: those of the entities that were asked about, and whatever else has been written since.
  private(set) var events: [Event]
  /// What the workspace had read before; empty where all of it was read anew.
  private let known: [Event]
  /// The lines behind those.
  private var lines: [UInt8] = []

  /// What was read before.
  init(_ known: [Event], about entities: Set<String>?) {
    self.known = known
    events = known.indices(of: entities) { known[$0].entity }.map { known[$0] }
  }

  init(wholeLog lines: [UInt8], path: String, about entities: Set<String>?) {
    known = []
    self.lines = lines
    events = readEvents(entities.map { linesNaming($0, in: lines) } ?? lines, path: path).events
  }

  /// With what has been written since.
  func continued(by lines: [UInt8]) -> LogSight {
    var sight = self
    sight.lines = lines
    sight.events += readEvents(lines, path: "").events
    return sight
  }

  /// Whether some line names it, be it what an event is about or anything else.
  func names(_ id: String) -> Bool {
    known.contains { $0.entity == id } || lines.withUnsafeBytes { contains($0, Array(id.utf8)) }
  }

  /// Whether the new lines may say of lines before them that they do not count, or read otherwise than behind those.
  static func mayUnsettle(_ lines: [UInt8]) -> Bool {
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    return lines.starts(with: byteOrderMark)
      || lines.withUnsafeBytes { contains($0, tornLineName) || contains($0, Array("\\u".utf8)) }
  }
}
