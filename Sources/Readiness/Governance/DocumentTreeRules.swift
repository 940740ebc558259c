// What is judged of the docs tree. Nothing here decides a release by itself: broken links, copies that nobody owns and lapsed
// reviews are findings on *docs truth*. A link that leads nowhere is V1; an anchor that is gone V0, for the reader still gets
// to the right document.

/// A link as it stands in a file, for telling whether it was judged already.
package struct WrittenLink: Hashable, Sendable {
  package var location: SourceLocation
  package var target: String

  package init(at location: SourceLocation, target: String) {
    self.location = location
    self.target = target
  }
}

extension Matrix {
  /// The evidence links found missing or outside: a finding of the matrix each, which the docs tree need not repeat.
  package var brokenEvidence: Set<WrittenLink> {
    let items = tables.flatMap { $0.dimensions.flatMap(\.evidence) + $0.candidates.flatMap(\.evidence) }
    return Set(
      items.compactMap { item in
        guard item.state == .missing || item.state == .outside, let target = item.target else { return nil }
        return WrittenLink(at: item.location, target: target)
      })
  }
}

extension DocumentTree {
  /// - Parameter known: links that other findings speak of already, as `Matrix.brokenEvidence`.
  package func judged(now: Instant, except known: Set<WrittenLink> = []) -> Judgement {
    let sources = judgedSources()
    let reviews = judgedReviews(now: now)
    let links = linkFindings(except: known.union(sources.links))
    return Judgement(
      .docsTruth, findings: links + sources.findings + reviews.findings, nextChange: reviews.nextChange)
  }

  private func linkFindings(except known: Set<WrittenLink>) -> [Finding] {
    var findings: [Finding] = []
    for problem in problems {
      if problem.kind != .brokenAnchor, known.contains(WrittenLink(at: problem.location, target: problem.target)) {
        continue
      }
      findings.append(
        Finding(problem.kind.code, problem.kind.severity, problem.message, at: problem.location, topic: .docsTruth))
    }
    let count = problemCounts.values.reduce(0, +) - problems.count
    if count > 0, let last = problems.last {
      findings.append(
        Finding(
          .brokenLink, .v1,
          Wording(
            "\(count) more links lead nowhere: only the first \(problems.count) are listed",
            "روابط أخرى مكسورة عددها \(count): لا يُسرد إلا أول \(problems.count)"),
          at: SourceLocation(path: last.location.path), topic: .docsTruth))
    }
    return findings
  }
}

extension LinkProblem.Kind {
  fileprivate var code: Finding.Code {
    switch self {
    case .broken, .undefinedReference: .brokenLink
    case .brokenAnchor: .brokenAnchor
    case .outside: .linkOutside
    }
  }

  fileprivate var severity: Severity { self == .brokenAnchor ? .v0 : .v1 }
}

extension LinkProblem {
  fileprivate var message: Wording {
    switch kind {
    case .broken where target.isEmpty:
      return Wording("the link has no target: name a file or remove it", "رابط بلا هدف: حدِّد له ملفًا أو احذف الرابط")
    case .broken:
      return hinted(Wording("broken link: \(target)", "رابط مكسور: \(target)"), prefix: "")
    case .brokenAnchor:
      return hinted(
        Wording("no heading or anchor of that name: \(target)", "لا عنوان ولا مرساة بهذا الاسم: \(target)"), prefix: "#"
      )
    case .outside:
      return Wording(
        "the link leads outside the workspace: \(target)", "الرابط يؤدي إلى خارج مساحة العمل: \(target)")
    case .undefinedReference:
      return Wording(
        "nothing defines this reference: \(target)", "لا يوجد تعريف لهذا المرجع: \(target)")
    }
  }

  private func hinted(_ message: Wording, prefix: String) -> Wording {
    guard let nearest else { return message }
    return Wording(
      "\(message.english); it is called \(prefix)\(nearest)", "\(message.arabic)؛ الاسم الصحيح \(prefix)\(nearest)")
  }
}
