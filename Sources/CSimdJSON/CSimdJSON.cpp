#include "CSimdJSON.h"

#include <simdjson.h>

size_t jahiz_json_padding(void) { return simdjson::SIMDJSON_PADDING; }
