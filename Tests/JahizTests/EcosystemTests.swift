import Foundation
import Testing

/// `jahiz themes`, `jahiz keys`, settings and completions, as the program has them.
@Suite struct EcosystemTests {
  @Test func `themes are listed, and the one in use is marked`() throws {
    let list = try Program.run(["themes"])
    #expect(list.code == 0)
    #expect(list.output.split(separator: "\n").contains { $0.hasPrefix("*  dark ") })
    let light = try Program.run(["themes"], environment: ["COLORFGBG": "0;15"])
    #expect(light.output.split(separator: "\n").contains { $0.hasPrefix("*  light ") })
    #expect(try Program.run(["themes", "--lang", "ar"]).output.contains("مدمجة"))
  }

  @Test func `a theme of one's own goes before the built-in one of its name`() throws {
    let folder = try TemporaryFolder()
    try folder.write("like: dark\ntitle: {en: Mine, ar: سمتي}", to: "jahiz/themes/dark.yaml")
    try folder.write("like: nothing", to: "jahiz/themes/broken.yaml")
    try folder.write("theme: dark", to: "jahiz/config.yaml")
    let home = ["XDG_CONFIG_HOME": folder.path]
    let outcome = try Program.run(["themes", "--format", "json"], environment: home)
    let list = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(list["schema"] as? String == "jahiz.themes/1")
    let themes = try #require(list["themes"] as? [[String: Any]])
    let dark = try #require(themes.first { $0["name"] as? String == "dark" })
    #expect(dark["built_in"] as? Bool == false && dark["in_use"] as? Bool == true)
    #expect(dark["path"] as? String == folder.path + "/jahiz/themes/dark.yaml")
    #expect((dark["title"] as? [String: String])?["ar"] == "سمتي")
    let broken = try #require(themes.first { $0["name"] as? String == "broken" })
    #expect((broken["problem"] as? String)?.contains("broken.yaml:1") == true)
  }

  @Test func `the binary carries every theme of the tree`() throws {
    let folder = Program.root.appendingPathComponent("themes")
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".yaml") }
    #expect(files.count >= 6)
    let list = try Program.run(["themes"]).output
    for file in files {
      let name = String(file.dropLast(5))
      #expect(list.contains(" \(name) "))
      let printed = try Program.run(["themes", name])
      #expect(printed.code == 0)
      #expect(try printed.output == String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8))
    }
    #expect(try Program.run(["themes", "nowhere"]).code == 64)
  }

  @Test func `a broken theme is in the way only of who asks for it`() throws {
    let folder = try TemporaryFolder()
    try folder.write("like: nothing", to: "jahiz/themes/dark.yaml")
    let home = ["XDG_CONFIG_HOME": folder.path]
    #expect(try Program.run([Program.ready], environment: home).code == 0)
    #expect(try Program.run([Program.ready, "--theme", "light"], environment: home).code == 0)
    let asked = try Program.run([Program.ready, "--theme", "dark"], environment: home)
    #expect(asked.code == 64)
    #expect(asked.errors.contains("dark.yaml:1"))
    #expect(try Program.run([Program.ready, "--theme", "../themes/dark"]).code == 64)
  }

  @Test func `it starts with a broken theme of its usual name`() throws {
    let folder = try TemporaryFolder()
    try folder.write("like: nothing", to: "jahiz/themes/dark.yaml")
    let screen = try Screen([Program.ready, "--lang", "en"], environment: ["XDG_CONFIG_HOME": folder.path])
    try screen.wait(for: "GO")
  }

  @Test func `settings hold unless the command line says otherwise`() throws {
    let folder = try TemporaryFolder()
    try folder.write("lang: ar", to: "config.yaml")
    let settings = ["JAHIZ_CONFIG": folder.path + "/config.yaml"]
    let arabic = try Program.run(["keys"], environment: settings)
    #expect(arabic.output.contains("خروج"))
    #expect(try Program.run(["keys", "--lang", "en"], environment: settings).output.contains("quit"))
    let report = try Program.run(["report", Program.ready], environment: settings)
    #expect(report.output != (try Program.run(["report", Program.ready]).output))
    // The contract for programs stays as it is.
    let json = ["report", "--format", "json", "--now", "2026-11-24T12:00:00Z", Program.ready]
    #expect(try Program.run(json, environment: settings).output == Program.run(json).output)
  }

  @Test func `wrong settings are one clear line, and 2`() throws {
    let folder = try TemporaryFolder()
    try folder.write("lang: en\nkeys: {qiut: [Q]}", to: "config.yaml")
    for command in [["report", Program.ready], ["gate", Program.ready], ["keys"], ["themes"], [Program.ready]] {
      let outcome = try Program.run(command, environment: ["JAHIZ_CONFIG": folder.path + "/config.yaml"])
      #expect(outcome.code == 2, "\(command)")
      #expect(
        outcome.errors.contains("config.yaml:2: unknown action “qiut”: did you mean “quit”?"), "\(outcome.errors)")
    }
    let missing = try Program.run(["keys"], environment: ["JAHIZ_CONFIG": folder.path + "/nowhere.yaml"])
    #expect(missing.code == 2)
    #expect(try Program.run(["keys"], environment: ["HOME": folder.path]).code == 0)
  }

  @Test func `keys are listed as they are bound`() throws {
    let folder = try TemporaryFolder()
    try folder.write("keys: {reload: [F5, \"|\"], suspend: []}", to: "config.yaml")
    let settings = ["JAHIZ_CONFIG": folder.path + "/config.yaml"]
    let outcome = try Program.run(["keys", "--format", "json"], environment: settings)
    let list = try #require(try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let keys = try #require(list["keys"] as? [[String: Any]])
    #expect(keys.first { $0["action"] as? String == "reload" }?["keys"] as? [String] == ["F5", "|"])
    #expect(keys.first { $0["action"] as? String == "suspend" }?["keys"] as? [String] == [])
    #expect(try Program.run(["keys", "--format", "markdown"], environment: settings).output.contains("`F5` `\\|`"))
    #expect(try Program.run(["keys", "--format", "man"], environment: settings).output.contains("unbound"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func `a shell completes commands, options and their values`(shell: String) throws {
    let script = try Program.run(["--generate-completion-script", shell]).output
    for word in ["report", "gate", "themes", "keys", "theme", "target", "canary", "visual", "markdown"] {
      #expect(script.contains(word), "\(word)")
    }
    #expect(!script.contains("\u{1B}"))
  }

  @Test(arguments: [[], ["report"], ["gate"]])
  func `theme names are completed by the program itself`(command: [String]) throws {
    // As the scripts ask: the command, the option, the shell's cursor, the words so far.
    let environment = ["SAP_SHELL": "bash", "SAP_SHELL_VERSION": "5.2"]
    let words = ["jahiz"] + command + ["--theme", ""]
    let answer = try Program.run(
      ["---completion"] + command + ["--", "--theme", "\(words.count - 1)", "0"] + words, environment: environment)
    #expect(answer.output.contains("oasis"), "\(answer.output)\(answer.errors)")
  }
}
