package import Readiness
package import TerminalText

/// Which key does what: the key table with what the user's settings put in its place.
///
///     let keymap = try Keymap(overrides: [.nextMatch: ["m"], .toggleTarget: []])
///     keymap.action(for: "m")       // .nextMatch; n does nothing any more
package struct Keymap: Hashable, Sendable {
  private let overrides: [Action: [Key]]
  private let actions: [Key: Action]

  /// The key table as it stands.
  package static let standard = Keymap(trusting: [:])

  /// An override takes the place of all keys of its action; an empty one leaves the action to the palette.
  ///
  /// - Throws: `KeymapConflict` where a key would do two things, or no key would quit.
  package init(overrides: [Action: [Key]]) throws(KeymapConflict) {
    let keymap = Keymap(trusting: overrides.mapValues(withoutRepeats))
    let bindings = keymap.bindings
    for (index, binding) in bindings.enumerated() {
      for other in bindings[..<index] where overrides[binding.action] != nil || overrides[other.action] != nil {
        if let key = binding.keys.first(where: other.keys.contains) {
          throw .sameKey(key, other.action, binding.action)
        }
      }
    }
    guard !keymap.keys(for: .quit).isEmpty else { throw .noWayOut }
    self = keymap
  }

  private init(trusting overrides: [Action: [Key]]) {
    self.overrides = overrides
    actions = Dictionary(
      Binding.all.flatMap { binding in (overrides[binding.action] ?? binding.keys).map { ($0, binding.action) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// The key table with the keys that hold: what help, footer and palette show.
  package var bindings: [Binding] {
    Binding.all.map { binding in
      guard let keys = overrides[binding.action] else { return binding }
      var result = binding
      result.keys = keys
      return result
    }
  }

  /// What the key does outside text fields; nil: nothing. Also where the keyboard is switched to Arabic.
  package func action(for key: Key) -> Action? { actions[key] ?? latinKey(for: key).flatMap { actions[$0] } }

  /// The number of the tab that a digit stands for; nil where the key does something else, or was given its view by the
  /// user.
  func tabNumber(of key: Key, _ action: Action) -> Int? {
    guard overrides[action] == nil, ViewKind.allCases.contains(where: { $0.action == action }) else { return nil }
    let digit = Binding.all.first { $0.action == action }?.keys.first
    guard case .character(let character)? = digit?.code else { return nil }
    return character.wholeNumberValue
  }

  /// The keys of an action, the most usual first.
  package func keys(for action: Action) -> [Key] {
    overrides[action] ?? Binding.all.first { $0.action == action }?.keys ?? []
  }
}

extension Keymap {
  /// The keys of an action as help and palette show them: `↓ j`.
  func names(of action: Action) -> String { keys(for: action).map(\.name).joined(separator: " ") }

  /// The most usual key of an action; nil where it has none.
  func name(of action: Action) -> String? { keys(for: action).first?.name }
}

/// Why keys cannot be bound as the user wants.
package enum KeymapConflict: Error, Hashable {
  case sameKey(Key, Action, Action)
  case noWayOut

  /// The actions whose keys are at fault.
  package var actions: [Action] {
    switch self {
    case .sameKey(_, let first, let second): [first, second]
    case .noWayOut: [.quit]
    }
  }

  package var message: Wording {
    switch self {
    case .sameKey(let key, let first, let second):
      Wording(
        "the key “\(key.name)” is bound to both “\(first.name)” and “\(second.name)”",
        "المفتاح «\(key.name)» مسند إلى «\(first.name)» وإلى «\(second.name)» معًا")
    case .noWayOut:
      Wording("“quit” must keep at least one key", "يجب أن يبقى للإجراء «quit» مفتاح واحد على الأقل")
    }
  }
}

extension Action {
  /// As a configuration writes it: `half_page_up`.
  package var name: String {
    rawValue.reduce(into: "") { $0 += $1.isUppercase ? "_\($1.lowercased())" : String($1) }
  }

  /// The action of that name; nil where there is none.
  package init?(name: String) {
    guard let action = Action.allCases.first(where: { $0.name == name }) else { return nil }
    self = action
  }
}

private func withoutRepeats(_ keys: [Key]) -> [Key] {
  keys.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
}
