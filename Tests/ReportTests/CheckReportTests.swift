import Foundation
import Readiness
import Testing

@testable import Report

// What `gate` and `lint` write for programs.

private func options(
  _ language: Language = .english, root: SourceRoot = SourceRoot(folder: "/src/my repo", prefix: "gov"),
  exitCode: Int = 1, isStrict: Bool = false
) -> CheckOptions {
  CheckOptions(language: language, root: root, exitCode: exitCode, isStrict: isStrict, toolVersion: "1.0.0")
}

private let sampleFindings = sampleAssessment().structuralFindings

// MARK: Paths

@Test(
  "A path is told from the repository's top",
  arguments: [
    ("", "docs/a.md", "docs/a.md"), ("gov/x", "docs/a.md", "gov/x/docs/a.md"), ("gov/x", ".", "gov/x"),
    ("gov/x", "../a.md", "gov/a.md"), ("", "../a.md", "../a.md"), ("", ".", "."), ("", "./a//b.md", "a/b.md"),
  ])
func paths(prefix: String, path: String, expected: String) {
  #expect(SourceRoot(prefix: prefix).path(of: SourceLocation(path: path)) == expected)
}

@Test("A URI holds nothing that would be read as a scheme, a query or a fragment")
func uris() {
  let root = SourceRoot(folder: "/a b", prefix: "")
  #expect(root.uri(of: SourceLocation(path: "x:y/a b?c#d%.md")) == "x%3Ay/a%20b%3Fc%23d%25.md")
  #expect(root.uri(of: SourceLocation(path: "جاهز.md")) == "%D8%AC%D8%A7%D9%87%D8%B2.md")
  #expect(root.uri(of: SourceLocation(path: "a\u{202E}\n.md")) == "a%E2%80%AE%0A.md")
  #expect(root.folderURI == "file:///a%20b/")
  #expect(SourceRoot(folder: "/").folderURI == "file:///")
  #expect(root.uri(of: nil) == "./")
  #expect(SourceRoot(prefix: "a b").uri(of: SourceLocation(path: ".")) == "a%20b/")
}

// MARK: SARIF

private func run(_ text: String) throws -> [String: Any] {
  let document = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  #expect(document["version"] as? String == "2.1.0")
  return try #require((document["runs"] as? [[String: Any]])?.first)
}

private func results(_ run: [String: Any]) throws -> [[String: Any]] {
  try #require(run["results"] as? [[String: Any]])
}

private func text(_ object: Any?) -> String? { (object as? [String: Any])?["text"] as? String }

private func fingerprints(_ text: String) throws -> [String] {
  try results(run(text)).map { try #require(($0["partialFingerprints"] as? [String: String])?["jahiz/v1"]) }
}

@Test("A SARIF result names its rule, level, message and place")
func sarifResults() throws {
  let run = try run(gateSARIF(sampleAssessment(), options: options()))
  let results = try results(run)
  #expect(results.map { $0["ruleId"] as? String } == ["incident_v3_open", "dimension_blocked", "incident_excepted"])
  #expect(results.map { $0["level"] as? String } == ["error", "error", "warning"])
  #expect(text(results[1]["message"]) == "“connector health” is blocked.")
  let location = try #require((results[1]["locations"] as? [[String: [String: [String: Any]]]])?.first)
  let place = try #require(location["physicalLocation"])
  #expect(place["artifactLocation"]?["uri"] as? String == "gov/docs/RELEASE_READINESS_MATRIX_AR.md")
  #expect(place["artifactLocation"]?["uriBaseId"] as? String == "%SRCROOT%")
  #expect(place["region"]?["startLine"] as? Int == 16)
  #expect((results[0]["properties"] as? [String: String])?["verdict"] == "stop")
  #expect((run["properties"] as? [String: Any])?["verdict"] as? String == "stop")
  let bases = try #require(run["originalUriBaseIds"] as? [String: [String: String]])
  #expect(bases["%SRCROOT%"]?["uri"] == "file:///src/my%20repo/")
  let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
  let rules = try #require(driver["rules"] as? [[String: Any]])
  for result in results {
    #expect(rules[result["ruleIndex"] as? Int ?? -1]["id"] as? String == result["ruleId"] as? String)
  }
}

@Test("SARIF speaks the language asked for; ids and fingerprints do not change with it")
func sarifLanguage() throws {
  let (english, arabic) = (
    gateSARIF(sampleAssessment(), options: options()), gateSARIF(sampleAssessment(), options: options(.arabic))
  )
  let run = try run(arabic)
  #expect(text(try results(run)[1]["message"]) == "البُعد «connector health» محظور.")
  let rules = try #require((run["tool"] as? [String: [String: Any]])?["driver"]?["rules"] as? [[String: Any]])
  #expect(text(rules[0]["shortDescription"]) == "حادثة V3 مفتوحة")
  #expect(rules[0]["name"] as? String == "IncidentV3Open")
  #expect(run["language"] as? String == "ar")
  #expect(try fingerprints(english) == fingerprints(arabic))
}

@Test("A fingerprint stays when lines move and words change, and tells different things apart")
func sarifFingerprints() throws {
  var moved = sampleAssessment()
  let before = try fingerprints(gateSARIF(moved, options: options()))
  #expect(Set(before).count == 3)
  moved.reasons[1].location?.line = 99
  moved.reasons[1].message = Wording("other words", "كلمات أخرى")
  #expect(try fingerprints(gateSARIF(moved, options: options())) == before)
  moved.reasons[1].dimension = "docs truth"
  #expect(try fingerprints(gateSARIF(moved, options: options()))[1] != before[1])
  let twice = lintSARIF([sampleFindings[0], sampleFindings[0]], at: sampleNow, options: options())
  #expect(try Set(fingerprints(twice)).count == 2)
}

@Test("A run that could not read everything is not successful", arguments: [(0, true), (1, true), (2, false)])
func sarifInvocation(exitCode: Int, isSuccessful: Bool) throws {
  let run = try run(gateSARIF(sampleAssessment(), options: options(exitCode: exitCode)))
  let invocation = try #require((run["invocations"] as? [[String: Any]])?.first)
  #expect(invocation["executionSuccessful"] as? Bool == isSuccessful)
  #expect(invocation["exitCode"] as? Int == exitCode)
  #expect(invocation["endTimeUtc"] as? String == "2026-11-24T12:00:00Z")
}

@Test("Findings have the level of their severity")
func sarifLevels() throws {
  let findings = Severity.allCases.map {
    Finding(.brokenLink, $0, Wording("m\($0.name)", "م"), at: SourceLocation(path: "a.md"))
  }
  let levels = try results(run(lintSARIF(findings, at: sampleNow, options: options()))).map { $0["level"] as? String }
  #expect(levels == ["note", "warning", "error", "error"])
}

@Test("Where nothing stands in the way the results are an empty list")
func sarifNothing() throws {
  let empty = Assessment(target: .canary, now: sampleNow, verdict: .go)
  #expect(try results(run(gateSARIF(empty, options: options(exitCode: 0)))).isEmpty)
  let lint = try run(lintSARIF([], at: sampleNow, options: options(exitCode: 0)))
  #expect(try results(lint).isEmpty)
  #expect((lint["automationDetails"] as? [String: String])?["id"] == "jahiz/lint/")
}

@Test("A message makes no placeholder and no link of its own")
func sarifMessages() {
  #expect(sarifText("[here](https://evil.example) {0} [a] (b)") == "[here] (https://evil.example) {{0}} [a] (b)")
}

// MARK: JUnit

@Test("The gate as JUnit reads as reviewed in both languages", arguments: Language.allCases)
func gateJUnitFiles(language: Language) throws {
  try expectation("gate.\(language.rawValue).junit.xml", is: gateJUnit(sampleAssessment(), options: options(language)))
}

@Test("Lint as JUnit reads as reviewed in both languages", arguments: Language.allCases)
func lintJUnitFiles(language: Language) throws {
  try expectation(
    "lint.\(language.rawValue).junit.xml", is: lintJUnit(sampleFindings, at: sampleNow, options: options(language)))
}

@Test("Every reason is in the JUnit file once, whatever it is about")
func junitIsWhole() {
  var assessment = sampleAssessment()
  let place = SourceLocation(path: "checkpoints/طلبات.json")
  assessment.reasons = [
    Reason(.matrixUnreadable, .hold, message: Wording("m-1", ""), location: place),
    Reason(.matrixUnreadable, .hold, message: Wording("m-2", ""), location: place),
    Reason(.resultOld, .goWithRisk, message: Wording("m-3", ""), dimension: "data quality", location: place),
    Reason(.incidentV2Open, .hold, message: Wording("m-4", ""), incident: "of nobody"),
    Reason(.dimensionBlocked, .hold, message: Wording("m-5", ""), location: assessment.candidate?.location),
    Reason(.dimensionBlocked, .hold, message: Wording("m-6", ""), dimension: "of nobody"),
    Reason(.noCandidate, .hold, message: Wording("m-7", "")),
    Reason(.candidateNotFound, .hold, message: Wording("m-8", "")),
  ]
  let report = gateJUnit(assessment, options: options())
  for number in 1...8 { #expect(report.split(separator: "m-\(number)<").count == 2, "m-\(number)") }
  #expect(report.contains("failures=\"4\" errors=\"3\""))
}

@Test("JUnit fails exactly where the exit code does: a risk passes and says so")
func junitRisks() {
  var assessment = sampleAssessment()
  assessment.reasons = [assessment.reasons[2]]
  let report = gateJUnit(assessment, options: options(exitCode: 0))
  #expect(report.contains("failures=\"0\" errors=\"0\""))
  #expect(report.contains("<system-out>V2 gov/incidents/events.jsonl:3: INC-9 is excepted.</system-out>"))
  let informational = sampleFindings.filter { $0.severity == .v0 }
  #expect(lintJUnit(informational, at: sampleNow, options: options(exitCode: 0)).contains("failures=\"0\""))
  #expect(lintJUnit(informational, at: sampleNow, options: options(isStrict: true)).contains("failures=\"1\""))
}

@Test("A sound structure is one case that passes: some readers take none for a failure")
func junitNothing() {
  let report = lintJUnit([], at: sampleNow, options: options(exitCode: 0))
  #expect(report.contains("tests=\"1\" failures=\"0\" errors=\"0\""))
}

@Test("Text of files is text in XML, and only what XML 1.0 can hold")
func xmlTexts() {
  #expect(xmlText("a]]>b<c a=\"x\" b='y'>&amp;") == "a]]&gt;b&lt;c a=&quot;x&quot; b=&apos;y&apos;&gt;&amp;amp;")
  #expect(xmlText("\u{FFFE}\u{FFFF}\u{0}\u{B}\u{1B}") == "\u{FFFD}\u{FFFD}\u{2400} \u{241B}")
  #expect(xmlText("a\r\nb") == "a b")
}

// MARK: GitHub

@Test("The gate's annotations read as reviewed in both languages", arguments: Language.allCases)
func annotationFiles(language: Language) throws {
  try expectation(
    "gate.\(language.rawValue).github.txt", is: gateAnnotations(sampleAssessment(), options: options(language)))
}

@Test("Lint's annotations say the gravest first: GitHub shows ten")
func lintAnnotationOrder() {
  let lines = lintAnnotations(sampleFindings.reversed(), options: options()).split(separator: "\n")
  #expect(lines.map { $0.prefix { $0 != " " } } == ["::error", "::warning", "::notice"])
}

@Test("Data and properties are escaped as GitHub's runner reads them back")
func workflowEscapes() {
  #expect(workflowData("100%\r\n::error::x, y") == "100%25%0D%0A::error::x, y")
  #expect(workflowProperty("a:b,c%\r\n") == "a%3Ab%2Cc%25%0D%0A")
}

@Test("Nothing of a file makes a workflow command of its own")
func workflowInjection() throws {
  let hostile = "x\r\n::set-env name=A::b\n##[add-mask]c,line=9::d"
  var assessment = hostileAssessment(hostile)
  assessment.findings[0].code = .raggedRow
  for text in [
    gateAnnotations(assessment, options: options()),
    lintAnnotations(assessment.structuralFindings, options: options()),
  ] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.last == "")
    for line in lines.dropLast() {
      #expect(["::error ", "::warning ", "::notice "].contains { line.hasPrefix($0) })
      // The properties, up to where the runner ends them, are those that were meant.
      let rest = line.dropFirst(2)
      let properties = rest[..<(try #require(rest.range(of: "::")?.lowerBound))].drop { $0 != " " }.dropFirst()
      let names = properties.split(separator: ",").map { $0.prefix { $0 != "=" } }
      #expect(Set(names).isSubset(of: ["file", "line", "title"]) && Set(names).count == names.count, "\(line)")
    }
  }
}

// MARK: Lint

@Test("Lint reads as reviewed in both languages", arguments: Language.allCases)
func lintFiles(language: Language) throws {
  try expectation(
    "lint.\(language.rawValue).txt", is: lintLines(sampleFindings, options: ReportOptions(language: language)))
}

@Test("A sound structure is one line", arguments: Language.allCases)
func lintNothing(language: Language) {
  #expect(lintLines([], options: ReportOptions(language: language)).split(separator: "\n").count == 1)
}

// MARK: All

@Test("Nothing of a file that acts on a terminal or reorders text is in any format", arguments: Language.allCases)
func checkFormatsAreHarmless(language: Language) throws {
  let hostile =
    "\u{1B}[31mred\u{7}\u{9B}2J\u{202E}evil\u{2066}\u{7F}\u{FEFF}\r\nnext\u{2028}line\u{85}end\ttab]]><x/>"
  let assessment = hostileAssessment(hostile)
  let findings = assessment.structuralFindings
  let check = options(language, root: SourceRoot(folder: hostile, prefix: hostile))
  let sarif = [
    gateSARIF(assessment, options: check), lintSARIF(findings, at: sampleNow, options: check),
  ]
  let texts =
    sarif + [
      gateJUnit(assessment, options: check), lintJUnit(findings, at: sampleNow, options: check),
      gateAnnotations(assessment, options: check), lintAnnotations(findings, options: check),
      lintLines(findings, options: ReportOptions(language: language)),
    ]
  for text in texts {
    #expect(dangerousScalars(in: text).isEmpty)
    if text.hasPrefix("<?xml") { #expect(!text.contains("<x/>")) }
  }
  // Also once it is decoded: whoever shows the log shows its strings.
  for text in sarif {
    for string in strings(in: try JSONSerialization.jsonObject(with: Data(text.utf8))) {
      #expect(dangerousScalars(in: string).isEmpty && !string.contains("\n"), "\(string)")
    }
  }
}

private func strings(in value: Any) -> [String] {
  switch value {
  case let text as String: [text]
  case let list as [Any]: list.flatMap(strings)
  case let object as [String: Any]: object.keys + object.values.flatMap(strings)
  default: []
  }
}
