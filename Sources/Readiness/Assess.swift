/// The verdict on a workspace, with everything that led to it. Pure: same snapshot, same answer.
///
/// - Parameters:
///   - candidate: the release candidate to judge, before the configured one and the last of the file.
///   - target: before the configured one; `prod` where neither is given.
///   - now: events and results later than this are ignored.
package func assess(
  _ workspace: Workspace, candidate: String? = nil, target: Target? = nil, now: Instant
) -> Assessment {
  Assessment(target: target ?? workspace.configuration.target ?? .prod, now: now, verdict: .hold)
}
