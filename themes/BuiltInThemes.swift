/// The built-in themes as the binary carries them: one that was copied alone to another machine has them all.
package enum BuiltInThemes {
  /// The name of each and what stands in its file.
  package static let texts: [String: String] = [
    "colour-blind": text(PackageResources.colour_blind_yaml),
    "dark": text(PackageResources.dark_yaml),
    "high-contrast": text(PackageResources.high_contrast_yaml),
    "light": text(PackageResources.light_yaml),
    "manuscript": text(PackageResources.manuscript_yaml),
    "monochrome": text(PackageResources.monochrome_yaml),
    "oasis": text(PackageResources.oasis_yaml),
    "terminal": text(PackageResources.terminal_yaml),
  ]

  private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}
