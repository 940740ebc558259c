import TerminalText

// On an Arabic keyboard the key that is labelled q sends ض. Nobody should have to change the layout to move a marker: what
// the Arabic layout sends without meaning anything here means what the same place says in Latin.

/// The key at the same place of a Latin keyboard; nil where the key is no Arabic one.
func latinKey(for key: Key) -> Key? {
  guard case .character(let character) = key.code, let latin = latinByArabic[character] else { return nil }
  return Key(.character(latin), control: key.control, alt: key.alt)
}

/// X11's layout `ara`, which Windows' Arabic (101) agrees with wherever a key sends one letter; Arabic-Indic digits too.
private let latinByArabic: [Character: Character] = [
  "ض": "q", "ص": "w", "ث": "e", "ق": "r", "ف": "t", "غ": "y", "ع": "u", "ه": "i", "خ": "o", "ح": "p", "ج": "[",
  "د": "]", "ش": "a", "س": "s", "ي": "d", "ب": "f", "ل": "g", "ا": "h", "ت": "j", "ن": "k", "م": "l", "ك": ";",
  "ط": "'", "ئ": "z", "ء": "x", "ؤ": "c", "ر": "v", "\u{FEFB}": "b", "ى": "n", "ة": "m", "و": ",", "ز": ".",
  "ظ": "/", "ذ": "`",
  "\u{FEF9}": "T", "إ": "Y", "\u{FEF7}": "G", "أ": "H", "ـ": "J", "،": "K", "\u{FEF5}": "B", "آ": "N", "؟": "?",
  "؛": "P",
  "٠": "0", "١": "1", "٢": "2", "٣": "3", "٤": "4", "٥": "5", "٦": "6", "٧": "7", "٨": "8", "٩": "9",
]
