import Foundation
import Testing

@testable import Ledger

struct AtomicReplaceTests {
  private let folder = TemporaryFolder()

  private func replace(_ name: String, with text: String) throws {
    try replaceAtomically(folder.file(name), lockWait: .milliseconds(300)) { _ in Array(text.utf8) }
  }

  @Test func `Mode, owner and group stay, and nothing else is left in the folder`() throws {
    folder.write("m.md", "old")
    let path = "\(folder.path)/m.md"
    chmod(path, 0o640)
    let isRoot = geteuid() == 0
    if isRoot { chown(path, 1_234, 4_321) }
    try replace("m.md", with: "new")
    var status = stat()
    stat(path, &status)
    #expect(status.st_mode & 0o7777 == 0o640)
    if isRoot { #expect(status.st_uid == 1_234 && status.st_gid == 4_321) }
    #expect(folder.read("m.md") == Array("new".utf8))
    #expect(folder.names == ["m.md"])
  }

  @Test func `A link stays a link`() throws {
    folder.write("real/m.md", "old")
    symlink("real/m.md", "\(folder.path)/m.md")
    try replace("m.md", with: "new")
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: "\(folder.path)/m.md") == "real/m.md")
    #expect(folder.read("real/m.md") == Array("new".utf8))
  }

  @Test func `The same bytes are not written again`() throws {
    folder.write("m.md", "old")
    var before = stat()
    stat("\(folder.path)/m.md", &before)
    #expect(try !replaceAtomically(folder.file("m.md")) { $0 })
    var after = stat()
    stat("\(folder.path)/m.md", &after)
    #expect(before.st_ino == after.st_ino)
  }

  @Test func `A change by an editor meanwhile is seen and kept`() throws {
    folder.write("m.md", "a")
    var rounds = 0
    try replaceAtomically(folder.file("m.md")) { bytes in
      rounds += 1
      // An editor that knows no lock saves while the new bytes are being made, once in place and once by another file.
      if rounds == 1 { try? Data("ab".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/m.md")) }
      if rounds == 2 { try? Data("abc".utf8).write(to: URL(fileURLWithPath: "\(folder.path)/m.md"), options: .atomic) }
      return bytes + Array("!".utf8)
    }
    #expect(rounds == 3 && folder.read("m.md") == Array("abc!".utf8))
    #expect(folder.names == ["m.md"])
  }

  @Test func `One who never stops writing is told of`() throws {
    folder.write("m.md", "a")
    var text = "a"
    #expect(throws: LedgerError.keepsChanging(path: "m.md")) {
      try replaceAtomically(folder.file("m.md")) { bytes in
        text += "b"
        try? Data(text.utf8).write(to: URL(fileURLWithPath: "\(folder.path)/m.md"))
        return bytes + [33]
      }
    }
    #expect(folder.names == ["m.md"])
  }

  @Test func `Hour-old leftovers of killed writers go, young ones and others' files stay`() throws {
    for name in ["m.md", ".jahiz-00.tmp", ".jahiz-11.tmp", ".other.tmp"] { folder.write(name, "x") }
    for name in [".jahiz-00.tmp", ".other.tmp"] {
      var times = [timeval(tv_sec: time(nil) - 4_000, tv_usec: 0), timeval(tv_sec: time(nil) - 4_000, tv_usec: 0)]
      utimes("\(folder.path)/\(name)", &times)
    }
    try replace("m.md", with: "y")
    #expect(folder.names == [".jahiz-11.tmp", ".other.tmp", "m.md"])
  }

  @Test func `Edits of several at once are all there`() async throws {
    folder.write("m.md", "")
    let file = folder.file("m.md")
    await withTaskGroup(of: Void.self) { group in
      for letter in UInt8(ascii: "a")...UInt8(ascii: "d") {
        group.addTask {
          for _ in 0..<25 { _ = try? replaceAtomically(file, lockWait: .seconds(30)) { $0 + [letter] } }
        }
      }
    }
    #expect(folder.read("m.md").sorted() == (0..<100).map { UInt8(ascii: "a") + UInt8($0 / 25) })
  }

  @Test func `A missing file is one clear error`() {
    #expect(throws: LedgerError.system(path: "m.md", code: ENOENT)) { try replace("m.md", with: "x") }
  }
}
