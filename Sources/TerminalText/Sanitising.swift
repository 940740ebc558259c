// Untrusted text is data: nothing in it may steer the terminal. This is the one place that decides what each scalar of a
// file becomes. Controls become control pictures, whatever orders text behind the reader's back a replacement character;
// the joiners and marks that honest Arabic needs act on joining and order and are dropped afterwards.

/// What becomes of a scalar of a file.
enum Sanitised: Hashable {
  case shown(Unicode.Scalar)
  /// Acts on joining or order, takes no cell.
  case acting(Unicode.Scalar)
  case dropped
}

func sanitised(_ scalar: Unicode.Scalar) -> Sanitised {
  let value = scalar.value
  if value >= 0x20, value < 0x7F { return .shown(scalar) }
  switch value {
  case 0x09: return .shown(" ")
  case 0x00..<0x20: return .shown(Unicode.Scalar(0x2400 + value) ?? standIn)
  case 0x7F: return .shown("\u{2421}")
  case 0x80...0x9F: return .shown(standIn)
  case 0x200C, 0x200D, 0x200E, 0x200F, 0x061C: return .acting(scalar)
  // Marks of our own sentences (see `Sentence`): in a file they are as harmless as those that they act as.
  case 0xFDD0: return .acting("\u{200E}")
  case 0xFDD1: return .acting("\u{200F}")
  case 0xFE00...0xFE0F: return .dropped
  case 0x200B, 0xFEFF, 0x202A...0x202E, 0x2060...0x206F, 0x2028, 0x2029, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
    return .shown(standIn)
  default:
    return columns(of: scalar) == nil ? .shown(standIn) : .shown(scalar)
  }
}

private let standIn: Unicode.Scalar = "\u{FFFD}"

/// The text as it may go to a pipe or to stderr: in logical order, unshaped, nothing in it that steers a terminal.
public func sanitised(_ text: some StringProtocol) -> String {
  if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return String(text) }
  var result = String.UnicodeScalarView()
  for scalar in text.unicodeScalars where scalar.value != 0xFDD0 && scalar.value != 0xFDD1 {
    switch sanitised(scalar) {
    case .shown(let shown): result.append(shown)
    case .acting(let acting): result.append(acting)
    case .dropped: if scalar.value >= 0xFE00 { result.append(scalar) }
    }
  }
  return String(result)
}
