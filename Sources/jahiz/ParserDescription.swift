import Yams

/// A command as the argument parser declares it, so that the manual cannot say anything else.
struct CommandDescription {
  struct Argument: Hashable {
    /// `-C`, `--rc`; empty for what is given by its place.
    var names: [String]
    /// nil: a flag.
    var value: String?
    var help: String
  }

  var name: String
  var abstract: String
  var discussion: String
  var arguments: [Argument]
  var subcommands: [CommandDescription]

  /// jahiz with the options of its default command at the root.
  static func read() -> CommandDescription? {
    // The parser tells of itself in JSON, which is YAML too.
    let root = try? Yams.compose(yaml: CompletedCommand._dumpHelp(), .basic)
    return root?.mapping?["command"].flatMap(CommandDescription.init)
  }

  /// The commands that are run: where a command has subcommands it is these, with their whole names.
  var leaves: [CommandDescription] {
    guard !subcommands.isEmpty else { return [self] }
    return subcommands.flatMap(\.leaves).map { leaf in
      var named = leaf
      named.name = "\(name) \(leaf.name)"
      return named
    }
  }

  private init?(_ node: Node) {
    guard let mapping = node.mapping, let name = mapping["commandName"]?.string else { return nil }
    self.name = name
    abstract = mapping["abstract"]?.string ?? ""
    discussion = mapping["discussion"]?.string ?? ""
    arguments = (mapping["arguments"]?.sequence ?? []).compactMap(Argument.init)
    subcommands = (mapping["subcommands"]?.sequence ?? []).compactMap(CommandDescription.init)
      .filter { $0.name != "help" }
  }
}

extension CommandDescription.Argument {
  fileprivate init?(_ node: Node) {
    guard let mapping = node.mapping, mapping["shouldDisplay"]?.string == "true" else { return nil }
    names = (mapping["names"]?.sequence ?? []).compactMap { name in
      guard let parts = name.mapping, let word = parts["name"]?.string else { return nil }
      return (parts["kind"]?.string == "long" ? "--" : "-") + word
    }
    let values = (mapping["allValues"]?.sequence ?? []).compactMap(\.string)
    let valueName = mapping["valueName"]?.string?.uppercased()
    value = mapping["kind"]?.string == "flag" ? nil : values.isEmpty ? valueName : values.joined(separator: "|")
    help = mapping["abstract"]?.string ?? ""
  }
}
