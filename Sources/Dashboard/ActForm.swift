import Readiness
import TerminalText

// A form for one kind of act on one thing or several. What was typed stays while something is wrong with it, and also where
// it could not be written: to try again is one key.

struct ActForm: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    var question: ActKind.Question
    var text: TextField
    /// What may be chosen; where `isClosed`, nothing else.
    var choices: [String] = []
    var isClosed = false

    /// What what was typed may be the beginning of: Tab puts in the first.
    var completions: [String] {
      guard !isClosed else { return [] }
      let beginning = folded(text.text)
      return choices.filter { choice in
        let name = folded(choice)
        return name.hasPrefix(beginning) && name != beginning
      }
    }
  }

  var kind: ActKind
  /// The ids of the entries that are acted upon.
  var targets: [String]
  var fields: [Field]
  var focus = 0
  var error: Wording?
  /// It is being written.
  var isBusy = false
  /// What the cells that it changes read when it was opened, by entry: what somebody else has written there since is never
  /// overwritten unseen.
  var seen: [String: String] = [:]
  /// Those of the targets that do not allow the act, and why the first does not; the others are written.
  var left: [String] = []
  var reasonLeft: Wording?

  func answer(_ question: ActKind.Question) -> String {
    fields.first { $0.question == question }?.text.text.trimmedBlanks ?? ""
  }
}

extension DashboardState {
  // MARK: What is acted upon

  /// The marked entries of the view, else the selected one.
  var targets: [Entry] {
    let ids = marked[view] ?? []
    let entries = ids.isEmpty ? [] : shownEntries.filter { ids.contains($0.id) }
    return entries.isEmpty ? selectedEntry.map { [$0] } ?? [] : entries
  }

  /// The kinds of act that fit all of them.
  var actKinds: [ActKind] {
    let fitting = targets.map { isActedUpon($0) ? ActKind.all(for: $0.content) : [] }
    guard let first = fitting.first else { return [] }
    return first.filter { kind in
      fitting.allSatisfy { $0.contains(kind) } && (kind != .revoke || targets.allSatisfy { exception(on: $0) != nil })
    }
  }

  /// A connector or a task that is in order has no incident to act upon.
  private func isActedUpon(_ entry: Entry) -> Bool {
    switch entry.content {
    case .connector, .task: assessment?.incidents.contains { $0.id == entry.id } == true
    default: true
    }
  }

  /// The entries of these ids, as far as the view shows them.
  func entries(of ids: some Sequence<String>) -> [String: Entry] {
    let wanted = Set(ids)
    return Dictionary(
      shownEntries.filter { wanted.contains($0.id) }.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// A key or a name that people know an entry by.
  func name(of entry: Entry) -> String {
    guard let assessment else { return entry.id }
    return switch entry.content {
    case .dimension(let index): assessment.dimensions[index].dimension.key
    case .candidate(let index): assessment.candidates[index].name
    default: entry.id
    }
  }

  /// The live exception on an entry.
  func exception(on entry: Entry) -> ExceptionRecord? {
    let name = folded(name(of: entry))
    return assessment?.exceptions.last { folded($0.covers) == name && $0.isLive(at: now) }
  }

  /// Why a kind of act is not allowed on the one that is selected; nil where it is, or where that depends on answers.
  func refusal(of kind: ActKind) -> Wording? {
    guard let assessment, targets.count == 1, let entry = targets.first else { return nil }
    let incident: Incident? =
      switch entry.content {
      case .incident(let index): assessment.incidents[index]
      case .checkpoint, .connector, .task: assessment.incidents.first { $0.id == entry.id }
      default: nil
      }
    guard let incident, let action = kind.action else { return nil }
    return action.refusal(on: incident.state, incident.severity)
  }

  mutating func startActing() {
    guard isWritable() else { return }
    guard !actKinds.isEmpty else {
      notice = Wording("Nothing can be done to this here", "لا إجراء متاح على هذا")
      return
    }
    overlay = .acts(Picker())
  }

  /// Says why where nothing may be written.
  mutating func isWritable() -> Bool {
    guard let unavailable else { return true }
    notice = unavailable
    return false
  }

  // MARK: Forms

  mutating func openForm(_ kind: ActKind) {
    let targets = targets
    var form = ActForm(kind: kind, targets: targets.map(\.id), fields: kind.questions.map(field))
    if let workspace, let assessment, let column = RowEdit.Column(kind) {
      for entry in targets { form.seen[entry.id] = rowEdit(column, "", "", entry, workspace, assessment)?.seen }
    }
    overlay = .form(form)
  }

  /// A form for what acts upon nothing that is there.
  mutating func openNew(_ kind: ActKind) {
    guard isWritable() else { return }
    overlay = .form(ActForm(kind: kind, targets: [], fields: kind.questions.map(field)))
  }

  private func field(_ question: ActKind.Question) -> ActForm.Field {
    var field = ActForm.Field(question: question, text: TextField(fallback: direction))
    guard let workspace, let assessment else { return field }
    switch question {
    case .owner, .approver: field.choices = knownOwners(workspace, assessment)
    case .severity: (field.choices, field.isClosed) = (Severity.allCases.reversed().map(\.name), true)
    case .status: (field.choices, field.isClosed) = (["OK", "Risk", "Blocked", ""], true)
    case .dimension: field.choices = assessment.dimensions.map(\.dimension.key)
    case .expires: field.text = TextField("7d", fallback: direction)
    case .name: field.text = TextField("RC-", fallback: direction)
    case .note, .how, .evidence, .reason, .mechanism, .text, .title: break
    }
    if field.isClosed { field.text = TextField(field.choices.first ?? "", fallback: direction) }
    // A V3 stops the release: it is chosen, and never what Enter alone makes.
    if question == .severity { field.text = TextField(Severity.v2.name, fallback: direction) }
    if targets.count == 1, let entry = targets.first { fill(&field, from: entry, assessment) }
    return field
  }

  /// What is there already is where editing begins. Whoever hands an incident on types another's name, and finds an empty
  /// field with the names that are known.
  private func fill(_ field: inout ActForm.Field, from entry: Entry, _ assessment: Assessment) {
    let row: (owner: String, notes: String)? =
      switch entry.content {
      case .dimension(let index):
        (assessment.dimensions[index].dimension.owner, assessment.dimensions[index].dimension.notes)
      case .candidate(let index): (assessment.candidates[index].owner, assessment.candidates[index].notes)
      default: nil
      }
    if case .incident(let index) = entry.content, field.question == .severity {
      field.text = TextField(assessment.incidents[index].severity.name, fallback: direction)
    }
    guard let row else { return }
    if field.question == .owner { field.text = TextField(row.owner, fallback: direction) }
    if field.question == .text { field.text = TextField(row.notes, fallback: direction) }
  }

  // MARK: Acts

  /// The acts that a form asks for, or what is missing. Of several targets those that do not allow the act are left.
  func acts(of form: ActForm) -> Result<AskedActs, FormProblem> {
    guard let workspace, let assessment else { return .failure(FormProblem(Strings.reading)) }
    var acts: [Act] = []
    switch form.kind {
    case .newCandidate: acts = [.addCandidate(form.answer(.name))]
    case .newIncident:
      acts = [
        .open(
          NewIncident(
            title: form.answer(.title), severity: Severity(name: form.answer(.severity)) ?? .v2,
            dimension: form.answer(.dimension), owner: form.answer(.owner)))
      ]
    default:
      let entries = entries(of: form.targets)
      for id in form.targets {
        guard let entry = entries[id] else {
          return .failure(FormProblem(Wording("\(id) is no longer here", "\(id) لم يعد هنا")))
        }
        switch act(form.kind, on: entry, form, workspace, assessment) {
        case .success(let act): acts.append(act)
        case .failure(let problem): return .failure(problem)
        }
      }
    }
    let ground = ActGround(workspace, assessment, about: acts.concerned)
    var asked = AskedActs(acts: [])
    for (index, act) in acts.enumerated() {
      guard let refusal = act.refusal(on: ground) else {
        asked.acts.append(act)
        continue
      }
      let target = form.targets.indices.contains(index) ? form.targets[index] : ""
      asked.left.append((target, acts.count > 1 ? refusal.naming(act.entity) : refusal))
    }
    if asked.acts.isEmpty, let first = asked.left.first { return .failure(FormProblem(first.reason)) }
    return .success(asked)
  }

  private func act(
    _ kind: ActKind, on entry: Entry, _ form: ActForm, _ workspace: Workspace, _ assessment: Assessment
  ) -> Result<Act, FormProblem> {
    let name = name(of: entry)
    func incident(_ act: IncidentAct) -> Result<Act, FormProblem> { .success(.incident(name, act)) }
    switch kind {
    case .acknowledge: return incident(.acknowledge(note: form.answer(.note)))
    case .assign: return incident(.assign(owner: form.answer(.owner)))
    case .note: return incident(.note(form.answer(.note)))
    case .mitigate: return incident(.mitigate(how: form.answer(.how)))
    case .resolve: return incident(.resolve(how: form.answer(.how), evidence: form.answer(.evidence)))
    case .reopen: return incident(.reopen(reason: form.answer(.reason)))
    case .severity:
      return incident(.changeSeverity(Severity(name: form.answer(.severity)) ?? .v3, reason: form.answer(.reason)))
    case .compensate: return incident(.compensate(mechanism: form.answer(.mechanism)))
    case .exception:
      guard let end = expiry(form.answer(.expires), now: now, utcOffset: options.utcOffset) else {
        return .failure(
          FormProblem(
            Wording(
              "until when? Write it as 7d, thursday or 2026-12-03", "حتى متى؟ اكتبها مثل 7d أو الخميس أو 2026-12-03")))
      }
      return .success(
        .record(
          NewException(covers: name, reason: form.answer(.reason), approver: form.answer(.approver), expires: end)))
    case .revoke:
      guard let exception = exception(on: entry) else {
        return .failure(FormProblem(Wording("no live exception covers it", "لا استثناء ساريًا يشمله")))
      }
      return .success(.revoke(exception.id, reason: form.answer(.reason)))
    case .newIncident, .newCandidate: return .failure(FormProblem(Strings.doesNotApply))
    case .status: return edit(.status, form.answer(.status), form, entry, workspace, assessment)
    case .owner: return edit(.owner, form.answer(.owner), form, entry, workspace, assessment)
    case .notes: return edit(.notes, form.answer(.text), form, entry, workspace, assessment)
    }
  }

  private func edit(
    _ column: RowEdit.Column, _ text: String, _ form: ActForm, _ entry: Entry, _ workspace: Workspace,
    _ assessment: Assessment
  ) -> Result<Act, FormProblem> {
    guard var edit = rowEdit(column, text, form.answer(.reason), entry, workspace, assessment) else {
      return .failure(FormProblem(Wording("this row is not in the matrix", "هذا الصف ليس في المصفوفة")))
    }
    edit.seen = form.seen[entry.id] ?? edit.seen
    return .success(.edit(edit))
  }

  private func rowEdit(
    _ column: RowEdit.Column, _ text: String, _ reason: String, _ entry: Entry, _ workspace: Workspace,
    _ assessment: Assessment
  ) -> RowEdit? {
    guard let matrix = workspace.matrix else { return nil }
    return switch entry.content {
    case .dimension(let index):
      RowEdit(assessment.dimensions[index].dimension, column, to: text, reason: reason, in: matrix)
    case .candidate(let index): RowEdit(assessment.candidates[index], column, to: text, reason: reason, in: matrix)
    default: nil
    }
  }

  /// Takes in what became of the acts that a form asked for.
  mutating func finish(_ outcomes: [Outcome]) {
    if let configuration = workspace?.configuration {
      assessment?.renew(outcomes.compactMap(\.incident), by: configuration)
    }
    let complaint = outcomes.first { !$0.isDone }
    let done = outcomes.filter(\.isDone)
    if case .form(var form) = overlay, form.isBusy {
      form.isBusy = false
      if let complaint, let wording = complaint.complaint {
        // What was done is done: only the rest is tried again.
        let names = Set(done.map(\.entity))
        let entries = entries(of: form.targets)
        form.targets.removeAll { entries[$0].map { names.contains(name(of: $0)) } ?? false }
        form.error = wording.naming(complaint.entity)
        overlay = .form(form)
      } else {
        overlay = nil
        // What was left stays marked: it is what there is to look at next.
        marked[view] = form.left.isEmpty ? nil : Set(form.left)
        if let first = done.first, let reason = form.reasonLeft {
          notice = Strings.written(first.entity, count: done.count, left: form.left.count, reason)
          return
        }
      }
    }
    if complaint == nil, let first = done.first {
      notice = Strings.written(
        first.entity, count: done.count, caution: assessment.flatMap { first.act.caution(by: $0) })
    }
  }

  mutating func finish(_ outcome: UndoOutcome) {
    switch outcome {
    case .done(let events):
      let names = events.map { "\(eventWording($0.type)(.english)) \($0.entity)" }.joined(separator: ", ")
      let arabic = events.map { "\(eventWording($0.type)(.arabic)) \($0.entity)" }.joined(separator: "، ")
      notice = Wording("Taken back: \(names)", "تم التراجع عن: \(arabic)")
    case .refused(let reason), .failed(let reason): notice = reason
    }
  }
}

extension RowEdit.Column {
  /// The column that a kind of act changes; nil where it changes none.
  fileprivate init?(_ kind: ActKind) {
    switch kind {
    case .status: self = .status
    case .owner: self = .owner
    case .notes: self = .notes
    default: return nil
    }
  }
}

/// The acts that a form asks for, and those of its targets that do not allow them.
struct AskedActs {
  var acts: [Act]
  var left: [(target: String, reason: Wording)] = []
}

/// Why a form asks for nothing that can be done.
struct FormProblem: Error {
  var wording: Wording
  init(_ wording: Wording) { self.wording = wording }
}

extension String {
  fileprivate var trimmedBlanks: String {
    var text = self[...]
    while text.first == " " { text = text.dropFirst() }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}
