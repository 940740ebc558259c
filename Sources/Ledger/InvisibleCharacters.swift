/// Whether a character reorders the text around it or hides in it: embeddings, overrides and isolates (UAX #9),
/// zero-width space and byte-order mark. Joiners, U+200E, U+200F and U+061C are part of honest Arabic and don't count.
func reordersOrHides(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x202A...0x202E, 0x2066...0x2069, 0x200B, 0xFEFF: true
  default: false
  }
}
