// Who acts. The name comes from the environment and can be made up; the number beside it comes from the kernel.

/// The one in whose name an event is written.
package struct Actor: Hashable, Sendable {
  package enum Kind: String, Sendable {
    case human
    case automated = "automated_workflow"
  }

  package var kind: Kind
  package var user: String
  package var userID: UInt32
  /// Who became this user by `sudo`.
  package var sudoUser: String?
  /// The address an SSH session comes from.
  package var sshOrigin: String?

  package init(kind: Kind, user: String, userID: UInt32, sudoUser: String? = nil, sshOrigin: String? = nil) {
    self.kind = kind
    self.user = user
    self.userID = userID
    self.sudoUser = sudoUser
    self.sshOrigin = sshOrigin
  }

  /// Reads `LOGNAME` or `USER`, `SUDO_USER`, `SSH_CONNECTION` or `SSH_CLIENT`; in a pipeline (`CI`) the actor is an
  /// automated workflow.
  package init(environment: [String: String], userID: UInt32) {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let isPipeline = value("CI").map { $0 != "false" && $0 != "0" } ?? false
    let connection = value("SSH_CONNECTION") ?? value("SSH_CLIENT")
    self.init(
      kind: isPipeline ? .automated : .human, user: value("LOGNAME") ?? value("USER") ?? "uid \(userID)",
      userID: userID, sudoUser: value("SUDO_USER"),
      sshOrigin: connection.flatMap { $0.split(separator: " ").first }.map(String.init))
  }

  /// What an event's `data` says of the actor.
  var data: [String: DataValue] {
    var members: [String: DataValue] = ["actor": .string(user), "actor_uid": .integer(Int(userID))]
    if let sudoUser { members["actor_sudo_user"] = .string(sudoUser) }
    if let sshOrigin { members["actor_ssh_origin"] = .string(sshOrigin) }
    return members
  }
}
