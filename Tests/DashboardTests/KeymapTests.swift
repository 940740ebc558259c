import Readiness
import TerminalText
import Testing

@testable import Dashboard

@Suite struct KeymapTests {
  @Test func `without overrides it is the key table`() throws {
    #expect(try Keymap(overrides: [:]) == .standard)
    for binding in Binding.all {
      #expect(Keymap.standard.keys(for: binding.action) == binding.keys)
      for key in binding.keys { #expect(Keymap.standard.action(for: key) == binding.action, "\(key.name)") }
    }
  }

  @Test func `every action has one row in the table`() {
    #expect(Set(Binding.all.map(\.action)) == Set(Action.allCases))
    #expect(Binding.all.count == Action.allCases.count)
  }

  @Test func `an override takes the place of all keys of its action`() throws {
    let keymap = try Keymap(overrides: [.down: ["m", "m"]])
    #expect(keymap.keys(for: .down) == ["m"])
    #expect(keymap.action(for: "m") == .down)
    #expect(keymap.action(for: "j") == nil)
    #expect(keymap.bindings.first { $0.action == .down }?.keys.map(\.name).joined(separator: " ") == "m")
  }

  @Test func `an empty override unbinds`() throws {
    let keymap = try Keymap(overrides: [.suspend: []])
    #expect(keymap.keys(for: .suspend).isEmpty)
    #expect(keymap.action(for: Key(.character("z"), control: true)) == nil)
  }

  @Test func `two actions may swap their keys`() throws {
    let keymap = try Keymap(overrides: [.nextCandidate: ["C"], .previousCandidate: ["c"]])
    #expect(keymap.action(for: "c") == .previousCandidate)
  }

  @Test func `one key for two actions is a conflict that names both`() {
    #expect(throws: KeymapConflict.sameKey("n", .search, .nextMatch)) { try Keymap(overrides: [.search: ["n"]]) }
    #expect(throws: KeymapConflict.sameKey("m", .reload, .help)) {
      try Keymap(overrides: [.help: ["m"], .reload: ["m"]])
    }
    let message = KeymapConflict.sameKey("m", .nextMatch, .help).message
    for language in Language.allCases {
      #expect(message(language).contains("next_match") && message(language).contains("help"))
    }
  }

  @Test func `quit cannot lose its last key`() throws {
    #expect(throws: KeymapConflict.noWayOut) { try Keymap(overrides: [.quit: []]) }
    #expect(try Keymap(overrides: [.quit: ["Q"]]).action(for: "q") == nil)
  }

  @Test func `an Arabic keyboard needs no switching`() throws {
    for (arabic, action) in [("ض", Action.quit), ("ت", .down), ("ج", .previousBlocker), ("؟", .help), ("٢", .severity)]
    {
      #expect(Keymap.standard.action(for: Key(.character(Character(arabic)))) == action, "\(arabic)")
    }
    #expect(try Keymap(overrides: [.reload: ["ض"]]).action(for: "ض") == .reload, "what is bound goes first")
  }

  @Test func `an action is found by the name that a configuration gives it`() {
    #expect(Action.halfPageUp.name == "half_page_up")
    for action in Action.allCases { #expect(Action(name: action.name) == action) }
    #expect(Action(name: "halfPageUp") == nil)
  }
}
