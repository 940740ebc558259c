package import Readiness

/// The key table in words, for whoever prints it: `jahiz keys`, the manual, the README.
package struct KeyTable: Hashable, Sendable {
  package struct Row: Hashable, Sendable {
    /// The action's name in a configuration.
    package var name: String
    package var keys: [String]
    package var help: String
  }

  package struct Group: Hashable, Sendable {
    package var title: String
    package var rows: [Row]
  }

  package var groups: [Group]

  package init(_ keymap: Keymap, _ language: Language) {
    groups = Binding.Group.allCases.map { group in
      Group(
        title: group.title(language),
        rows: keymap.bindings.filter { $0.group == group }.map {
          Row(name: $0.action.name, keys: $0.keys.map(\.name), help: $0.help(language))
        })
    }
  }
}
