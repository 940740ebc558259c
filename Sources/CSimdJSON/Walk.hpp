// Going through a document field by field. simdjson skips whatever is not asked for, at any depth, without recursion:
// so a bare `Infinity` in it does no harm, and 100,000 levels of nesting need no stack.
#pragma once
#include "Arena.hpp"
#include "Input.hpp"

// The same checks in debug and release builds; what a file can do wrong comes back as an error code in both.
#ifndef NDEBUG
#define NDEBUG
#endif
#define SIMDJSON_DEVELOPMENT_CHECKS 0
#include <simdjson.h>

#include <memory>

namespace jahiz {

namespace ondemand = simdjson::ondemand;
using simdjson::error_code;

inline std::string_view token(ondemand::value &value) { return value.raw_json_token(); }
inline bool is_object(ondemand::value &value) { return token(value)[0] == '{'; }
inline bool is_array(ondemand::value &value) { return token(value)[0] == '['; }

/// Calls `visit(key, value)` for every field; a value it does not touch is skipped.
template <typename Object, typename Visit>
error_code each_field(Object &&object, Visit &&visit) {
  for (auto result : object) {
    ondemand::field field;
    if (error_code error = std::move(result).get(field)) return error;
    ondemand::raw_json_string key = field.key();
    ondemand::value value = field.value();
    if (error_code error = visit(key, value)) return error;
  }
  return simdjson::SUCCESS;
}

/// The same for the fields of a value, if it is an object.
template <typename Visit>
error_code each_field_of(ondemand::value &value, Visit &&visit) {
  if (!is_object(value)) return simdjson::SUCCESS;
  ondemand::object object;
  if (error_code error = value.get_object().get(object)) return error;
  return each_field(object, visit);
}

/// Calls `visit(value)` for every element of a value, if it is an array.
template <typename Visit>
error_code each_element_of(ondemand::value &value, Visit &&visit) {
  if (!is_array(value)) return simdjson::SUCCESS;
  ondemand::array array;
  if (error_code error = value.get_array().get(array)) return error;
  for (auto result : array) {
    ondemand::value element;
    if (error_code error = std::move(result).get(element)) return error;
    if (error_code error = visit(element)) return error;
  }
  return simdjson::SUCCESS;
}

struct Failure {
  jahiz_gx_outcome outcome = JAHIZ_GX_OK;
  size_t offset = 0;
  size_t line = 1;
};

/// A parser and its input, used for one file after the other.
class Document {
 public:
  Input input;

  /// Visits the fields of the one object that the input must be.
  template <typename Visit>
  Failure walk(Visit &&visit) {
    const std::string_view text = input.text();
    if (trimmed(text).empty()) return fail(JAHIZ_GX_EMPTY, 0);
    if (!parser_ || parser_->capacity() < text.size()) {
      if (!parser_) parser_ = std::make_unique<ondemand::parser>();
      // As much as the buffer holds, so that files of growing size do not allocate one by one.
      if (parser_->allocate(input.capacity())) return fail(JAHIZ_GX_NO_MEMORY, 0);
    }
    const size_t readable = text.size() + simdjson::SIMDJSON_PADDING;
    ondemand::document document;
    error_code error = parser_->iterate(text.data(), text.size(), readable).get(document);
    if (error) return classified(error, text, nullptr);
    ondemand::object object;
    if ((error = document.get_object().get(object))) {
      if (error == simdjson::INCORRECT_TYPE) return fail(JAHIZ_GX_NO_RESULT, 0);
      return classified(error, text, &document);
    }
    if ((error = each_field(object, visit))) return classified(error, text, &document);
    const char *rest = nullptr;
    if (!document.current_location().get(rest)) {
      return fail(JAHIZ_GX_TRAILING, static_cast<size_t>(rest - text.data()));
    }
    return {};
  }

  void release();

 private:
  std::unique_ptr<ondemand::parser> parser_;
  Failure fail(jahiz_gx_outcome outcome, size_t offset) const;
  Failure classified(error_code error, std::string_view text, ondemand::document *document) const;
};

}  // namespace jahiz
