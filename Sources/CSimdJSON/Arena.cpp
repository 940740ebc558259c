#include "Arena.hpp"

namespace jahiz {

namespace {

int hex(char digit) {
  if (digit >= '0' && digit <= '9') return digit - '0';
  if (digit >= 'a' && digit <= 'f') return digit - 'a' + 10;
  if (digit >= 'A' && digit <= 'F') return digit - 'A' + 10;
  return -1;
}

/// The UTF-16 unit of the `\uXXXX` at `position`, or -1.
int32_t unit(std::string_view text, size_t position) {
  if (text.size() < 6 || position > text.size() - 6 || text[position] != '\\' || text[position + 1] != 'u') return -1;
  int32_t value = 0;
  for (size_t index = position + 2; index < position + 6; index++) {
    int digit = hex(text[index]);
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

/// The scalar of the `\uXXXX` at `position`, which moves behind it; a lone surrogate is U+FFFD, no escape -1.
int32_t scalar(std::string_view text, size_t &position) {
  int32_t high = unit(text, position);
  if (high < 0) return -1;
  position += 6;
  if (high < 0xD800 || high > 0xDFFF) return high;
  int32_t low = high <= 0xDBFF ? unit(text, position) : -1;
  if (low < 0xDC00 || low > 0xDFFF) return 0xFFFD;
  position += 6;
  return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
}

void append(std::string &bytes, int32_t scalar) {
  if (scalar < 0x80) {
    bytes += static_cast<char>(scalar);
  } else if (scalar < 0x800) {
    bytes += static_cast<char>(0xC0 | scalar >> 6);
    bytes += static_cast<char>(0x80 | (scalar & 0x3F));
  } else if (scalar < 0x10000) {
    bytes += static_cast<char>(0xE0 | scalar >> 12);
    bytes += static_cast<char>(0x80 | (scalar >> 6 & 0x3F));
    bytes += static_cast<char>(0x80 | (scalar & 0x3F));
  } else {
    bytes += static_cast<char>(0xF0 | scalar >> 18);
    bytes += static_cast<char>(0x80 | (scalar >> 12 & 0x3F));
    bytes += static_cast<char>(0x80 | (scalar >> 6 & 0x3F));
    bytes += static_cast<char>(0x80 | (scalar & 0x3F));
  }
}

char unescaped(char letter) {
  switch (letter) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return letter;
  }
}

}  // namespace

void Arena::clear() {
  // One freak file must not hold its memory for the rest of the run.
  if (bytes_.capacity() > (1u << 20)) bytes_ = std::string();
  bytes_.clear();
}

jahiz_text Arena::string(std::string_view token, size_t limit) {
  if (token.empty() || token[0] != '"') return absent;
  const size_t start = bytes_.size();
  size_t position = 1;
  while (position < token.size() && bytes_.size() - start <= limit) {
    size_t end = token.find_first_of("\"\\", position);
    if (end == std::string_view::npos) end = token.size();
    const size_t room = limit - (bytes_.size() - start);
    const size_t run = end - position;
    bytes_.append(token.substr(position, run > room ? room + 1 : run));
    position = end;
    if (position + 1 >= token.size() || token[position] == '"') break;
    size_t next = position;
    if (int32_t value = scalar(token, next); value >= 0) {
      append(bytes_, value);
      position = next;
    } else {
      bytes_ += unescaped(token[position + 1]);
      position += 2;
    }
  }
  return finish(start, limit);
}

jahiz_text Arena::json(std::string_view text, size_t limit) {
  text = trimmed(text);
  const size_t start = bytes_.size();
  size_t position = 0;
  while (position < text.size() && bytes_.size() - start <= limit) {
    if (text[position] != '\\' || position + 1 >= text.size()) {
      bytes_ += text[position++];
      continue;
    }
    size_t next = position;
    if (int32_t value = scalar(text, next); value >= 0x80) {
      append(bytes_, value);
    } else {
      next = position + 2;
      bytes_.append(text.substr(position, 2));
    }
    position = next;
  }
  return finish(start, limit);
}

jahiz_text Arena::finish(size_t start, size_t limit) {
  if (bytes_.size() - start > limit) {
    size_t end = start + limit;
    while (end > start && (static_cast<unsigned char>(bytes_[end]) & 0xC0) == 0x80) end--;
    bytes_.resize(end);
    bytes_ += "…";
  }
  return {start, bytes_.size() - start};
}

std::string_view trimmed(std::string_view token) {
  while (!token.empty() && (token.back() == ' ' || (token.back() >= '\t' && token.back() <= '\r'))) {
    token.remove_suffix(1);
  }
  return token;
}

int8_t boolean(std::string_view token) {
  token = trimmed(token);
  if (token == "true") return 1;
  return token == "false" ? 0 : -1;
}

int64_t count(std::string_view token) {
  token = trimmed(token);
  int64_t value = 0;
  size_t position = 0;
  for (; position < token.size() && token[position] >= '0' && token[position] <= '9'; position++) {
    if (position > 17) return -1;
    value = value * 10 + (token[position] - '0');
  }
  if (position == 0) return -1;
  if (position == token.size()) return value;
  if (token[position] != '.') return -1;
  return token.find_first_not_of('0', position + 1) == std::string_view::npos ? value : -1;
}

}  // namespace jahiz
