// Which columns hold personal or regulated data, found by name. A name is taken apart into words, at everything that is no
// letter and at camelCase; a pattern is found where its words stand in a row. Whole words only: `email` is found in
// `customerEmail` and not in `emailed_at`, `card` not in `discard`.

/// Names of columns that hold personal or regulated data, in English and in Arabic. Those of several words are also found
/// written as one; the Arabic ones stand without article.
package let sensitivePatterns: [String] = [
  // Identity.
  "national id", "national number", "nid", "iqama", "residence id", "civil id", "identity number", "id number", "ssn",
  "passport", "passport no", "passport number", "iqama no", "iqama number", "tax id", "driving licence",
  "driving license", "driver license", "drivers license",
  "هوية", "إقامة", "جواز", "سجل مدني", "رخصة القيادة", "حفيظة",
  // Names and birth.
  "full name", "first name", "last name", "family name", "given name", "customer name", "surname",
  "birth", "birth date", "birthday", "date of birth", "dob",
  "اسم العميل", "اسم كامل", "اسم العائلة", "اسم أول", "ميلاد",
  // Money.
  "iban", "bank account", "account number", "card", "card number", "credit card", "debit card", "pan", "cvv",
  "salary", "wage",
  "آيبان", "حساب بنكي", "حساب مصرفي", "رقم الحساب", "بطاقة", "بطاقات", "راتب", "رواتب",
  // Reaching somebody.
  "phone", "phone no", "phone number", "mobile", "mobile no", "mobile number", "msisdn", "telephone", "whatsapp",
  "email", "e mail", "email address", "mail address", "address", "postal address", "street",
  "هاتف", "هواتف", "جوال", "جوالات", "بريد", "إيميل", "عنوان", "عناوين",
  // Body and belief.
  "health", "medical", "diagnosis", "patient", "blood type", "blood group", "biometric", "fingerprint", "religion",
  "ethnicity",
  "صحة", "صحي", "صحية", "طبي", "طبية", "مريض", "تشخيص", "فصيلة الدم", "بصمة", "ديانة",
]

/// The patterns as words; they hold no camelCase, so that folding is all they need.
private let sensitivePatternWords = sensitivePatterns.map { folded($0).split(separator: " ").map(withoutArticle) }

/// Whose a thing is, where a name is written as one word: `customeremail`.
private let owners = [
  "customer", "user", "client", "employee", "patient", "contact", "member", "guest", "home", "work", "billing",
  "shipping",
]

/// Knows which columns are sensitive under one configuration.
package struct SensitiveColumns: Sendable {
  /// The patterns by their first word, so that a name costs a few look-ups however many patterns there are.
  private let patterns: [String: [[String]]]
  private let removed: Set<[String]>

  package init(_ configuration: Configuration) {
    removed = Set(configuration.piiRemove.map(words))
    if configuration.piiAdd.isEmpty, removed.isEmpty {
      patterns = Self.builtIn
      return
    }
    patterns = Self.index(sensitivePatternWords + configuration.piiAdd.map(words), without: removed)
  }

  /// The index of the patterns above alone, made once: most workspaces add and remove nothing.
  private static let builtIn = index(sensitivePatternWords, without: [])

  private static func index(_ all: [[String]], without removed: Set<[String]>) -> [String: [[String]]] {
    var patterns: [String: [[String]]] = [:]
    for pattern in all where !removed.contains(pattern) {
      guard let first = pattern.first else { continue }
      patterns[first, default: []].append(pattern)
      if pattern.count > 1 { patterns[pattern.joined(), default: []].append([pattern.joined()]) }
    }
    return patterns
  }

  package func contains(_ column: String) -> Bool {
    let name = words(of: column)
    guard !removed.contains(name) else { return false }
    return name.indices.contains { begins(name[$0...]) } || name.contains(where: isOwned)
  }

  private func begins(_ rest: ArraySlice<String>) -> Bool {
    guard let first = rest.first else { return false }
    return forms(of: first).contains { form in
      (patterns[form] ?? []).contains { pattern in
        pattern.count <= rest.count
          && zip(rest.dropFirst(), pattern.dropFirst()).allSatisfy { forms(of: $0).contains($1) }
      }
    }
  }

  private func isOwned(_ word: String) -> Bool {
    owners.contains { owner in
      word.hasPrefix(owner)
        && forms(of: String(word.dropFirst(owner.count))).contains { patterns[$0]?.contains([$0]) == true }
    }
  }
}

/// A word and what it may be a form of: an English plural, or an Arabic word behind و, ب or ل.
private func forms(of word: String) -> [String] {
  var forms = [word]
  if word.hasSuffix("s") { forms.append(String(word.dropLast())) }
  if word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
  if word.hasSuffix("ies") { forms.append(word.dropLast(3) + "y") }
  if let first = word.first, "وبل".contains(first) {
    forms.append(withoutArticle(word.dropFirst()))
    if word.hasPrefix("لل") { forms.append(String(word.dropFirst(2))) }
  }
  return forms
}

/// The folded words of a name, Arabic ones without their article: `customerEmail`, `customer_email` and `CUSTOMER-EMAIL`
/// give the same two.
private func words(of name: String) -> [String] {
  var spaced = ""
  let characters = Array(name).filter { character in
    !character.unicodeScalars.allSatisfy { $0.properties.generalCategory == .format }
  }
  for (index, character) in characters.enumerated() {
    if character.isUppercase, index > 0 {
      let previous = characters[index - 1]
      let startsWord = index + 1 < characters.count && characters[index + 1].isLowercase
      if previous.isLowercase || (previous.isUppercase && startsWord) { spaced.append(" ") }
    }
    let hasMark = character.unicodeScalars.contains { $0.properties.generalCategory == .nonspacingMark }
    spaced.append(character.isLetter || hasMark ? character : " ")
  }
  return folded(spaced).split(separator: " ").map(withoutArticle)
}

private func withoutArticle(_ word: some StringProtocol) -> String {
  word.hasPrefix("ال") && word.count > 3 ? String(word.dropFirst(2)) : String(word)
}
