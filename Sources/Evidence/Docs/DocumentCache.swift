import Synchronization

/// Remembers what the documents of one workspace held and where their links led, so that a look after one change reads one
/// file and asks the disk once for each file and folder.
package final class DocumentCache: Sendable {
  private let known = Mutex<KnownDocuments?>(nil)

  package init() {}

  /// Hands out what is known of a workspace, numbered for the next look; two looks at once know nothing of each other.
  func take(_ root: FilePlace) -> KnownDocuments {
    let last = known.withLock { known in
      defer { known = nil }
      return known
    }
    guard let last, last.root == root, !last.isMostlyForgotten else { return KnownDocuments(of: root) }
    return last
  }

  func put(_ new: KnownDocuments) { known.withLock { $0 = new } }
}
