package import Readiness

// Control matrices are Markdown tables of a row for each control, under headings that name the framework. Which it is says
// the nearest heading, else the file's name, else the control's own id (`PDPL-5`, `ECC 1-2-3`).

/// Reads the control matrices: `docs/governance/*controls*.md`, `docs/*controls*.md`, `docs/controls/`, `controls/`, the
/// same with «ضوابط», or what `controls` names.
///
/// - Returns: nil where there is no such file.
package func readControls(
  below root: String, _ configuration: Configuration.Governance
) -> (ControlMatrices?, [Finding]) {
  let root = FilePlace(root: root)
  let found =
    configuration.controls.isEmpty
    ? conventionalControls(below: root)
    : configuredFiles(
      configuration.controls, setting: "controls", below: root, .controlsUnreadable, where: isMarkdownName)
  var findings = found.findings
  var matrices = ControlMatrices(files: [])
  for file in found.files {
    do throws(FileProblem) {
      let bytes = try readFile(file)
      let (document, problems) = readDocument(bytes, path: file.shown, code: .controlsUnreadable)
      findings += problems
      matrices.files.append(file.shown)
      if let document { matrices.controls += controls(in: document) }
    } catch {
      findings.append(
        Finding(
          .controlsUnreadable, .v1,
          Wording("cannot be read: \(error.reason.english)", "تعذّرت القراءة: \(error.reason.arabic)"),
          at: file.location, topic: .saudiControls))
    }
  }
  return (matrices.files.isEmpty ? nil : matrices, findings)
}

private func conventionalControls(below root: FilePlace) -> WalkedFiles {
  func isNamedControls(_ name: String) -> Bool {
    guard isMarkdownName(name) else { return false }
    return fileNameWords(name).split(separator: " ").contains { controlWords.contains(String($0)) }
  }
  var found = listedFiles(root.child("docs/governance"), where: isNamedControls)
  found.add(listedFiles(root.child("docs"), where: isNamedControls))
  found.add(walkFiles(root.child("docs/controls"), where: isMarkdownName))
  found.add(walkFiles(root.child("controls"), where: isMarkdownName))
  return found
}

private let controlWords = Set(["control", "controls", "ضوابط", "الضوابط"].map { folded($0) })

private enum ControlColumn: Hashable { case id, framework, requirement, answer, owner, status }

private let columns = HeaderRoles<ControlColumn>([
  (
    .framework,
    [
      "Framework", "Regulation", "Standard", "Source", "الإطار", "الإطار التنظيمي", "التنظيم", "النظام",
      "المرجع التنظيمي",
    ]
  ),
  (
    .owner,
    [
      "Owner", "Owners", "Control owner", "Responsible", "Accountable", "المالك", "مالك", "المسؤول", "مسؤول",
      "الجهة المالكة", "الجهة المسؤولة",
    ]
  ),
  (.status, ["Status", "State", "Compliance status", "الحالة", "حالة", "حالة الالتزام", "الوضع"]),
  (
    .answer,
    [
      "Implementation", "Evidence", "Implementation/evidence", "How it is met", "How", "Measure", "Measures",
      "Mechanism",
      "Mapping", "Response", "Proof", "Artifact", "Artifacts", "Implemented by", "jahiz evidence", "التطبيق", "التنفيذ",
      "الدليل", "دليل", "الأدلة", "الإثبات", "آلية التطبيق", "آلية التنفيذ", "كيفية التطبيق", "الإجراء", "الإجراءات",
      "طريقة التطبيق",
    ]
  ),
  (
    .id,
    [
      "Control id", "Control", "Control no", "Control number", "Control ref", "Id", "No", "Ref", "Reference", "Clause",
      "Article", "Code", "رقم الضابط", "رمز الضابط", "معرّف الضابط", "الضابط", "المعرّف", "الرقم", "الرمز", "المادة",
      "رقم", "م",
    ]
  ),
  (
    .requirement,
    [
      "Requirement", "Requirements", "Control requirement", "Control description", "Obligation", "Description",
      "Objective",
      "Principle", "Text", "المتطلب", "المتطلبات", "الوصف", "وصف الضابط", "نص الضابط", "الالتزام", "الهدف", "المبدأ",
      "النص",
    ]
  ),
])

private func controls(in document: MarkdownDocument) -> [Control] {
  let file = document.path.split(separator: "/").last.map(String.init) ?? ""
  let title = document.sections.first { $0.level == 1 }?.title ?? document.matter("title") ?? ""
  return document.tables.flatMap { table -> [Control] in
    let all = columns.allColumns(of: table.header)
    let roles = all.mapValues { $0[0] }
    let isNamed = roles[.id] != nil || roles[.requirement] != nil
    guard isNamed, all[.answer] != nil || roles[.owner] != nil || roles[.status] != nil else { return [] }
    let answers = table.header.indices.filter { answerColumn(table.header, $0, all) }
    let framework =
      table.headings.reversed().lazy.compactMap { ControlFramework(named: $0) }.first
      ?? ControlFramework(named: fileNameWords(file)) ?? ControlFramework(named: title)
    return table.rows.compactMap { row in
      guard row.cells.contains(where: { !folded($0.text).isEmpty }) else { return nil }
      let id = row.text(roles[.id])
      let own = ControlFramework(named: row.text(roles[.framework])) ?? framework ?? ControlFramework(named: id)
      return Control(
        framework: own ?? .other, id: id, requirement: row.text(roles[.requirement]),
        answers: answers.map { row.answer($0) }, owner: roles[.owner].map { row.text($0) },
        status: roles[.status].map { row.text($0) },
        location: SourceLocation(path: document.path, line: row.line))
    }
  }
}

/// Every column that answers counts, however plainly its header says so: implementation and evidence stand side by side.
private func answerColumn(_ header: [String], _ column: Int, _ roles: [ControlColumn: [Int]]) -> Bool {
  if roles.contains(where: { $0.key != .answer && $0.value.first == column }) { return false }
  return columns.columns(of: [header[column]])[.answer] != nil
}

extension DocumentRow {
  /// A cell that holds a link or an image without a text still answers.
  fileprivate func answer(_ column: Int) -> String {
    guard cells.indices.contains(column) else { return "" }
    let cell = cells[column]
    return cell.text.isEmpty ? cell.targets.joined(separator: " ") : cell.text
  }
}

// MARK: - Frameworks

extension ControlFramework {
  /// The framework that a heading, a file's name or an id names; nil where it names none.
  init?(named text: String) {
    let words = folded(text).split { !$0.isLetter }.map(String.init)
    guard !words.isEmpty, words.count <= 200 else { return nil }
    for (framework, phrases) in frameworkNames where phrases.contains(where: { holds(words, $0) }) {
      self = framework
      return
    }
    return nil
  }
}

private func holds(_ words: [String], _ phrase: [String]) -> Bool {
  guard let first = phrase.first, words.count >= phrase.count else { return false }
  return (0...(words.count - phrase.count)).contains { start in
    // Arabic writes “and”, “for” and “in” onto the word.
    let begins = words[start] == first || ["و", "ل", "ب"].contains { words[start] == $0 + first }
    return begins && words[start..<start + phrase.count].dropFirst().elementsEqual(phrase.dropFirst())
  }
}

private let frameworkNames: [(ControlFramework, [[String]])] = [
  (
    .pdpl,
    [
      "PDPL", "Personal Data Protection", "Data privacy", "نظام حماية البيانات الشخصية", "حماية البيانات الشخصية",
      "البيانات الشخصية",
    ]
  ),
  (
    .nca,
    [
      "NCA", "ECC", "CCC", "DCC", "CSCC", "OTCC", "TCC", "National Cybersecurity Authority", "Cybersecurity Controls",
      "Cybersecurity", "الهيئة الوطنية للأمن السيبراني", "الأمن السيبراني", "للأمن السيبراني", "ضوابط الأمن السيبراني",
    ]
  ),
  (
    .ai,
    [
      "AI", "Artificial Intelligence", "Generative AI", "GenAI", "SDAIA", "ISO IEC 42001", "الذكاء الاصطناعي",
      "للذكاء الاصطناعي", "ذكاء اصطناعي", "سدايا",
    ]
  ),
  (.sama, ["SAMA", "Saudi Central Bank", "البنك المركزي السعودي", "البنك المركزي", "ساما"]),
  (.ndmo, ["NDMO", "National Data Management Office", "مكتب إدارة البيانات الوطنية", "حوكمة البيانات الوطنية"]),
].map { framework, phrases in (framework, phrases.map { folded($0).split { !$0.isLetter }.map(String.init) }) }
