package import Readiness

/// Why there is nothing to show at all: no such folder, no permission, or a `jahiz.yaml` that does not say what is meant.
/// Whatever else cannot be read becomes a finding of the workspace.
package struct WorkspaceError: Error, Hashable {
  package var message: Wording

  package init(message: Wording) { self.message = message }
}
