// What GX 1.x writes below gx/checkpoints and gx/validation_definitions.

#include "Walk.hpp"

#include <new>

namespace jahiz {

namespace {

class GXDefinition {
 public:
  const jahiz_gx_definition *read(const char *bytes, size_t length);

 private:
  Document document_;
  Arena arena_;
  jahiz_gx_definition definition_;
  std::vector<jahiz_text> ids_;

  Failure parse();
  error_code field(ondemand::raw_json_string key, ondemand::value &value);
};

const jahiz_gx_definition *GXDefinition::read(const char *bytes, size_t length) {
  definition_ = {};
  definition_.id = definition_.name = definition_.suite = absent;
  arena_.clear();
  ids_.clear();
  Failure failure;
  try {
    failure.outcome = document_.input.copy(bytes, length);
    if (failure.outcome == JAHIZ_GX_OK) failure = parse();
  } catch (const std::bad_alloc &) {
    failure.outcome = JAHIZ_GX_NO_MEMORY;
  }
  definition_.outcome = failure.outcome;
  definition_.error_offset = failure.offset;
  definition_.error_line = failure.line;
  definition_.definitions = ids_.data();
  definition_.definition_count = ids_.size();
  definition_.arena = arena_.data();
  document_.release();
  return &definition_;
}

Failure GXDefinition::parse() {
  return document_.walk([&](ondemand::raw_json_string key, ondemand::value &value) { return field(key, value); });
}

error_code GXDefinition::field(ondemand::raw_json_string key, ondemand::value &value) {
  if (key == "id") definition_.id = arena_.string(token(value));
  if (key == "name") definition_.name = arena_.string(token(value));
  if (key == "suite") {
    return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &inner) {
      if (key == "name") definition_.suite = arena_.string(token(inner));
      return simdjson::SUCCESS;
    });
  }
  if (key == "validation_definitions") {
    return each_element_of(value, [&](ondemand::value &element) {
      return each_field_of(element, [&](ondemand::raw_json_string key, ondemand::value &inner) {
        if (key != "id") return simdjson::SUCCESS;
        jahiz_text id = arena_.string(token(inner));
        if (id.offset != SIZE_MAX) ids_.push_back(id);
        return simdjson::SUCCESS;
      });
    });
  }
  return simdjson::SUCCESS;
}

thread_local GXDefinition reader;

}  // namespace

}  // namespace jahiz

const jahiz_gx_definition *jahiz_gx_read_definition(const char *bytes, size_t length) {
  return jahiz::reader.read(bytes, length);
}
