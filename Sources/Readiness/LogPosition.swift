/// How far an append-only log is known: an offset, good only for the very file that it was measured in.
package struct LogPosition: Hashable, Sendable {
  package var device: UInt64
  package var inode: UInt64
  /// In bytes, behind the last whole line.
  package var offset: Int64
  /// The last bytes before `offset`: a file that was written anew in its place has others there, since every event has an
  /// id and a moment of its own. An edit further above that keeps every length is left to the next reading to see.
  package var ending: [UInt8]

  /// How many bytes `ending` holds where the log has as many.
  package static let endingLength = 512

  package init(device: UInt64, inode: UInt64, offset: Int64, ending: [UInt8]) {
    self.device = device
    self.inode = inode
    self.offset = offset
    self.ending = ending
  }
}
