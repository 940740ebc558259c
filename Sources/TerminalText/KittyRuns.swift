// kitty gives each run of cells in one font to HarfBuzz, which turns the whole run (letters, numbers and all, with brackets
// mirrored) if the first character in it that belongs to a script belongs to one that is written from the right. It knows
// no order beyond that. So each run is sent such that kitty's turning, or its leaving alone, shows what is to be seen.
// Scripts are not UAX #9's types: Arabic-Indic digits and ٪ belong to the Arabic script, ، and ؟ and the tatweel to none.

/// Rearranges a row that is in its final order into what kitty has to be sent to show it.
func turnRuns(in row: inout [Glyph]) {
  var start = 0
  while start < row.count {
    var end = start + 1
    while end < row.count, isSameRun(row[start], row[end]) { end += 1 }
    let run = row[start..<end]
    let scripts = run.compactMap { scriptDirection(of: $0.base) }
    if scripts.contains(.rightToLeft) { row.replaceSubrange(start..<end, with: sent(run, scripts)) }
    start = end
  }
}

private func sent(_ run: ArraySlice<Glyph>, _ scripts: [Direction]) -> [Glyph] {
  if scripts.first == .leftToRight { return Array(run) }
  if scripts.last == .rightToLeft {
    return zip(run, run.reversed()).map { place, glyph in
      var glyph = glyph
      if !isStrongRightToLeft(glyph.base) { glyph.base = mirrored(glyph.base) }
      // kitty turns the letters, but leaves colours and lines with the cells.
      glyph.style = place.style
      // kitty (0.26) gives a mark within a run a cell of its own and squeezes letters for it: there a word without its
      // vowel signs reads better than one without its letters.
      glyph.marks = []
      return glyph
    }
  }
  // Neither order of the cells shows a run that starts with a right-to-left script and ends with another.
  return withEuropeanNumber(run) ?? withPartsExchanged(run)
}

/// The run with European digits for the Arabic ones that it starts with, which are of no script: kitty leaves it alone.
///
/// - Returns: nil where there are Arabic letters among them.
private func withEuropeanNumber(_ run: ArraySlice<Glyph>) -> [Glyph]? {
  var result = Array(run)
  for index in result.indices {
    switch scriptDirection(of: result[index].base) {
    case .leftToRight?: return result
    case nil: continue
    case .rightToLeft?:
      guard let european = europeanSign(for: result[index].base) else { return nil }
      result[index].base = european
    }
  }
  return result
}

/// The run as it would stand in a paragraph of the other direction: its Arabic and its other words, each of which reads
/// right, have changed places. So it starts with what kitty leaves alone.
private func withPartsExchanged(_ run: ArraySlice<Glyph>) -> [Glyph] {
  var parts: [[Glyph]] = []
  var lastKind: Direction?
  // Signs between two words of a kind belong to their part, others are parts of their own.
  var signs: [Glyph] = []
  for glyph in run {
    guard let kind = wordDirection(of: glyph.base) else {
      signs.append(glyph)
      continue
    }
    if kind == lastKind, let last = parts.indices.last {
      parts[last] += signs + [glyph]
    } else {
      parts += signs.map { [mirrored($0)] } + [[glyph]]
    }
    signs = []
    lastKind = kind
  }
  parts += signs.map { [mirrored($0)] }
  return Array(parts.reversed().joined())
}

private func wordDirection(of scalar: Unicode.Scalar) -> Direction? {
  if let script = scriptDirection(of: scalar) { return script }
  return scalar.properties.numericType == .decimal ? .leftToRight : nil
}

private func mirrored(_ glyph: Glyph) -> Glyph {
  var glyph = glyph
  glyph.base = mirrored(glyph.base)
  return glyph
}

/// Whether kitty shapes two cells that follow each other together, as far as can be told without its fonts.
private func isSameRun(_ left: Glyph, _ right: Glyph) -> Bool {
  let ofFont: Style.Attributes = [.bold, .italic]
  return isInRun(left) && isInRun(right)
    && left.style.attributes.intersection(ofFont) == right.style.attributes.intersection(ofFont)
}

/// Blanks and what kitty draws by itself stand alone; wide characters come from another font.
private func isInRun(_ glyph: Glyph) -> Bool {
  guard glyph.columns == 1, glyph.base != " " else { return false }
  switch glyph.base.value {
  case 0x2500...0x259F, 0x2800...0x28FF, 0xE0B0...0xE0BF: return false
  default: return true
  }
}

/// The direction of the script that a scalar belongs to; nil where it belongs to none, as signs and European digits. Of the
/// scripts that are written from the left those that a dashboard sees are exact, others by UAX #9's type.
func scriptDirection(of scalar: Unicode.Scalar) -> Direction? {
  switch scalar.value {
  case 0..<0x41: nil
  case 0x605, 0x60C, 0x61B, 0x61F, 0x640, 0x6DD, 0x8E2, 0xFD3E, 0xFD3F: nil
  case 0x590..<0x900, 0xFB1D..<0xFE00, 0xFE70..<0xFF00, 0x10800..<0x10C80, 0x10D00..<0x11000, 0x1E800..<0x1EC70,
    0x1EE00..<0x1F000:
    .rightToLeft
  // Letters that no script has to itself: µ, modifiers, ℓ, circled and mathematical ones, currencies, private use.
  case 0xB5, 0x2B9...0x2DF, 0x2E5...0x2E9, 0x2EE, 0x20A0...0x20CF, 0x2100...0x2125, 0x2127...0x2129, 0x212C...0x2131,
    0x2133...0x214D, 0x214F, 0x2336...0x237A, 0x2395, 0x249C...0x24E9, 0xE000...0xF8FF, 0x1D400...0x1D7FF,
    0x1F100...0x1F2FF:
    nil
  case 0x2EA, 0x2EB, 0x375, 0x384, 0x3F6: .leftToRight
  default: isStrongLeftToRight(scalar) ? .leftToRight : nil
  }
}

private func europeanSign(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0x660...0x669: Unicode.Scalar(scalar.value - 0x660 + 0x30)
  case 0x6F0...0x6F9: Unicode.Scalar(scalar.value - 0x6F0 + 0x30)
  case 0x66A: "%"
  case 0x66B: "."
  case 0x66C: ","
  default: nil
  }
}
