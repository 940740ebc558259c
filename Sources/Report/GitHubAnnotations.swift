package import Readiness

// GitHub's workflow commands, one a line: `::error file=…,line=…,title=…::message`. The runner obeys any line that begins
// with two colons, and `##[…]` anywhere in one that does not: so every line here is a command, and nothing of a file can end
// or begin one. GitHub shows the first ten of each level of a step: the worst come first.

/// The verdict and its reasons as annotations.
package func gateAnnotations(_ assessment: Assessment, options: CheckOptions) -> String {
  let language = options.language
  let verdict = assessment.verdict
  let judged = "\(verdict.symbol) \(verdict.wording(language)) · \(judgedText(assessment, language))"
  return annotation(Notice.Level(verdict), [("title", "jahiz gate")], judged)
    + assessment.reasons.map { annotation(Notice($0, language), options.root) }.joined()
}

/// The findings of lint as annotations.
package func lintAnnotations(_ findings: [Finding], options: CheckOptions) -> String {
  let level: Notice.Level = options.exitCode == 0 ? .note : .error
  return annotation(level, [("title", "jahiz lint")], lintSummary(findings, options.language))
    + findings.enumerated().sorted { ($1.element.severity, $0.offset) < ($0.element.severity, $1.offset) }
    .map { annotation(Notice($0.element, options.language), options.root) }.joined()
}

private func annotation(_ notice: Notice, _ root: SourceRoot) -> String {
  var properties: [(String, String)] = []
  if let location = notice.location {
    properties.append(("file", root.path(of: location)))
    if let line = location.line { properties.append(("line", String(line))) }
  }
  properties.append(("title", [notice.severity?.name, notice.title].compactMap(\.self).joined(separator: " · ")))
  return annotation(notice.level, properties, notice.message)
}

private func annotation(_ level: Notice.Level, _ properties: [(String, String)], _ message: String) -> String {
  let command = level == .note ? "notice" : level.rawValue
  let values = properties.map { "\($0.0)=\(workflowProperty(shown($0.1)))" }.joined(separator: ",")
  return "::\(command) \(values)::\(workflowData(message))\n"
}

/// Any text as the message of a workflow command.
func workflowData(_ text: String) -> String {
  escaped(text) { scalar in
    switch scalar {
    case "%": "%25"
    case "\r": "%0D"
    case "\n": "%0A"
    default: nil
    }
  }
}

/// Any text as a property of a workflow command.
func workflowProperty(_ text: String) -> String {
  escaped(workflowData(text)) { scalar in
    switch scalar {
    case ":": "%3A"
    case ",": "%2C"
    default: nil
    }
  }
}

/// The text with some scalars written otherwise. By scalars: CR LF is one character of Swift's.
func escaped(_ text: String, _ substitute: (Unicode.Scalar) -> String?) -> String {
  var result = String.UnicodeScalarView()
  for scalar in text.withoutDirectionMarks.unicodeScalars {
    if let other = substitute(scalar) {
      result.append(contentsOf: other.unicodeScalars)
    } else {
      result.append(scalar)
    }
  }
  return String(result)
}
