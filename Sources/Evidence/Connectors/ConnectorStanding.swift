import Readiness

// What the words of a sheet say of where a connector stands (its stage) and of what kind it is (its layer).

/// The stage that a text names, the one that asks for most where it names several; nil where it names none.
func connectorStage(_ text: String) -> ConnectorStage? {
  let words = standingWords(text)
  var best: ConnectorStage?
  for (index, word) in words.enumerated() {
    for phrase in stagePhrases[word] ?? [] where words[index...].starts(with: phrase.words) {
      var stage = phrase.stage
      // “not in production”, “pre-production”, “قبل الإنتاج”.
      if words[..<index].suffix(3).contains(where: denials.contains) { stage = min(stage, .planned) }
      best = max(best ?? stage, stage)
    }
  }
  return best
}

/// The stage that an answer to “in production?” means.
func productionStage(_ text: String) -> ConnectorStage? {
  let words = standingWords(text)
  guard let first = words.first else { return nil }
  if yes.contains(first) { return .production }
  if no.contains(first) { return .planned }
  return connectorStage(text)
}

/// The layers that a text names; what follows a “not” does not count, nor do hints (`sync`, `MCP`) beside a plain name.
func connectorLayers(_ text: String) -> [ConnectorLayer] {
  var words = standingWords(text)
  if let denial = words.firstIndex(where: denials.contains), denial > 0 { words = Array(words[..<denial]) }
  func named(_ phrases: [ConnectorLayer: [[String]]]) -> [ConnectorLayer] {
    ConnectorLayer.allCases.filter { layer in
      (phrases[layer] ?? []).contains { phrase in words.indices.contains { words[$0...].starts(with: phrase) } }
    }
  }
  let plain = named(layerNames)
  return plain.isEmpty ? named(layerHints) : plain
}

/// Folded words, articles and the prefixes of Arabic prepositions off.
private func standingWords(_ text: some StringProtocol) -> [String] {
  folded(text).split { !$0.isLetter && !$0.isNumber }.map { word in
    for prefix in ["وال", "بال", "لل", "ال"] where word.hasPrefix(prefix) && word.count > prefix.count + 2 {
      return String(word.dropFirst(prefix.count))
    }
    return String(word)
  }
}

private let denials = Set(
  ["not", "non", "pre", "no", "never", "before", "without", "ليس", "ليست", "وليس", "غير", "قبل", "لم", "لا", "ما"].map {
    folded($0)
  })
private let yes = Set(["yes", "y", "true", "live", "نعم", "صحيح", "✅"].map { folded($0) })
private let no = Set(["no", "n", "false", "not", "لا", "ليس", "غير"].map { folded($0) })

private let stageWords: [(ConnectorStage, [String])] = [
  (
    .production,
    [
      "prod", "production", "prd", "live", "ga", "generally available", "general availability", "released",
      "الإنتاج", "إنتاج", "إنتاجي", "إنتاجية", "منشور", "منشورة", "متاح للجميع", "حي",
    ]
  ),
  (.canary, ["canary", "كناري", "الكناري", "إطلاق تدريجي"]),
  (
    .staging,
    [
      "staging", "stage", "stg", "preprod", "preproduction", "uat", "pilot", "beta", "preview", "التجهيز",
      "تجريبي", "تجريبية", "تجربة", "مرحلي", "ما قبل الإنتاج", "قبل الإنتاج", "بيتا",
    ]
  ),
  (
    .dev,
    [
      "dev", "development", "develop", "test", "testing", "qa", "sandbox", "alpha", "experimental", "poc",
      "prototype", "local", "التطوير", "تطوير", "اختبار", "الاختبار", "اختباري", "قيد التطوير", "نموذج أولي",
      "تجارب",
    ]
  ),
  (
    .planned,
    [
      "planned", "proposed", "draft", "idea", "backlog", "design", "مخطط", "مخططة", "مقترح", "مقترحة", "مسودة",
      "فكرة", "تصميم",
    ]
  ),
  (
    .retired,
    [
      "retired", "decommissioned", "archived", "removed", "disabled", "sunset", "مؤرشف", "متقاعد", "ملغى", "معطل",
      "معطلة", "متوقف", "أوقف", "موقوف",
    ]
  ),
]

private let stagePhrases: [String: [(words: [String], stage: ConnectorStage)]] = {
  var result: [String: [(words: [String], stage: ConnectorStage)]] = [:]
  for (stage, names) in stageWords {
    for name in names {
      let words = standingWords(name)
      if let first = words.first { result[first, default: []].append((words, stage)) }
    }
  }
  return result
}()

private let layerNames: [ConnectorLayer: [[String]]] = [
  .runtimeTool: [
    "runtime", "run time", "tool connector", "tools connector", "وقت التشغيل", "أدوات التشغيل", "موصل أدوات",
    "موصل أداة",
  ].map(standingWords),
  .dataMovement: [
    "data movement", "datamovement", "نقل البيانات", "نقل بيانات", "حركة البيانات", "تحريك البيانات",
  ].map(standingWords),
]

private let layerHints: [ConnectorLayer: [[String]]] = [
  .runtimeTool: [
    "tool", "tools", "mcp", "agent", "agents", "function calling", "أداة", "أدوات", "وكيل", "وكلاء",
  ].map(standingWords),
  .dataMovement: [
    "movement", "etl", "elt", "cdc", "replication", "batch", "ingestion", "ingest", "pipeline", "sync",
    "data transfer", "مزامنة", "تكرار البيانات", "نسخ البيانات", "استيعاب البيانات", "دفعات", "ترحيل البيانات",
  ].map(standingWords),
]
