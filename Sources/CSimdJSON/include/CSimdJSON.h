// A C face for what jahiz needs of simdjson On-Demand, so that Swift never sees a C++ header.
#pragma once
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Bytes that must be readable behind the last byte of any input.
size_t jahiz_json_padding(void);

#ifdef __cplusplus
}
#endif
