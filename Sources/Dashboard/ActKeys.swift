import Readiness
import TerminalText

extension DashboardState {
  // MARK: Marking several

  /// Marks the selected entry or takes the mark away, and goes on to the next.
  mutating func toggleMark() {
    guard let entry = selectedEntry else { return }
    var ids = marked[view] ?? []
    if ids.remove(entry.id) == nil { ids.insert(entry.id) }
    marked[view] = ids.isEmpty ? nil : ids
    markOrigin = entry.id
    moveSelection(.down)
  }

  /// Marks everything from what was marked last to here.
  mutating func markRange() {
    let shown = shownEntries
    guard let origin = markOrigin.flatMap({ id in shown.firstIndex { $0.id == id } }) else {
      toggleMark()
      return
    }
    let range = min(origin, position.index)...max(origin, position.index)
    marked[view, default: []].formUnion(shown[range].filter(\.isSelectable).map(\.id))
  }

  /// Marks all that the view shows, or takes all marks away.
  mutating func toggleAllMarks() {
    let all = Set(shownEntries.filter(\.isSelectable).map(\.id))
    marked[view] = marked[view] == all ? nil : all
  }

  // MARK: Keys

  mutating func pressInActs(_ key: Key, _ picker: Picker) -> [Effect] {
    var picker = picker
    let kinds = actKinds
    switch key.code {
    case .enter:
      guard kinds.indices.contains(picker.index) else { break }
      if let refusal = refusal(of: kinds[picker.index]) {
        notice = refusal
      } else {
        overlay = nil
        openForm(kinds[picker.index])
      }
    case .escape, .character("q"): overlay = nil
    default: if moves(&picker, key, count: kinds.count) { overlay = .acts(picker) }
    }
    return []
  }

  mutating func press(_ key: Key, in form: ActForm) -> [Effect] {
    var form = form
    guard !form.isBusy else { return [] }
    let last = form.fields.count - 1
    switch (key.code, key.control) {
    case (.escape, _):
      overlay = nil
      return []
    case (.enter, _), (.character("s"), true): return submit(form)
    case (.tab, _) where complete(&form): break
    case (.tab, _), (.down, _): form.focus = form.focus == last ? 0 : form.focus + 1
    case (.backtab, _), (.up, _): form.focus = form.focus == 0 ? last : form.focus - 1
    case (.left, _) where form.fields[form.focus].isClosed, (.right, _) where form.fields[form.focus].isClosed,
      (.character(" "), false) where form.fields[form.focus].isClosed:
      let step = (key.code == .left) != isMirrored ? -1 : 1
      choose(key.code == .character(" ") ? 1 : step, in: &form.fields[form.focus])
    default:
      if form.fields[form.focus].isClosed {
        pick(key, in: &form.fields[form.focus])
      } else {
        _ = form.fields[form.focus].text.press(key)
      }
    }
    form.error = nil
    overlay = .form(form)
    return []
  }

  private mutating func submit(_ form: ActForm) -> [Effect] {
    var form = form
    switch acts(of: form) {
    case .failure(let problem):
      form.error = problem.wording
      overlay = .form(form)
      return []
    case .success(let asked):
      form.error = nil
      form.isBusy = true
      form.left = asked.left.map(\.target)
      form.reasonLeft = asked.left.first?.reason
      overlay = .form(form)
      return [.perform(asked.acts)]
    }
  }

  /// Puts in what the field's beginning fits; false where there is nothing to put in.
  private func complete(_ form: inout ActForm) -> Bool {
    let field = form.fields[form.focus]
    guard !field.text.isEmpty, let choice = field.completions.first else { return false }
    form.fields[form.focus].text = TextField(choice, fallback: direction)
    return true
  }

  private func choose(_ step: Int, in field: inout ActForm.Field) {
    let index = field.choices.firstIndex(of: field.text.text) ?? 0
    let next = (index + step + field.choices.count) % max(1, field.choices.count)
    field.text = TextField(field.choices[next], fallback: direction)
  }

  /// A letter or digit chooses what it begins or ends with: `b` Blocked, `3` V3.
  private func pick(_ key: Key, in field: inout ActForm.Field) {
    guard case .character(let character) = key.code, !key.control, !key.alt else { return }
    let letter = folded(String(character))
    let found = field.choices.first { choice in
      let name = folded(choice)
      return name.hasPrefix(letter) || name.hasSuffix(letter)
    }
    if let found { field.text = TextField(found, fallback: direction) }
  }
}
