#include "Input.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <simdjson.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jahiz {

namespace {

constexpr size_t kept = 16u << 20;

struct Descriptor {
  int number;
  ~Descriptor() {
    if (number >= 0) close(number);
  }
};

}  // namespace

Input::~Input() { free(buffer_); }

void Input::release() {
  if (capacity_ <= kept) return;
  free(buffer_);
  buffer_ = nullptr;
  capacity_ = 0;
  length_ = 0;
}

bool Input::reserve(size_t length) {
  length_ = 0;
  if (length <= capacity_ && buffer_ != nullptr) return true;
  size_t capacity = 1u << 16;
  while (capacity < length && capacity < kept) capacity *= 2;
  if (capacity < length) capacity = length;
  free(buffer_);
  buffer_ = static_cast<char *>(malloc(capacity + simdjson::SIMDJSON_PADDING));
  capacity_ = buffer_ == nullptr ? 0 : capacity;
  return buffer_ != nullptr;
}

jahiz_gx_outcome Input::read(const char *path, int &system_error) {
  length_ = 0;
  // Without O_NONBLOCK a FIFO of that name would wait for its writer for ever.
  Descriptor file{open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)};
  struct stat status;
  if (file.number < 0 || fstat(file.number, &status) != 0) {
    system_error = errno;
    return JAHIZ_GX_SYSTEM;
  }
  if (S_ISDIR(status.st_mode)) {
    system_error = EISDIR;
    return JAHIZ_GX_SYSTEM;
  }
  if (!S_ISREG(status.st_mode)) return JAHIZ_GX_NOT_A_FILE;
  const size_t size = static_cast<size_t>(status.st_size);
  if (size > simdjson::SIMDJSON_MAXSIZE_BYTES) return JAHIZ_GX_TOO_LARGE;
  if (!reserve(size)) return JAHIZ_GX_NO_MEMORY;
  size_t done = 0;
  while (done < size) {
    const ssize_t got = pread(file.number, buffer_ + done, size - done, static_cast<off_t>(done));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) {
      system_error = errno;
      return JAHIZ_GX_SYSTEM;
    }
    if (got == 0) break;
    done += static_cast<size_t>(got);
  }
  length_ = done;
  memset(buffer_ + done, 0, simdjson::SIMDJSON_PADDING);
  return JAHIZ_GX_OK;
}

jahiz_gx_outcome Input::copy(const char *bytes, size_t length) {
  if (length > simdjson::SIMDJSON_MAXSIZE_BYTES) return JAHIZ_GX_TOO_LARGE;
  if (!reserve(length)) return JAHIZ_GX_NO_MEMORY;
  if (length > 0) memcpy(buffer_, bytes, length);
  memset(buffer_ + length, 0, simdjson::SIMDJSON_PADDING);
  length_ = length;
  return JAHIZ_GX_OK;
}

std::string_view Input::text() const {
  std::string_view text(buffer_, length_);
  return text.substr(0, 3) == "\xEF\xBB\xBF" ? text.substr(3) : text;
}

size_t invalid_utf8(std::string_view text) {
  size_t position = 0;
  while (position < text.size()) {
    const auto byte = [&](size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byte(position);
    if (first < 0x80) {
      position++;
      continue;
    }
    const size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || position + length > text.size()) return position;
    for (size_t index = 1; index < length; index++) {
      if ((byte(position + index) & 0xC0) != 0x80) return position;
    }
    const unsigned char second = byte(position + 1);
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F) || (first == 0xF0 && second < 0x90) ||
        (first == 0xF4 && second > 0x8F)) {
      return position;
    }
    position += length;
  }
  return position;
}

}  // namespace jahiz
