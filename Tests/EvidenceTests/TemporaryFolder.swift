import Foundation

/// A folder of its own for one test; gone with the value.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("jahiz-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ name: String, _ text: String = "") {
    let file = "\(path)/\(name)"
    makeFolder((name as NSString).deletingLastPathComponent)
    _ = FileManager.default.createFile(atPath: file, contents: Data(text.utf8))
  }

  func makeFolder(_ name: String) {
    try? FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
  }

  func link(_ name: String, to target: String) {
    makeFolder((name as NSString).deletingLastPathComponent)
    try? FileManager.default.createSymbolicLink(atPath: "\(path)/\(name)", withDestinationPath: target)
  }
}
