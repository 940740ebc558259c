import Testing

@testable import Ledger

struct TraceContextTests {
  @Test func `The recommendation's example is read`() {
    let context = TraceContext(traceparent: "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
    #expect(context?.traceID == "4bf92f3577b34da6a3ce929d0e0e4736")
    #expect(context?.parentID == "00f067aa0ba902b7")
    #expect(context?.isSampled == true)
  }

  @Test(arguments: [
    "", "00", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7",
    "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01",
    "ff-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
    "00-00000000000000000000000000000000-00f067aa0ba902b7-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01-x",
    "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-0g",
    "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01x",
    " 00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
  ]) func `Anything else is refused`(_ text: String) {
    #expect(TraceContext(traceparent: text) == nil)
  }

  @Test func `A later version may say more`() {
    #expect(TraceContext(traceparent: "01-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00-more") != nil)
  }

  @Test func `A trace of our own is valid`() {
    let context = TraceContext.make()
    #expect(TraceContext(traceparent: "00-\(context.traceID)-\(context.parentID)-00") == context)
    #expect(TraceContext.make() != context)
  }
}
