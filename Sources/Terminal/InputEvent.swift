package import TerminalText

/// What reaches the loop from the terminal and the world.
package enum InputEvent: Hashable, Sendable {
  case key(Key)
  case mouse(MouseEvent)
  /// Pasted text, which is never taken for keys; at most 64 kB.
  case paste(String)
  case resized
  /// One of the descriptors that were given is readable.
  case wake(Int32)
  /// The terminal has told how Arabic reads right in it.
  case answered(OutputWay)
  /// The terminal has told its background colour.
  case background(isLight: Bool)
  /// SIGTERM, SIGHUP or a terminal that is gone.
  case terminate
}

/// Why no screen can be had.
package struct TerminalError: Error, CustomStringConvertible {
  package var description: String
}

/// When colours are used.
package enum ColorChoice: Sendable {
  /// Where the terminal has them and `NO_COLOR` is not set.
  case auto
  case always, never
}
