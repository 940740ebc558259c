import Glibc
package import Readiness

/// Why something could not be written. Each is one line for the user: the file, what is wrong, what to do.
package enum LedgerError: Error, Hashable, Sendable {
  /// The system refused; `code` is its `errno`.
  case system(path: String, code: Int32)
  case notRegularFile(path: String)
  /// Nobody let go of the lock in time.
  case locked(path: String, holder: LockHolder?, seconds: Int)
  /// Some of the events are in the log, the rest are not.
  case partlyWritten(path: String, written: Int, of: Int, code: Int32)
  /// An event that the reader would refuse, and with it the whole log.
  case incompleteEvent(path: String, field: String)
  /// Another program keeps writing the file.
  case keepsChanging(path: String)

  case rowMissing(path: String, label: String)
  case rowAmbiguous(path: String, label: String)
  case columnMissing(path: String, label: String, column: Wording)
  /// The cell reads differently from what the user saw.
  case cellChanged(path: String, label: String, seen: String, now: String, wanted: String)
  case textRefused(path: String, reason: Wording)
  /// Something else in the file would read differently.
  case wouldReadDifferently(path: String)

  case candidateExists(path: String, name: String)
  case candidateName(path: String, name: String)
  case noPlaceForCandidate(path: String)

  /// A hook that another program or person wrote; `line` is what to add to it by hand.
  case hookOfAnother(path: String, line: String)
  /// A hook of jahiz's that somebody changed.
  case hookEdited(path: String)
  /// A hook of jahiz's for another workspace of the repository.
  case hookOfOtherWorkspace(path: String, workspace: String)

  /// The caller said no once it saw the newest state.
  case refused(Wording)
}

/// A process that holds a lock.
package struct LockHolder: Hashable, Sendable {
  package var process: Int32
  package var command: String
  package var isStopped: Bool

  package init(process: Int32, command: String, isStopped: Bool) {
    self.process = process
    self.command = command
    self.isStopped = isStopped
  }
}

extension LedgerError {
  package var wording: Wording {
    switch self {
    case .system(let path, let code):
      let reason = systemReason(code)
      return Wording("\(path): \(reason.english)", "\(path): \(reason.arabic)")
    case .notRegularFile(let path):
      return Wording(
        "\(path): not a regular file: put a file in its place", "\(path): ليس ملفًا عاديًا: ضع ملفًا في مكانه")
    case .locked(let path, let holder, let seconds):
      let reason = lockReason(holder, seconds)
      return Wording("\(path): \(reason.english)", "\(path): \(reason.arabic)")
    case .partlyWritten(let path, let written, let count, let code):
      let reason = systemReason(code)
      return Wording(
        "\(path): only \(written) of \(count) events were written: \(reason.english)",
        "\(path): لم يُكتب من الأحداث سوى \(written) من \(count): \(reason.arabic)")
    case .incompleteEvent(let path, let field):
      return Wording(
        "\(path): an event without \(field) is not written: name it", "\(path): لا يُكتب حدث بلا \(field): حدّده")
    case .keepsChanging(let path):
      return Wording(
        "\(path): another program keeps changing it: close that program, then try again",
        "\(path): برنامج آخر لا يكف عن تغييره: أغلق ذلك البرنامج ثم أعد المحاولة")
    case .rowMissing(let path, let label):
      return Wording(
        "\(path): the row “\(label)” is no longer there: look at the file and try again",
        "\(path): لم يعد الصف «\(label)» موجودًا: راجع الملف ثم أعد المحاولة")
    case .rowAmbiguous(let path, let label):
      return Wording(
        "\(path): the file changed and “\(label)” now stands there more than once: look again, then edit",
        "\(path): تغيّر الملف وصار فيه أكثر من صف باسم «\(label)»: راجعه ثم عدّل")
    case .columnMissing(let path, let label, let column):
      return Wording(
        "\(path): the table of “\(label)” has no column for \(column.english): add one to the file",
        "\(path): ليس في جدول «\(label)» عمود \(column.arabic): أضفه إلى الملف")
    case .cellChanged(let path, let label, let seen, let now, let wanted):
      return Wording(
        "\(path): “\(label)” changed meanwhile from “\(seen)” to “\(now)”; yours, “\(wanted)”, is not written: "
          + "look again and decide",
        "\(path): تغيّر «\(label)» في هذه الأثناء من «\(seen)» إلى «\(now)»، ولم تُكتب قيمتك «\(wanted)»: راجعه ثم قرّر")
    case .textRefused(let path, let reason):
      return Wording("\(path): \(reason.english)", "\(path): \(reason.arabic)")
    case .wouldReadDifferently(let path):
      return Wording(
        "\(path): refused, since something else in the file would read differently: edit the file by hand",
        "\(path): رُفض التعديل لأن شيئًا آخر في الملف سيُقرأ على نحو مختلف: عدّل الملف يدويًا")
    case .candidateExists(let path, let name):
      return Wording(
        "\(path): \(name) is already there: choose another name", "\(path): المرشح \(name) موجود بالفعل: اختر اسمًا آخر")
    case .candidateName(let path, let name):
      return Wording(
        "\(path): “\(name)” is no name of a release candidate: write RC- and letters, digits, “.”, “-” or “_”",
        "\(path): «\(name)» ليس اسم مرشح إصدار: اكتب RC- تليها حروف أو أرقام أو «.» أو «-» أو «_»")
    case .noPlaceForCandidate(let path):
      return Wording(
        "\(path): no template, no section and no row of a release candidate to copy: add one by hand first",
        "\(path): لا قالب ولا قسم ولا صف لمرشح إصدار يُنسخ منه: أضف واحدًا يدويًا أولًا")
    case .hookOfAnother(let path, let line):
      return Wording(
        "\(path): another hook is there and is left as it is: add this line to it by hand: \(line)",
        "\(path): هنا خطاف آخر ولن يُمس: أضف إليه هذا السطر يدويًا: \(line)")
    case .hookEdited(let path):
      return Wording(
        "\(path): jahiz wrote this hook and somebody changed it since: keep what is yours and remove it by hand",
        "\(path): كتب jahiz هذا الخطاف ثم عُدّل: احتفظ بما يخصك ثم احذفه يدويًا")
    case .hookOfOtherWorkspace(let path, let workspace):
      return Wording(
        "\(path): jahiz’s hook is there for another workspace, \(workspace): uninstall that one first",
        "\(path): خطاف jahiz هنا لمساحة عمل أخرى، \(workspace): أزله أولًا")
    case .refused(let reason): return reason
    }
  }
}

private func lockReason(_ holder: LockHolder?, _ seconds: Int) -> Wording {
  let waited = Wording("locked by another program for \(seconds) s", "مقفل منذ \(seconds) ث")
  guard let holder else {
    return Wording(
      "\(waited.english): end the program that holds it, then try again",
      "\(waited.arabic): أنهِ البرنامج الذي يقفله ثم أعد المحاولة")
  }
  let (name, process) = (holder.command, holder.process)
  if holder.isStopped {
    return Wording(
      "locked by \(name) (process \(process)), which is stopped: resume it with “kill -CONT \(process)” or end it, "
        + "then try again",
      "يقفله \(name) (العملية \(process)) وهو متوقف: استأنفه بالأمر «kill -CONT \(process)» أو أنهِه ثم أعد المحاولة")
  }
  return Wording(
    "locked by \(name) (process \(process)) for \(seconds) s: wait for it or end it, then try again",
    "يقفله \(name) (العملية \(process)) منذ \(seconds) ث: انتظره أو أنهِه ثم أعد المحاولة")
}

/// What an `errno` means to the user, and what to do.
private func systemReason(_ code: Int32) -> Wording {
  switch code {
  case EROFS:
    Wording(
      "the file system is read-only: remount it writable or work in another copy",
      "نظام الملفات للقراءة فقط: اجعله قابلًا للكتابة أو اعمل في نسخة أخرى")
  case EACCES, EPERM:
    Wording("no permission to write: ask its owner for it", "لا إذن بالكتابة: اطلبه من المالك")
  case ENOSPC:
    Wording("the disk is full: free some space, then try again", "القرص ممتلئ: أفرغ بعض المساحة ثم أعد المحاولة")
  case EDQUOT:
    Wording(
      "your disk quota is used up: free some space, then try again",
      "استُنفدت حصتك من القرص: أفرغ بعض المساحة ثم أعد المحاولة")
  case EFBIG:
    Wording(
      "the file would pass the size that is allowed: raise the limit (ulimit -f), then try again",
      "سيتجاوز الملف الحجم المسموح به: ارفع الحد (ulimit -f) ثم أعد المحاولة")
  case ENOENT:
    Wording(
      "no longer there: put it back or open the workspace again",
      "لم يعد موجودًا: أعده إلى مكانه أو افتح مساحة العمل من جديد")
  case ENOTDIR:
    Wording(
      "a file stands where a folder should be: move it away", "ملف في موضع ينبغي أن يكون فيه مجلد: انقله من مكانه")
  case EISDIR:
    Wording("a folder stands in its place: move it away", "في مكانه مجلد: انقله من مكانه")
  case EIO:
    Wording(
      "the disk failed, and what was written last may be lost: check the disk",
      "أبلغ القرص عن خطأ، وقد يكون آخر ما كُتب قد ضاع: افحص القرص")
  case ENOLCK, EOPNOTSUPP, ENOSYS:
    Wording(
      "the file system knows no locks: work in a copy on a local disk",
      "نظام الملفات لا يدعم الأقفال: اعمل في نسخة على قرص محلي")
  default:
    Wording(
      "\(systemText(code)): put that right, then try again",
      "خطأ من النظام (\(systemText(code))): أصلحه ثم أعد المحاولة")
  }
}

private func systemText(_ code: Int32) -> String {
  strerror(code).map { String(cString: $0) } ?? "error \(code)"
}
