import Readiness

/// What a column of a watchlist is for.
enum TaskColumn: Hashable, CaseIterable {
  case id, task, connector, tool, owner, status, sla, deadline, timeout, polling, webhook, updates, idempotencyKey
  case started, customerFacing, acknowledged, notes

  /// Columns that a plain list of things to do does not have.
  static let telling: Set<TaskColumn> = [
    .connector, .tool, .sla, .timeout, .polling, .webhook, .updates, .idempotencyKey,
  ]
}

/// Which column of one table says what, found by its headers in either language.
struct TaskColumns {
  /// The unit or the zone that a header names in brackets, `SLA (min)`, `Started (UTC)`.
  private(set) var details: [TaskColumn: String] = [:]
  private var indices: [TaskColumn: Int] = [:]

  init(header: [String]) {
    // Plain matches first, so that `Owner` is the owner beside `Task owner`.
    for isExact in [true, false] {
      for (index, title) in header.enumerated() where !indices.values.contains(index) {
        guard let column = taskColumn(title, isExact: isExact), indices[column] == nil else { continue }
        indices[column] = index
        details[column] = bracketed(title)
      }
    }
  }

  subscript(column: TaskColumn) -> Int? { indices[column] }

  /// Whether the table is a watchlist: it names tasks, and says of them what only a watchlist says.
  ///
  /// - Parameter isNamed: the file's name or the configuration already says that it is one.
  func isWatchlist(isNamed: Bool) -> Bool {
    guard indices[.task] != nil || indices[.id] != nil else { return false }
    return TaskColumn.telling.count { indices[$0] != nil } >= (isNamed ? 1 : 2)
  }
}

private func bracketed(_ title: String) -> String? {
  guard let open = title.firstIndex(of: "("), let close = title[open...].firstIndex(of: ")") else { return nil }
  let text = title[title.index(after: open)..<close].trimmed
  return text.isEmpty ? nil : text
}

/// The column that a member of a JSON object means by its name, as `idempotencyKey` or `com.example/owner`.
func taskColumn(member name: String) -> TaskColumn? {
  exactTaskColumns[squeezed(name.split(separator: "/").last.map(String.init) ?? name)]
}

private func taskColumn(_ title: String, isExact: Bool) -> TaskColumn? {
  guard title.utf8.count <= 200 else { return nil }
  let plain = folded(title.prefix { $0 != "(" })
  if isExact {
    if let column = exactTaskColumns[squeezed(plain)] ?? exactTaskColumns[squeezed(title)] { return column }
    // `المهمة / Task`, and `Polling | webhook`.
    let parts = Set(folded(title).split { "()[]/|:،,؛;+&".contains($0) }.compactMap { exactTaskColumns[squeezed($0)] })
    if parts.isSuperset(of: [.polling, .webhook]) { return .updates }
    if parts.isSuperset(of: [.connector, .tool]) { return .connector }
    if parts.isSuperset(of: [.task, .id]) { return .task }
    return parts.count == 1 ? parts.first : nil
  }
  // What a header speaks of stands last in English (`task owner`) and first in Arabic (`مالك المهمة`).
  return headTaskColumns.first { word, isArabic, _ in
    isArabic ? plain.hasPrefix(word) : plain.hasSuffix(word)
  }?.column
}

/// Folded, letters and digits only: `createdAt`, `created_at` and `Created at` are one.
private func squeezed(_ text: some StringProtocol) -> String { folded(text).filter { $0.isLetter || $0.isNumber } }

private let exactTaskColumns: [String: TaskColumn] = Dictionary(
  taskColumnNames.flatMap { column, names in names.map { (squeezed($0), column) } },
  uniquingKeysWith: { first, _ in first })

/// What may have words of its own beside it. An id is not among them: a `Correlation ID` is no task.
private let extensible: Set<TaskColumn> = [
  .connector, .tool, .owner, .status, .sla, .timeout, .polling, .webhook, .idempotencyKey, .started,
]

/// With the blank between them and the words beside them; the longest first.
private let headTaskColumns: [(word: String, isArabic: Bool, column: TaskColumn)] = taskColumnNames.filter {
  extensible.contains($0.0)
}.flatMap { column, names in
  names.map { name in
    let isArabic = !name.utf8.allSatisfy { $0 < 128 }
    return (isArabic ? folded(name) + " " : " " + folded(name), isArabic, column)
  }
}.sorted { ($1.0.utf8.count, $0.0) < ($0.0.utf8.count, $1.0) }

private let taskColumnNames: [(TaskColumn, [String])] = [
  (
    .id,
    ["Task ID", "ID", "MCP task ID", "Run ID", "Job ID", "معرف المهمة", "المعرف", "معرّف", "رقم المهمة", "معرف التشغيل"]
  ),
  (
    .task,
    [
      "Task", "Tasks", "Task name", "Operation", "Operations", "Long-running task", "Long-running operation", "Job",
      "المهمة", "مهمة", "المهام", "اسم المهمة", "العملية", "عملية", "اسم العملية", "المهمة الطويلة", "العملية الطويلة",
    ]
  ),
  (
    .connector,
    [
      "Connector", "Connector/tool", "Tool connector", "Connector name", "Server", "MCP server", "الموصل", "موصل",
      "الموصل/الأداة", "اسم الموصل", "الخادم", "خادم MCP",
    ]
  ),
  (.tool, ["Tool", "Tool name", "Tools", "MCP tool", "الأداة", "أداة", "اسم الأداة"]),
  (
    .owner,
    [
      "Owner", "Owners", "Assignee", "Responsible", "On call", "المالك", "مالك", "المسؤول", "مسؤول", "الجهة المالكة",
      "الفريق المالك", "صاحب المهمة",
    ]
  ),
  (.status, ["Status", "State", "Task status", "الحالة", "حالة", "حالة المهمة", "الوضع"]),
  (
    .sla,
    [
      "SLA", "Service level", "SLA target", "Target time", "Time budget", "الزمن المتفق عليه", "المدة المتفق عليها",
      "اتفاقية مستوى الخدمة", "مستوى الخدمة", "مهلة الخدمة", "زمن الخدمة", "المدة المسموحة", "المدة المستهدفة",
    ]
  ),
  (
    .deadline,
    ["Due", "Due at", "Due date", "Deadline", "Due by", "الموعد النهائي", "موعد الاستحقاق", "الاستحقاق", "الموعد"]
  ),
  (
    .timeout,
    [
      "Timeout", "Time-out", "Time limit", "Max runtime", "Max duration", "المهلة", "المهلة القصوى", "مهلة التنفيذ",
      "مهلة الانتظار", "انتهاء المهلة", "الحد الزمني", "أقصى مدة",
    ]
  ),
  (
    .polling,
    [
      "Polling", "Poll", "Status polling", "Poll interval", "Polling interval", "Poll every", "Status poll",
      "الاستطلاع",
      "استطلاع", "استطلاع الحالة", "فترة الاستطلاع", "فاصل الاستطلاع", "دورية الاستطلاع",
    ]
  ),
  (
    .webhook,
    [
      "Webhook", "Webhooks", "Webhook URL", "Callback", "Callback URL", "خطاف الويب", "الويب هوك", "ويب هوك", "ويبهوك",
      "رد النداء", "إشعار الويب", "عنوان الإشعار",
    ]
  ),
  (
    .updates,
    [
      "Polling/webhook", "Polling or webhook", "Webhook/polling", "Webhook or polling", "Poll/webhook",
      "Status updates",
      "Status source", "Follow-up", "آلية المتابعة", "طريقة المتابعة", "متابعة الحالة", "الاستطلاع أو الويب هوك",
      "الاستطلاع/خطاف الويب",
    ]
  ),
  (
    .idempotencyKey,
    [
      "Idempotency key", "Idempotency", "Idempotent key", "Idempotency token", "Dedup key", "مفتاح منع التكرار",
      "مفتاح عدم التكرار", "منع التكرار", "عدم التكرار", "مفتاح التكرار الآمن", "مفتاح التماثل", "مفتاح الثبات",
    ]
  ),
  (
    .started,
    [
      "Started", "Started at", "Start", "Start time", "Started on", "Created", "Created at", "Since", "Running since",
      "وقت البدء", "بدأت", "بدأت في", "بدأت عند", "تاريخ البدء", "البدء", "البداية", "منذ", "وقت الإنشاء", "أنشئت",
    ]
  ),
  (
    .customerFacing,
    [
      "Customer-facing", "Customer facing", "Customers", "Customer impact", "Customer", "Facing customers",
      "يمس العملاء", "تمس العملاء", "موجهة للعملاء", "موجه للعملاء", "للعملاء", "العملاء", "أثر العملاء",
      "أمام العملاء",
    ]
  ),
  (
    .acknowledged,
    [
      "Acknowledged", "Acknowledged by", "Ack", "Acked by", "Incident", "Ticket", "أقر بها", "أقرّ بها", "الإقرار",
      "الحادثة", "البلاغ", "التذكرة",
    ]
  ),
  (.notes, ["Notes", "Note", "Comments", "Comment", "Remarks", "الملاحظات", "ملاحظات", "ملاحظة"]),
]
