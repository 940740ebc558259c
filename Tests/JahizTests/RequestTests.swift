import Testing

@testable import jahiz

struct RequestTests {
  @Test func theEverydayCallNeedsNoParser() {
    #expect(Request(plain: [])?.root == ".")
    #expect(Request(plain: ["matrices/demo"])?.root == "matrices/demo")
  }

  @Test func whateverMoreIsAskedGoesToTheParser() {
    for arguments in [
      ["--help"], ["-C"], ["report"], ["gate"], ["incident"], ["undo"], ["help"], [""], ["demo", "--lang"],
      ["demo", "more"],
    ] {
      #expect(Request(plain: arguments) == nil, "\(arguments)")
    }
  }
}
