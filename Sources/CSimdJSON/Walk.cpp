#include "Walk.hpp"

#include <algorithm>

namespace jahiz {

Failure Document::fail(jahiz_gx_outcome outcome, size_t offset) const {
  const std::string_view text = input.text();
  offset = std::min(offset, text.size());
  const auto lines = std::count(text.begin(), text.begin() + static_cast<ptrdiff_t>(offset), '\n');
  return {outcome, offset, static_cast<size_t>(lines) + 1};
}

Failure Document::classified(error_code error, std::string_view text, ondemand::document *document) const {
  switch (error) {
    case simdjson::EMPTY: return fail(JAHIZ_GX_EMPTY, 0);
    case simdjson::CAPACITY: return fail(JAHIZ_GX_TOO_LARGE, 0);
    case simdjson::MEMALLOC: return fail(JAHIZ_GX_NO_MEMORY, 0);
    case simdjson::UTF8_ERROR: return fail(JAHIZ_GX_NOT_UTF8, invalid_utf8(text));
    case simdjson::UNCLOSED_STRING: return fail(JAHIZ_GX_TRUNCATED, text.size());
    default: break;
  }
  const char *location = nullptr;
  if (document != nullptr && !document->current_location().get(location) && location >= text.data() &&
      location < text.data() + text.size()) {
    if (error == simdjson::INCOMPLETE_ARRAY_OR_OBJECT) return fail(JAHIZ_GX_TRUNCATED, text.size());
    return fail(JAHIZ_GX_NOT_JSON, static_cast<size_t>(location - text.data()));
  }
  return fail(document == nullptr ? JAHIZ_GX_NOT_JSON : JAHIZ_GX_TRUNCATED, document == nullptr ? 0 : text.size());
}

void Document::release() {
  if (parser_ && parser_->capacity() > (16u << 20)) parser_.reset();
  input.release();
}

}  // namespace jahiz
