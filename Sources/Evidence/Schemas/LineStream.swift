import Glibc

// A log may be larger than memory should be. It is read in pieces, and each line is handed on where it lies.

/// The lines of a file, without holding more of it than one piece and the line that spans two.
struct LineStream {
  struct Line {
    var number: Int
    /// Without the newline; nil where it is longer than `lineLimit`.
    var range: Range<Int>?
    /// Whether a newline ends it.
    var isEnded: Bool
  }

  /// No event is that long.
  static let lineLimit = 16 << 20
  private static let pieceSize = 1 << 20

  /// Reads a file to its end.
  ///
  /// - Parameter body: gets the bytes, in which the line's range lies.
  static func read(
    _ place: FilePlace, _ body: (UnsafeBufferPointer<UInt8>, Line) -> Void
  ) throws(FileProblem) {
    let descriptor = place.withCPath { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard descriptor >= 0 else { throw FileProblem(code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileProblem(code: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw status.st_mode & S_IFMT == S_IFDIR
        ? FileProblem(code: EISDIR) : FileProblem(code: 0, isNoRegularFile: true)
    }
    try read(descriptor, body)
  }

  private static func read(
    _ descriptor: Int32, _ body: (UnsafeBufferPointer<UInt8>, Line) -> Void
  ) throws(FileProblem) {
    var capacity = 2 * pieceSize
    var buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    defer { buffer.deallocate() }
    /// What stands in the buffer and belongs to a line that goes on.
    var held = 0
    var number = 1
    var isSkipping = false
    while true {
      if capacity - held < pieceSize {
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: 2 * capacity)
        larger.update(from: buffer, count: held)
        buffer.deallocate()
        buffer = larger
        capacity *= 2
      }
      let count = Glibc.read(descriptor, buffer + held, pieceSize)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileProblem(code: errno)
      }
      let end = held + count
      let bytes = UnsafeBufferPointer(start: buffer, count: end)
      var start = 0
      // Up to `held` there is no newline.
      var searched = held
      while searched < end, let found = memchr(buffer + searched, 10, end - searched) {
        let newline = UnsafeRawPointer(found) - UnsafeRawPointer(buffer)
        body(bytes, Line(number: number, range: isSkipping ? nil : start..<newline, isEnded: true))
        isSkipping = false
        number += 1
        start = newline + 1
        searched = start
      }
      if count == 0 {
        if end > start || isSkipping {
          body(bytes, Line(number: number, range: isSkipping ? nil : start..<end, isEnded: false))
        }
        return
      }
      held = isSkipping ? 0 : end - start
      if held > lineLimit {
        isSkipping = true
        held = 0
      } else if start > 0, held > 0 {
        memmove(buffer, buffer + start, held)
      }
    }
  }
}
