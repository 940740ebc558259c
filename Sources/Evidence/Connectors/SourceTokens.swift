import Glibc

// Code as words, texts, marks and line ends, comments gone: enough to tell an import from a text that speaks of one. No
// language is parsed whole; what a text or a comment cannot end is taken to end with its line, so that one odd quote costs
// one line and not the file.

struct SourceToken {
  enum Kind { case word, text, mark, newline }

  var kind: Kind
  /// Of a text: what stands between its quotes.
  var range: Range<Int>
  /// 1-based.
  var line: Int
}

/// The tokens of a source file.
func sourceTokens(_ bytes: UnsafeBufferPointer<UInt8>, _ lexicon: Lexicon) -> [SourceToken] {
  var lexer = SourceLexer(bytes: bytes, lexicon: lexicon)
  lexer.run()
  return lexer.tokens
}

private struct SourceLexer {
  let bytes: UnsafeBufferPointer<UInt8>
  let lexicon: Lexicon
  var tokens: [SourceToken] = []
  private var index = 0
  private var line = 1
  /// Open braces inside each template that is interrupted by `${`.
  private var templates: [Int] = []
  /// Closing quotes and heredoc words that do not come any more: whoever opens a thousand of them costs one look each.
  private var unclosed: Set<[UInt8]> = []
  /// Up to where no regular expression ends.
  private var regexBarrier = 0

  init(bytes: UnsafeBufferPointer<UInt8>, lexicon: Lexicon) {
    self.bytes = bytes
    self.lexicon = lexicon
  }

  mutating func run() {
    if lexicon.hasOpenTags { skipToOpenTag() }
    while index < bytes.count { step() }
  }

  private mutating func step() {
    let byte = bytes[index]
    switch byte {
    case 10:
      add(.newline, index..<index + 1)
      index += 1
      line += 1
      if lexicon.hasBeginBlocks, starts("=begin") { skip(to: "\n=end") }
    case 32, 9, 13: index += 1
    case UInt8(ascii: "\\") where peek(1) == 10 || (peek(1) == 13 && peek(2) == 10):
      index += peek(1) == 10 ? 2 : 3
      line += 1
    case UInt8(ascii: "/") where lexicon.slashComments && peek(1) == slash: skipLine()
    case UInt8(ascii: "/") where lexicon.slashComments && peek(1) == UInt8(ascii: "*"): skipBlockComment()
    case UInt8(ascii: "/") where lexicon.hasRegex && index >= regexBarrier && regexCanBegin: skipRegex()
    case hash where lexicon.hasHashStrings && hashString(): break
    case hash where lexicon.hashComments && !(lexicon.hasOpenTags && peek(1) == UInt8(ascii: "[")): skipLine()
    case UInt8(ascii: "?") where lexicon.hasOpenTags && peek(1) == UInt8(ascii: ">"): skipToOpenTag()
    case UInt8(ascii: "<") where heredoc(): break
    case UInt8(ascii: "@") where lexicon.hasVerbatim && verbatim(): break
    case doubleQuote: quoted(doubleQuote)
    case singleQuote: singleQuoted()
    case backtick: backticked()
    case UInt8(ascii: "{"):
      if let last = templates.indices.last { templates[last] += 1 }
      mark()
    case UInt8(ascii: "}"):
      if let last = templates.indices.last {
        if templates[last] == 0 {
          templates.removeLast()
          index += 1
          template(from: index)
          return
        }
        templates[last] -= 1
      }
      mark()
    case _ where isWordByte(byte): word()
    default: mark()
    }
  }

  // MARK: Tokens

  private mutating func add(_ kind: SourceToken.Kind, _ range: Range<Int>, line: Int? = nil) {
    tokens.append(SourceToken(kind: kind, range: range, line: line ?? self.line))
  }

  private mutating func mark() {
    add(.mark, index..<index + 1)
    index += 1
  }

  private mutating func word() {
    let start = index
    while index < bytes.count, isWordByte(bytes[index]) { index += 1 }
    // `r"…"`, `r#"…"#`, `b'…'`: the prefix is no word of its own.
    if lexicon.hasHashStrings, peek(0) == hash, bytes[index - 1] == UInt8(ascii: "r"), hashString() { return }
    if lexicon.hasHashStrings, peek(0) == doubleQuote, index - start <= 2, bytes[index - 1] == UInt8(ascii: "r") {
      raw(closing: [doubleQuote], from: index + 1)
      return
    }
    add(.word, start..<index)
  }

  private mutating func backticked() {
    switch lexicon.backtick {
    case .raw: raw(closing: [backtick], from: index + 1)
    case .template:
      index += 1
      template(from: index)
    default: index += 1
    }
  }

  private mutating func singleQuoted() {
    switch lexicon.singleQuote {
    case .text: quoted(singleQuote)
    case .character:
      // A character ends within a few bytes; else it is a lifetime or a symbol.
      var end = index + 1
      if peek(1) == UInt8(ascii: "\\") { end += 2 }
      while end < bytes.count, end - index < 12, bytes[end] != singleQuote, bytes[end] != 10 { end += 1 }
      let isShort = peek(1) == UInt8(ascii: "\\") || end - index <= 2 || (peek(1) ?? 0) >= 0x80
      index = end < bytes.count && bytes[end] == singleQuote && isShort ? end + 1 : index + 1
    default: index += 1
    }
  }

  private mutating func quoted(_ quote: UInt8) {
    if lexicon.triple != .none, peek(1) == quote, peek(2) == quote {
      let isEscaped = lexicon.triple == .escaped
      return text(closing: [quote, quote, quote], from: index + 3, isEscaped: isEscaped, spansLines: true)
    }
    text(closing: [quote], from: index + 1, isEscaped: true, spansLines: lexicon.spansLines)
  }

  private mutating func raw(closing: [UInt8], from start: Int) {
    text(closing: closing, from: start, isEscaped: false, spansLines: true)
  }

  /// Reads up to the closing quote. A text that never ends, or not on its line, is only its first line.
  private mutating func text(closing: [UInt8], from start: Int, isEscaped: Bool, spansLines: Bool) {
    var end = spansLines && unclosed.contains(closing) ? bytes.count : start
    let firstLine = line
    var lines = 0
    while end < bytes.count {
      let byte = bytes[end]
      if isEscaped, byte == UInt8(ascii: "\\") {
        if end + 1 < bytes.count, bytes[end + 1] == 10 { lines += 1 }
        end += 2
        continue
      }
      if byte == closing[0], has(closing, at: end) {
        add(.text, start..<end, line: firstLine)
        line += lines
        index = end + closing.count
        return
      }
      if byte == 10 {
        if !spansLines { break }
        lines += 1
      }
      end += 1
    }
    if spansLines { unclosed.insert(closing) }
    index = start
    while index < bytes.count, bytes[index] != 10 { index += 1 }
  }

  /// A template from behind its backtick, or from behind the `}` of a hole, up to its end or its next hole.
  private mutating func template(from start: Int) {
    let firstLine = line
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        if peek(1) == 10 { line += 1 }
        index += 2
      case backtick:
        add(.text, start..<index, line: firstLine)
        index += 1
        return
      case UInt8(ascii: "$") where peek(1) == UInt8(ascii: "{"):
        index += 2
        templates.append(0)
        return
      case 10:
        line += 1
        index += 1
      default: index += 1
      }
    }
  }

  /// `#"…"#` with any number of hashes; the hashes stand at `index`.
  private mutating func hashString() -> Bool {
    var count = 0
    while peek(count) == hash { count += 1 }
    guard count > 0, count < 256, peek(count) == doubleQuote else { return false }
    raw(closing: [doubleQuote] + Array(repeating: hash, count: count), from: index + count + 1)
    return true
  }

  private mutating func verbatim() -> Bool {
    let offset = peek(1) == UInt8(ascii: "$") ? 2 : 1
    guard peek(offset) == doubleQuote else { return false }
    var end = index + offset + 1
    let start = end
    while end < bytes.count {
      if bytes[end] == doubleQuote {
        if end + 1 < bytes.count, bytes[end + 1] == doubleQuote {
          end += 2
          continue
        }
        break
      }
      end += 1
    }
    line += newlines(in: start..<min(end, bytes.count))
    index = min(end + 1, bytes.count)
    return true
  }

  /// `<<~SQL`, `<<-'SQL'`, `<<<"TEXT"`: goes on to the line that holds the word alone.
  private mutating func heredoc() -> Bool {
    guard let opening = lexicon.heredoc, starts(opening) else { return false }
    var start = index + opening.utf8.count
    while start < bytes.count, "~- \t".utf8.contains(bytes[start]) { start += 1 }
    // `array << CONSTANT` and `class << self` are no heredocs.
    if lexicon.hasBeginBlocks, start > index + 2, bytes[start - 1] == 32 { return false }
    if start < bytes.count, bytes[start] == doubleQuote || bytes[start] == singleQuote { start += 1 }
    var end = start
    while end < bytes.count, isWordByte(bytes[end]) { end += 1 }
    guard end > start, (65...90).contains(bytes[start] & ~0x20) || bytes[start] == UInt8(ascii: "_") else {
      return false
    }
    if lexicon.hasBeginBlocks, !(65...90).contains(bytes[start]) { return false }
    let name = UnsafeBufferPointer(rebasing: bytes[start..<end])
    guard unclosed.count < 300, !unclosed.contains(Array(name)) else { return false }
    // The rest of this line is code; it is left out with the text.
    var rest = end
    while rest < bytes.count {
      while rest < bytes.count, bytes[rest] != 10 { rest += 1 }
      guard rest < bytes.count else { break }
      rest += 1
      var first = rest
      while first < bytes.count, bytes[first] == 32 || bytes[first] == 9 { first += 1 }
      let last = first + name.count
      if last <= bytes.count, bytes[first..<last].elementsEqual(name), last == bytes.count || !isWordByte(bytes[last]) {
        line += newlines(in: index..<last)
        index = last
        return true
      }
    }
    unclosed.insert(Array(name))
    return false
  }

  // MARK: What is left out

  private mutating func skipLine() {
    while index < bytes.count, bytes[index] != 10 {
      if lexicon.hasOpenTags, starts("?>") { return }
      index += 1
    }
  }

  private mutating func skipBlockComment() {
    var depth = 0
    var end = index
    while end < bytes.count {
      let next = end + 1 < bytes.count ? bytes[end + 1] : 0
      if bytes[end] == slash, next == UInt8(ascii: "*"), depth == 0 || lexicon.nestsComments {
        depth += 1
        end += 2
      } else if bytes[end] == UInt8(ascii: "*"), next == slash {
        depth -= 1
        end += 2
        if depth == 0 { break }
      } else {
        end += 1
      }
    }
    line += newlines(in: index..<min(end, bytes.count))
    index = min(end, bytes.count)
  }

  private mutating func skip(to ending: String) {
    let start = index
    while index < bytes.count, !starts(ending) { index += 1 }
    line += newlines(in: start..<index)
  }

  private mutating func skipToOpenTag() {
    let start = index
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<"), peek(1) == UInt8(ascii: "?") {
        index += starts("<?php") || starts("<?PHP") ? 5 : starts("<?=") ? 3 : 2
        break
      }
      index += 1
    }
    line += newlines(in: start..<index)
    add(.newline, max(0, index - 1)..<index)
  }

  /// A `/` divides behind a value and begins a regular expression behind anything else.
  private var regexCanBegin: Bool {
    guard let last = tokens.last else { return true }
    switch last.kind {
    case .newline: return true
    case .text: return false
    case .mark: return !")]}".utf8.contains(bytes[last.range.lowerBound])
    case .word:
      let word = String(decoding: bytes[last.range], as: UTF8.self)
      return ["return", "typeof", "case", "in", "of", "if", "unless", "when", "and", "or", "not", "else"].contains(word)
    }
  }

  private mutating func skipRegex() {
    var end = index + 1
    var isInClass = false
    while end < bytes.count, bytes[end] != 10 {
      switch bytes[end] {
      case UInt8(ascii: "\\"): end += 1
      case UInt8(ascii: "["): isInClass = true
      case UInt8(ascii: "]"): isInClass = false
      case slash where !isInClass:
        index = end + 1
        add(.text, index..<index)
        return
      default: break
      }
      end += 1
    }
    regexBarrier = end
    mark()
  }

  // MARK: Looking

  private func peek(_ offset: Int) -> UInt8? { index + offset < bytes.count ? bytes[index + offset] : nil }

  private func starts(_ text: String) -> Bool { has(Array(text.utf8), at: index) }

  private func has(_ wanted: [UInt8], at place: Int) -> Bool {
    guard place + wanted.count <= bytes.count else { return false }
    for offset in wanted.indices where bytes[place + offset] != wanted[offset] { return false }
    return true
  }

  private func newlines(in range: Range<Int>) -> Int { bytes[range].count { $0 == 10 } }
}

private let slash = UInt8(ascii: "/")
private let hash = UInt8(ascii: "#")
private let doubleQuote = UInt8(ascii: "\"")
private let singleQuote = UInt8(ascii: "'")
private let backtick = UInt8(ascii: "`")

private func isWordByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 48...57, 65...90, 97...122, UInt8(ascii: "_"), UInt8(ascii: "$"), 0x80...: true
  default: false
  }
}
