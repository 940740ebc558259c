import Readiness

/// A task of the protocol as a value, with what the protocol asks for and the object does not say.
struct TaskObject {
  var task: WatchedTask
  private(set) var lacking: [String] = []
  /// Members whose value is none that counts.
  private(set) var invalid: [String] = []

  init(_ tree: JSONTree, id: String, at location: SourceLocation) {
    task = WatchedTask(identity: id, location: location)
    task.taskID = id
    task.isWatched = false
    if tree.member(idNames)?.string == nil { invalid.append("taskId") }
    task.rawStatus = tree["status"]?.scalar ?? ""
    if tree["status"] == nil { lacking.append("status") }
    task.status = WatchedTask.Status(protocolWord: task.rawStatus)
    task.statusMessage = tree.member(["statusMessage", "status_message"])?.string ?? ""
    if task.statusMessage.isEmpty { task.statusMessage = tree["error"]?["message"]?.string ?? "" }
    task.toolFailed = tree["result"]?["isError"]?.bool == true
    task.startedAt = time(tree, ["createdAt", "created_at"])
    task.updatedAt = time(tree, ["lastUpdatedAt", "last_updated_at"])
    readSpans(tree)
    readOwnMembers(tree)
  }

  private mutating func time(_ tree: JSONTree, _ names: [String]) -> Timestamp? {
    guard let member = tree.member(names) else {
      lacking.append(names[0])
      return nil
    }
    // What Python writes without a zone is UTC in every server known, but no valid value.
    let written = member.string.flatMap { WrittenTime($0) }
    if written?.hasZone != true { invalid.append(names[0]) }
    return written?.timestamp
  }

  private mutating func readSpans(_ tree: JSONTree) {
    let lifetimes = ["ttlMs", "ttl", "ttl_ms"]
    if let member = tree.member(lifetimes) {
      // `null` is for ever.
      task.lifetime = milliseconds(member)
      if task.lifetime == nil, !member.isNull { invalid.append(tree["ttlMs"] == nil ? "ttl" : "ttlMs") }
    } else {
      lacking.append("ttl")
    }
    if let member = tree.member(["pollIntervalMs", "pollInterval", "poll_interval_ms", "poll_interval"]), !member.isNull
    {
      task.pollInterval = milliseconds(member)
      if task.pollInterval == nil || task.pollInterval == 0 {
        task.pollInterval = nil
        invalid.append(tree["pollIntervalMs"] == nil ? "pollInterval" : "pollIntervalMs")
      }
    }
  }

  /// What an organisation adds to the object or to its `_meta`, as `com.example/owner`.
  private mutating func readOwnMembers(_ tree: JSONTree) {
    for member in tree.members + (tree["_meta"]?.members ?? []) {
      guard let column = taskColumn(member: member.name), let text = member.value.scalar, !saysNothing(text) else {
        continue
      }
      switch column {
      case .task where task.name.isEmpty: task.name = text
      case .connector where task.connector.isEmpty: task.connector = text
      case .tool where task.tool.isEmpty: task.tool = text
      case .owner where task.owner.isEmpty: task.owner = text
      case .sla where task.sla == nil: task.sla = writtenMilliseconds(text).flatMap { $0 > 0 ? $0 : nil }
      case .timeout where task.timeout.isEmpty:
        task.timeout = text
        task.timeoutSpan = writtenMilliseconds(text).flatMap { $0 > 0 ? $0 : nil }
      case .webhook where task.webhook.isEmpty: task.webhook = text
      case .idempotencyKey where task.idempotencyKey.isEmpty: task.idempotencyKey = text
      case .customerFacing where task.customerFacing == nil: task.customerFacing = isYes(text)
      case .acknowledged where task.acknowledgement.isEmpty && isYes(text) == true: task.acknowledgement = text
      default: break
      }
    }
  }
}

private let idNames = ["taskId", "task_id"]

/// The protocol says a string; a number names a task as well.
func taskID(_ tree: JSONTree) -> String? {
  guard let member = tree.member(idNames), member.bool == nil, let text = member.scalar, !text.isEmpty else {
    return nil
  }
  return text
}

extension JSONTree {
  /// The first of these members that is there.
  func member(_ names: [String]) -> JSONTree? {
    for name in names { if let value = self[name] { return value } }
    return nil
  }

  /// A text, a number or a truth value as it stands.
  var scalar: String? {
    switch kind {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    default: nil
    }
  }
}

/// A count of milliseconds: whole, not negative, and one that fits.
private func milliseconds(_ tree: JSONTree) -> Int64? {
  if let whole = tree.int { return whole >= 0 ? whole : nil }
  // Python and JavaScript write large or computed numbers as 6e4 or 60000.0.
  guard let number = tree.number, number >= 0, number < 9e18, number.rounded() == number else { return nil }
  return Int64(number)
}
