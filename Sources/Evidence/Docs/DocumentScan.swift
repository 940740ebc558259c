import CMarkdown
import Glibc
import Readiness
import Synchronization

// One Markdown file → its links, the anchors it offers and its front matter, by cmark-gfm, GitHub's own parser: what is a link
// there is one here, in tables, footnotes and quotes, and what stands in code or comments is not.

/// What one file holds, as far as links and reviews are concerned. Knows nothing of other files.
final class ScannedDocument: Sendable {
  struct Link: Sendable {
    enum Kind: UInt8, Sendable {
      case target, undefinedReference
      /// From `related` in the front matter: also taken from the top of the workspace.
      case related
    }

    /// Where in `texts` its target stands.
    var offset: UInt32
    var length: UInt32
    /// 1-based.
    var line: UInt32
    var kind: Kind
  }

  /// The targets of all links, as written, one behind the other.
  let texts: [UInt8]
  let links: [Link]
  /// How many links lead elsewhere.
  let urls: Int
  let anchors: Set<ByteString>
  let hasFootnotes: Bool
  /// What it offers is known.
  let isRead: Bool
  let review: DocumentReview?
  let findings: [Finding]

  /// - Parameter bytes: the file.
  convenience init(_ bytes: [UInt8], path: String) { self.init(scan(bytes, path: path)) }

  /// A file that is not read.
  convenience init(unread finding: Finding) {
    var scan = DocumentScan()
    scan.findings = [finding]
    scan.isRead = false
    self.init(scan)
  }

  fileprivate init(_ scan: DocumentScan) {
    texts = scan.texts
    links = scan.links
    urls = scan.urls
    anchors = scan.anchors.names
    hasFootnotes = scan.hasFootnotes
    isRead = scan.isRead
    review = scan.review
    findings = scan.findings
  }

  /// Names by their folded form; made when an anchor is first found missing.
  private let foldedAnchors = Mutex<[String: String]?>(nil)

  /// - Parameter anchor: as `anchorKey` makes it.
  func offers(anchor: ByteString) -> Bool {
    if !isRead || anchor.bytes.isEmpty || anchors.contains(anchor) || isOfEveryPage(anchor.bytes) { return true }
    return hasFootnotes && (anchor.bytes.starts(with: "fn-".utf8) || anchor.bytes.starts(with: "fnref-".utf8))
  }

  /// The anchor that differs in case, marks or forms of a letter only.
  func nearest(toAnchor anchor: ByteString) -> String? {
    foldedAnchors.withLock { names in
      if names == nil { names = Dictionary(anchors.map { (folded($0.text), $0.text) }, uniquingKeysWith: min) }
      return names?[folded(anchor.text)]
    }
  }

  func target(of link: Link) -> ArraySlice<UInt8> { texts[Int(link.offset)..<Int(link.offset + link.length)] }
}

/// The top of the page, a line of the source (`L12`, `L3C1-L5C2`), and the browser's own text fragment.
private func isOfEveryPage(_ anchor: [UInt8]) -> Bool {
  if anchor.elementsEqual("top".utf8) || anchor.elementsEqual("readme".utf8) || anchor.starts(with: ":~:".utf8) {
    return true
  }
  guard anchor.first == UInt8(ascii: "L"), anchor.count > 1 else { return false }
  return anchor.dropFirst().allSatisfy { (48...57).contains($0) || "LC-".utf8.contains($0) }
}

/// Bytes of a file beyond which nobody has written it by hand.
let largestDocument = 4_000_000

func documentUnreadable(_ path: String, _ reason: Wording, line: Int? = nil) -> Finding {
  Finding(
    .documentUnreadable, .v1,
    Wording("its links are not checked: \(reason.english)", "لم تُفحص روابطه: \(reason.arabic)"),
    at: SourceLocation(path: path, line: line), topic: .docsTruth)
}

private func scan(_ bytes: [UInt8], path: String) -> DocumentScan {
  var scan = DocumentScan()
  func stop(_ reason: Wording, line: Int? = nil) -> DocumentScan {
    scan.findings.append(documentUnreadable(path, reason, line: line))
    scan.isRead = false
    return scan
  }
  guard bytes.count <= largestDocument else { return stop(Wording("larger than 4 MB", "أكبر من 4 MB")) }
  guard !holds(0, bytes), isUTF8(bytes) else {
    return stop(Wording("not UTF-8, save it as UTF-8", "ليس بترميز UTF-8، احفظه بهذا الترميز"))
  }
  var bytes = bytes
  if holds(13, bytes) { bytes = Array(String(decoding: bytes, as: UTF8.self).replacingLineEnds.utf8) }
  if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
  let matter = readDocumentMatter(bytes, path: path)
  scan.findings = matter.findings
  scan.review = matter.review
  for item in matter.related { scan.add(Array(item.target.utf8), line: item.line, .related) }
  let body = bytes[matter.bodyStart...]
  do throws(MarkdownAbuse) {
    try checkLimits(of: body)
  } catch {
    return stop(error.reason, line: error.line + matter.lines)
  }
  body.withUnsafeBufferPointer { scan.read($0, linesBefore: matter.lines) }
  return scan
}

private func holds(_ byte: Int32, _ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBytes { bytes in bytes.baseAddress.map { memchr($0, byte, bytes.count) != nil } ?? false }
}

private func isUTF8(_ bytes: [UInt8]) -> Bool {
  bytes.allSatisfy { $0 < 0x80 } || String(validating: bytes, as: UTF8.self) != nil
}

private struct DocumentScan {
  var texts: [UInt8] = []
  var links: [ScannedDocument.Link] = []
  var urls = 0
  var anchors = HeadingAnchors()
  var hasFootnotes = false
  var isRead = true
  var review: DocumentReview?
  var findings: [Finding] = []
  private var isInComment = false
  private var block: OpaquePointer?

  mutating func add(_ target: some Collection<UInt8>, line: Int, _ kind: ScannedDocument.Link.Kind) {
    links.append(
      ScannedDocument.Link(
        offset: UInt32(texts.count), length: UInt32(target.count), line: UInt32(clamping: line), kind: kind))
    texts += target
  }

  /// Takes a target that can be a URL.
  private mutating func take(_ target: UnsafeBufferPointer<UInt8>, line: Int) {
    if leadsElsewhere(target) { urls += 1 } else { add(target, line: line, .target) }
  }

  mutating func read(_ body: UnsafeBufferPointer<UInt8>, linesBefore: Int) {
    withMarkdownMemory { read(body, linesBefore: linesBefore, memory: $0) }
  }

  /// The memory is given back as a whole: neither parser nor nodes are freed one by one.
  private mutating func read(
    _ body: UnsafeBufferPointer<UInt8>, linesBefore: Int, memory: UnsafeMutablePointer<cmark_mem>
  ) {
    let isReady = extensionsAreRegistered
    guard isReady, let parser = cmark_parser_new_with_mem(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS, memory) else {
      return
    }
    if let tables = cmark_find_syntax_extension("table") { cmark_parser_attach_syntax_extension(parser, tables) }
    body.withMemoryRebound(to: CChar.self) { cmark_parser_feed(parser, $0.baseAddress, $0.count) }
    guard let document = cmark_parser_finish(parser) else { return }
    var source = DocumentSource(body, linesBefore: linesBefore)
    // Without recursion: files can nest without bound.
    var node = document
    walk: while true {
      enter(node, &source)
      if let child = cmark_node_first_child(node) {
        node = child
        continue
      }
      while true {
        if node == document { break walk }
        if let next = cmark_node_next(node) {
          node = next
          break
        }
        guard let parent = cmark_node_parent(node) else { break walk }
        node = parent
      }
    }
  }

  private mutating func enter(_ node: OpaquePointer, _ source: inout DocumentSource) {
    let type = cmark_node_get_type(node)
    // Inlines come right after the block that holds them: looking up from each would be quadratic where they nest.
    if type.rawValue & inlineBit == 0 { block = node }
    guard let block else { return }
    if isInComment, type != CMARK_NODE_HTML_BLOCK, type != CMARK_NODE_HTML_INLINE { return }
    switch type {
    case CMARK_NODE_LINK, CMARK_NODE_IMAGE:
      let target = cmarkBytes(cmark_node_get_url(node))
      take(target, line: source.line(of: node, in: block))
    case CMARK_NODE_TEXT:
      guard let text = cmark_node_get_literal(node), strstr(text, "][") != nil else { return }
      for reference in source.undefinedReferences(in: block) {
        add(reference.text, line: reference.line, .undefinedReference)
      }
    case CMARK_NODE_HEADING: anchors.add(heading: headingText(node))
    case CMARK_NODE_HTML_BLOCK, CMARK_NODE_HTML_INLINE: readHTML(node, source)
    case CMARK_NODE_FOOTNOTE_DEFINITION: hasFootnotes = true
    default: break
    }
  }

  private mutating func readHTML(_ node: OpaquePointer, _ source: DocumentSource) {
    var html = cmarkBytes(cmark_node_get_literal(node))
    var line = Int(cmark_node_get_start_line(node)) + source.linesBefore
    if isInComment {
      guard let end = firstOccurrence(of: Array("-->".utf8), in: html, from: 0, to: html.count) else { return }
      line += html[..<end].count { $0 == 10 }
      html = UnsafeBufferPointer(rebasing: html[(end + 3)...])
      isInComment = false
    }
    let tags = HTMLTags(html, line: line)
    isInComment = tags.endsInComment
    for item in tags.items {
      switch item {
      case .target(let target, let line): target.withUnsafeBufferPointer { take($0, line: line) }
      case .id(let id): anchors.add(id: id)
      case .heading(let text): anchors.add(htmlHeading: text)
      }
    }
  }
}

/// `CMARK_NODE_TYPE_INLINE`, a macro that Swift does not see.
private let inlineBit: UInt32 = 0x4000

/// cmark-gfm keeps its list of extensions without a lock.
private let extensionsAreRegistered: Bool = {
  cmark_gfm_core_extensions_ensure_registered()
  return true
}()

/// The bytes of a string that cmark owns.
func cmarkBytes(_ text: UnsafePointer<CChar>?) -> UnsafeBufferPointer<UInt8> {
  guard let text else { return UnsafeBufferPointer(start: nil, count: 0) }
  return UnsafeBufferPointer(
    start: UnsafeRawPointer(text).assumingMemoryBound(to: UInt8.self), count: strlen(text))
}

/// What a browser would give as the text of a heading: no tags, no images' descriptions.
private func headingText(_ heading: OpaquePointer) -> [UInt8] {
  var text: [UInt8] = []
  var rest: [OpaquePointer] = [heading]
  while let node = rest.popLast() {
    switch cmark_node_get_type(node) {
    case CMARK_NODE_TEXT, CMARK_NODE_CODE: text += cmarkBytes(cmark_node_get_literal(node))
    case CMARK_NODE_HTML_INLINE, CMARK_NODE_IMAGE, CMARK_NODE_FOOTNOTE_REFERENCE: break
    default:
      let start = rest.count
      var child = cmark_node_first_child(node)
      while let next = child {
        rest.append(next)
        child = cmark_node_next(next)
      }
      rest[start...].reverse()
    }
  }
  return text
}
