import Evidence
import Glibc
import Readiness

// DocumentLook WORKSPACE [FILE [LOOKS]]: how long a first look at the docs tree takes, LOOKS (3) with nothing changed, and ten after a
// change of FILE (a line is put at its end each time, and taken off again).

struct Span {
  var wall: Double
  /// Of all threads: what the wall clock would show on one idle core.
  var processor: Double

  var text: String { "\(rounded(wall)) ms (processor \(rounded(processor)) ms)" }

  private func rounded(_ time: Double) -> Double { (time * 10).rounded() / 10 }
}

func milliseconds(of clock: clockid_t) -> Double {
  var time = timespec()
  clock_gettime(clock, &time)
  return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

func measure(_ work: () -> Void) -> Span {
  let (wall, processor) = (milliseconds(of: CLOCK_MONOTONIC), milliseconds(of: CLOCK_PROCESS_CPUTIME_ID))
  work()
  return Span(
    wall: milliseconds(of: CLOCK_MONOTONIC) - wall, processor: milliseconds(of: CLOCK_PROCESS_CPUTIME_ID) - processor)
}

guard CommandLine.arguments.count > 1 else {
  print("usage: DocumentLook WORKSPACE [FILE [LOOKS]]")
  exit(64)
}
let root = CommandLine.arguments[1]
let cache = DocumentCache()
let now = Instant(seconds: 1_795_600_000)
func look() -> (DocumentTree?, [Finding]) { readDocumentTree(below: root, Configuration.Governance(), cache: cache) }

var first: (DocumentTree?, [Finding]) = (nil, [])
print("first look:          ", measure { first = look() }.text)
if let tree = first.0 {
  print("  documents \(tree.documents), links \(tree.links), urls \(tree.urls), reviews \(tree.reviews.count)")
  for kind in LinkProblem.Kind.allCases { print("  \(kind.rawValue): \(tree.problemCounts[kind] ?? 0)") }
  var judgement: Judgement?
  print("  judged in          ", measure { judgement = tree.judged(now: now) }.text)
  print("  findings \(judgement?.findings.count ?? 0)")
  for problem in tree.problems.prefix(5) {
    print("  \(problem.location.description) \(problem.kind) \(problem.target)")
  }
}
for finding in first.1.prefix(5) { print("  \(finding.location.description) \(finding.message.english)") }
let looks = CommandLine.arguments.count > 3 ? Int(CommandLine.arguments[3]) ?? 3 : 3
for _ in 1...looks { print("nothing changed:     ", measure { _ = look() }.text) }
guard CommandLine.arguments.count > 2, let file = fopen(CommandLine.arguments[2], "r+") else { exit(0) }
fseek(file, 0, SEEK_END)
let size = ftell(file)
var times: [Span] = []
for count in 1...10 {
  fputs("\n## A heading more \(count)\n\n[gone](gone-\(count).md)\n", file)
  fflush(file)
  var tree: DocumentTree?
  times.append(measure { tree = look().0 })
  if count == 10 { print("  broken now: \(tree?.problemCounts[.broken] ?? 0)") }
}
ftruncate(fileno(file), size)
fclose(file)
print(
  "after one change:    ", times.sorted { $0.wall < $1.wall }.map(\.text).joined(separator: "\n                      "))
