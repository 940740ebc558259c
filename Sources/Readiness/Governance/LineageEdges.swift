// What a job reads and writes now. A run tells it in several events (its inputs at the start, its outputs at the end), so
// the events of one run add up. The newest run that completed says what the job does today and replaces the older ones;
// runs that began after it add to it, as nobody knows yet what they will leave. A run that names nothing replaces nothing.

/// One run of a job, as its events add up; jobs and datasets by their numbers.
struct LineageRun {
  /// Of its last event; nil where no event tells one.
  var time: Instant?
  var isComplete = false
  var inputs: [Int32] = []
  var outputs: [Int32] = []
  /// What the job is part of, nearest first.
  var parents: [Int32] = []

  mutating func add(_ event: LineageEvent, inputs: [Int32], outputs: [Int32], parents: [Int32]) {
    if let instant = event.time?.instant { time = max(time ?? instant, instant) }
    if event.kind == .complete || event.kind == .job { isComplete = true }
    self.inputs += inputs
    self.outputs += outputs
    if !parents.isEmpty { self.parents = parents }
  }
}

/// What the runs of one job come to: its newest inputs, outputs and parents.
struct LineageEdges {
  var inputs: [Int32]
  var outputs: [Int32]
  var parents: [Int32]

  init(_ runs: [LineageRun]) {
    inputs = newest(\.inputs, of: runs)
    outputs = newest(\.outputs, of: runs)
    let named = runs.filter { !$0.parents.isEmpty }
    let last = named.max { left, right in
      guard let right = right.time else { return false }
      return left.time.map { $0 < right } ?? true
    }
    parents = last?.parents ?? []
  }
}

/// Each once, in the order of the numbers.
private func newest(_ direction: KeyPath<LineageRun, [Int32]>, of runs: [LineageRun]) -> [Int32] {
  var numbers: [Int32] = []
  if runs.count == 1 {
    numbers = runs[0][keyPath: direction]
  } else {
    let naming = runs.filter { !$0[keyPath: direction].isEmpty }
    let since = naming.lazy.filter(\.isComplete).compactMap(\.time).max()
    for run in naming {
      if let since, let time = run.time, time < since { continue }
      numbers += run[keyPath: direction]
    }
  }
  guard numbers.count > 1 else { return numbers }
  numbers.sort()
  var unique: [Int32] = []
  for number in numbers where unique.last != number { unique.append(number) }
  return unique
}
