/// What was read of one source, in a few numbers: for reports, and for the row on which it lands.
package struct SourceSummary: Hashable, Sendable {
  package struct Count: Hashable, Sendable {
    package var name: Wording
    package var number: Int
    /// Whether any of it is too much.
    package var isFault: Bool
  }

  package var topic: Topic
  package var title: Wording
  package var counts: [Count]

  /// `documents 12 · links 90 · broken 3`; faults of which there are none are left out.
  package func text(_ language: Language) -> String {
    counts.filter { !$0.isFault || $0.number > 0 }.map { "\($0.name(language)) \($0.number)" }
      .joined(separator: " · ")
  }

  fileprivate init(_ topic: Topic, _ english: Sentence, _ arabic: Sentence, _ counts: [Count]) {
    self.topic = topic
    title = Wording(english, arabic)
    self.counts = counts
  }
}

private func count(_ number: Int, _ english: Sentence, _ arabic: Sentence) -> SourceSummary.Count {
  SourceSummary.Count(name: Wording(english, arabic), number: number, isFault: false)
}

private func fault(_ number: Int, _ english: Sentence, _ arabic: Sentence) -> SourceSummary.Count {
  SourceSummary.Count(name: Wording(english, arabic), number: number, isFault: true)
}

extension Assessment {
  /// Counts what was read of each source that was found, connectors and tasks first.
  func summariseSources() -> [SourceSummary] {
    [
      sources.connectors.map { register in
        SourceSummary(
          .connectorHealth, "Connectors", "الموصلات",
          [
            count(register.connectors.count, "connectors", "الموصلات"),
            fault(register.connectors.count { !$0.fields(.missing).isEmpty }, "not documented", "غير الموثّقة"),
            fault(register.vendorImports.count, "past the facade", "خارج الواجهة"),
          ])
      },
      sources.tasks.map { list in
        SourceSummary(
          .connectorHealth, "Tasks", "المهام",
          [
            count(list.tasks.count, "tasks", "المهام"),
            count(list.tasks.count { $0.isOpen(at: now) }, "open", "المفتوحة"),
            fault(list.tasks.count { $0.hasSlipped(at: now) }, "beyond their SLA", "المتجاوزة لمدتها"),
          ])
      },
      sources.schemas.map { registry in
        SourceSummary(
          .schemaAdherence, "Event schemas", "مخططات الأحداث",
          [
            count(registry.schemas.count, "schemas", "المخططات"),
            fault(registry.schemas.count { !$0.problems.isEmpty }, "invalid", "غير الصالحة"),
            fault(registry.schemas.count { !$0.missingFields.isEmpty }, "incomplete", "الناقصة"),
          ])
      },
      sources.eventLogs.map { logs in
        SourceSummary(
          .schemaAdherence, "Event logs", "سجلات الأحداث",
          [
            count(logs.logs.count, "logs", "السجلات"), count(logs.eventCount, "events", "الأحداث"),
            fault(
              logs.logs.reduce(0) { $0 + $1.uncorrelated.reduce(0) { $0 + $1.group.count } }, "without correlation",
              "بلا معرّف ارتباط"),
          ])
      },
      sources.metrics.map { dictionary in
        SourceSummary(
          .dataQuality, "Metrics", "المقاييس",
          [
            count(dictionary.definitions.count, "definitions", "التعريفات"),
            fault(dictionary.definitions.count { putsOff($0.owner ?? "") }, "without owner", "بلا مالك"),
          ])
      },
      sources.lineage.map { lineage in
        SourceSummary(
          .dataQuality, "Lineage", "سلسلة البيانات",
          [
            count(lineage.events.count, "events", "الأحداث"),
            fault(blockedWorkflows.count, "workflows blocked", "مسارات العمل الموقوفة"),
          ])
      },
      sources.documents.map { tree in
        SourceSummary(
          .docsTruth, "Documents", "الوثائق",
          [
            count(tree.documents, "documents", "الوثائق"), count(tree.links, "links", "الروابط"),
            fault(tree.problemCounts.values.reduce(0, +), "broken", "المكسورة"),
          ])
      },
      approvals.isEmpty
        ? nil
        : SourceSummary(
          .approvalSLA, "Approvals", "الموافقات",
          [
            count(approvals.count, "approvals", "الموافقات"),
            fault(approvals.count { $0.state == .pending }, "pending", "المعلّقة"),
          ]),
      sources.verifications.map { verifications in
        SourceSummary(
          .contradictionBacklog, "Tool verification", "التحقق من الأدوات",
          [
            count(verifications.records.count, "records", "السجلات"),
            fault(verifications.openContradictions.count, "contradicted", "المتناقضة"),
          ])
      },
      sources.controls.map { matrices in
        SourceSummary(
          .saudiControls, "Controls", "الضوابط",
          [
            count(matrices.controls.count, "controls", "الضوابط"),
            fault(matrices.controls.count(where: \.isUnanswered), "not filled in", "غير المستوفاة"),
            fault(matrices.controls.count(where: \.isUnowned), "without owner", "بلا مالك"),
          ])
      },
      sources.provenance.map { provenance in
        SourceSummary(
          .provenance, "Git \(provenance.shortCommit)", "Git \(provenance.shortCommit)",
          [
            count(provenance.tags.count, "tags", "الوسوم"),
            fault(provenance.changeCount, "changed files", "الملفات المعدّلة"),
          ])
      },
    ].compactMap(\.self)
  }
}
