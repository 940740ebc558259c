/// What the formats for programs say of a rule besides its code: a title, and what to do about what it finds.
package struct RuleWords: Hashable, Sendable {
  package var title: Wording
  package var help: Wording

  package init(_ title: Wording, _ help: Wording) {
    self.title = title
    self.help = help
  }
}

extension Reason.Code {
  package var rule: RuleWords {
    switch self {
    case .incidentV3Open:
      RuleWords(
        Wording("A V3 incident is open", "حادثة V3 مفتوحة"),
        Wording(
          "A regulatory incident stops every release, and no exception covers it: resolve it.",
          "الحادثة التنظيمية توقف كل إصدار ولا يشملها أي استثناء: عالجها حتى تُحل."))
    case .incidentV2Open:
      RuleWords(
        Wording("A V2 incident is open and not mitigated", "حادثة V2 مفتوحة لم تُخفَّف"),
        Wording(
          "It holds prod until it is mitigated or resolved, or an exception is recorded.",
          "تعلّق الإصدار إلى prod حتى تُخفَّف أو تُحل أو يُسجَّل لها استثناء."))
    case .incidentV2Mitigated:
      RuleWords(
        Wording("A V2 incident is mitigated, not resolved", "حادثة V2 خُفِّفت ولم تُحل"),
        Wording(
          "It may ship with this risk: resolve the incident to be rid of it.",
          "يجوز الإصدار مع هذه المخاطرة: حل الحادثة يزيلها."))
    case .incidentV1Open:
      RuleWords(
        Wording("A V1 incident is open without compensation", "حادثة V1 مفتوحة بلا تعويض"),
        Wording(
          "It holds prod until a compensating mechanism is recorded, or it is mitigated or resolved.",
          "تعلّق الإصدار إلى prod حتى تُسجَّل آلية تعويضية أو تُخفَّف أو تُحل."))
    case .incidentV1Compensated:
      RuleWords(
        Wording("A V1 incident is compensated or mitigated", "حادثة V1 معوَّضة أو مُخفَّفة"),
        Wording(
          "It may ship with this risk: resolve the incident to be rid of it.",
          "يجوز الإصدار مع هذه المخاطرة: حل الحادثة يزيلها."))
    case .incidentExcepted:
      RuleWords(
        Wording("An exception covers an incident", "استثناء يشمل حادثة"),
        Wording(
          "It may ship with this risk until the exception expires: resolve the incident before.",
          "يجوز الإصدار مع هذه المخاطرة حتى ينتهي الاستثناء: حُلّ الحادثة قبل ذلك."))
    case .dimensionBlocked:
      RuleWords(
        Wording("A row of the matrix is blocked", "صف محظور في المصفوفة"),
        Wording(
          "Do what it waits for and set its status, or record an exception.",
          "أنجز ما ينتظره ثم عدّل حالته، أو سجّل استثناءً."))
    case .dimensionUnset:
      RuleWords(
        Wording("A row of the matrix has no status", "صف بلا حالة في المصفوفة"),
        Wording("Write OK, Risk or Blocked into its status cell.", "اكتب في خلية حالته OK أو Risk أو Blocked."))
    case .dimensionUnknown:
      RuleWords(
        Wording("A row’s status is none that counts", "حالة صف ليست مما يُحتسب"),
        Wording("Write OK, Risk or Blocked into its status cell.", "اكتب في خلية حالته OK أو Risk أو Blocked."))
    case .dimensionRisk:
      RuleWords(
        Wording("A row of the matrix is at risk and owned", "صف فيه مخاطرة ولها مالك"),
        Wording(
          "It may ship with this risk, which its owner bears.", "يجوز الإصدار مع هذه المخاطرة ومالكها مسؤول عنها."))
    case .dimensionRiskUnowned:
      RuleWords(
        Wording("A row is at risk and nobody owns it", "صف فيه مخاطرة بلا مالك"),
        Wording("Name an owner in its row.", "سمِّ مالكًا في صفه."))
    case .dimensionNoEvidence:
      RuleWords(
        Wording("A row is OK but names no evidence", "صف جاهز لا يذكر دليلًا"),
        Wording("Link what proves it in its evidence cell.", "ضع في خلية الدليل رابطًا إلى ما يثبته."))
    case .dimensionEvidenceMissing:
      RuleWords(
        Wording("A row is OK but its evidence is missing", "صف جاهز ودليله مفقود"),
        Wording(
          "Put the file where the link leads, inside the workspace, or mend the link.",
          "ضع الملف حيث يؤدي الرابط داخل مساحة العمل، أو أصلح الرابط."))
    case .dimensionExcepted:
      RuleWords(
        Wording("An exception covers a row of the matrix", "استثناء يشمل صفًا في المصفوفة"),
        Wording(
          "It may ship with this risk until the exception expires: mend the row before.",
          "يجوز الإصدار مع هذه المخاطرة حتى ينتهي الاستثناء: أصلح الصف قبل ذلك."))
    case .resultOld:
      RuleWords(
        Wording("A result is older than allowed", "نتيجة أقدم من المسموح"),
        Wording("Run the checkpoint again.", "شغّل نقطة التحقق من جديد."))
    case .checkpointMissing:
      RuleWords(
        Wording("A required checkpoint has no result", "نقطة تحقق مطلوبة بلا نتيجة"),
        Wording("Run it, or take it out of what is required.", "شغّلها، أو احذفها مما هو مطلوب."))
    case .matrixUnreadable, .resultUnreadable, .eventsUnreadable, .folderUnreadable: .unreadable
    case .matrixMissing: .noMatrix
    case .noDimension: .noDimension
    case .noCandidate: .noCandidate
    case .candidateNotFound:
      RuleWords(
        Wording("The release candidate named does not exist", "مرشح الإصدار المذكور غير موجود"),
        Wording("Name one that has a row in the matrix.", "اذكر مرشحًا له صف في المصفوفة."))
    }
  }
}

extension RuleWords {
  static let unreadable = RuleWords(
    Wording("Something that decides cannot be read", "تعذّرت قراءة ما يُبنى عليه القرار"),
    Wording(
      "What cannot be read holds the release: mend the file, or give permission to read it.",
      "ما تتعذر قراءته يعلّق الإصدار: أصلح الملف أو امنح إذنًا بقراءته."))
  static let noMatrix = RuleWords(
    Wording("There is no readiness matrix", "لا توجد مصفوفة جاهزية"),
    Wording(
      "Add RELEASE_READINESS_MATRIX.md to the workspace, docs/ or matrices/.",
      "أضف RELEASE_READINESS_MATRIX.md إلى مساحة العمل أو docs/ أو matrices/."))
  static let noDimension = RuleWords(
    Wording("The matrix holds no dimension", "لا أبعاد في المصفوفة"),
    Wording("Add a table with a dimension in each row.", "أضف جدولًا في كل صف منه بُعد."))
  static let noCandidate = RuleWords(
    Wording("The matrix names no release candidate", "لا مرشح إصدار في المصفوفة"),
    Wording("Add a row whose first cell is RC-….", "أضف صفًا خليته الأولى RC-…."))
}
