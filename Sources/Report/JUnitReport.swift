package import Readiness

// JUnit's XML, as its readers (Jenkins, GitLab, Azure …) agree on it: no standard holds it, so only elements and attributes
// that all of them know are written. What stops the release is a failure, what could not be read an error, and what may ship
// with a risk passes and says so in `system-out`: the file fails exactly where the exit code does.

/// The judged candidate, its dimensions, checkpoints and incidents as test cases.
package func gateJUnit(_ assessment: Assessment, options: CheckOptions) -> String {
  let language = options.language
  var reasons = Dictionary(grouping: assessment.reasons, by: Subject.init)
  func take(_ subject: Subject) -> [Reason] { reasons.removeValue(forKey: subject) ?? [] }
  func testCase(_ name: String, _ kind: String, _ location: SourceLocation?, _ reasons: [Reason]) -> JUnitCase {
    JUnitCase(
      name: name, className: "jahiz.\(kind)", location: location,
      outcomes: reasons.map { JUnitOutcome($0, options) })
  }
  let dimensions = assessment.dimensions.map { assessed in
    let dimension = assessed.dimension
    return testCase(dimension.key, "dimensions", dimension.location, take(.dimension(dimension.key)))
  }
  let checkpoints = assessment.checkpoints.map { checkpoint in
    let result = checkpoint.result
    let name = [result.suite ?? result.name, result.asset].compactMap(\.self).joined(separator: " · ")
    return testCase(
      name.isEmpty ? result.path : name, "checkpoints", SourceLocation(path: result.path),
      take(.incident(checkpoint.id)) + take(.result(result.path)))
  }
  let derived = Set(assessment.checkpoints.map(\.id))
  let incidents = assessment.incidents.filter { !derived.contains($0.id) }.map { incident in
    let title = incident.title(in: language)
    return testCase(
      title.isEmpty ? incident.id : "\(incident.id) \(title)", "incidents", incident.location,
      take(.incident(incident.id)))
  }
  // What is left: the candidate's own row, and what belongs to no row at all.
  let place = assessment.candidate?.location
  let own = take(.row(place))
  let left = assessment.reasons.filter { reasons[Subject($0)] != nil }
  let candidate =
    [testCase(judgedText(assessment, language), "candidate", place, own)]
    + left.map { testCase($0.code.rule.title(language), "candidate", $0.location, [$0]) }
  let properties = [
    ("verdict", assessment.verdict.rawValue), ("target", assessment.target.rawValue),
    ("release_candidate", assessment.candidate?.name ?? assessment.candidateName ?? ""),
  ]
  let suites = [
    JUnitSuite(ReportStrings.candidates(language), candidate, properties: properties),
    JUnitSuite(ReportStrings.dimensions(language), dimensions),
    JUnitSuite(ReportStrings.checkpoints(language), checkpoints),
    JUnitSuite(LintStrings.incidents(language), incidents),
  ]
  return junit("jahiz gate", suites.filter { !$0.cases.isEmpty }, at: assessment.now, options)
}

/// The findings of lint as test cases, a suite for each file; a sound structure is one case that passes.
package func lintJUnit(_ findings: [Finding], at now: Instant, options: CheckOptions) -> String {
  let language = options.language
  guard !findings.isEmpty else {
    let sound = JUnitCase(name: LintStrings.structure(language), className: "jahiz.lint")
    return junit("jahiz lint", [JUnitSuite(LintStrings.structure(language), [sound])], at: now, options)
  }
  var suites: [JUnitSuite] = []
  for finding in findings {
    let path = finding.location.path
    if suites.last?.name != path { suites.append(JUnitSuite(path, [])) }
    let line = finding.location.line.map { ":\($0)" } ?? ""
    suites[suites.count - 1].cases.append(
      JUnitCase(
        name: "\(finding.code.rawValue)\(line)", className: "jahiz.lint", location: finding.location,
        outcomes: [JUnitOutcome(finding, options)]))
  }
  return junit("jahiz lint", suites, at: now, options)
}

/// What a reason is about, so that it finds its test case.
private enum Subject: Hashable {
  case incident(String)
  case dimension(String)
  case result(String)
  case row(SourceLocation?)
  case other(Reason.Code)

  init(_ reason: Reason) {
    if let incident = reason.incident {
      self = .incident(incident)
    } else if reason.code == .resultOld, let location = reason.location {
      self = .result(location.path)
    } else if let dimension = reason.dimension {
      self = .dimension(dimension)
    } else if reason.code.rawValue.hasPrefix("dimension_") {
      self = .row(reason.location)
    } else {
      self = .other(reason.code)
    }
  }
}

// MARK: Cases

private struct JUnitCase {
  var name: String
  /// The same in every language, so that a case keeps its history.
  var className: String
  var location: SourceLocation?
  var outcomes: [JUnitOutcome] = []

  /// The worst of what is said of it.
  var kind: JUnitOutcome.Kind? { outcomes.map(\.kind).max() }
}

/// Something said of a case.
private struct JUnitOutcome {
  enum Kind: Int, Comparable {
    case risk, failure, error

    static func < (left: Kind, right: Kind) -> Bool { left.rawValue < right.rawValue }
  }

  var kind: Kind
  var code: String
  var message: String
  /// `V3 docs/MATRIX.md:12: message`.
  var text: String

  init(_ reason: Reason, _ options: CheckOptions) {
    // Both are what gate exits 2 for.
    let isUnreadable = Finding.Code(rawValue: reason.code.rawValue)?.failsClosed ?? false
    let stops: Kind = isUnreadable || reason.code == .candidateNotFound ? .error : .failure
    self.init(reason.verdict >= .hold ? stops : .risk, Notice(reason, options.language), options)
  }

  init(_ finding: Finding, _ options: CheckOptions) {
    let kind: Kind = finding.code.failsClosed ? .error : options.fails(finding) ? .failure : .risk
    self.init(kind, Notice(finding, options.language), options)
  }

  private init(_ kind: Kind, _ notice: Notice, _ options: CheckOptions) {
    self.kind = kind
    code = notice.code
    message = notice.message
    let place = notice.location.map { location in
      let line = location.line.map { ":\($0)" } ?? ""
      return "\(shown(options.root.path(of: location)))\(line): "
    }
    text = (notice.severity.map { "\($0.name) " } ?? "") + (place ?? "") + notice.message
  }
}

private struct JUnitSuite {
  var name: String
  var cases: [JUnitCase]
  var properties: [(String, String)]

  init(_ name: String, _ cases: [JUnitCase], properties: [(String, String)] = []) {
    self.name = name
    self.cases = cases
    self.properties = properties
  }
}

// MARK: XML

private func junit(_ name: String, _ suites: [JUnitSuite], at now: Instant, _ options: CheckOptions) -> String {
  // XML Schema's dateTime as JUnit's readers want it: without a zone.
  let moment = Instant(seconds: now.seconds).rfc3339().dropLast()
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  text += "<testsuites name=\"\(xmlText(name))\"\(counts(suites.flatMap(\.cases)))>\n"
  for suite in suites {
    text +=
      "  <testsuite name=\"\(xmlText(suite.name))\"\(counts(suite.cases)) skipped=\"0\" timestamp=\"\(moment)\">\n"
    if !suite.properties.isEmpty {
      text += "    <properties>\n"
      for (name, value) in suite.properties {
        text += "      <property name=\"\(xmlText(name))\" value=\"\(xmlText(value))\"/>\n"
      }
      text += "    </properties>\n"
    }
    for testCase in suite.cases { write(testCase, options, to: &text) }
    text += "  </testsuite>\n"
  }
  return text + "</testsuites>\n"
}

private func counts(_ cases: [JUnitCase]) -> String {
  let failures = cases.count { $0.kind == .failure }
  let errors = cases.count { $0.kind == .error }
  return " tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"\(errors)\" time=\"0\""
}

private func write(_ testCase: JUnitCase, _ options: CheckOptions, to text: inout String) {
  var attributes = " name=\"\(xmlText(testCase.name))\" classname=\"\(xmlText(testCase.className))\" time=\"0\""
  if let location = testCase.location {
    attributes += " file=\"\(xmlText(options.root.path(of: location)))\""
    if let line = location.line { attributes += " line=\"\(line)\"" }
  }
  guard let kind = testCase.kind else {
    text += "    <testcase\(attributes)/>\n"
    return
  }
  text += "    <testcase\(attributes)>\n"
  let stopping = testCase.outcomes.filter { $0.kind > .risk }
  // Its readers know one failure a case: the worst names it, and its text holds all.
  if let worst = stopping.first(where: { $0.kind == kind }) {
    let element = kind == .error ? "error" : "failure"
    text += "      <\(element) type=\"\(xmlText(worst.code))\" message=\"\(xmlText(worst.message))\">"
    text += stopping.map { xmlText($0.text) }.joined(separator: "\n") + "</\(element)>\n"
  }
  let risks = testCase.outcomes.filter { $0.kind == .risk }
  if !risks.isEmpty {
    text += "      <system-out>\(risks.map { xmlText($0.text) }.joined(separator: "\n"))</system-out>\n"
  }
  text += "    </testcase>\n"
}

/// Any text as content or attribute of XML 1.0, on one line: what steers a terminal is made harmless, and characters that
/// XML does not have even as references (2.2) get a stand-in.
func xmlText(_ text: String) -> String {
  escaped(shown(text)) { scalar in
    switch scalar {
    case "&": return "&amp;"
    case "<": return "&lt;"
    // Else `]]>` would stand in content.
    case ">": return "&gt;"
    case "\"": return "&quot;"
    case "'": return "&apos;"
    default: break
    }
    switch scalar.value {
    case 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: return nil
    default: return "\u{FFFD}"
    }
  }
}
