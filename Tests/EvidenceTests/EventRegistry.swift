// A registry as a governed repository keeps it, for the tests of its reader.

/// The envelope's schema: its fifteen fields, `severity` and `data`.
func envelopeSchema(_ version: String = "1.0.0") -> String {
  """
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://salesflow.example/schemas/events/envelope/\(version).json",
    "title": "The envelope of every event",
    "type": "object",
    "required": ["event_id", "event_type", "timestamp"],
    "properties": {
      "event_id": {"type": "string", "minLength": 1},
      "event_type": {"type": "string", "pattern": "^[a-z_]+\\\\.[a-z_]+$"},
      "spec_version": {"const": "1.0"},
      "schema_version": {"const": "\(version)"},
      "tenant_id": {"type": "string"},
      "entity_id": {"type": "string"},
      "correlation_id": {"type": "string"},
      "causation_id": {"type": ["string", "null"]},
      "source": {"type": "string"},
      "actor_type": {"enum": ["human", "automated_workflow"]},
      "approval_class": {"enum": ["A0", "A1", "A2", "A3"]},
      "reversibility_class": {"enum": ["R0", "R1", "R2", "R3"]},
      "sensitivity_class": {"enum": ["S0", "S1", "S2", "S3"]},
      "trace_id": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
      "timestamp": {"$ref": "#/$defs/moment"},
      "severity": {"anyOf": [{"enum": ["V0", "V1", "V2", "V3"]}, {"type": "null"}]},
      "data": {"type": "object"}
    },
    "$defs": {"moment": {"type": "string", "format": "date-time"}}
  }
  """
}

/// The schema of one event's version.
func orderSchema(
  _ version: String, envelope: String = "../envelope/1.0.0.json", data: String, more: String = "",
  type: String = "order.created"
) -> String {
  """
  {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://salesflow.example/schemas/events/\(type)/\(version).json",
    "allOf": [{"$ref": "\(envelope)"}],\(more)
    "properties": {
      "event_type": {"const": "\(type)"},
      "schema_version": {"const": "\(version)"},
      "data": \(data)
    }
  }
  """
}

let orderData = """
  {
    "type": "object",
    "required": ["order_id"],
    "properties": {
      "order_id": {"type": "string"},
      "amount": {"type": "number", "minimum": 0},
      "currency": {"enum": ["SAR", "USD"]},
      "customer": {
        "type": "object",
        "properties": {"name": {"type": "string"}, "phone": {"type": "string"}}
      },
      "lines": {"type": "array", "items": {"type": "object", "properties": {"sku": {"type": "string"}}}}
    }
  }
  """
