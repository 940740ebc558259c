// A source-of-truth index says of each topic which file is true and which are copies. It is worth something only while the
// true file exists, somebody owns the copies, and no topic has two truths.

extension DocumentTree {
  /// The findings about the index, and the links in it that they speak of.
  func judgedSources() -> (findings: [Finding], links: Set<WrittenLink>) {
    var judging = SourceJudging()
    for source in sources { judging.judge(source) }
    judging.judgeRoles(of: sources)
    return (judging.findings, judging.links)
  }
}

private struct SourceJudging {
  var findings: [Finding] = []
  var links: Set<WrittenLink> = []
  private var topics: [String: SourceLocation] = [:]

  mutating func judge(_ source: SourceOfTruth) {
    let topic = source.topic
    if let first = topics[folded(topic)] {
      note(
        .duplicateTopic, .v1, source,
        Wording(
          "\(topic): a second source of truth; the first is at \(first.description)",
          "\(topic): مصدر حقيقة ثانٍ للموضوع نفسه؛ الأول في \(first.description)"))
    } else {
      topics[folded(topic)] = source.location
    }
    judgeCanonical(source)
    if !source.shadows.isEmpty, source.owner.isEmpty {
      note(
        .sourceOwnerMissing, .v1, source,
        Wording(
          "\(topic): it has copies and no owner who keeps them in step",
          "\(topic): له نسخ ظل بلا مالك يبقيها مطابقة للأصل"))
    }
    for shadow in source.shadows where shadow.state == .missing {
      links.insert(WrittenLink(at: source.location, target: shadow.target))
      note(
        .shadowMissing, .v0, source,
        Wording(
          "\(topic): the copy is gone, take it off the index: \(shadow.target)",
          "\(topic): نسخة الظل غير موجودة، فاحذفها من الفهرس: \(shadow.target)"))
    }
  }

  private mutating func judgeCanonical(_ source: SourceOfTruth) {
    if source.canonical.isEmpty {
      note(
        .canonicalMissing, .v1, source,
        Wording("\(source.topic): no canonical source is named", "\(source.topic): لم يُذكر مصدر معتمد"))
    }
    for reference in source.canonical where reference.state == .missing || reference.state == .outside {
      links.insert(WrittenLink(at: source.location, target: reference.target))
      note(
        .canonicalMissing, .v1, source,
        reference.state == .missing
          ? Wording(
            "\(source.topic): the canonical source does not exist: \(reference.target)",
            "\(source.topic): المصدر المعتمد غير موجود: \(reference.target)")
          : Wording(
            "\(source.topic): the canonical source lies outside the workspace: \(reference.target)",
            "\(source.topic): المصدر المعتمد خارج مساحة العمل: \(reference.target)"))
    }
  }

  /// Within a topic one file cannot be both. In two topics it can, but one of the two is easily wrong: V0.
  mutating func judgeRoles(of sources: [SourceOfTruth]) {
    var canonicalOf: [String: SourceOfTruth] = [:]
    for source in sources {
      for path in source.canonical.compactMap(\.path) where canonicalOf[path] == nil { canonicalOf[path] = source }
    }
    for source in sources {
      let own = Set(source.canonical.compactMap(\.path))
      for path in source.shadows.compactMap(\.path) {
        if own.contains(path) {
          note(
            .sourceConflict, .v1, source,
            Wording(
              "\(source.topic): the same file is canonical and a copy: \(path)",
              "\(source.topic): الملف نفسه مصدر معتمد ونسخة ظل: \(path)"))
        } else if let other = canonicalOf[path] {
          note(
            .sourceConflict, .v0, source,
            Wording(
              "\(source.topic): its copy \(path) is the canonical source of \(other.topic)",
              "\(source.topic): نسخة الظل \(path) هي المصدر المعتمد لموضوع \(other.topic)"))
        }
      }
    }
  }

  private mutating func note(_ code: Finding.Code, _ severity: Severity, _ source: SourceOfTruth, _ message: Wording) {
    findings.append(Finding(code, severity, message, at: source.location, topic: .docsTruth))
  }
}
