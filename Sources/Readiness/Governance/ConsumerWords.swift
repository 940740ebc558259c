/// The words by which tags and names of jobs and datasets say whom they are for.
enum ConsumerWords {
  /// nil where nothing is said. Tags win over the name.
  static func use(of node: LineageGraph.Node) -> Configuration.Consumers? {
    if !node.tags.isEmpty, let said = use(node.tags.reduce(into: []) { $0.formUnion(meanings(of: $1)) }, isTag: true) {
      return said
    }
    // Of the namespace `mlflow://models` the scheme: hosts and paths name nothing here.
    let scheme = node.name.namespace.prefix { $0 != ":" }
    return use(meanings(of: node.name.name).union(meanings(of: scheme)), isTag: false)
  }

  private struct Meanings: OptionSet {
    let rawValue: UInt8
    static let customers = Meanings(rawValue: 1)
    static let reports = Meanings(rawValue: 2)
    static let models = Meanings(rawValue: 4)
    /// The bare word model.
    static let model = Meanings(rawValue: 8)
    /// What dbt calls a model is a table.
    static let dbt = Meanings(rawValue: 16)
    static let internals = Meanings(rawValue: 32)
  }

  private static func use(_ words: Meanings, isTag: Bool) -> Configuration.Consumers? {
    let isReport = words.contains(.reports) || (isTag && words.contains(.customers))
    if words.contains(.internals) {
      return Configuration.Consumers(customerReports: isReport && words.contains(.customers), isInternal: true)
    }
    let isModel = words.contains(.models) || (words.contains(.model) && !words.contains(.dbt))
    guard isReport || isModel else { return nil }
    return Configuration.Consumers(customerReports: isReport, models: isModel)
  }

  /// What the words of a text mean; `customerReport` is two.
  private static func meanings(of text: some StringProtocol) -> Meanings {
    var found: Meanings = []
    var word = String.UnicodeScalarView()
    var wasLower = false
    func close() {
      if let meaning = known[folded(String(word))] { found.formUnion(meaning) }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let (isPart, isUpper) = kind(of: scalar)
      if !word.isEmpty, !isPart || (wasLower && isUpper) { close() }
      if isPart { word.append(scalar) }
      wasLower = isPart && !isUpper
    }
    if !word.isEmpty { close() }
    return found
  }

  private static func kind(of scalar: Unicode.Scalar) -> (isPart: Bool, isUpper: Bool) {
    if scalar.isASCII {
      let isUpper = (65...90).contains(scalar.value)
      return (isUpper || (97...122).contains(scalar.value), isUpper)
    }
    let properties = scalar.properties
    return (properties.isAlphabetic || properties.generalCategory == .nonspacingMark, properties.isUppercase)
  }

  private static let known: [String: Meanings] = Dictionary(
    [
      (
        Meanings.customers,
        ["customer", "customers", "client", "clients", "external", "عميل", "العميل", "عملاء", "العملاء"]
      ),
      (
        .reports,
        [
          "report", "reports", "reporting", "statement", "statements", "invoice", "invoices", "dashboard", "dashboards",
          "bi", "looker", "tableau", "powerbi", "superset", "metabase", "تقرير", "تقارير", "التقارير", "كشف", "كشوف",
          "فاتورة", "فواتير", "الفواتير", "لوحة", "لوحات",
        ]
      ),
      (
        .models,
        [
          "ml", "mlflow", "sagemaker", "training", "train", "trainer", "predict", "prediction", "predictions",
          "scoring",
          "inference", "classifier", "embeddings", "تدريب", "تنبؤ", "تنبؤات",
        ]
      ),
      (.model, ["model", "models", "نموذج", "النموذج", "نماذج", "النماذج"]),
      (.dbt, ["dbt"]),
      (.internals, ["internal", "داخلي", "داخلية", "الداخلي", "الداخلية"]),
    ].flatMap { meaning, words in words.map { (folded($0), meaning) } }, uniquingKeysWith: { $0.union($1) })
}
