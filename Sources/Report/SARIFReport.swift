package import Readiness

// SARIF 2.1.0, an OASIS standard: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. GitHub's code scanning
// and most viewers need a location for every result, paths from the repository's top, and fingerprints that stay the same
// while the same thing is wrong, also where its line moves. `docs/schemas/sarif` holds what is written here.

/// The verdict's reasons as a SARIF log.
package func gateSARIF(_ assessment: Assessment, options: CheckOptions) -> String {
  let rules = Reason.Code.allCases.map { code in
    SARIFRule(
      code: code.rawValue, words: code.rule, level: risks.contains(code) ? .warning : .error)
  }
  let candidate = assessment.candidate?.name ?? assessment.candidateName
  let log = SARIFLog(
    command: "gate/\(assessment.target.rawValue)", rules: rules,
    notices: assessment.reasons.map { Notice($0, options.language) }, now: assessment.now, options: options,
    properties: [
      ("verdict", .string(assessment.verdict.rawValue)), ("target", .string(assessment.target.rawValue)),
      ("releaseCandidate", .optional(candidate.map { shown($0) })),
    ])
  return log.document.prettyPrinted()
}

/// The findings of lint as a SARIF log.
package func lintSARIF(_ findings: [Finding], at now: Instant, options: CheckOptions) -> String {
  let rules = Finding.Code.allCases.compactMap { code in
    code.structuralRule.map { SARIFRule(code: code.rawValue, words: $0, level: code.failsClosed ? .error : .warning) }
  }
  let log = SARIFLog(
    command: "lint", rules: rules, notices: findings.map { Notice($0, options.language) }, now: now,
    options: options, properties: [("strict", .bool(options.isStrict))])
  return log.document.prettyPrinted()
}

/// Reasons that prod may ship with.
private let risks: Set<Reason.Code> = [
  .incidentV2Mitigated, .incidentV1Compensated, .incidentExcepted, .dimensionRisk, .dimensionNoEvidence,
  .dimensionExcepted, .resultOld,
]

private struct SARIFRule {
  var code: String
  var words: RuleWords
  var level: Notice.Level
}

private struct SARIFLog {
  /// What was run, as it tells uploads apart.
  let command: String
  let rules: [SARIFRule]
  let notices: [Notice]
  let now: Instant
  let options: CheckOptions
  let properties: [(String, JSONValue)]

  var document: JSONValue {
    .object([
      (
        "$schema", .string("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
      ),
      ("version", .string("2.1.0")),
      ("runs", .array([run])),
    ])
  }

  private var run: JSONValue {
    var members: [(String, JSONValue)] = [
      ("tool", .object([("driver", driver)])),
      ("automationDetails", .object([("id", .string("jahiz/\(command)/"))])),
      ("invocations", .array([invocation])),
      ("language", .string(options.language.rawValue)),
    ]
    if let folder = options.root.folderURI {
      members.append(("originalUriBaseIds", .object([(base, .object([("uri", .string(folder))]))])))
    }
    members += [
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(results)),
      ("properties", .object(properties)),
    ]
    return .object(members)
  }

  private var driver: JSONValue {
    var members: [(String, JSONValue)] = [("name", .string("jahiz"))]
    if !options.toolVersion.isEmpty {
      members += [("version", .string(options.toolVersion)), ("semanticVersion", .string(options.toolVersion))]
    }
    members += [("language", .string(options.language.rawValue)), ("rules", .array(rules.map(descriptor)))]
    return .object(members)
  }

  private func descriptor(_ rule: SARIFRule) -> JSONValue {
    let title = messageObject(rule.words.title(options.language))
    let help = messageObject(rule.words.help(options.language))
    return .object([
      ("id", .string(rule.code)),
      ("name", .string(pascalCase(rule.code))),
      ("shortDescription", title),
      ("fullDescription", help),
      ("help", help),
      ("defaultConfiguration", .object([("level", .string(rule.level.rawValue))])),
    ])
  }

  /// Something that could not be read is no successful run, whatever else was found.
  private var invocation: JSONValue {
    .object([
      ("executionSuccessful", .bool(options.exitCode < 2)),
      ("exitCode", .int(options.exitCode)),
      ("endTimeUtc", .string(Instant(seconds: now.seconds).rfc3339())),
    ])
  }

  private var results: [JSONValue] {
    let indices = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1.code, $0) })
    var counts: [String: Int] = [:]
    return notices.map { notice in
      // Without the line, which moves; of several that are alike, each has its number.
      let parts = [notice.code, options.root.uri(of: notice.location), notice.subject]
      let hash = sha256Hex(Array(parts.joined(separator: "\0").utf8))
      let count = counts[hash, default: 0] + 1
      counts[hash] = count
      return result(notice, ruleIndex: indices[notice.code], fingerprint: "\(hash.prefix(32)):\(count)")
    }
  }

  private func result(_ notice: Notice, ruleIndex: Int?, fingerprint: String) -> JSONValue {
    var members: [(String, JSONValue)] = [("ruleId", .string(notice.code))]
    if let ruleIndex { members.append(("ruleIndex", .int(ruleIndex))) }
    let facts = [
      ("severity", notice.severity?.name), ("verdict", notice.verdict?.rawValue),
      ("dimension", notice.dimension.map { shown($0) }), ("incident", notice.incident.map { shown($0) }),
    ]
    members += [
      ("level", .string(notice.level.rawValue)),
      ("message", messageObject(notice.message)),
      ("locations", .array([.object([("physicalLocation", place(of: notice))])])),
      ("partialFingerprints", .object([("jahiz/v1", .string(fingerprint))])),
      ("properties", .object(facts.compactMap { name, value in value.map { (name, .string($0)) } })),
    ]
    return .object(members)
  }

  private func place(of notice: Notice) -> JSONValue {
    var members: [(String, JSONValue)] = [
      (
        "artifactLocation",
        .object([("uri", .string(options.root.uri(of: notice.location))), ("uriBaseId", .string(base))])
      )
    ]
    if let line = notice.location?.line, line > 0 {
      members.append(("region", .object([("startLine", .int(line))])))
    }
    return .object(members)
  }
}

private let base = "%SRCROOT%"

/// A text as a `message` or `multiformatMessageString` object.
private func messageObject(_ text: String) -> JSONValue { .object([("text", .string(sarifText(text)))]) }

/// Any text as a plain text message: no placeholder (§3.11.5) and no embedded link (§3.11.6) of its own.
func sarifText(_ text: String) -> String {
  var previous: Unicode.Scalar = " "
  return escaped(text) { scalar in
    defer { previous = scalar }
    switch scalar {
    case "{": return "{{"
    case "}": return "}}"
    case "(" where previous == "]": return " ("
    default: return nil
    }
  }
}

/// `incident_v3_open` → `IncidentV3Open`.
private func pascalCase(_ code: String) -> String {
  code.split(separator: "_").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
}
