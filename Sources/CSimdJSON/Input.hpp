// Bytes with the padding that simdjson reads past their end, in a buffer that serves one file after the other.
#pragma once
#include "CSimdJSON.h"

#include <string_view>
#include <vector>

namespace jahiz {

class Input {
 public:
  /// Fills the buffer from a file; `system_error` is errno where the outcome is JAHIZ_GX_SYSTEM.
  jahiz_gx_outcome read(const char *path, int &system_error);
  jahiz_gx_outcome copy(const char *bytes, size_t length);

  /// What was read, a byte order mark left out.
  std::string_view text() const;
  size_t capacity() const { return capacity_; }

  /// Gives a large buffer back.
  void release();

  Input() = default;
  ~Input();
  Input(const Input &) = delete;
  Input &operator=(const Input &) = delete;

 private:
  char *buffer_ = nullptr;
  size_t capacity_ = 0;
  size_t length_ = 0;
  bool reserve(size_t length);
};

/// The offset of the first byte that no UTF-8 has there; the length where all of it is UTF-8.
size_t invalid_utf8(std::string_view text);

}  // namespace jahiz
