// Lineage has one tool until a decision record changes it. OpenLineage (with Marquez) may go together with one catalog that
// takes its events, where one document chooses both; documents that name one of the pair agree with it. Anything else in
// force beside the choice is a second one.

extension Lineage {
  /// The graph as of a moment.
  package func graph(now: Instant) -> LineageGraph { LineageGraph(events, now: now) }

  /// The choice in force: the last decision record's, else the first document's; nil where there is none.
  package var choice: CatalogChoice? {
    let inForce = choicesInForce
    return inForce.last { $0.isRecord } ?? inForce.first
  }

  /// What the documents and the newest runs are to be told of.
  package func judged(now: Instant) -> Judgement {
    let past = events.filter { $0.time.map { $0.instant <= now } ?? true }
    let findings = choiceFindings() + failedRuns(past) + failedAssertions(past)
    let next = events.lazy.compactMap { $0.time?.instant }.filter { $0 > now }.min()
    return Judgement(.dataQuality, findings: findings.withoutRepeats(), nextChange: next)
  }

  // MARK: The choice

  /// Those that no later decision has ended and that choose something.
  private var choicesInForce: [CatalogChoice] {
    let ended = Set(choices.filter { $0.isRecord && $0.standing == .inForce }.flatMap(\.supersedes))
    return choices.filter { choice in
      choice.standing == .inForce && !choice.tools.isEmpty
        && !(choice.isRecord && choice.number.map { ended.contains($0) } ?? false)
    }
  }

  private func choiceFindings() -> [Finding] {
    var findings: [Finding] = []
    for choice in choices where choice.tools.isEmpty && choice.standing == .inForce {
      findings.append(
        finding(
          .lineageChoiceUnclear, .v0, "names tools for lineage or catalog but chooses none: add a line “Choice: …”",
          "يسمي أدوات لسلسلة البيانات أو فهرسها ولا يختار منها: أضف سطر «الاختيار: …»", at: choice.location))
    }
    guard let chosen = choice else {
      guard let event = events.first else { return findings }
      let isProposed = choices.contains { $0.standing == .proposed }
      let hint =
        isProposed
        ? Wording("accept the proposed decision record", "اعتمد سجل القرار المقترح")
        : Wording("write a decision record in docs/adr/", "اكتب سجل قرار في docs/adr/")
      findings.append(
        finding(
          .lineageChoiceMissing, .v0,
          "lineage events without a documented choice of lineage and catalog tool: \(hint.english)",
          "أحداث سلسلة البيانات موجودة ولا اختيار موثقًا لأداتها وفهرسها: \(hint.arabic)",
          at: SourceLocation(path: event.location.path)))
      return findings
    }
    if !isOneChoice(chosen.tools) { findings.append(second(chosen, beside: nil)) }
    for other in choicesInForce where other != chosen && !agrees(other.tools, chosen.tools) {
      findings.append(second(other, beside: chosen))
    }
    return findings
  }

  private func isOneChoice(_ tools: Set<CatalogTool>) -> Bool {
    tools.count == 1 || (tools.count == 2 && tools.contains(.openLineage))
  }

  private func agrees(_ tools: Set<CatalogTool>, _ chosen: Set<CatalogTool>) -> Bool {
    tools.isSubset(of: chosen) || (chosen.isSubset(of: tools) && isOneChoice(tools))
  }

  private func second(_ choice: CatalogChoice, beside chosen: CatalogChoice?) -> Finding {
    guard let chosen else {
      return finding(
        .lineageChoiceConflict, .v1, "chooses two tools for lineage and catalog (\(choice.toolNames)): keep one",
        "يختار أداتين لسلسلة البيانات وفهرسها (\(choice.toolNames)): أبقِ واحدة", at: choice.location)
    }
    let place = chosen.location.description
    return finding(
      .lineageChoiceConflict, .v1,
      "a second choice for lineage and catalog: \(choice.toolNames) here, \(chosen.toolNames) in \(place); "
        + "supersede one by a decision record",
      "اختيار ثانٍ لسلسلة البيانات وفهرسها: هنا \(choice.toolNames)، وفي \(place) \(chosen.toolNames)؛ "
        + "ألغِ أحدهما بسجل قرار", at: choice.location)
  }

  // MARK: The runs

  /// The newest finished run of each job, where it did not complete.
  private func failedRuns(_ events: [LineageEvent]) -> [Finding] {
    var newest: [LineageName: LineageEvent] = [:]
    for event in events where [.complete, .fail, .abort].contains(event.kind) {
      guard let job = event.job, let time = event.time?.instant else { continue }
      if let known = newest[job]?.time?.instant, known > time { continue }
      newest[job] = event
    }
    return newest.values.filter { $0.kind != .complete }.sorted { $0.location.precedes($1.location) }.compactMap {
      event in
      guard let job = event.job, let time = event.time?.text else { return nil }
      return event.kind == .fail
        ? finding(
          .lineageRunFailed, .v1, "the newest run of job \(job.name) failed at \(time): run it again",
          "فشل آخر تشغيل للمهمة \(job.name) في \(time): أعد تشغيلها", at: event.location)
        : finding(
          .lineageRunFailed, .v1, "the newest run of job \(job.name) was aborted at \(time): run it again",
          "أُلغي آخر تشغيل للمهمة \(job.name) في \(time): أعد تشغيلها", at: event.location)
    }
  }

  /// The newest assertions of each dataset, where any failed.
  private func failedAssertions(_ events: [LineageEvent]) -> [Finding] {
    var newest: [LineageName: (event: LineageEvent, failed: [String])] = [:]
    for event in events {
      for dataset in event.inputs + event.outputs {
        guard let failed = dataset.failedAssertions, let time = event.time?.instant else { continue }
        if let known = newest[dataset.name]?.event.time?.instant, known > time { continue }
        newest[dataset.name] = (event, failed)
      }
    }
    return newest.filter { !$0.value.failed.isEmpty }.sorted { $0.key < $1.key }.map { name, newest in
      let names = newest.failed.prefix(3)
      let rest = newest.failed.count - names.count
      let english = names.joined(separator: ", ") + (rest > 0 ? " and \(rest) more" : "")
      let others = PluralForms(
        zero: "", one: " وشرط آخر", two: " وشرطان آخران", few: " و\(rest) شروط أخرى", many: " و\(rest) شرطًا آخر",
        other: " و\(rest) شرط آخر")
      let arabic = names.joined(separator: "، ") + others.form(for: rest)
      return finding(
        .lineageAssertionFailed, .v1, "dataset \(name.name) failed what its job asserts of it: \(english)",
        "مجموعة البيانات \(name.name) خالفت ما تشترطه مهمتها: \(arabic)", at: newest.event.location)
    }
  }

  private func finding(
    _ code: Finding.Code, _ severity: Severity, _ english: Sentence, _ arabic: Sentence, at location: SourceLocation
  ) -> Finding {
    Finding(code, severity, Wording(english, arabic), at: location, topic: .dataQuality)
  }
}

extension SourceLocation {
  fileprivate func precedes(_ other: SourceLocation) -> Bool { (path, line ?? 0) < (other.path, other.line ?? 0) }
}
