#!/usr/bin/env python3
"""Holds logs that jahiz writes as SARIF against their schema: validate.py gate.sarif …

Another schema, as the official one of SARIF 2.1.0, is named by --schema FILE."""

import json
import pathlib
import sys

import jsonschema

words = sys.argv[1:]
path = pathlib.Path(__file__).resolve().parent / "jahiz-sarif.json"
if words[:1] == ["--schema"]:
    path = pathlib.Path(words[1])
    words = words[2:]
schema = json.loads(path.read_text("utf-8"))
Validator = jsonschema.validators.validator_for(schema)
Validator.check_schema(schema)
validator = Validator(schema, format_checker=jsonschema.FormatChecker())

faults = 0
for name in words:
    log = json.loads(pathlib.Path(name).read_text("utf-8"))
    for error in validator.iter_errors(log):
        faults += 1
        print(f"{name}: {'/'.join(map(str, error.path))}: {error.message}")
    for run in log["runs"]:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        for index, result in enumerate(run["results"]):
            if rules[result["ruleIndex"]] != result["ruleId"]:
                faults += 1
                print(f"{name}: results/{index}: ruleIndex is another rule's")
print(f"{len(words)} logs, {faults} faults")
sys.exit(1 if faults else 0)
