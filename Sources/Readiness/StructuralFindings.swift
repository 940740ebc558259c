// What `jahiz lint` tells: whether matrix, source-of-truth index and event log are built as they must be, not whether what
// they say is good. Of every code it is said here whether it is a matter of structure, so that a new one cannot be forgotten.

extension Finding.Code {
  /// Whether it concerns how a document is built: then `lint` tells of it.
  package var isStructural: Bool { structuralRule != nil }

  /// What lint says of such findings; nil for what is no matter of structure.
  package var structuralRule: RuleWords? {
    switch self {
    case .matrixUnreadable, .resultUnreadable, .eventsUnreadable, .folderUnreadable: .unreadable

    // The matrix.
    case .matrixMissing: .noMatrix
    case .noDimension: .noDimension
    case .noCandidate: .noCandidate
    case .otherMatrix:
      RuleWords(
        Wording("Another matrix is not judged", "مصفوفة أخرى لا يُحكم بها"),
        Wording(
          "Name the one that counts in jahiz.yaml, or remove the other.", "سمِّ المعتمدة في jahiz.yaml أو احذف الأخرى."))
    case .raggedRow:
      RuleWords(
        Wording("A table’s row is damaged", "صف تالف في جدول"),
        Wording(
          "Give the row as many cells as its header has: a | inside a cell is written \\|.",
          "اجعل خلايا الصف بعدد خلايا صف العناوين: تُكتب | داخل الخلية \\|."))
    case .duplicateKey:
      RuleWords(
        Wording("A key stands twice", "مفتاح مكرر"),
        Wording("Keep one row of the two.", "أبقِ أحد الصفين."))
    case .unknownStatus:
      RuleWords(
        Wording("A status is none that counts", "حالة ليست مما يُحتسب"),
        Wording("Write OK, Risk or Blocked.", "اكتب OK أو Risk أو Blocked."))
    case .contradictoryStatus:
      RuleWords(
        Wording("The status columns contradict each other", "أعمدة الحالة متناقضة"),
        Wording("Let them say the same, or keep one of them.", "اجعلها متفقة، أو أبقِ عمودًا واحدًا."))
    case .frontMatterInvalid:
      RuleWords(
        Wording("The front matter is invalid", "ترويسة YAML غير صالحة"),
        Wording("Write it as YAML between two lines of ---.", "اكتبها بصيغة YAML بين سطرين من ---."))
    case .encodingRepaired:
      RuleWords(
        Wording("The file is not UTF-8", "الملف ليس بترميز UTF-8"),
        Wording("Save it as UTF-8.", "احفظه بترميز UTF-8."))
    case .missingOwner, .sourceOwnerMissing:
      RuleWords(
        Wording("An owner is missing", "المالك غير مذكور"),
        Wording("Name who owns it.", "سمِّ مالكه."))
    case .brokenLink:
      RuleWords(
        Wording("A link leads nowhere", "رابط لا يؤدي إلى شيء"),
        Wording("Mend the link, or add the file that it names.", "أصلح الرابط، أو أضف الملف الذي يذكره."))
    case .linkOutside:
      RuleWords(
        Wording("A link leads outside the workspace", "رابط يؤدي إلى خارج مساحة العمل"),
        Wording("Link a file inside the workspace.", "اربط ملفًا داخل مساحة العمل."))

    // The docs tree and the source-of-truth index.
    case .brokenAnchor:
      RuleWords(
        Wording("A link’s anchor leads nowhere", "رابط إلى عنوان غير موجود"),
        Wording("Name a heading that the document has.", "اذكر عنوانًا موجودًا في الوثيقة."))
    case .documentUnreadable:
      RuleWords(
        Wording("A document cannot be read", "وثيقة تعذّرت قراءتها"),
        Wording("Save it as UTF-8, and give permission to read it.", "احفظها بترميز UTF-8 وامنح إذنًا بقراءتها."))
    case .reviewUnclear:
      RuleWords(
        Wording("A review cadence or date is unclear", "دورية مراجعة أو تاريخها غير واضح"),
        Wording(
          "Write the date as 2026-11-24 and the cadence as monthly, 30d ….",
          "اكتب التاريخ مثل 2026-11-24 والدورية مثل monthly أو 30d."))
    case .reviewInFuture:
      RuleWords(
        Wording("A review’s date lies in the future", "تاريخ مراجعة في المستقبل"),
        Wording("Write the day on which it was last reviewed.", "اكتب اليوم الذي جرت فيه آخر مراجعة."))
    case .sourceIndexEmpty:
      RuleWords(
        Wording("The source-of-truth index is empty", "فهرس مصدر الحقيقة فارغ"),
        Wording(
          "Add a table with a topic and its canonical file in each row.", "أضف جدولًا في كل صف منه موضوع وملفه المعتمد.")
      )
    case .canonicalMissing:
      RuleWords(
        Wording("A canonical file is missing", "ملف معتمد مفقود"),
        Wording("Add the file, or name the one that counts now.", "أضف الملف، أو سمِّ المعتمد الآن."))
    case .shadowMissing:
      RuleWords(
        Wording("A shadow file is missing", "ملف ظل مفقود"),
        Wording("Take it out of the index, or mend its path.", "احذفه من الفهرس، أو أصلح مساره."))
    case .duplicateTopic:
      RuleWords(
        Wording("A topic stands twice in the index", "موضوع مكرر في الفهرس"),
        Wording("Keep one row of the two.", "أبقِ أحد الصفين."))
    case .sourceConflict:
      RuleWords(
        Wording("Two rows of the index contradict each other", "صفان متناقضان في الفهرس"),
        Wording("Let one file be canonical for one topic.", "اجعل لكل موضوع ملفًا معتمدًا واحدًا."))

    // The event log.
    case .tornLine:
      RuleWords(
        Wording("A write to the event log is unfinished", "كتابة غير مكتملة في سجل الأحداث"),
        Wording("The next event that jahiz writes acknowledges it.", "الحدث التالي الذي يكتبه jahiz يُقرّ بها."))
    case .missingEventField:
      RuleWords(
        Wording("An event’s envelope lacks fields", "غلاف حدث تنقصه حقول"),
        Wording("Let its source fill every field of the envelope.", "اجعل مصدره يملأ كل حقول الغلاف."))
    case .missingCorrelation:
      RuleWords(
        Wording("An external event has no correlation_id", "حدث خارجي بلا correlation_id"),
        Wording("Let its source name what it belongs to.", "اجعل مصدره يذكر ما يرتبط به."))
    case .duplicateEvent:
      RuleWords(
        Wording("An event_id stands twice", "معرّف حدث مكرر"),
        Wording("Give every event an id of its own.", "اجعل لكل حدث معرّفًا خاصًا به."))
    case .unknownEventType:
      RuleWords(
        Wording("An event’s type is unknown", "نوع حدث غير معروف"),
        Wording("Use one of the known types.", "استخدم أحد الأنواع المعروفة."))
    case .unknownSeverity:
      RuleWords(
        Wording("An event’s severity is unknown", "خطورة حدث غير معروفة"),
        Wording("Write V0, V1, V2 or V3: all else reads as V3.", "اكتب V0 أو V1 أو V2 أو V3: ما عداها يُقرأ V3."))
    case .invalidEvent:
      RuleWords(
        Wording("An event does not say what it must", "حدث لا يذكر ما يلزمه"),
        Wording("Write another event that says all of it.", "اكتب حدثًا آخر يذكر ذلك كله."))

    // What is said, not how it is built; an append-only log could never be rid of it again.
    case .candidateNotFound, .unknownEntity, .futureEvent, .futureResult, .resultIncomplete, .checkpointMissing,
      .consumersUnknown, .notUsed, .repaired:
      nil
    // Each source has its own words for what is wrong; lint is about the matrix, its index and its log.
    case .connectorUnreadable, .connectorFieldThin, .connectorStageUnknown, .connectorLayerUnclear,
      .connectorGovernanceGap, .connectorDuplicate, .vendorImport, .sourceNotSearched:
      nil
    case .tasksUnreadable, .taskListIncomplete, .taskRequestFailed, .taskProtocol, .taskValueUnclear, .taskDuplicate,
      .taskStatusUnknown, .taskStatusDiffers, .taskFieldMissing, .taskUnwatched, .taskStartUnknown, .taskExpired,
      .taskTimedOut, .taskFailed, .futureTask:
      nil
    case .eventSchemaUnreadable, .eventSchemaInvalid, .eventSchemaFieldMissing, .eventSchemaVersionMissing,
      .eventSchemaVersionConflict, .eventSchemaVersionTwice, .eventSchemaNotCompared, .eventLogUnreadable,
      .eventLogLine, .auditIncomplete, .unknownClass:
      nil
    case .approvalsUnreadable, .approvalLate, .approvalForbidden, .approvalInvalid, .verificationsUnreadable,
      .verificationContradicted, .verificationInvalid:
      nil
    case .metricsUnreadable, .metricUnowned, .metricUndefined, .metricDuplicate, .metricRedefined, .metricUnknown:
      nil
    case .lineageUnreadable, .lineageEventInvalid, .lineageRunFailed, .lineageAssertionFailed, .lineageChoiceMissing,
      .lineageChoiceUnclear, .lineageChoiceConflict:
      nil
    case .controlsUnreadable, .controlPlaceholder, .controlUnowned, .provenanceUnreadable, .workspaceDirty,
      .workspaceUntracked, .commitNotNamed, .otherCommitNamed:
      nil
    // Time has passed: nothing is built wrongly.
    case .reviewLapsed: nil
    }
  }
}

extension Assessment {
  /// The findings that lint tells, by file and line.
  package var structuralFindings: [Finding] {
    findings.filter { $0.code.isStructural }.enumerated().sorted {
      let (left, right) = ($0.element, $1.element)
      return (left.location.path, left.location.line ?? 0, left.code.rawValue, $0.offset)
        < (right.location.path, right.location.line ?? 0, right.code.rawValue, $1.offset)
    }.map(\.element)
  }
}
