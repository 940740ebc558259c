import Readiness
import Testing

@testable import Evidence

struct ConnectorAspectTests {
  @Test(arguments: [
    ("Contract (inputs/outputs, error model)", ConnectorField.contract), ("1. Contract", .contract),
    ("العقد", .contract),
    ("Version", .version), ("رقم الإصدار", .version), ("API version", .version), ("الإصدار:", .version),
    ("Retry policy", .retry), ("سياسة إعادة المحاولة", .retry), ("retryPolicy", .retry), ("Retries", .retry),
    ("Timeout policy", .timeout), ("المُهلة", .timeout), ("timeout_ms", .timeout), ("مهلة الانتظار", .timeout),
    ("Idempotency key handling", .idempotencyKey), ("idempotency-key", .idempotencyKey),
    ("idempotencyKey", .idempotencyKey),
    ("مفتاح منع التكرار", .idempotencyKey), ("مفتاح عدم التكرار (Idempotency key)", .idempotencyKey),
    ("Approval policy linkage (Class B where needed)", .approvalPolicyHook),
    ("approval_policy_hook", .approvalPolicyHook),
    ("خطاف سياسة الموافقة", .approvalPolicyHook), ("ربط الموافقات", .approvalPolicyHook),
    ("Audit field mapping", .auditFieldMapping), ("ربط حقول التدقيق", .auditFieldMapping),
    ("Audit", .auditFieldMapping),
    ("Observability hooks (logs, metrics, traces)", .observabilityHooks), ("نقاط الرصد", .observabilityHooks),
    ("قابلية الملاحظة", .observabilityHooks), ("الرصد والمراقبة", .observabilityHooks),
    ("Rollback or compensation notes when side effects are possible", .rollbackNotes),
    ("ملاحظات التراجع", .rollbackNotes),
    ("↩️ Rollback", .rollbackNotes), ("خطة التراجع / Rollback plan", .rollbackNotes),
  ])
  func `A field is found under each of its names`(title: String, field: ConnectorField) {
    #expect(connectorAspects(title).compactMap(\.field) == [field])
    #expect(headingAspects(title).contains(.field(field)) || title.hasPrefix("مفتاح عدم"))
  }

  @Test func `A heading can speak of two fields`() {
    #expect(connectorAspects("Retry and timeout").compactMap(\.field) == [.retry, .timeout])
    #expect(connectorAspects("إعادة المحاولة والمهلة").compactMap(\.field) == [.retry, .timeout])
  }

  @Test(arguments: [
    "Version history", "Contract tests", "Overview", "Retry storms we have seen", "Policy", "ملاحظات", "",
  ])
  func `Other headings name no field`(title: String) {
    #expect(headingAspects(title).isEmpty)
  }

  @Test func `A title that only mentions a stage or kind is no answer`() {
    #expect(headingAspects("Stripe (production)").isEmpty)
    #expect(headingAspects("Connector: Stripe").isEmpty)
  }

  @Test(arguments: [
    ("prod", ConnectorStage.production), ("In production since May", .production), ("الإنتاج", .production),
    ("في الإنتاج", .production), ("dev, staging, prod", .production), ("Staging", .staging),
    ("not in production", .planned),
    ("staging, not yet production", .staging), ("pre-production", .planned), ("قبل الإنتاج", .staging),
    ("canary 10%", .canary),
    ("كناري", .canary), ("development", .dev), ("قيد التطوير", .dev), ("تجريبي", .staging), ("مسودة", .planned),
    ("retired", .retired), ("GA", .production), ("جاهز للإنتاج", .production),
  ])
  func `The stage is read from words of either language`(text: String, stage: ConnectorStage) {
    #expect(connectorStage(text) == stage)
  }

  @Test func `Words that name no stage name none`() {
    for text in ["active", "canonical", "reproduction", "نشط", ""] { #expect(connectorStage(text) == nil) }
    #expect(productionStage("yes") == .production)
    #expect(productionStage("لا") == .planned)
  }

  @Test(arguments: [
    ("Runtime tool connector", [ConnectorLayer.runtimeTool]), ("runtime tool (sync)", [.runtimeTool]),
    ("MCP", [.runtimeTool]),
    ("runtime_tool", [.runtimeTool]), ("موصل أدوات وقت التشغيل", [.runtimeTool]), ("data-movement", [.dataMovement]),
    ("موصل نقل البيانات", [.dataMovement]), ("نقل بيانات", [.dataMovement]), ("ELT / CDC", [.dataMovement]),
    ("runtime tool, not data movement", [.runtimeTool]),
    ("runtime tool and data movement", [.runtimeTool, .dataMovement]),
    ("payment", []), ("", []),
  ])
  func `The kind is read from words of either language`(text: String, layers: [ConnectorLayer]) {
    #expect(connectorLayers(text) == layers)
  }

  @Test(arguments: [
    ("Stripe — runtime tool connector", "Stripe"), ("Connector: HubSpot CRM", "HubSpot CRM"), ("موصل سلة", "سلة"),
    ("Facade for Zoho Books (v3)", "Zoho Books"), ("بطاقة موصل: أبشر", "أبشر"),
  ])
  func `The name is what a title says beside connector and facade`(title: String, name: String) {
    #expect(connectorName(title) == name)
  }
}
