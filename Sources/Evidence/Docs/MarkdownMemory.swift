import CMarkdown
import Glibc

// cmark-gfm takes a piece of memory for each word and bracket and gives them back one by one at the end: a quarter of the time
// that a document takes. Here pieces are cut from large blocks, one after the other, and all go together. cmark's own arena
// does the same for one thread; this one is each thread's own.

/// The memory of one thread's parsing. Everything between `next` and `end` is zero.
private struct Arena {
  /// The block that is cut from; each begins with the address of the one before it.
  var block: UnsafeMutableRawPointer?
  var next: UnsafeMutableRawPointer?
  var end: UnsafeMutableRawPointer?
  /// The piece cut last: it alone can grow where it stands, or be taken back.
  var last: UnsafeMutableRawPointer?
}

private let blockSize = 1 << 18
/// Before each piece stands its size. All pieces lie at multiples of 16, as those of `malloc` do.
private let headerSize = 16

extension Arena {
  mutating func cut(_ size: Int) -> UnsafeMutableRawPointer {
    let (whole, overflow) = size.addingReportingOverflow(headerSize + 15)
    guard !overflow else { abort() }
    let needed = whole & ~15
    if let next, let end, end - next >= needed { return piece(at: next, needed, size) }
    let room = max(blockSize, needed + headerSize)
    // As cmark does itself: there is no way on.
    guard let new = calloc(1, room) else { abort() }
    new.storeBytes(of: block, as: UnsafeMutableRawPointer?.self)
    block = new
    end = new + room
    return piece(at: new + headerSize, needed, size)
  }

  private mutating func piece(at start: UnsafeMutableRawPointer, _ needed: Int, _ size: Int) -> UnsafeMutableRawPointer
  {
    start.storeBytes(of: size, as: Int.self)
    next = start + needed
    last = start + headerSize
    return start + headerSize
  }

  mutating func grow(_ piece: UnsafeMutableRawPointer, to size: Int) -> UnsafeMutableRawPointer {
    let old = (piece - headerSize).load(as: Int.self)
    if size <= old { return piece }
    if piece == last, let end, size <= end - piece - 15 {
      (piece - headerSize).storeBytes(of: size, as: Int.self)
      next = piece + ((size + 15) & ~15)
      return piece
    }
    let new = cut(size)
    memcpy(new, piece, old)
    return new
  }

  mutating func takeBack(_ piece: UnsafeMutableRawPointer) {
    guard piece == last else { return }
    let start = piece - headerSize
    memset(start, 0, headerSize + start.load(as: Int.self))
    next = start
    last = nil
  }

  /// Gives back all blocks but one, for the next document.
  mutating func clear() {
    while let current = block, let before = current.load(as: UnsafeMutableRawPointer?.self) {
      free(current)
      block = before
      end = nil
      next = nil
    }
    last = nil
    guard let block else { return }
    let isOfUsualSize = end.map { $0 - block == blockSize } ?? false
    guard isOfUsualSize, let next else {
      free(block)
      self = Arena()
      return
    }
    memset(block, 0, next - block)
    self.next = block + headerSize
  }

  mutating func drop() {
    clear()
    free(block)
    self = Arena()
  }
}

/// The arena of this thread, while it has one.
private let arenaKey: pthread_key_t = {
  var key = pthread_key_t()
  pthread_key_create(&key, nil)
  return key
}()

private func arena() -> UnsafeMutablePointer<Arena>? {
  pthread_getspecific(arenaKey)?.assumingMemoryBound(to: Arena.self)
}

/// cmark keeps this address with each node.
private nonisolated(unsafe) let arenaFunctions: UnsafeMutablePointer<cmark_mem> = {
  let functions = UnsafeMutablePointer<cmark_mem>.allocate(capacity: 1)
  functions.initialize(
    to: cmark_mem(
      calloc: { count, size in
        let (bytes, overflow) = count.multipliedReportingOverflow(by: size)
        guard !overflow, bytes <= Int.max, let arena = arena() else { abort() }
        return arena.pointee.cut(Int(bytes))
      },
      realloc: { piece, size in
        guard let arena = arena() else { abort() }
        guard let piece else { return arena.pointee.cut(Int(size)) }
        return arena.pointee.grow(piece, to: Int(size))
      },
      free: { piece in
        if let piece { arena()?.pointee.takeBack(piece) }
      }))
  return functions
}()

/// Keeps this thread's memory from document to document.
func keepingMarkdownMemory<Result>(_ body: () -> Result) -> Result {
  guard arena() == nil else { return body() }
  var memory = Arena()
  return withUnsafeMutablePointer(to: &memory) { pointer in
    pthread_setspecific(arenaKey, pointer)
    defer {
      pthread_setspecific(arenaKey, nil)
      pointer.pointee.drop()
    }
    return body()
  }
}

/// Lends memory for parsing one document on this thread: nothing of it may be used afterwards, nor another be parsed within.
func withMarkdownMemory<Result>(_ body: (UnsafeMutablePointer<cmark_mem>) -> Result) -> Result {
  keepingMarkdownMemory {
    defer { arena()?.pointee.clear() }
    return body(arenaFunctions)
  }
}
