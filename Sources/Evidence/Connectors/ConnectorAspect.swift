import Readiness

// Which of the things that a sheet says a heading, a key or a column is about. Names are compared as bare words: no case,
// marks, articles, nor words such as “policy” or “سياسة” that stand beside every name.

/// One thing that a sheet can say of its connector.
enum ConnectorAspect: Hashable {
  case field(ConnectorField)
  case governance(ConnectorGovernance)
  case name, stage, production, layer

  var field: ConnectorField? {
    if case .field(let field) = self { return field }
    return nil
  }
}

/// What a heading names: its first part must name something, so that `Stripe (production)` is no answer to “production?”.
func headingAspects(_ title: String) -> [ConnectorAspect] {
  let aspects = connectorAspects(title)
  guard !aspects.isEmpty else { return [] }
  let spaced = withBlanksBetweenWords(title)
  let first = nameParts(spaced).first { !letterWords($0).isEmpty } ?? ""
  return aspect(named: first) != nil || aspect(named: spaced) != nil ? aspects.filter { $0 != .name } : []
}

/// What a key, label or column header names: several for `Retry and timeout`, none for any other text.
func connectorAspects(_ title: String) -> [ConnectorAspect] {
  // Longer than any heading that names a field.
  guard title.utf8.count <= 160 else { return [] }
  let spaced = withBlanksBetweenWords(title)
  if let aspect = aspect(named: spaced) { return [aspect] }
  var found: [ConnectorAspect] = []
  for part in nameParts(spaced) {
    if let aspect = aspect(named: part), !found.contains(aspect) { found.append(aspect) }
  }
  return found
}

private func aspect(named name: String) -> ConnectorAspect? {
  let words = letterWords(name)
  return aspectsByName[words.joined(separator: " ")]
    ?? aspectsByName[withoutCompanions(words).joined(separator: " ")]
}

/// `idempotencyKey`, `idempotency_key` and `idempotency-key` as two words.
private func withBlanksBetweenWords(_ title: String) -> String {
  var result = String.UnicodeScalarView()
  var previous: Unicode.Scalar = " "
  for scalar in title.unicodeScalars {
    let isCapital = ("A"..."Z").contains(scalar)
    if isCapital, ("a"..."z").contains(previous) { result.append(" ") }
    result.append(scalar == "_" || scalar == "-" || scalar == "‑" ? " " : scalar)
    previous = scalar
  }
  return String(result)
}

/// The parts of `Retry and timeout`, `المهلة / Timeout`, `Contract (inputs, outputs)`.
private func nameParts(_ title: String) -> [String] {
  var marked = ""
  for word in title.split(whereSeparator: \.isWhitespace) {
    if conjunctions.contains(folded(word)) {
      marked += "/"
    } else if word.unicodeScalars.first == "\u{648}", word.unicodeScalars.count > 3 {
      // و is written as one word with what follows it.
      marked += "/" + String(word.unicodeScalars.dropFirst())
    } else {
      marked += " " + word
    }
  }
  return marked.split { "()[]{}/|:،,؛;–—&+·•".contains($0) }.map(String.init)
}

private let conjunctions: Set<String> = ["and", "or", folded("أو"), folded("و")]

/// The words of a name, without articles and without what is no letter around them.
private func letterWords(_ text: String) -> [String] {
  folded(text).split(separator: " ").compactMap { word in
    var letters = word
    while let first = letters.first, !first.isLetter { letters.removeFirst() }
    while let last = letters.last, !last.isLetter { letters.removeLast() }
    guard !letters.isEmpty else { return nil }
    return String(letters.hasPrefix("ال") && letters.count > 3 ? letters.dropFirst(2) : letters)
  }
}

private func withoutCompanions(_ words: [String]) -> [String] {
  var words = words[...]
  while words.count > 1, let last = words.last, companions.contains(last) { words.removeLast() }
  while words.count > 1, let first = words.first, companions.contains(first) { words.removeFirst() }
  return Array(words)
}

private let companions: Set<String> = Set(
  [
    "policy", "policies", "linkage", "link", "hook", "hooks", "handling", "settings", "configuration", "config",
    "behaviour", "behavior", "details", "note", "notes", "rule", "rules", "plan", "procedure", "steps", "instructions",
    "mapping", "mappings", "map", "runbook", "runbooks", "the", "a", "our", "current",
    "سياسة", "سياسات", "ربط", "خطاف", "خطافات", "نقطة", "نقاط", "معالجة", "إعدادات", "إعداد", "تفاصيل", "ملاحظات",
    "ملاحظة", "قواعد", "قاعدة", "خطة", "إجراء", "إجراءات", "خطوات", "تعيين", "مطابقة", "خريطة", "مواءمة", "إسناد",
    "تخطيط", "آلية", "دليل", "كتيب",
  ].map { folded($0) })

private let aspectsByName: [String: ConnectorAspect] = {
  var result: [String: ConnectorAspect] = [:]
  for (aspect, names) in aspectNames {
    for name in names {
      let words = letterWords(name)
      result[words.joined(separator: " ")] = aspect
      // “Policy” alone names nothing, though “policy hook” does.
      let bare = withoutCompanions(words)
      if bare.count > 1 || !companions.contains(bare[0]) { result[bare.joined(separator: " ")] = aspect }
    }
  }
  return result
}()

private let aspectNames: [(ConnectorAspect, [String])] = [
  (
    .field(.contract),
    [
      "contract", "contracts", "api contract", "interface contract", "contract schema", "io contract", "data contract",
      "tool contract", "inputs and outputs", "inputs outputs", "request response",
      "العقد", "العقود", "عقد الواجهة", "عقد الموصل", "عقد البيانات", "عقد التكامل", "المدخلات والمخرجات",
      "مخطط العقد",
    ]
  ),
  (
    .field(.version),
    [
      "version", "versions", "api version", "contract version", "connector version", "facade version", "sdk version",
      "schema version", "version number", "versioning", "semver",
      "الإصدار", "النسخة", "رقم الإصدار", "رقم النسخة", "إصدار العقد", "إصدار الواجهة", "إصدار الموصل",
    ]
  ),
  (
    .field(.retry),
    [
      "retry", "retries", "retrying", "backoff", "retry backoff", "retry with backoff", "max retries",
      "retry attempts", "retry strategy", "retry logic",
      "إعادة المحاولة", "إعادة المحاولات", "المحاولات", "عدد المحاولات", "تكرار المحاولة", "محاولات الإعادة",
      "المحاولة مجددا", "إعادة الإرسال", "استراتيجية إعادة المحاولة",
    ]
  ),
  (
    .field(.timeout),
    [
      "timeout", "timeouts", "time out", "time outs", "timeout ms", "timeout seconds", "timeout s", "request timeout",
      "deadline", "time limit",
      "المهلة", "المهل", "مهلة الانتظار", "المهلة الزمنية", "انتهاء المهلة", "الحد الزمني", "زمن الانتظار",
      "مهلة الطلب", "مهلة الاتصال", "مهلة الاستجابة", "وقت الانتهاء",
    ]
  ),
  (
    .field(.idempotencyKey),
    [
      "idempotency", "idempotency key", "idempotency keys", "idempotent", "idempotence", "idempotency header",
      "idempotency key handling", "idem key", "deduplication", "deduplication key", "dedup key", "dedupe key",
      "مفتاح منع التكرار", "مفتاح عدم التكرار", "منع التكرار", "عدم التكرار", "مفتاح اللاتكرار",
      "مفتاح عدم الازدواج", "مفتاح منع الازدواج", "منع الازدواج", "مفتاح الازدواجية", "مفتاح عدم الازدواجية",
      "مفتاح التكرار", "مفتاح التفرد", "مفتاح التماثل", "مفتاح تكافؤ القوة", "تكافؤ القوة", "مفتاح idempotency",
      "مفتاح ثبات الأثر", "ثبات الأثر",
    ]
  ),
  (
    .field(.approvalPolicyHook),
    [
      "approval", "approvals", "approval policy", "approval policy hook", "approval gate", "approval class",
      "approval workflow", "approval flow", "policy hook", "policy hooks", "hitl approval", "human approval",
      "الموافقة", "الموافقات", "سياسة الموافقة", "سياسات الموافقة", "بوابة الموافقة", "فئة الموافقة",
      "خطاف سياسة الموافقة", "نقطة ربط سياسة الموافقة", "ربط الموافقات", "الاعتماد", "سياسة الاعتماد",
      "بوابة الاعتماد",
    ]
  ),
  (
    .field(.auditFieldMapping),
    [
      "audit", "auditing", "audit field", "audit fields", "audit field mapping", "audit mapping", "audit log",
      "audit trail", "audit log field", "audit log fields", "audit event mapping", "audit events",
      "التدقيق", "حقول التدقيق", "ربط حقول التدقيق", "سجل التدقيق", "حقول سجل التدقيق", "حقول المراجعة",
      "ربط التدقيق", "أثر التدقيق", "حقول المراجعة والتدقيق",
    ]
  ),
  (
    .field(.observabilityHooks),
    [
      "observability", "observability hook", "telemetry", "monitoring", "instrumentation", "tracing",
      "logs metrics traces", "logging", "alerting",
      "الرصد", "نقاط الرصد", "المراقبة", "قابلية الرصد", "قابلية المراقبة", "قابلية الملاحظة", "الرصد والمراقبة",
      "نقاط المراقبة", "خطافات المراقبة", "خطافات الملاحظة", "القياس عن بعد", "خطافات قابلية الملاحظة",
    ]
  ),
  (
    .field(.rollbackNotes),
    [
      "rollback", "rollback notes", "roll back", "rolling back", "rollback compensation", "compensation", "backout",
      "back out", "revert", "reverting", "undo",
      "التراجع", "ملاحظات التراجع", "خطة التراجع", "الإرجاع", "الاسترجاع", "التعويض", "التراجع أو التعويض",
      "ملاحظات الاسترجاع", "ملاحظات الرجوع", "الرجوع", "العودة للخلف", "التراجع عن النشر",
    ]
  ),
  (
    .governance(.allowlist),
    [
      "allowlist", "allow list", "allowlists", "whitelist", "white list", "tool allowlist", "allowed tools",
      "permitted tools", "tools allowed", "allowed hosts",
      "قائمة السماح", "قوائم السماح", "القائمة البيضاء", "القائمة المسموحة", "قائمة المسموح", "الأدوات المسموحة",
      "الأدوات المسموح بها", "قائمة الأدوات المسموحة", "قائمة الأدوات المسموح بها",
    ]
  ),
  (
    .governance(.toolVerification),
    [
      "tool verification", "verification", "tool verification ledger", "verification ledger", "verified tools",
      "tool call verification",
      "التحقق", "التحقق من الأداة", "التحقق من الأدوات", "تحقق الأدوات", "تحقق الأداة", "سجل التحقق",
      "سجل التحقق من الأدوات",
    ]
  ),
  (
    .governance(.owner),
    [
      "owner", "owners", "ownership", "owned by", "service owner", "business owner", "technical owner",
      "connector owner", "owning team", "owner team", "team", "maintainer", "maintainers", "responsible",
      "execution plane ownership", "execution plane owner",
      "المالك", "الملاك", "الملكية", "المسؤول", "المسؤولية", "الفريق", "الفريق المالك", "الجهة المالكة",
      "الفريق المسؤول", "مالك الموصل", "الجهة المسؤولة",
    ]
  ),
  (
    .governance(.sla),
    [
      "sla", "slas", "slo", "slos", "sla slo", "service level", "service levels", "service level agreement",
      "service level objective", "freshness sla", "freshness",
      "اتفاقية مستوى الخدمة", "اتفاقيات مستوى الخدمة", "مستوى الخدمة", "اتفاقية الخدمة", "زمن الخدمة",
      "هدف مستوى الخدمة",
    ]
  ),
  (
    .governance(.backfillRunbook),
    [
      "backfill", "backfills", "backfilling", "backfill runbook", "back fill", "replay", "replay runbook",
      "reprocessing",
      "التعبئة الرجعية", "دليل التعبئة الرجعية", "دليل تشغيل التعبئة الرجعية", "إعادة التعبئة",
      "دليل إعادة التعبئة", "الملء الرجعي", "دليل الملء الرجعي", "إعادة المعالجة", "تعبئة البيانات السابقة",
      "استدراك البيانات",
    ]
  ),
  (
    .name,
    [
      "connector", "connector name", "connector id", "name", "facade", "facade name", "integration",
      "integration name",
      "الموصل", "اسم الموصل", "الاسم", "التكامل", "اسم التكامل", "اسم الواجهة", "معرف الموصل",
    ]
  ),
  (
    .stage,
    [
      "status", "state", "stage", "lifecycle", "lifecycle stage", "release stage", "release status", "environment",
      "env", "environments", "deployment", "deployment stage", "deployment status", "rollout", "maturity",
      "connector status",
      "الحالة", "الوضع", "المرحلة", "البيئة", "مرحلة النشر", "حالة النشر", "بيئة التشغيل", "النضج", "حالة الموصل",
      "مرحلة الإصدار", "دورة الحياة",
    ]
  ),
  (.production, ["production", "in production", "prod", "is production", "الإنتاج", "في الإنتاج"]),
  (
    .layer,
    [
      "kind", "type", "layer", "strategy", "dual strategy", "connector kind", "connector type", "connector layer",
      "category", "connector strategy", "plane",
      "النوع", "الطبقة", "الفئة", "التصنيف", "نوع الموصل", "طبقة الموصل", "فئة الموصل", "الاستراتيجية",
      "استراتيجية الموصل", "الاستراتيجية المزدوجة",
    ]
  ),
]
