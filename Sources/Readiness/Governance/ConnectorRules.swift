// What follows from the register. A field that is missing is an incident, one for each connector: V2 in production, else V1.
// All else is a finding: placeholders, a connector that is of no layer or of both, gaps in its layer's own governance, a name
// twice, and code that goes past the facade.

extension ConnectorRegister {
  /// Time changes nothing here: `now` is there because every source is judged at a moment.
  package func judged(now _: Instant) -> Judgement {
    var judgement = Judgement(.connectorHealth)
    for connector in connectors {
      if let incident = connector.missingFields { judgement.incidents.append(incident) }
      judgement.findings += connector.findings
    }
    judgement.findings += vendorImports.map(\.finding)
    return judgement
  }
}

extension Connector {
  /// The incident that it makes; nil where all nine fields are documented.
  package var incidentID: String? {
    fields(.missing).isEmpty ? nil : DerivedIncident.id(.connectorFieldMissing, prefix: "CN", subject: key)
  }

  fileprivate var missingFields: DerivedIncident? {
    let missing = fields(.missing)
    guard !missing.isEmpty else { return nil }
    let names = enumeration(missing.map(\.wording))
    var incident = DerivedIncident(
      .connectorFieldMissing, isInProduction ? .v2 : .v1, prefix: "CN", subject: key,
      title: Wording("\(name): not documented: \(names.english)", "\(name): غير موثّق: \(names.arabic)"), owner: owner,
      topic: .connectorHealth, location: location)
    // The id stays the same when the connector is promoted, so that what was recorded about it stays with it.
    incident.rule =
      switch stage {
      case nil: .connectorFieldMissingStageUnknown
      case .production: .connectorFieldMissingProduction
      default: .connectorFieldMissing
      }
    return incident
  }

  fileprivate var findings: [Finding] {
    var findings: [Finding] = []
    func note(
      _ code: Finding.Code, _ severity: Severity, _ english: Sentence, _ arabic: Sentence, at place: SourceLocation
    ) {
      findings.append(
        Finding(
          code, severity, Wording("\(name): \(english)", "\(name): \(arabic)"), at: place, topic: .connectorHealth))
    }
    for other in otherLocations {
      note(
        .connectorDuplicate, .v1,
        "documented twice, also in \(location.description): the worse counts; keep one",
        "موثّق مرتين، وموضعه الآخر \(location.description): يُحتسب الأسوأ؛ أبقِ واحدًا", at: other)
    }
    for field in fields(.thin) {
      let entry = entry(field)
      note(
        .connectorFieldThin, .v1, "\(field.wording.english) is only a placeholder: \(entry.excerpt)",
        "\(field.wording.arabic): نص مؤقت فقط: «\(entry.excerpt)»", at: entry.location)
    }
    if stage == nil {
      if rawStage.isEmpty {
        note(
          .connectorStageUnknown, .v0, "no stage is named: counts as production",
          "لم تُذكر المرحلة: يُعدّ في الإنتاج", at: location)
      } else {
        note(
          .connectorStageUnknown, .v0, "“\(rawStage)” names no stage: counts as production",
          "«\(rawStage)» لا تدل على مرحلة: يُعدّ في الإنتاج", at: location)
      }
    }
    noteLayers(note)
    return findings
  }

  private func noteLayers(_ note: (Finding.Code, Severity, Sentence, Sentence, SourceLocation) -> Void) {
    if layers.count != 1 {
      let (english, arabic) =
        layers.isEmpty
        ? ("neither a runtime tool connector nor a data movement connector", "لا هو موصل أدوات ولا موصل نقل بيانات")
        : ("both a runtime tool connector and a data movement connector", "موصل أدوات وموصل نقل بيانات معًا")
      note(
        .connectorLayerUnclear, .v1, "\(english): name one kind", "\(arabic): حدّد نوعًا واحدًا", location)
    }
    for item in requiredGovernance {
      let entry = entry(item)
      switch entry.state {
      case .filled: break
      case .thin:
        note(
          .connectorGovernanceGap, .v1, "\(item.wording.english) is only a placeholder: \(entry.excerpt)",
          "\(item.wording.arabic): نص مؤقت فقط: «\(entry.excerpt)»", entry.location)
      case .missing:
        let layer = ConnectorLayer.allCases.first { $0.governance.contains(item) && layers.contains($0) }?.wording
        note(
          .connectorGovernanceGap, .v1,
          "a \(layer?.english ?? "connector") needs: \(item.wording.english)",
          "\(layer?.arabic ?? "موصل") يحتاج إلى: \(item.wording.arabic)", entry.location)
      }
    }
  }
}

extension ConnectorEntry {
  /// The beginning of its first line.
  fileprivate var excerpt: String {
    let line = text.split(separator: "\n", maxSplits: 1).first.map(String.init) ?? ""
    return line.count > 40 ? "\(line.prefix(40))…" : line
  }
}

extension VendorImport {
  fileprivate var finding: Finding {
    Finding(
      .vendorImport, .v1,
      Wording(
        "imports \(module), a vendor's SDK, outside the facade: call the connector instead",
        "يستورد \(module) وهو من حزم المورّد، خارج الواجهة: استدعِ الموصل بدلًا منه"),
      at: location, topic: .connectorHealth)
  }
}
