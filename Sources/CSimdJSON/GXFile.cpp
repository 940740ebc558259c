// A Great Expectations result, in any of its shapes, in one pass over the top of the document.
//
// Stores sort their keys, so `success` of an expectation comes last: each expectation is first looked at for whether it
// failed, which costs a skip, and read again only where it did.

#include "Walk.hpp"

#include <new>

namespace jahiz {

namespace {

constexpr size_t value_limit = 20;
constexpr size_t value_length = 512;
constexpr size_t message_length = 2048;
constexpr size_t name_length = 4096;

constexpr jahiz_gx_validation no_validation{
    absent, absent, absent, absent, absent, absent, absent, absent, -1, -1, -1, -1, 0, 0, 0, 0, 0, false};

class GXFile {
 public:
  Document document;

  const jahiz_gx_file *read_file(const char *path);
  const jahiz_gx_file *read_bytes(const char *bytes, size_t length);

 private:
  jahiz_gx_file file_;
  Arena arena_;
  std::vector<jahiz_gx_validation> validations_;
  std::vector<jahiz_gx_failure> failures_;
  std::vector<jahiz_text> texts_;

  // Which keys were there: they tell the shape.
  bool has_run_results_, has_wrapped_, has_validation_results_, has_results_, has_expectations_, has_verdict_;
  bool has_new_keys_, has_old_keys_;
  jahiz_text top_name_, configured_name_, configured_id_;

  void clear();
  const jahiz_gx_file *finish(Failure failure);
  Failure parse();

  jahiz_text name(ondemand::value &value) { return arena_.string(token(value), name_length); }
  error_code top(ondemand::raw_json_string key, ondemand::value &value, jahiz_gx_validation &own);
  error_code validation(ondemand::value &value, jahiz_gx_validation &into, bool may_be_wrapped);
  error_code validation_field(ondemand::raw_json_string key, ondemand::value &value, jahiz_gx_validation &into);
  error_code statistics(ondemand::value &value, jahiz_gx_validation &into);
  error_code meta(ondemand::value &value, jahiz_gx_validation &into);
  error_code run_id(ondemand::value &value, jahiz_text &run_name, jahiz_text &run_time);
  error_code expectations(ondemand::value &value, jahiz_gx_validation &into);
  error_code expectation(ondemand::value &value, jahiz_gx_validation &into);
  error_code failure(ondemand::object &object, jahiz_gx_failure &into);
  error_code configuration(ondemand::raw_json_string key, ondemand::value &value, jahiz_gx_failure &into);
  error_code exception(ondemand::value &value, bool &raised, jahiz_text *message);
  error_code result(ondemand::value &value, jahiz_gx_failure &into);
  error_code columns(ondemand::value &value, jahiz_gx_failure &into);
  error_code unexpected(ondemand::value &value, jahiz_gx_failure &into);
};

void GXFile::clear() {
  file_ = {};
  file_.name = file_.checkpoint_id = file_.run_name = file_.run_time = absent;
  file_.success = -1;
  top_name_ = configured_name_ = configured_id_ = absent;
  arena_.clear();
  validations_.clear();
  failures_.clear();
  texts_.clear();
  has_run_results_ = has_wrapped_ = has_validation_results_ = has_results_ = has_expectations_ = false;
  has_verdict_ = has_new_keys_ = has_old_keys_ = false;
}

const jahiz_gx_file *GXFile::finish(Failure failure) {
  file_.outcome = failure.outcome;
  file_.error_offset = failure.offset;
  file_.error_line = failure.line;
  file_.validations = validations_.data();
  file_.validation_count = failure.outcome == JAHIZ_GX_OK ? validations_.size() : 0;
  file_.failures = failures_.data();
  file_.texts = texts_.data();
  file_.arena = arena_.data();
  document.release();
  return &file_;
}

const jahiz_gx_file *GXFile::read_file(const char *path) try {
  clear();
  Failure failure;
  failure.outcome = document.input.read(path, file_.system_error);
  return finish(failure.outcome == JAHIZ_GX_OK ? parse() : failure);
} catch (const std::bad_alloc &) {
  return finish({JAHIZ_GX_NO_MEMORY, 0, 1});
}

const jahiz_gx_file *GXFile::read_bytes(const char *bytes, size_t length) try {
  clear();
  Failure failure;
  failure.outcome = document.input.copy(bytes, length);
  return finish(failure.outcome == JAHIZ_GX_OK ? parse() : failure);
} catch (const std::bad_alloc &) {
  return finish({JAHIZ_GX_NO_MEMORY, 0, 1});
}

Failure GXFile::parse() {
  jahiz_gx_validation own = no_validation;
  Failure failure =
      document.walk([&](ondemand::raw_json_string key, ondemand::value &value) { return top(key, value, own); });
  if (failure.outcome != JAHIZ_GX_OK) return failure;
  file_.success = own.success;
  file_.name = configured_name_.offset == SIZE_MAX ? top_name_ : configured_name_;
  file_.checkpoint_id = configured_id_;
  if (has_run_results_) {
    // Without a validation the two look alike, but for the name that only the envelope has at its top.
    const bool is_old = has_wrapped_ || (validations_.empty() && top_name_.offset == SIZE_MAX);
    file_.shape = is_old ? JAHIZ_GX_CHECKPOINT_V0 : JAHIZ_GX_ENVELOPE;
  } else if (has_validation_results_) {
    file_.shape = JAHIZ_GX_DESCRIBE;
  } else if (has_results_ && has_verdict_) {
    file_.shape = has_new_keys_ && !has_old_keys_ ? JAHIZ_GX_STORE_V1 : JAHIZ_GX_STORE_V0;
    validations_.push_back(own);
  } else if (has_expectations_ && has_verdict_) {
    file_.shape = JAHIZ_GX_SUITE_DESCRIBE;
    validations_.push_back(own);
  } else {
    return {JAHIZ_GX_NO_RESULT, 0, 1};
  }
  return failure;
}

error_code GXFile::top(ondemand::raw_json_string key, ondemand::value &value, jahiz_gx_validation &own) {
  if (key == "run_results" && is_object(value)) {
    has_run_results_ = true;
    return each_field_of(value, [&](ondemand::raw_json_string, ondemand::value &entry) {
      jahiz_gx_validation one = no_validation;
      error_code error = validation(entry, one, true);
      validations_.push_back(one);
      return error;
    });
  }
  if (key == "validation_results" && is_array(value)) {
    has_validation_results_ = true;
    return each_element_of(value, [&](ondemand::value &entry) {
      jahiz_gx_validation one = no_validation;
      error_code error = validation(entry, one, false);
      validations_.push_back(one);
      return error;
    });
  }
  if (key == "checkpoint_config") {
    return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &value) {
      if (key == "name") configured_name_ = name(value);
      if (key == "id") configured_id_ = name(value);
      return simdjson::SUCCESS;
    });
  }
  if (key == "run_id") return run_id(value, file_.run_name, file_.run_time);
  if (key == "name") top_name_ = name(value);
  if (key == "results" && is_array(value)) has_results_ = true;
  if (key == "expectations" && is_array(value)) has_expectations_ = true;
  if (key == "success" || key == "statistics") has_verdict_ = true;
  return validation_field(key, value, own);
}

error_code GXFile::validation(ondemand::value &value, jahiz_gx_validation &into, bool may_be_wrapped) {
  into.first_failure = failures_.size();
  into.unreadable = !is_object(value);
  bool is_validation = false;
  error_code error = each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &field) {
    if (may_be_wrapped && key == "validation_result") {
      has_wrapped_ = is_validation = true;
      return validation(field, into, false);
    }
    if (key == "success" || key == "statistics" || key == "results" || key == "expectations") is_validation = true;
    return validation_field(key, field, into);
  });
  if (!is_validation) into.unreadable = true;
  return error;
}

error_code GXFile::validation_field(
    ondemand::raw_json_string key, ondemand::value &value, jahiz_gx_validation &into) {
  if (key == "results" || key == "expectations") return expectations(value, into);
  if (key == "statistics") return statistics(value, into);
  if (key == "meta") return meta(value, into);
  if (key == "success") {
    into.success = boolean(token(value));
  } else if (key == "suite_name") {
    has_new_keys_ = true;
    into.suite = name(value);
  } else if (key == "suite_parameters") {
    has_new_keys_ = true;
  } else if (key == "evaluation_parameters") {
    has_old_keys_ = true;
  }
  return simdjson::SUCCESS;
}

error_code GXFile::statistics(ondemand::value &value, jahiz_gx_validation &into) {
  return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &number) {
    if (key == "evaluated_expectations") into.evaluated = count(token(number));
    if (key == "successful_expectations") into.successful = count(token(number));
    if (key == "unsuccessful_expectations") into.unsuccessful = count(token(number));
    return simdjson::SUCCESS;
  });
}

error_code GXFile::meta(ondemand::value &value, jahiz_gx_validation &into) {
  return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &field) {
    if (key == "run_id") return run_id(field, into.run_name, into.run_time);
    if (key == "active_batch_definition" || key == "batch_kwargs") {
      return each_field_of(field, [&](ondemand::raw_json_string key, ondemand::value &asset) {
        if (key == "data_asset_name") into.asset = name(asset);
        return simdjson::SUCCESS;
      });
    }
    if (key == "expectation_suite_name") {
      if (into.suite.offset == SIZE_MAX) into.suite = name(field);
    } else if (key == "checkpoint_name") {
      into.checkpoint_name = name(field);
    } else if (key == "checkpoint_id") {
      into.checkpoint_id = name(field);
    } else if (key == "great_expectations_version") {
      into.version = name(field);
    } else if (key == "sensitivity") {
      into.sensitivity = name(field);
    }
    return simdjson::SUCCESS;
  });
}

error_code GXFile::run_id(ondemand::value &value, jahiz_text &run_name, jahiz_text &run_time) {
  return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &field) {
    if (key == "run_name") run_name = name(field);
    if (key == "run_time") run_time = name(field);
    return simdjson::SUCCESS;
  });
}

error_code GXFile::expectations(ondemand::value &value, jahiz_gx_validation &into) {
  into.first_failure = failures_.size();
  into.failure_count = 0;
  into.listed = into.listed_failed = into.exceptions = 0;
  return each_element_of(value, [&](ondemand::value &element) { return expectation(element, into); });
}

error_code GXFile::expectation(ondemand::value &value, jahiz_gx_validation &into) {
  into.listed++;
  jahiz_gx_failure one{absent, absent, absent, absent, false, -1, -1, texts_.size(), 0, texts_.size(), 0};
  if (is_object(value)) {
    ondemand::object object;
    if (error_code error = value.get_object().get(object)) return error;
    int8_t success = -1;
    error_code error = each_field(object, [&](ondemand::raw_json_string key, ondemand::value &field) {
      if (key == "exception_info") return exception(field, one.raised_exception, nullptr);
      if (key == "success") success = boolean(token(field));
      return simdjson::SUCCESS;
    });
    if (error) return error;
    if (success == 1 && !one.raised_exception) return simdjson::SUCCESS;
    bool is_there;
    if ((error = object.reset().get(is_there))) return error;
    if (is_there && (error = failure(object, one))) return error;
  }
  if (one.raised_exception) into.exceptions++;
  into.listed_failed++;
  into.failure_count++;
  failures_.push_back(one);
  return simdjson::SUCCESS;
}

error_code GXFile::failure(ondemand::object &object, jahiz_gx_failure &into) {
  return each_field(object, [&](ondemand::raw_json_string key, ondemand::value &field) {
    if (key == "expectation_config") {
      return each_field_of(field, [&](ondemand::raw_json_string key, ondemand::value &value) {
        return configuration(key, value, into);
      });
    }
    if (key == "result") return result(field, into);
    if (key == "exception_info") return exception(field, into.raised_exception, &into.exception_message);
    return configuration(key, field, into);
  });
}

/// The fields of `expectation_config`, which `describe()` puts straight into the expectation.
error_code GXFile::configuration(ondemand::raw_json_string key, ondemand::value &value, jahiz_gx_failure &into) {
  if (key == "expectation_type" || key == "type") {
    if (into.expectation.offset == SIZE_MAX) into.expectation = name(value);
  } else if (key == "severity") {
    into.severity = name(value);
  } else if (key == "kwargs") {
    return columns(value, into);
  } else if (key == "meta") {
    return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &field) {
      if (key == "sensitivity") into.sensitivity = name(field);
      return simdjson::SUCCESS;
    });
  }
  return simdjson::SUCCESS;
}

error_code GXFile::columns(ondemand::value &value, jahiz_gx_failure &into) {
  into.first_column = texts_.size();
  into.column_count = 0;
  const auto add = [&](ondemand::value &column) {
    jahiz_text text = name(column);
    if (text.offset == SIZE_MAX) return simdjson::SUCCESS;
    texts_.push_back(text);
    into.column_count++;
    return simdjson::SUCCESS;
  };
  return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &field) {
    if (key == "column" || key == "column_A" || key == "column_B" || key == "column_list" || key == "column_set") {
      return is_array(field) ? each_element_of(field, add) : add(field);
    }
    return simdjson::SUCCESS;
  });
}

/// `raised_exception` at the top, or in the objects of a map from metric id to them.
error_code GXFile::exception(ondemand::value &value, bool &raised, jahiz_text *message) {
  jahiz_text flat_message = absent;
  jahiz_text mapped_message = absent;
  bool raised_flat = false;
  error_code error = each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &field) {
    if (key == "raised_exception") {
      raised_flat = boolean(token(field)) == 1;
    } else if (key == "exception_message") {
      if (message != nullptr) flat_message = arena_.string(token(field), message_length);
    } else if (is_object(field)) {
      bool raised_here = false;
      jahiz_text message_here = absent;
      error_code error = each_field_of(field, [&](ondemand::raw_json_string key, ondemand::value &inner) {
        if (key == "raised_exception") raised_here = boolean(token(inner)) == 1;
        if (key == "exception_message" && message != nullptr && mapped_message.offset == SIZE_MAX) {
          message_here = arena_.string(token(inner), message_length);
        }
        return simdjson::SUCCESS;
      });
      if (raised_here) {
        raised = true;
        if (mapped_message.offset == SIZE_MAX) mapped_message = message_here;
      }
      return error;
    }
    return simdjson::SUCCESS;
  });
  if (raised_flat) raised = true;
  if (message != nullptr) *message = raised_flat ? flat_message : mapped_message;
  return error;
}

error_code GXFile::result(ondemand::value &value, jahiz_gx_failure &into) {
  return each_field_of(value, [&](ondemand::raw_json_string key, ondemand::value &field) {
    if (key == "element_count") into.element_count = count(token(field));
    if (key == "unexpected_count") into.unexpected_count = count(token(field));
    const bool is_partial = key == "partial_unexpected_list";
    // Both lists begin alike; whichever comes first will do, if it is not empty.
    if ((is_partial || key == "unexpected_list") && into.value_count == 0) return unexpected(field, into);
    return simdjson::SUCCESS;
  });
}

error_code GXFile::unexpected(ondemand::value &value, jahiz_gx_failure &into) {
  into.first_value = texts_.size();
  if (!is_array(value)) return simdjson::SUCCESS;
  ondemand::array array;
  if (error_code error = value.get_array().get(array)) return error;
  for (auto item : array) {
    ondemand::value element;
    if (error_code error = std::move(item).get(element)) return error;
    std::string_view text = token(element);
    if (is_object(element)) {
      ondemand::object object;
      if (error_code error = element.get_object().get(object)) return error;
      if (error_code error = object.raw_json().get(text)) return error;
    } else if (is_array(element)) {
      ondemand::array inner;
      if (error_code error = element.get_array().get(inner)) return error;
      if (error_code error = inner.raw_json().get(text)) return error;
    }
    texts_.push_back(arena_.json(text, value_length));
    // The rest is skipped without a look.
    if (++into.value_count == value_limit) break;
  }
  return simdjson::SUCCESS;
}

thread_local GXFile reader;

}  // namespace

}  // namespace jahiz

const jahiz_gx_file *jahiz_gx_read_file(const char *path) { return jahiz::reader.read_file(path); }

const jahiz_gx_file *jahiz_gx_read_bytes(const char *bytes, size_t length) {
  return jahiz::reader.read_bytes(bytes, length);
}
