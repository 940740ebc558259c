// Text of a JSON file, unescaped into one growing arena.
//
// simdjson's own unescaping refuses a lone surrogate, which Python's json.dumps writes, and copies into a second buffer
// as large as the file. Here a lone surrogate becomes U+FFFD, and only what is asked for is copied.
#pragma once
#include "CSimdJSON.h"

#include <string>
#include <string_view>

namespace jahiz {

constexpr jahiz_text absent{SIZE_MAX, 0};

class Arena {
 public:
  void clear();
  const char *data() const { return bytes_.data(); }

  /// The string whose token (quotes and all, white space may follow) is given; `absent` where it is no string.
  jahiz_text string(std::string_view token, size_t limit = SIZE_MAX);

  /// JSON text as written, but with `\u0627` and its like as the characters they stand for.
  jahiz_text json(std::string_view text, size_t limit);

 private:
  std::string bytes_;
  jahiz_text finish(size_t start, size_t limit);
};

/// `true` 1, `false` 0, else -1.
int8_t boolean(std::string_view token);

/// A count: -1 for whatever is no whole number from 0 on. `40.0` is 40.
int64_t count(std::string_view token);

/// Without the white space at its end.
std::string_view trimmed(std::string_view token);

}  // namespace jahiz
