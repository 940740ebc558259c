// swift-tools-version: 6.1
import PackageDescription

let swiftSettings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

func tests(of module: String, and others: [String] = [], resources: [Resource] = []) -> Target {
  .testTarget(
    name: "\(module)Tests",
    dependencies: ([module] + others).map { .byName(name: $0) },
    resources: resources,
    swiftSettings: swiftSettings)
}

let package = Package(
  name: "jahiz",
  products: [
    .executable(name: "jahiz", targets: ["jahiz"]),
    .library(name: "TerminalText", targets: ["TerminalText"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // The C and C++ libraries, with the thinnest shims Swift needs.
    // No pkg-config: its flags are those of the shim, and SwiftPM warns of them.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"])]),
    .systemLibrary(name: "CFriBidi", pkgConfig: "fribidi", providers: [.apt(["libfribidi-dev"])]),
    .systemLibrary(
      name: "CMarkdown",
      pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CSimdJSON", linkerSettings: [.linkedLibrary("simdjson")]),

    .target(name: "TerminalText", dependencies: ["CFriBidi"], swiftSettings: swiftSettings),
    .target(name: "Readiness", swiftSettings: swiftSettings),
    .target(
      name: "Evidence",
      dependencies: ["Readiness", "CMarkdown", "CSimdJSON", "Yams"],
      swiftSettings: swiftSettings),
    .target(name: "Ledger", dependencies: ["Readiness", "CMarkdown"], swiftSettings: swiftSettings),
    .target(name: "Report", dependencies: ["Readiness", "TerminalText"], swiftSettings: swiftSettings),
    .target(
      name: "Dashboard", dependencies: ["Readiness", "TerminalText"], swiftSettings: swiftSettings),
    .target(name: "Terminal", dependencies: ["TerminalText", "CNcurses"], swiftSettings: swiftSettings),
    .target(
      name: "BuiltInThemes", path: "themes",
      resources: [
        "colour-blind", "dark", "high-contrast", "light", "manuscript", "monochrome", "oasis", "terminal",
      ].map { .embedInCode("\($0).yaml") }, swiftSettings: swiftSettings),
    .executableTarget(
      name: "jahiz",
      dependencies: [
        "BuiltInThemes", "Readiness", "Evidence", "Ledger", "Report", "Dashboard", "Terminal", "TerminalText", "Yams",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: swiftSettings),

    // Looks at a docs tree again and again: what the benchmark of the links runs.
    .executableTarget(
      name: "DocumentLook", dependencies: ["Evidence", "Readiness"], path: "Benchmarks/DocumentLook",
      swiftSettings: swiftSettings),
    tests(of: "TerminalText", resources: [.copy("Expectations")]),
    tests(of: "Readiness"),
    tests(of: "Evidence", and: ["Readiness"], resources: [.copy("Fixtures")]),
    // Writes as fast as it can until it is killed: what the ledger's tests start many of.
    .executableTarget(
      name: "LedgerStress", dependencies: ["Ledger", "Evidence", "Readiness"], path: "Tests/LedgerStress",
      swiftSettings: swiftSettings),
    tests(of: "Ledger", and: ["Readiness", "Evidence", "CMarkdown", "LedgerStress"]),
    tests(of: "Report", and: ["Readiness", "TerminalText"], resources: [.copy("Expectations")]),
    tests(of: "Dashboard", and: ["Readiness", "TerminalText"], resources: [.copy("Expectations")]),
    // A list on the screen and nothing else: what the terminal's tests run in pseudo-terminals.
    .executableTarget(
      name: "TerminalProbe", dependencies: ["Terminal", "TerminalText"], path: "Tests/TerminalProbe",
      swiftSettings: swiftSettings),
    tests(of: "Terminal", and: ["TerminalText", "TerminalProbe"]),
    .testTarget(
      name: "JahizTests", dependencies: ["jahiz", "Readiness", "Evidence"], swiftSettings: swiftSettings),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)
