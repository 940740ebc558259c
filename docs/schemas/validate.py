#!/usr/bin/env python3
"""Holds JSON documents against a schema beside this script: validate.py weekly.v1.json page.json …"""

import json
import pathlib
import sys

import jsonschema

schema = json.loads((pathlib.Path(__file__).resolve().parent / sys.argv[1]).read_text("utf-8"))
jsonschema.Draft202012Validator.check_schema(schema)

validator = jsonschema.Draft202012Validator(schema)
is_valid = True
for name in sys.argv[2:]:
    errors = list(validator.iter_errors(json.load(open(name, encoding="utf-8"))))
    for error in errors:
        print(f"{name}: {'/'.join(map(str, error.path)) or '.'}: {error.message}")
    is_valid = is_valid and not errors
sys.exit(0 if is_valid else 1)
