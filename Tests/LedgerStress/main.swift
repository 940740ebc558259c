import Glibc
import Ledger
import Readiness

// A writer for the tests that kill it: it tells on stdout what was acknowledged, one line each, by write(2).
//
//   LedgerStress append WORKSPACE COUNT NAME    COUNT events; prints each id once it is on disk
//   LedgerStress edit WORKSPACE MATRIX          sets the first row's status to OK and Blocked in turn, without end
//   LedgerStress hold WORKSPACE FILE            locks FILE, prints “held” and waits

let arguments = CommandLine.arguments

func tell(_ text: String) {
  let bytes = Array("\(text)\n".utf8)
  _ = bytes.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
}

func fail(_ error: LedgerError) -> Never {
  tell("error \(error.wording.english)")
  exit(1)
}

func append(count: Int, name: String) {
  let log = EventLog(file: LedgerFile(workspace: arguments[2], path: "incidents/events.jsonl"), lockWait: .seconds(60))
  let actor = Actor(kind: .automated, user: name, userID: getuid())
  let context = EventContext(actor: actor)
  for number in 1...count {
    // Lines of several lengths, so that they end anywhere in a page.
    let note = String(repeating: "ملاحظة ", count: number % 40)
    let draft = EventDraft("incident.noted", on: "INC-\(name)", data: ["n": .integer(number), "note": .string(note)])
    let event = draft.sealed(in: context, at: Instant(seconds: 1_767_225_600 + Int64(number)))
    do throws(LedgerError) {
      try log.append([event])
      tell(event.id.text)
    } catch {
      fail(error)
    }
  }
}

func edit() {
  let matrix = MatrixFile(file: LedgerFile(workspace: arguments[2], path: arguments[3]), lockWait: .seconds(60)) { _ in
    ColumnRoles(label: 0, status: 1)
  }
  var (seen, new) = ("OK", "Blocked")
  while true {
    do throws(LedgerError) {
      let change = CellEdit(line: 0, label: "docs truth", column: .status, seen: seen, new: .plain(new))
      _ = try matrix.write(change)
      tell(new)
      swap(&seen, &new)
    } catch .cellChanged {
      swap(&seen, &new)
    } catch {
      fail(error)
    }
  }
}

func hold() {
  let descriptor = open("\(arguments[2])/\(arguments[3])", O_RDWR)
  guard descriptor >= 0, flock(descriptor, LOCK_EX) == 0 else { exit(1) }
  tell("held")
  while true { pause() }
}

switch arguments.dropFirst().first {
case "append" where arguments.count == 5: append(count: Int(arguments[3]) ?? 0, name: arguments[4])
case "edit" where arguments.count == 4: edit()
case "hold" where arguments.count == 4: hold()
default: exit(64)
}
