import CNcurses
import Glibc

/// The screen of the first name that terminfo knows: `newterm`, because `initscr` exits the program on an unknown one.
func openScreen(_ term: String) -> (screen: OpaquePointer, name: String)? {
  for name in [term, "xterm-256color", "vt100"] where !name.isEmpty {
    if let screen = jahiz_open_screen(name) { return (screen, name) }
  }
  return nil
}

/// What to tell where another name had to do, in English and in Arabic.
func openingNotice(term: String, used: String) -> (english: String, arabic: String)? {
  if used == term { return nil }
  if term.isEmpty { return ("TERM is not set: shown as \(used)", "المتغير TERM غير مضبوط: العرض على أنه \(used)") }
  return (
    "TERM “\(term)” is unknown here: shown as \(used)", "قيمة TERM «\(term)» غير معروفة هنا: العرض على أنه \(used)"
  )
}

/// A bastion's `LANG` is often `C`, in which nothing but ASCII has a width.
func useUTF8() {
  setlocale(LC_CTYPE, "")
  let codeset = nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? ""
  if codeset != "UTF-8" { setlocale(LC_CTYPE, "C.UTF-8") }
}
