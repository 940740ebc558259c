// Which columns hold personal or regulated data, found by name: the words of a name, split at everything that is no letter
// and at camelCase, must contain a pattern's words in a row.

/// Names of columns that hold personal or regulated data, in English and in Arabic.
package let sensitivePatterns: [String] = [
  "national id", "nationalid", "nid", "iqama", "residence id", "passport", "ssn", "identity number", "id number",
  "iban", "bank account", "account number", "card", "card number", "creditcard", "cardnumber", "pan", "cvv",
  "phone", "mobile", "msisdn", "telephone", "whatsapp", "email", "e mail", "mail address",
  "phonenumber", "phoneno", "mobilenumber", "mobileno", "emailaddress", "passportnumber", "passportno", "iqamano",
  "iqamanumber", "dateofbirth", "firstname", "lastname", "fullname",
  "birth", "birthdate", "birthday", "dob", "date of birth", "address", "street", "postal address",
  "health", "medical", "diagnosis", "patient", "salary", "wage", "full name", "customer name", "first name",
  "last name",
  "الهوية", "هوية", "رقم الهوية", "الهوية الوطنية", "الإقامة", "إقامة", "جواز", "جواز السفر", "الآيبان", "آيبان",
  "ايبان",
  "البطاقة", "بطاقة", "الحساب البنكي", "الهاتف", "هاتف", "الجوال", "جوال", "البريد", "بريد", "البريد الإلكتروني",
  "الميلاد",
  "ميلاد", "تاريخ الميلاد", "العنوان", "عنوان", "الصحة", "الصحية", "صحية", "الراتب", "راتب", "رواتب", "هواتف", "عناوين",
  "بطاقات", "مريض", "المريض", "اسم العميل", "الاسم الكامل",
]

/// Knows which columns are sensitive under one configuration.
package struct SensitiveColumns: Sendable {
  private let patterns: [[String]]
  private let removed: Set<String>

  package init(_ configuration: Configuration) {
    removed = Set(configuration.piiRemove.map { words(of: $0).joined(separator: " ") })
    let removed = removed
    patterns = (sensitivePatterns + configuration.piiAdd).map(words).filter {
      !$0.isEmpty && !removed.contains($0.joined(separator: " "))
    }
  }

  package func contains(_ column: String) -> Bool {
    let name = words(of: column)
    if removed.contains(name.joined(separator: " ")) { return false }
    return patterns.contains { pattern in
      guard name.count >= pattern.count else { return false }
      return (0...name.count - pattern.count).contains { start in
        zip(name[start...], pattern).allSatisfy { isSameWord($0, $1) }
      }
    }
  }
}

/// The singular and the plural are one word; `phone2` is a phone too.
private func isSameWord(_ word: String, _ pattern: String) -> Bool {
  if word == pattern || word == pattern + "s" || word == pattern + "es" { return true }
  return pattern.hasSuffix("y") && word == pattern.dropLast() + "ies"
}

/// The folded words of a name: `customerEmail`, `customer_email` and `CUSTOMER-EMAIL` give the same two.
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
  return folded(spaced).split(separator: " ").map(String.init)
}
