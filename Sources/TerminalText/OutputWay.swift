/// What goes to the terminal so that Arabic reads right in it: terminals differ in how much they reorder and join by
/// themselves.
public enum OutputWay: String, CaseIterable, Sendable {
  /// Every cell in its final place, joined. For terminals that do nothing, or were told to do nothing (ECMA-48 BDSM).
  case visual
  /// Words in visual order, the letters of a word in logical order, U+200E between: for terminals that reorder lines.
  case words
  /// As words, without U+200E: for terminals that shape each run of non-blank cells by itself.
  case runs
  /// Plain logical order, unjoined.
  case terminal
}
