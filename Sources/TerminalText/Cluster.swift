/// What stands in one cell: a base with its marks, in logical order. A lam and the alef behind it are one.
struct Cluster {
  var base: Unicode.Scalar
  /// The alef of a lam-alef.
  var alef: Unicode.Scalar?
  /// At most four: ncurses keeps no more. In a text that stays in logical order they hold what acts on it, too.
  var marks: [Unicode.Scalar] = []
  /// Columns: 1 or 2.
  var columns: Int
  /// The offset of the base, or of the mark where a dotted circle stands in for the base, among the sanitised scalars that order and joining are found out from.
  var index: Int
  /// The scalars of the source that it stands for.
  var source: Range<Int>

  var isBlank: Bool { base == " " || base == "\u{A0}" }
  /// A line may end here; not at a no-break space.
  var mayBreak: Bool { base == " " }
}

/// A text cut into what stands in cells.
struct Clusters {
  var all: [Cluster] = []
  /// The sanitised scalars, with those that only act.
  var scalars: [UInt32] = []
  /// Whether anything in it asks for UAX #9 or joining.
  var isComplex = false
}

func clusters(of text: some Sequence<Unicode.Scalar>) -> [Cluster] { cut(text).all }

/// - Parameter staysLogical: for a terminal that lays text out by itself: lam and alef are its to join, and what acts on
///   joining or order goes out to it, on the cell before (at the start of the text there is none).
func cut(_ text: some Sequence<Unicode.Scalar>, staysLogical: Bool = false) -> Clusters {
  var result = Clusters()
  // A joiner between a lam and an alef, also before the lam's marks, keeps them apart.
  var wasActing = false
  for (offset, scalar) in text.enumerated() {
    let shown: Unicode.Scalar
    switch sanitised(scalar) {
    case .dropped: continue
    case .acting(let acting):
      result.scalars.append(acting.value)
      result.isComplex = true
      wasActing = true
      if staysLogical, let last = result.all.indices.last, result.all[last].marks.count < 4,
        !isJoiner(acting) || isStrongRightToLeft(result.all[last].base)
      {
        result.all[last].marks.append(acting)
      }
      continue
    case .shown(let visible): shown = visible
    }
    let index = result.scalars.count
    result.scalars.append(shown.value)
    if shown.value >= 0x590, !(0x2000..<0xD800).contains(shown.value) { result.isComplex = true }
    let width = columns(of: shown) ?? 1
    if width == 0 {
      if result.all.isEmpty {
        result.all.append(Cluster(base: "\u{25CC}", columns: 1, index: index, source: offset..<offset))
      }
      let last = result.all.count - 1
      if result.all[last].marks.count < 4 { result.all[last].marks.append(shown) }
      result.all[last].source = result.all[last].source.lowerBound..<offset + 1
      continue
    }
    if !staysLogical, isAlef(shown), !wasActing, let last = result.all.last, last.base == "\u{0644}", last.alef == nil {
      result.all[result.all.count - 1].alef = shown
      result.all[result.all.count - 1].source = last.source.lowerBound..<offset + 1
    } else {
      result.all.append(Cluster(base: shown, columns: width, index: index, source: offset..<offset + 1))
    }
    wasActing = false
  }
  return result
}

/// Some terminals make one of emoji that are joined, in fewer columns than ours.
private func isJoiner(_ scalar: Unicode.Scalar) -> Bool { scalar == "\u{200C}" || scalar == "\u{200D}" }

private func isAlef(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x0622, 0x0623, 0x0625, 0x0627: true
  default: false
  }
}

/// The presentation form of a lam with that alef (Unicode, Arabic Presentation Forms-B).
func lamAlef(_ alef: Unicode.Scalar, isJoinedBefore: Bool) -> Unicode.Scalar {
  switch alef.value {
  case 0x0622: isJoinedBefore ? "\u{FEF6}" : "\u{FEF5}"
  case 0x0623: isJoinedBefore ? "\u{FEF8}" : "\u{FEF7}"
  case 0x0625: isJoinedBefore ? "\u{FEFA}" : "\u{FEF9}"
  default: isJoinedBefore ? "\u{FEFC}" : "\u{FEFB}"
  }
}
