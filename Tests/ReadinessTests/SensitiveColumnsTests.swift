import Testing

@testable import Readiness

@Suite struct SensitiveColumnsTests {
  private let columns = SensitiveColumns(Configuration())

  @Test(arguments: [
    "phone_number", "customer_email", "national_id", "NationalID", "nationalId", "NATIONAL-ID", "iqama", "iqama_no",
    "passportNumber", "iban", "IBAN", "customerIBANNumber", "card_number", "creditcard", "mobile2", "e_mail", "eMail",
    "emails", "birth_date", "dob", "DateOfBirth", "billing_address", "addresses", "health_status", "salary", "salaries",
    "residence id", "customer.phone", "phone\u{200C}_number", "customeremail", "userphone", "biometric_hash", "surname",
  ])
  func anEnglishNameOfPersonalDataIsFound(name: String) {
    #expect(columns.contains(name))
  }

  @Test(arguments: [
    "رقم_الهوية", "رقم الهوية", "الآيبان", "آيبان", "ايبان", "تاريخ الميلاد", "تاريخ_الميلاد", "رقم_الإقامة",
    "رقم الجوال",
    "البريد الإلكتروني", "البريد_الالكتروني", "الراتب", "راتب_الموظف", "العُنوان", "الهـاتف", "جواز السفر",
    "رقم البطاقة",
    "الحالة الصحية", "رقم٢_هاتف", "فصيلة الدم", "السجل المدني", "وهاتف_العميل", "بالهوية",
  ])
  func anArabicNameOfPersonalDataIsFound(name: String) {
    #expect(columns.contains(name))
  }

  @Test(arguments: [
    "emailed_at_flag", "discard", "discarded_at", "headphones", "scorecard", "megaphone", "order_id", "amount",
    "status",
    "company", "expand", "japan", "wealth", "birthplace_x", "addressable_market", "salaryman_index", "identity", "id",
    "number", "", "___", "123", "الكمية", "المبلغ", "رقم الطلب", "حالة الطلب", "بطاقية", "مراتب",
  ])
  func whatOnlyLooksLikeItIsNot(name: String) {
    #expect(!columns.contains(name))
  }

  @Test func configurationAddsWordsAndRemovesNamesAndPatterns() {
    var configuration = Configuration()
    configuration.piiAdd = ["loyalty number", "نقاط الولاء"]
    configuration.piiRemove = ["card", "shop_address"]
    let configured = SensitiveColumns(configuration)
    #expect(configured.contains("LoyaltyNumber"))
    #expect(configured.contains("نقاط_الولاء"))
    #expect(!configured.contains("loyalty"))
    #expect(!configured.contains("card_color"), "a built-in pattern is removed")
    #expect(configured.contains("card_number"), "another pattern still finds it")
    #expect(!configured.contains("shop address"), "one column is removed")
    #expect(configured.contains("home_address"))
  }
}
