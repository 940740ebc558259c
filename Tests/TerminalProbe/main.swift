import Glibc
import Terminal
import TerminalText

// A list of 200 styled rows with Arabic in them: the terminal's share of the dashboard, to measure and to test it alone.
//
// j, k, PgDn, PgUp move; q leaves, z suspends, m switches the mouse on, y copies, L clears, e lends the terminal to `true`,
// ! crashes. What came as an event is told in the last row.

struct Probe {
  let session: TerminalSession
  var selected = 0
  var top = 0
  var last = "-"
  let rows: [[(text: String, style: Style, width: Int)]]

  init(_ session: TerminalSession) {
    self.session = session
    let muted = Style(foreground: .rgb(0x8A, 0x8A, 0x8A))
    let looks: [(String, Style)] = [
      ("✔ OK", Style(foreground: .rgb(0x87, 0xD7, 0x87))), ("▲ Risk", Style(foreground: .rgb(0xFF, 0xD7, 0x5F))),
      ("✖ Blocked", Style(foreground: .rgb(0xFF, 0x87, 0x87))),
    ]
    let names = [
      "docs truth (مصدر واحد)", "schema adherence", "جودة البيانات (data quality)", "approval SLA (Class B)",
      "provenance",
    ]
    let owners = ["Platform", "الحوكمة", "Backend", "منصة البيانات", "Tech Writer"]
    rows = (0..<200).map { number in
      let status = looks[number * 7 % 3]
      let evidence = number % 4 == 0 ? ("× 1/2", looks[2].1) : number % 3 == 0 ? ("—", .plain) : ("√ 1", .plain)
      return [
        ("\(number) \(names[number % 5])", .plain, 40), (status.0, status.1, 12),
        (number % 4 == 0 ? "·" : "V\(number % 4)", .plain, 7),
        (evidence.0, evidence.1, 12), (owners[number % 5], .plain, 16),
        (number % 6 == 0 ? "بانتظار مراجعة العقد" : "", muted, 30),
      ]
    }
  }

  var page: Int { max(1, session.rows - 3) }

  mutating func move(by distance: Int) {
    selected = min(rows.count - 1, max(0, selected + distance))
    top = min(selected, max(top, selected - page + 1))
  }

  mutating func turnPage(by pages: Int) {
    top = min(max(0, rows.count - page), max(0, top + pages * page))
    selected = min(rows.count - 1, max(0, selected + pages * page))
    top = min(selected, max(top, selected - page + 1))
  }

  func frame() -> Frame {
    var frame = Frame(columns: session.columns, rows: session.rows)
    let heading = Style(attributes: .bold)
    frame.draw(
      Paragraph(StyledText("jahiz · جاهز · 漢字 e\u{301}🙂|", heading)).line(fitting: frame.columns), row: 0, column: 1)
    frame.draw(
      Paragraph(StyledText("\(selected + 1)/200")).line(fitting: 10), row: 0, column: max(0, frame.columns - 9))
    for offset in 0..<page where top + offset < rows.count {
      let row = rows[top + offset]
      if top + offset == selected {
        let marker = Style(foreground: .rgb(0x5F, 0xD7, 0xFF), attributes: .bold)
        frame.draw(Paragraph(StyledText("▸", marker)).line(fitting: 1), row: offset + 1, column: 0)
      }
      var column = 2
      for (index, part) in row.enumerated() {
        let style = index == 2 && top + offset == selected ? Style(foreground: .rgb(0x5F, 0xD7, 0xFF)) : part.style
        let line = Paragraph(StyledText(part.text, style)).line(fitting: part.width - 2)
        frame.draw(line.padded(to: part.width - 2, alignment: .byDirection), row: offset + 1, column: column)
        column += part.width
      }
    }
    let keys = "j k PgDn PgUp: move · q: leave · \(last)"
    frame.draw(
      Paragraph(StyledText(keys, Style(foreground: .rgb(0x8A, 0x8A, 0x8A)))).line(fitting: frame.columns),
      row: frame.rows - 1, column: 0)
    return frame
  }

  /// false: leave.
  mutating func take(_ event: InputEvent) -> Bool {
    guard case .key(let key) = event else {
      last = "\(event)"
      return event != .terminate
    }
    switch key {
    case Key(.character("j")), Key(.down): move(by: 1)
    case Key(.character("k")), Key(.up): move(by: -1)
    case Key(.pageDown): turnPage(by: 1)
    case Key(.pageUp): turnPage(by: -1)
    case Key(.character("q")): return false
    case Key(.character("z")): session.suspend()
    case Key(.character("m")): session.setMouse(true)
    case Key(.character("M")): session.setMouse(false)
    case Key(.character("y")): last = "copied \(session.copy("نص"))"
    case Key(.character("b")): session.ring(visual: false)
    case Key(.character("L")): session.redraw()
    case Key(.character("e")):
      session.lend {
        write(STDOUT_FILENO, "LENT", 4)
        usleep(200_000)
      }
    case Key(.character("!")): abort()
    default: last = "\(key)"
    }
    return true
  }

  mutating func run() {
    var isFirst = true
    var shown: Frame?
    while true {
      let frame = frame()
      if !isFirst, frame != shown {
        session.paint(frame)
        shown = frame
      }
      for event in session.readKeys(timeoutMilliseconds: isFirst ? 8 : 1_000, wakeups: []) where !take(event) { return }
      isFirst = false
    }
  }
}

let session: TerminalSession
do {
  session = try TerminalSession(color: .auto, sendsExplicitBidi: true, asksForWay: true)
} catch {
  print(error)
  exit(1)
}
var probe = Probe(session)
if let notice = session.notice { probe.last = notice }
if CommandLine.arguments.contains("time") {
  let one = probe.frame()
  probe.move(by: 1)
  let two = probe.frame()
  probe.turnPage(by: 1)
  let three = probe.frame()
  for (name, other) in [("step", two), ("page", three)] {
    var start = timespec()
    var end = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &start)
    for _ in 0..<500 {
      session.paint(one)
      session.paint(other)
    }
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &end)
    let nanoseconds = (end.tv_sec - start.tv_sec) * 1_000_000_000 + end.tv_nsec - start.tv_nsec
    let line = "\(name) \(nanoseconds / 1_000_000) us\n"
    write(STDERR_FILENO, line, line.utf8.count)
  }
} else {
  probe.run()
}
session.end()
