// The import statements of a source file, found in its tokens by a small grammar for each language.

/// One import.
struct ImportStatement {
  /// The names under which it may match, each as segments: `from a.b import c` is `a.b` and `a.b.c`.
  var paths: [[String]]
  /// 1-based: of the line that names the module.
  var line: Int
}

/// Finds the imports of a file, in order.
func importStatements(_ bytes: UnsafeBufferPointer<UInt8>, _ language: SourceLanguage) -> [ImportStatement] {
  var search = ImportSearch(bytes: bytes, tokens: sourceTokens(bytes, language.lexicon), language: language)
  search.run()
  return search.found
}

/// More segments than any module's name has.
private let longestPath = 24

private struct ImportSearch {
  let bytes: UnsafeBufferPointer<UInt8>
  let tokens: [SourceToken]
  let language: SourceLanguage
  var found: [ImportStatement] = []
  private var index = 0

  init(bytes: UnsafeBufferPointer<UInt8>, tokens: [SourceToken], language: SourceLanguage) {
    self.bytes = bytes
    self.tokens = tokens
    self.language = language
  }

  mutating func run() {
    while index < tokens.count {
      let start = index
      if tokens[index].kind == .word { readWord() }
      index = max(index, start + 1)
    }
  }

  private mutating func readWord() {
    switch language {
    case .python: readPython()
    case .javaScript: readJavaScript()
    case .go: if isWord("import"), beginsStatement { readGo() }
    case .java, .kotlin, .scala: if isWord("import"), beginsStatement { readDotted() }
    case .swift: if isWord("import"), !follows(".") { readSwift() }
    case .cSharp: if isWord("using"), beginsStatement || follows(word: "global") { readCSharp() }
    case .ruby:
      if isWord("require"), !follows("."), !follows(word: "def"), let text = argument(behind: index) { addPath(text) }
    case .rust: readRust()
    case .php: if isWord("use"), beginsStatement { readPHP() }
    }
  }

  // MARK: Languages

  private mutating func readPython() {
    if isWord("import_module") || isWord("__import__") {
      if let text = argument(behind: index) { addPath(text) }
      return
    }
    guard beginsStatement || follows(":") else { return }
    if isWord("import") {
      let line = tokens[index].line
      index += 1
      repeat {
        let path = dottedPath()
        add([path], line)
        skipAlias()
      } while take(",")
    } else if isWord("from") {
      let line = tokens[index].line
      index += 1
      // A dot first: another module of the same package.
      guard !isMark(".") else { return }
      let module = dottedPath()
      guard !module.isEmpty, takeWord("import") else { return }
      var paths = [module]
      let isList = take("(")
      while index < tokens.count {
        if tokens[index].kind == .newline, !isList { break }
        if isMark(")") || isMark(";") { break }
        if tokens[index].kind == .word {
          paths.append(module + [text(index)])
          index += 1
          skipAlias()
        } else {
          index += 1
        }
      }
      add(paths, line)
    }
  }

  private mutating func readJavaScript() {
    if isWord("require"), !follows(".") {
      if isMark(".", at: index + 1), isWord("resolve", at: index + 2) { index += 2 }
      if let text = argument(behind: index) { addPath(text) }
    } else if isWord("import"), !follows(".") {
      if let text = argument(behind: index) ?? textToken(index + 1) { return addPath(text) }
      readClause()
    } else if isWord("export"), !follows(".") {
      readClause()
    }
  }

  /// From `import` or `export` to the text behind `from`: names, commas and braces only, or it is something else.
  private mutating func readClause() {
    var next = index + 1
    while next < tokens.count {
      switch tokens[next].kind {
      case .word where isWord("from", at: next):
        if let text = textToken(next + 1) { return addPath(text) }
      case .mark where isMark("=", at: next):
        // `import x = require('y')` of TypeScript: its `require` is found by itself.
        return
      case .word where isWord("import", at: next) || isWord("export", at: next): return
      case .mark where !"{},*".utf8.contains(bytes[tokens[next].range.lowerBound]): return
      default: break
      }
      next += 1
    }
  }

  private mutating func readGo() {
    index += 1
    guard take("(") else {
      if index < tokens.count, tokens[index].kind == .word || isMark(".") { index += 1 }
      if let text = textToken(index) { addPath(text) }
      return
    }
    while index < tokens.count, !isMark(")") {
      if let text = textToken(index) { addPath(text) }
      index += 1
    }
  }

  /// Java, Kotlin, Scala, Groovy.
  private mutating func readDotted() {
    let line = tokens[index].line
    index += 1
    if isWord("static") || isWord("module"), index + 1 < tokens.count, tokens[index + 1].kind == .word { index += 1 }
    repeat {
      let path = dottedPath()
      var paths = [path]
      if take("{") {
        while index < tokens.count, !isMark("}"), !isMark(";") {
          if tokens[index].kind == .word { paths.append(path + [text(index)]) }
          index += 1
        }
        index += 1
      }
      add(paths, line)
    } while language == .scala && take(",")
  }

  private mutating func readSwift() {
    let line = tokens[index].line
    index += 1
    let kinds = ["struct", "class", "enum", "protocol", "typealias", "func", "var", "let", "actor"]
    if index + 1 < tokens.count, tokens[index].kind == .word, tokens[index + 1].kind == .word,
      kinds.contains(text(index))
    {
      index += 1
    }
    add([dottedPath()], line)
  }

  private mutating func readCSharp() {
    let line = tokens[index].line
    index += 1
    if isWord("static") || isWord("unsafe") { index += 1 }
    var path = dottedPath()
    if take("=") { path = dottedPath() }
    // `using Stripe.Client client = …` is no import; generics may stand behind an alias.
    guard isMark(";") || isMark("<") else { return }
    if path.first == "global" { path.removeFirst() }
    add([path], line)
  }

  private mutating func readRust() {
    let line = tokens[index].line
    if isWord("crate"), follows(word: "extern"), index + 1 < tokens.count, tokens[index + 1].kind == .word {
      add([[text(index + 1)]], line)
      return
    }
    guard isWord("use"), beginsStatement || follows(word: "pub") || follows(")") else { return }
    index += 1
    var prefixes: [[String]] = []
    var path: [String] = []
    var paths: [[String]] = []
    while index < tokens.count, !isMark(";") {
      switch tokens[index].kind {
      case .word where isWord("as"): index += 1
      case .word:
        guard path.count < longestPath else { return }
        path.append(text(index))
      case .mark where isMark("{"):
        // Deeper than anybody nests groups.
        guard prefixes.count < 32 else { return }
        prefixes.append(path)
      case .mark where isMark(","):
        paths.append(path)
        path = prefixes.last ?? []
      case .mark where isMark("}"):
        paths.append(path)
        guard let prefix = prefixes.popLast() else { return }
        path = prefix
      case .mark where !isMark(":") && !isMark("*"): return
      default: break
      }
      index += 1
    }
    paths.append(path)
    let own = ["crate", "self", "super"]
    add(paths.filter { !own.contains($0.first ?? "crate") }, line)
  }

  private mutating func readPHP() {
    let line = tokens[index].line
    index += 1
    if isWord("function") || isWord("const") { index += 1 }
    repeat {
      let path = dottedPath(separator: "\\")
      var paths = [path]
      if take("{") {
        while index < tokens.count, !isMark("}"), !isMark(";") {
          let member = dottedPath(separator: "\\")
          if member.isEmpty { index += 1 } else { paths.append(path + member) }
        }
        index += 1
      }
      add(paths, line)
      skipAlias()
    } while take(",")
  }

  // MARK: Parts

  /// `a.b.c` from here; a separator first or last is passed over.
  private mutating func dottedPath(separator: Character = ".") -> [String] {
    var path: [String] = []
    var expectsWord = true
    while index < tokens.count {
      if expectsWord, tokens[index].kind == .word {
        if path.count < longestPath { path.append(text(index)) }
        expectsWord = false
      } else if isMark(separator) || (language == .cSharp && isMark(":")) {
        expectsWord = true
      } else {
        break
      }
      index += 1
    }
    return path
  }

  private mutating func skipAlias() {
    guard isWord("as") else { return }
    index += min(2, tokens.count - index)
  }

  /// The text that is the only or first argument behind a word, with or without bracket.
  private func argument(behind place: Int) -> Int? {
    if isMark("(", at: place + 1) {
      var next = place + 2
      while next < tokens.count, tokens[next].kind == .newline { next += 1 }
      return textToken(next)
    }
    return language == .ruby ? textToken(place + 1) : nil
  }

  private func textToken(_ place: Int) -> Int? {
    tokens.indices.contains(place) && tokens[place].kind == .text ? place : nil
  }

  /// A module that is named by a text.
  private mutating func addPath(_ place: Int) {
    let name = text(place)
    guard name.utf8.count < 1_000 else { return }
    var path = name.split(whereSeparator: language.separators.contains).map(String.init)
    // `./x`, `../x` and `/x` are no packages.
    if name.hasPrefix(".") || name.hasPrefix("/") { path = [] }
    index = place
    add([path], tokens[place].line)
  }

  private mutating func add(_ paths: [[String]], _ line: Int) {
    let paths = paths.filter { !$0.isEmpty }
    if !paths.isEmpty { found.append(ImportStatement(paths: paths, line: line)) }
  }

  // MARK: Looking

  private func text(_ place: Int) -> String { String(decoding: bytes[tokens[place].range], as: UTF8.self) }

  private func isWord(_ word: StaticString, at place: Int? = nil) -> Bool {
    let place = place ?? index
    guard tokens.indices.contains(place), tokens[place].kind == .word else { return false }
    let range = tokens[place].range
    return range.count == word.utf8CodeUnitCount
      && bytes[range].elementsEqual(UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
  }

  private func isMark(_ mark: Character, at place: Int? = nil) -> Bool {
    let place = place ?? index
    guard tokens.indices.contains(place), tokens[place].kind == .mark else { return false }
    return bytes[tokens[place].range.lowerBound] == mark.asciiValue
  }

  private mutating func take(_ mark: Character) -> Bool {
    guard isMark(mark) else { return false }
    index += 1
    return true
  }

  private mutating func takeWord(_ word: StaticString) -> Bool {
    guard isWord(word) else { return false }
    index += 1
    return true
  }

  private func follows(_ mark: Character) -> Bool { isMark(mark, at: index - 1) }

  private func follows(word: StaticString) -> Bool { isWord(word, at: index - 1) }

  private var beginsStatement: Bool {
    guard index > 0 else { return true }
    return tokens[index - 1].kind == .newline || follows(";") || follows("{") || follows("}")
  }
}
