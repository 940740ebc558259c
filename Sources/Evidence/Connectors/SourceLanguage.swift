// The languages whose imports are found, and how each writes comments, texts and names of modules.

enum SourceLanguage: Hashable, Sendable {
  case python, javaScript, go, java, kotlin, scala, cSharp, ruby, rust, swift, php

  /// nil for a file that is no source of these.
  init?(fileName: String) {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return nil }
    let ending = String(fileName[fileName.utf8.index(after: dot)...]).lowercased()
    guard let language = languagesByEnding[ending] else { return nil }
    self = language
  }

  /// What stands between the segments of a module's name.
  var separators: String {
    switch self {
    case .javaScript, .go, .ruby: "/"
    case .python, .java, .kotlin, .scala, .cSharp, .swift: "."
    case .rust: ":"
    case .php: "\\"
    }
  }

  var lexicon: Lexicon {
    var lexicon = Lexicon()
    switch self {
    case .python:
      lexicon.hashComments = true
      lexicon.slashComments = false
      lexicon.triple = .escaped
    case .javaScript:
      lexicon.backtick = .template
      lexicon.hasRegex = true
    case .go: lexicon.backtick = .raw
    case .java: lexicon.triple = .escaped
    case .kotlin, .scala:
      lexicon.nestsComments = true
      lexicon.triple = .raw
      lexicon.singleQuote = .character
      lexicon.backtick = .name
    case .cSharp:
      lexicon.triple = .raw
      lexicon.hasVerbatim = true
      lexicon.singleQuote = .character
    case .ruby:
      lexicon.hashComments = true
      lexicon.slashComments = false
      lexicon.spansLines = true
      lexicon.hasRegex = true
      lexicon.heredoc = "<<"
      lexicon.hasBeginBlocks = true
    case .rust:
      lexicon.nestsComments = true
      lexicon.spansLines = true
      lexicon.singleQuote = .character
      lexicon.hasHashStrings = true
    case .swift:
      lexicon.nestsComments = true
      lexicon.triple = .escaped
      lexicon.singleQuote = .none
      lexicon.backtick = .name
      lexicon.hasHashStrings = true
    case .php:
      lexicon.hashComments = true
      lexicon.spansLines = true
      lexicon.heredoc = "<<<"
      lexicon.hasOpenTags = true
    }
    return lexicon
  }
}

private let languagesByEnding: [String: SourceLanguage] = [
  "py": .python, "pyi": .python, "pyw": .python,
  "js": .javaScript, "jsx": .javaScript, "mjs": .javaScript, "cjs": .javaScript, "ts": .javaScript,
  "tsx": .javaScript, "mts": .javaScript, "cts": .javaScript, "vue": .javaScript, "svelte": .javaScript,
  "astro": .javaScript,
  "go": .go, "java": .java, "groovy": .java, "kt": .kotlin, "kts": .kotlin, "scala": .scala, "sc": .scala,
  "cs": .cSharp, "csx": .cSharp, "rb": .ruby, "rake": .ruby, "rs": .rust, "swift": .swift, "php": .php,
]

/// How a language writes what is no code.
struct Lexicon: Sendable {
  enum Quote: Sendable {
    /// No quote at all.
    case none
    /// A text with escapes.
    case text
    /// A single character, or an apostrophe of the language itself (`'static`).
    case character
    /// A text without escapes.
    case raw
    /// A text with escapes and code in `${}`.
    case template
    /// Around a name, which is code.
    case name
  }

  enum Triple: Sendable { case none, escaped, raw }

  /// `//` and `/* */`.
  var slashComments = true
  var nestsComments = false
  var hashComments = false
  /// Whether texts between simple quotes go on over line ends.
  var spansLines = false
  var singleQuote: Quote = .text
  var backtick: Quote = .none
  var triple: Triple = .none
  /// `#"…"#`, `r#"…"#`.
  var hasHashStrings = false
  /// `@"…"`, with doubled quotes.
  var hasVerbatim = false
  var hasRegex = false
  /// What a heredoc begins with.
  var heredoc: String?
  /// `=begin` and `=end`.
  var hasBeginBlocks = false
  /// Code stands between `<?php` and `?>` only.
  var hasOpenTags = false
}
