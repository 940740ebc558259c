import CSimdJSON
import Glibc
import Readiness

/// Why a GX file cannot be read, in words.
func gxUnreadable(_ outcome: jahiz_gx_outcome, systemError: Int32, offset: Int, line: Int, path: String) -> Finding {
  var location = SourceLocation(path: path)
  let wording: Wording
  switch outcome {
  case JAHIZ_GX_SYSTEM:
    let reason = String(cString: strerror(systemError))
    wording = Wording("cannot be read: \(reason)", "تعذّرت القراءة: \(reason)")
  case JAHIZ_GX_NOT_A_FILE:
    wording = Wording("is not a regular file", "ليس ملفًا عاديًا")
  case JAHIZ_GX_EMPTY:
    wording = Wording("is empty", "الملف فارغ")
  case JAHIZ_GX_NOT_UTF8:
    location.line = line
    wording = Wording("is not UTF-8 at byte \(offset)", "ليس UTF-8 عند البايت \(offset)")
  case JAHIZ_GX_TRUNCATED:
    location.line = line
    wording = Wording("ends in the middle of its JSON, at byte \(offset)", "ينتهي في وسط JSON عند البايت \(offset)")
  case JAHIZ_GX_NOT_JSON:
    location.line = line
    wording = Wording("is not JSON at byte \(offset)", "ليس JSON عند البايت \(offset)")
  case JAHIZ_GX_TRAILING:
    location.line = line
    wording = Wording(
      "has something behind the end of its JSON, at byte \(offset)", "فيه زيادة بعد نهاية JSON عند البايت \(offset)")
  case JAHIZ_GX_TOO_LARGE:
    wording = Wording("is larger than 4 GB", "أكبر من 4 GB")
  case JAHIZ_GX_NO_RESULT:
    wording = Wording("is no Great Expectations result", "ليس نتيجة من Great Expectations")
  default:
    wording = Wording("is too large for the memory there is", "أكبر من الذاكرة المتاحة")
  }
  return Finding(.resultUnreadable, .v3, wording, at: location)
}
