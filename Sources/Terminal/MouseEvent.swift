/// What the mouse did, and where.
package struct MouseEvent: Hashable, Sendable {
  package enum Kind: Hashable, Sendable { case press, release, drag, wheelUp, wheelDown }
  package enum Button: Hashable, Sendable { case left, middle, right, other }

  package var kind: Kind
  /// `.other` for the wheel.
  package var button: Button
  /// From 0 at the left.
  package var column: Int
  /// From 0 at the top.
  package var row: Int
  package var shift: Bool
  package var alt: Bool
  package var control: Bool

  package init(
    _ kind: Kind, _ button: Button = .left, column: Int, row: Int, shift: Bool = false, alt: Bool = false,
    control: Bool = false
  ) {
    self.kind = kind
    self.button = button
    self.column = column
    self.row = row
    self.shift = shift
    self.alt = alt
    self.control = control
  }

  /// An SGR report (xterm ctlseqs, mode 1006): `CSI < code ; column ; row M`, with `m` for a release; nil for what is none, and
  /// for a movement without a button.
  init?(report numbers: [Int], isRelease: Bool) {
    guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
    let code = numbers[0]
    let kind: Kind
    var button = Button.other
    switch code & ~0b11111 {
    case 0, 32:
      guard code & 3 != 3 else { return nil }
      button = [.left, .middle, .right][code & 3]
      kind = isRelease ? .release : code & 32 != 0 ? .drag : .press
    case 64:
      guard !isRelease, code & 3 < 2 else { return nil }
      kind = code & 3 == 0 ? .wheelUp : .wheelDown
    default: return nil
    }
    self.init(
      kind, button, column: numbers[1] - 1, row: numbers[2] - 1, shift: code & 4 != 0, alt: code & 8 != 0,
      control: code & 16 != 0)
  }
}
