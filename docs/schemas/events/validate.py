#!/usr/bin/env python3
"""Holds every line of an event log against the schema of its type: validate.py incidents/events.jsonl"""

import json
import pathlib
import sys

import jsonschema

folder = pathlib.Path(__file__).resolve().parent
schemas = [json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*/*.json"))]
for schema in schemas:
    jsonschema.Draft202012Validator.check_schema(schema)


def validator(schema):
    """With every $ref found here: none is ever fetched."""
    try:
        from referencing import Registry, Resource

        registry = Registry().with_resources((each["$id"], Resource.from_contents(each)) for each in schemas)
        return jsonschema.Draft202012Validator(schema, registry=registry)
    except ImportError:
        # Before jsonschema 4.18.
        store = {each["$id"]: each for each in schemas}
        resolver = jsonschema.RefResolver.from_schema(schema, store=store)
        return jsonschema.Draft202012Validator(schema, resolver=resolver)


by_type = {
    (schema["properties"]["event_type"]["const"], "1.0.0"): validator(schema)
    for schema in schemas
    if "const" in schema["properties"]["event_type"]
}

faults = 0
for number, line in enumerate(open(sys.argv[1], encoding="utf-8"), 1):
    if not line.strip():
        continue
    event = json.loads(line)
    known = by_type.get((event.get("event_type"), event.get("schema_version")))
    if known is None:
        faults += 1
        print(f"{number}: no schema for {event.get('event_type')} {event.get('schema_version')}")
        continue
    for error in known.iter_errors(event):
        faults += 1
        print(f"{number}: {event['event_type']}: {'/'.join(map(str, error.path))}: {error.message}")
print(f"{number} lines, {faults} faults")
sys.exit(1 if faults else 0)
