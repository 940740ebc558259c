/// What the manual says beyond the tables of options, keys and settings.
enum ManualText {
  static let description = [
    """
    jahiz reads what a governed repository already keeps in files \u{2013} the readiness matrix in Markdown, Great \
    Expectations results in JSON, the incident log \u{2013} and answers one question with its reasons, each naming file \
    and line: may this release candidate ship?
    """,
    """
    Without a command it opens the dashboard on the workspace, the folder that is read; with no terminal on its output, \
    or with TERM empty or dumb, it prints the report instead. It fetches nothing from a network.
    """,
    """
    The verdict is go, go_with_risk, hold or stop: the worst rule that fires. What cannot be read never hides the rest, \
    but holds the release.
    """,
  ]

  /// The keys of `jahiz.yaml`, as its reader knows them.
  static let workspaceKeys = [
    ("matrix", "[PATH, ...]", "the matrix files; the first is judged"),
    ("gx", "[PATH, ...]", "stores of Great Expectations results, or folders of results"),
    ("events", "PATH", "the incident log"),
    ("release_candidate", "NAME", "judged where --rc names none; default: the last of the matrix"),
    ("require_rc", "true, false", "no release candidate at all holds; default: false"),
    ("target", "canary, prod", "where the candidate is to go; default: prod"),
    ("pii", "{add: [NAME, ...], remove: [NAME, ...]}", "columns that are personal data, beside the built-in ones"),
    (
      "consumers", "{ASSET: {customer_reports, models, internal: BOOL}}",
      "who consumes an asset; one that is not listed counts as consumed"
    ),
    ("map", "{SUITE_OR_ASSET: DIMENSION}", "the dimension that a result lands on; default: data quality"),
    ("service_levels", "{V0-V3: {acknowledge, resolve: TIME}}", "how soon to acknowledge and resolve: s, m, h or d"),
    ("max_age", "TIME", "older results are a risk; default: 7d"),
    ("require", "[SUITE, ...]", "suites that must have a result"),
    (
      "connectors", "{sheets, source, vendors, facade: [...]}",
      "connector sheets; folders of code in which only the facade may import these vendors' SDKs"
    ),
    ("event_schemas", "[PATH, ...]", "folders of versioned JSON Schemas of events"),
    ("event_logs", "[PATH, ...]", "logs of events that are checked against the envelope"),
    (
      "metrics", "{dictionary, source: [PATH, ...], calls: [NAME, ...]}",
      "the dictionary of metric keys; where they are used"
    ),
    ("lineage", "[PATH, ...]", "OpenLineage run events"),
    ("lineage_decisions", "[PATH, ...]", "documents that choose the tool for lineage and catalog"),
    ("tasks", "[PATH, ...]", "watchlists of long-running tasks, Markdown or the protocol's JSON"),
    ("docs", "{roots, index: [PATH, ...]}", "folders whose links are checked; the source-of-truth index"),
    (
      "approvals", "{records: [PATH, ...], sla: {CLASS: TIME}}", "records of approvals; how long a class may wait"
    ),
    ("verifications", "[PATH, ...]", "records of tool verification"),
    ("controls", "[PATH, ...]", "control matrices"),
    ("customer_facing", "[NAME, ...]", "dimensions and connectors that customers meet: their faults are V2"),
  ]

  static let exitStatus = [
    (
      "0",
      """
      The verdict is go or go_with_risk (gate); the structure is sound (lint); the hook is installed (hook status); it \
      was shown or done (all others).
      """
    ),
    (
      "1",
      """
      The verdict is hold or stop (gate); there is a finding of V1 or graver, with --strict any finding (lint); the hook \
      is not installed (hook status); refused by the rules or the newest state, or no such thing is known (what writes, \
      show, log).
      """
    ),
    (
      "2",
      """
      Something that decides could not be read (gate, lint), or the candidate named does not exist (gate); the workspace \
      cannot be opened, or jahiz.yaml or config.yaml is wrong (all); it could not be written (what writes).
      """
    ),
    ("64", "Wrong usage."),
  ]

  static let files = [
    ("RELEASE_READINESS_MATRIX*.md", "The matrix, in the workspace, its docs or matrices."),
    ("uncommitted/validations/, checkpoints/", "Results of Great Expectations."),
    ("incidents/events.jsonl", "The incident log, one event a line."),
    ("jahiz.yaml", "The workspace\u{2019}s configuration."),
    ("~/.config/jahiz/config.yaml", "Your settings."),
    ("~/.config/jahiz/themes/NAME.yaml", "Your own themes; they go before built-in ones of the same name."),
  ]

  static let environment = [
    ("XDG_CONFIG_HOME", "Stands for ~/.config above."),
    ("JAHIZ_CONFIG", "Names another file of settings."),
    (
      "LOGNAME or USER, SUDO_USER, SSH_CONNECTION",
      "Who acts, as the log has it; with CI set it is an automated workflow."
    ),
    (
      "TRACEPARENT", "The trace that what is written, and the weekly page, belong to, in W3C\u{2019}s Trace Context."
    ),
    ("LC_ALL, LC_MESSAGES, LANG", "The language where none is chosen: Arabic where it begins with ar."),
    ("TERM", "The terminal; one that is unknown is treated as its nearest relative."),
    ("NO_COLOR", "Set and not empty: no colours, unless --color always asks for them."),
    ("COLORFGBG", "The terminal\u{2019}s colours, by which the usual theme is chosen."),
  ]

  static let examples = [
    ("jahiz", "Opens the dashboard on the current folder."),
    ("jahiz gate -C ~/governance --target canary || exit 1", "Stops a pipeline unless the candidate may go to canary."),
    ("jahiz gate --format sarif >gate.sarif", "Writes the reasons for a code scanner to show."),
    ("jahiz lint --strict ~/governance", "Checks how the matrix is built, informational findings too."),
    ("jahiz hook install -C ~/governance", "Lets Git ask the gate before each push."),
    ("jahiz report --format json | jq -r \u{27}.reasons[].message\u{27}", "Prints the reasons alone."),
    ("jahiz report --lang ar --now 2026-11-24T12:00:00Z", "Prints the report in Arabic, as of that moment."),
    ("jahiz weekly --week 2026-W48 --lang ar", "Prints the page of that week for the board, in Arabic."),
    ("jahiz keys | less", "Shows the keys as they are bound."),
  ]

  /// A file of settings that shows the manner.
  static let settingsExample = """
    theme: oasis
    lang: ar
    keys:
      reload: [R, F5]
      next_match: n
      suspend: []
    """

  /// A theme that changes little.
  static let themeExample = """
    like: dark
    title: { en: My own, ar: سمتي }
    styles:
      accent: "#d7875f"
      match: "black on bright-yellow bold"
    """
}
