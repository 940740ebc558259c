import Readiness

// How tables and records of approvals name their columns and states.

enum ApprovalColumn: Hashable {
  case id, title, approvalClass, requestedAt, decidedAt, status, limit, due, owner, approver
}

let approvalColumns = FieldNames<ApprovalColumn>([
  (
    .id,
    [
      "ID", "Approval ID", "Request ID", "approval", "Request No", "Ref", "Reference", "entity_id", "المعرف", "المعرّف",
      "معرف الطلب", "رقم الطلب", "رقم الموافقة", "المرجع", "الرقم",
    ]
  ),
  (
    .title,
    [
      "Request", "Approval request", "Title", "Item", "Subject", "Summary", "Change", "Action", "Decision needed",
      "Description", "title_ar", "الطلب", "طلب", "الموافقة", "طلب الموافقة", "العنوان", "البند", "الموضوع", "التغيير",
      "الإجراء", "الوصف", "القرار المطلوب",
    ]
  ),
  (
    .approvalClass,
    [
      "Class", "Approval class", "approval_class", "Action class", "الفئة", "فئة", "فئة الموافقة", "فئة الطلب", "الصنف",
      "صنف الموافقة",
    ]
  ),
  (
    .requestedAt,
    [
      "Requested", "Requested at", "Requested on", "Request date", "Date requested", "Submitted", "Submitted at",
      "Opened", "Opened at", "Created", "Created at", "created_at", "Since", "Waiting since", "تاريخ الطلب",
      "وقت الطلب",
      "طُلبت في", "طُلب في", "قُدّم في", "تاريخ التقديم", "تاريخ الرفع", "منذ", "معلّق منذ",
    ]
  ),
  (
    .decidedAt,
    [
      "Decided", "Decided at", "Decision date", "Date decided", "Approved at", "Approved on", "Granted at", "Closed at",
      "Resolved at", "تاريخ القرار", "وقت القرار", "تاريخ البت", "بُتّ في", "بُتّ فيه في", "تاريخ الموافقة",
      "تاريخ الاعتماد",
    ]
  ),
  (.status, ["Status", "State", "Decision", "Outcome", "Result", "الحالة", "القرار", "النتيجة", "حالة الطلب"]),
  (
    .limit,
    [
      "SLA", "Approval SLA", "Limit", "Time limit", "Service level", "Max wait", "المهلة", "مهلة", "مهلة الموافقة",
      "مهلة البت", "مستوى الخدمة", "اتفاقية مستوى الخدمة", "الحد الزمني",
    ]
  ),
  (
    .due,
    ["Due", "Due at", "Due by", "Due date", "Deadline", "الموعد النهائي", "تستحق في", "تاريخ الاستحقاق", "موعد البت"]
  ),
  (
    .owner,
    [
      "Owner", "Requester", "Requested by", "Raised by", "Applicant", "المالك", "صاحب الطلب", "مقدم الطلب",
      "مقدّم الطلب",
      "الطالب", "المسؤول",
    ]
  ),
  (
    .approver,
    [
      "Approver", "Approvers", "Approved by", "Default approver", "approvers_required", "Reviewer", "Decision maker",
      "Waiting for", "المعتمِد", "المعتمد", "الموافِق", "صاحب الصلاحية", "جهة الاعتماد", "جهة الموافقة", "بانتظار",
    ]
  ),
])

/// Doubt first: `not approved` and `لم يُعتمد` wait.
let approvalStates = WordList<Approval.State>([
  (
    .pending,
    [
      "pending", "requested", "open", "waiting", "awaiting", "in review", "under review", "in progress", "submitted",
      "new", "escalated", "on hold", "not approved", "not yet", "not decided", "undecided", "قيد", "بانتظار",
      "في انتظار", "ينتظر", "تنتظر", "معلق", "معلقة", "مفتوح", "مفتوحة", "مصعد", "مصعدة", "جديد", "جديدة", "لم يبت",
      "لم تبت", "لم يعتمد", "لم تعتمد", "غير معتمد", "غير معتمدة", "مقدم", "مقدمة", "مطلوبة",
    ]
  ),
  (
    .denied,
    ["denied", "rejected", "declined", "refused", "مرفوض", "مرفوضة", "رفض", "رفضت", "الرفض", "غير موافق", "غير مقبول"]
  ),
  (
    .withdrawn,
    [
      "withdrawn", "cancelled", "canceled", "superseded", "void", "مسحوب", "مسحوبة", "سحب", "سحبت", "ملغى", "ملغي",
      "ملغاة",
      "ألغي", "ألغيت",
    ]
  ),
  (.expired, ["expired", "lapsed", "منتهي", "منتهية", "انتهى", "انتهت"]),
  (
    .granted,
    [
      "granted", "approved", "accepted", "auto approved", "ok", "done", "signed", "signed off", "yes", "مقبول",
      "مقبولة",
      "معتمد", "معتمدة", "اعتمد", "اعتمدت", "موافق", "موافقة", "تمت الموافقة", "ممنوحة", "منحت", "closed", "resolved",
      "decided",
      "مغلق", "مغلقة",
    ]
  ),
])

/// Lists of records in a JSON document.
let approvalLists: Set<String> = ["approvals", "requests", "items", "records", "data"]
