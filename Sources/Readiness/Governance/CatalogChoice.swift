/// A tool for lineage or for the catalog of data.
package enum CatalogTool: String, CaseIterable, Sendable {
  /// The standard, with Marquez, which is its reference implementation: one choice.
  case openLineage = "OpenLineage"
  case dataHub = "DataHub"
  case openMetadata = "OpenMetadata"
  case amundsen = "Amundsen"
  case atlas = "Apache Atlas"
  case unityCatalog = "Unity Catalog"
  case purview = "Microsoft Purview"
  case collibra = "Collibra"
  case alation = "Alation"
  case atlan = "Atlan"
  case dataplex = "Google Dataplex"
  case glue = "AWS Glue Data Catalog"
  case informatica = "Informatica"
  case egeria = "Egeria"
  case spline = "Spline"
  case openDataDiscovery = "Open Data Discovery"
  case dataWorld = "data.world"
  case secoda = "Secoda"
  case selectStar = "Select Star"
  case castorDoc = "CastorDoc"
  case manta = "Manta"
  case dataedo = "Dataedo"

  /// How people write it, beside its own name.
  package var names: [String] {
    switch self {
    case .openLineage: [rawValue, "Open Lineage", "Marquez"]
    case .dataHub: [rawValue, "Data Hub", "Acryl"]
    case .openMetadata: [rawValue, "Open Metadata"]
    case .atlas: [rawValue, "Atlas"]
    case .purview: [rawValue, "Azure Purview", "Purview"]
    case .dataplex: [rawValue, "Dataplex", "Google Data Catalog"]
    case .glue: [rawValue, "Glue Data Catalog", "Glue Catalog", "AWS Glue Catalog"]
    case .openDataDiscovery: [rawValue, "OpenDataDiscovery", "ODD Platform"]
    default: [rawValue]
    }
  }
}

/// What one document says about the tool for lineage and catalog.
package struct CatalogChoice: Hashable, Sendable {
  package enum Standing: Sendable {
    case inForce
    /// Proposed, or a draft.
    case proposed
    /// Superseded, rejected, deprecated or withdrawn.
    case past
  }

  package var title: String
  /// A decision record, which changes the choice; else a document, which only tells it.
  package var isRecord: Bool
  package var standing: Standing
  /// What it chooses; empty where it names several and chooses none.
  package var tools: Set<CatalogTool>
  /// The number in a record's file name: 7 of `0007-use-datahub.md`.
  package var number: Int?
  /// The numbers of the records that it supersedes.
  package var supersedes: Set<Int>
  package var location: SourceLocation

  package init(
    title: String, isRecord: Bool, standing: Standing = .inForce, tools: Set<CatalogTool>, number: Int? = nil,
    supersedes: Set<Int> = [], location: SourceLocation
  ) {
    self.title = title
    self.isRecord = isRecord
    self.standing = standing
    self.tools = tools
    self.number = number
    self.supersedes = supersedes
    self.location = location
  }

  /// The names of the tools, joined.
  package var toolNames: String { tools.map(\.rawValue).sorted().joined(separator: " + ") }
}
