import Foundation
import Testing

/// A workspace for tests of what is written into it, with commands run in it as one user.
final class TriageFolder {
  let folder: TemporaryFolder

  init(matrix: String = triageMatrix) throws {
    folder = try TemporaryFolder()
    try folder.write(matrix, to: "RELEASE_READINESS_MATRIX.md")
    try folder.write("proof\n", to: "proof.md")
  }

  var path: String { folder.path }

  /// Runs a command in the workspace.
  func run(_ arguments: String..., user: String = "noura") throws -> Program.Outcome {
    try Program.run(arguments + ["-C", path], environment: ["LOGNAME": user])
  }

  /// Runs a command that must succeed; what it prints.
  @discardableResult
  func done(
    _ arguments: String..., user: String = "noura", sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let outcome = try Program.run(arguments + ["-C", path], environment: ["LOGNAME": user])
    #expect(outcome.code == 0, "\(arguments): \(outcome.errors)", sourceLocation: sourceLocation)
    return outcome.output.trimmingCharacters(in: .newlines)
  }

  func text(of name: String = "RELEASE_READINESS_MATRIX.md") throws -> String {
    try String(contentsOfFile: "\(path)/\(name)", encoding: .utf8)
  }

  /// The lines of the log.
  func events() throws -> [[String: Any]] {
    guard FileManager.default.fileExists(atPath: "\(path)/incidents/events.jsonl") else { return [] }
    return try text(of: "incidents/events.jsonl").split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  /// Makes the log that long by a line of blanks, which counts for nothing.
  func fillLog(upTo size: Int) throws {
    let log = try text(of: "incidents/events.jsonl")
    let blanks = String(repeating: " ", count: size - log.utf8.count - 1)
    try folder.write(log + blanks + "\n", to: "incidents/events.jsonl")
  }

  /// A result of the checkpoint `customers`, which fails on a column that holds national ids or passes.
  func writeResult(_ name: String, passes: Bool, at moment: Date) throws {
    let formatter = ISO8601DateFormatter()
    formatter.formatOptions = [.withInternetDateTime, .withFractionalSeconds]
    let result: [String: Any] = [
      "success": passes,
      "meta": [
        "run_id": ["run_name": name, "run_time": formatter.string(from: moment)],
        "expectation_suite_name": "customers.pii", "great_expectations_version": "0.18.0",
        "active_batch_definition": ["data_asset_name": "customers"],
      ],
      "statistics": [
        "evaluated_expectations": 1, "successful_expectations": passes ? 1 : 0,
        "unsuccessful_expectations": passes ? 0 : 1,
      ],
      "results": [
        [
          "success": passes, "result": [String: Any](),
          "exception_info": ["raised_exception": false],
          "expectation_config": [
            "expectation_type": "expect_column_values_to_not_be_null", "kwargs": ["column": "national_id"],
          ],
        ]
      ],
    ]
    try folder.write(
      JSONSerialization.data(withJSONObject: result), to: "gx/uncommitted/validations/customers/\(name).json")
  }
}

let triageMatrix = """
  # Readiness

  | Dimension | Status | Evidence | Owner | Notes |
  |---|---|---|---|---|
  | **data quality** (جودة البيانات) | OK | [here](proof.md) | Data | |
  | **approval SLA** | Blocked | [here](proof.md) | Governance | waits \\| since Monday |

  | RC | Status | Evidence | Owner |
  |---|---|---|---|
  | **RC-1** | OK | [here](proof.md) | Release |

  """
