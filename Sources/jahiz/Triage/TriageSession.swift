import ArgumentParser
import Glibc
import Readiness
import TerminalText

/// A workspace that was read so that something can be done in it.
struct TriageSession {
  let request: Request
  let workspace: Workspace
  let assessment: Assessment
  private let desk: TriageDesk

  /// - Throws: `ExitCode(2)` after one clear line where the workspace cannot be opened.
  init(_ options: WritingOptions, candidate: String? = nil) throws {
    var request = try options.request()
    request.candidate = candidate
    self.request = request
    desk = TriageDesk(for: request)
    (workspace, assessment) = try assessed(request)
  }

  /// Does the acts, tells what could not be done, and ends with the exit code that says so.
  ///
  /// - Parameter printsEntities: for what creates something: its id alone.
  func perform(_ acts: [Act], printsEntities: Bool = false) throws {
    let outcomes = desk.perform(acts, on: workspace, assessment).outcomes
    if printsEntities {
      for outcome in outcomes where outcome.isDone { write("\(outcome.entity)\n", to: STDOUT_FILENO) }
    }
    for outcome in outcomes where outcome.isDone {
      guard let caution = outcome.act.caution(by: assessment) else { continue }
      complain(caution.naming(outcome.entity)(request.language))
    }
    // Where all fail for the same reason, as with a full disk, it is said once.
    let complaints = outcomes.compactMap(\.complaint)
    if let first = complaints.first, complaints.count == acts.count, complaints.allSatisfy({ $0 == first }),
      acts.count > 1
    {
      complain(first(request.language))
    } else {
      for outcome in outcomes {
        guard let complaint = outcome.complaint else { continue }
        complain(complaint.naming(outcome.entity)(request.language))
      }
    }
    try end(outcomes)
  }

  func undo() throws {
    switch desk.undo(on: workspace, assessment) {
    case .done(let events):
      for event in events {
        let what = Wording(
          "took back: \(eventWording(event.type).english) · \(event.entity)",
          "تم التراجع عن: \(eventWording(event.type).arabic) · \(event.entity)")
        write("\(sanitised(what(request.language)))\n", to: STDOUT_FILENO)
      }
    case .refused(let reason):
      complain(reason(request.language))
      throw ExitCode(1)
    case .failed(let reason):
      complain(reason(request.language))
      throw ExitCode(2)
    }
  }

  private func end(_ outcomes: [Outcome]) throws {
    var code: Int32 = 0
    for outcome in outcomes {
      switch outcome.result {
      case .done: break
      case .refused: code = max(code, 1)
      case .failed: code = 2
      }
    }
    if code != 0 { throw ExitCode(code) }
  }

  // MARK: Names

  /// The ids meant by what was typed, each once; nothing is done where one of them is unclear.
  func incidents(_ names: [String]) throws -> [String] {
    var ids: [String] = []
    for name in names {
      let id = try one(name, among: assessment.incidents.map(\.id), noIncident, request.language)
      if !ids.contains(id) { ids.append(id) }
    }
    return ids
  }

  func exception(_ name: String) throws -> String {
    try one(
      name, among: assessment.exceptions.map(\.id), Wording("there is no exception", "لا يوجد استثناء باسم"),
      request.language)
  }

  /// The row meant, of those that count for the candidate judged.
  func row(_ name: String) throws -> String {
    let keys = assessment.dimensions.map(\.dimension.key) + assessment.candidates.map(\.name)
    return try one(
      name, among: keys, Wording("the matrix has no row", "ليس في المصفوفة صف باسم"), request.language)
  }

  /// An incident's id, a dimension's key or a candidate's name.
  func covered(_ name: String) throws -> String {
    let names =
      assessment.incidents.map(\.id) + assessment.dimensions.map(\.dimension.key) + assessment.candidates.map(\.name)
    return try one(
      name, among: names,
      Wording("there is no incident, dimension or release candidate", "لا توجد حادثة ولا بُعد ولا مرشح إصدار باسم"),
      request.language)
  }
}

let noIncident = Wording("there is no incident", "لا توجد حادثة بالمعرّف")

/// What is meant by a name or its unique beginning.
///
/// - Throws: `ExitCode(1)` after one line that lists what it could mean.
func one(_ name: String, among names: [String], _ missing: Wording, _ language: Language) throws -> String {
  switch naming(name, among: names) {
  case .one(let found): return found
  case .several(let several):
    let shown = several.prefix(12).joined(separator: language.comma)
    let rest = several.count > 12 ? " …" : ""
    complain(
      Wording("“\(name)” could be any of: \(shown)\(rest)", "«\(name)» يحتمل أكثر من واحد: \(shown)\(rest)")(language))
  case .none:
    complain(Wording("\(missing.english) “\(name)”", "\(missing.arabic) «\(name)»")(language))
  }
  throw ExitCode(1)
}
