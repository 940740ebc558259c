// A C face for what jahiz needs of simdjson On-Demand, so that Swift never sees a C++ header.
//
// A call returns everything it found in one file at once, as flat arrays into one arena of text. They belong to the
// calling thread and stay valid until its next call of the same function, so that a store of ten thousand files costs
// a handful of allocations and threads need no lock.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// UTF-8 in the arena; `offset` is SIZE_MAX where the file has no such text.
typedef struct {
  size_t offset;
  size_t length;
} jahiz_text;

typedef enum {
  JAHIZ_GX_OK,
  /// The system's own reason stands in `system_error`.
  JAHIZ_GX_SYSTEM,
  JAHIZ_GX_NOT_A_FILE,
  JAHIZ_GX_EMPTY,
  JAHIZ_GX_NOT_UTF8,
  JAHIZ_GX_TRUNCATED,
  JAHIZ_GX_NOT_JSON,
  JAHIZ_GX_TRAILING,
  JAHIZ_GX_TOO_LARGE,
  JAHIZ_GX_NO_MEMORY,
  /// JSON, but none of the shapes of a result.
  JAHIZ_GX_NO_RESULT,
} jahiz_gx_outcome;

typedef enum {
  JAHIZ_GX_CHECKPOINT_V0,
  JAHIZ_GX_DESCRIBE,
  JAHIZ_GX_STORE_V0,
  JAHIZ_GX_STORE_V1,
  JAHIZ_GX_ENVELOPE,
  JAHIZ_GX_SUITE_DESCRIBE,
} jahiz_gx_shape;

/// An expectation that failed or raised. Counts are -1 where the file has none.
typedef struct {
  jahiz_text expectation, exception_message, severity, sensitivity;
  bool raised_exception;
  int64_t element_count, unexpected_count;
  /// Ranges of `texts`.
  size_t first_column, column_count, first_value, value_count;
} jahiz_gx_failure;

/// One validation. Counts are -1 where the file has none; `success` is -1 where it does not say.
typedef struct {
  jahiz_text checkpoint_name, checkpoint_id, suite, asset, run_name, run_time, version, sensitivity;
  int8_t success;
  int64_t evaluated, successful, unsuccessful;
  /// Counted over the expectations themselves.
  int64_t listed, listed_failed, exceptions;
  /// A range of `failures`.
  size_t first_failure, failure_count;
  /// The place of the validation is there, but holds no validation.
  bool unreadable;
} jahiz_gx_validation;

typedef struct {
  jahiz_gx_outcome outcome;
  int system_error;
  /// Where reading stopped, in bytes, and the 1-based line of it.
  size_t error_offset, error_line;
  jahiz_gx_shape shape;
  /// Of the file as a whole: what its validations leave unsaid.
  jahiz_text name, checkpoint_id, run_name, run_time;
  int8_t success;
  const jahiz_gx_validation *validations;
  size_t validation_count;
  const jahiz_gx_failure *failures;
  const jahiz_text *texts;
  const char *arena;
} jahiz_gx_file;

/// Reads the result file at an absolute path.
const jahiz_gx_file *jahiz_gx_read_file(const char *path);

/// Reads a result that is already in memory; it is copied, so the bytes need no padding.
const jahiz_gx_file *jahiz_gx_read_bytes(const char *bytes, size_t length);

/// A checkpoint or validation definition of GX 1.x.
typedef struct {
  jahiz_gx_outcome outcome;
  size_t error_offset, error_line;
  jahiz_text id, name;
  /// The suite of a validation definition.
  jahiz_text suite;
  /// The ids of the validation definitions of a checkpoint.
  const jahiz_text *definitions;
  size_t definition_count;
  const char *arena;
} jahiz_gx_definition;

const jahiz_gx_definition *jahiz_gx_read_definition(const char *bytes, size_t length);

#ifdef __cplusplus
}
#endif
