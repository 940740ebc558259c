// Events as the client of PyPI’s `openlineage-python` 1.54.0 wrote them (`Serde.to_json`), only broken into lines.

enum OpenLineageSamples {
  /// One event a line, in the order of the file.
  static let lines = events.map { $0.split(separator: "\n").joined() }.joined(separator: "\n") + "\n"

  static let events = [
    startFactOrders, completeFactOrders, startReport, failReport, churnJob, ordersDataset,
  ]

  static let startFactOrders = """
    {
     "eventTime": "2026-11-23T01:00:00Z",
     "eventType": "START",
     "inputs": [
      {
       "facets": {
        "schema": {
         "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
         "_schemaURL": "https://openlineage.io/spec/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet",
         "fields": [
          {
           "fields": [],
           "name": "id",
           "type": "bigint"
          },
          {
           "fields": [],
           "name": "amount",
           "type": "numeric"
          }
         ]
        }
       },
       "inputFacets": {},
       "name": "shop.public.orders",
       "namespace": "postgres://warehouse:5432"
      }
     ],
     "job": {
      "facets": {
       "jobType": {
        "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
        "_schemaURL": "https://openlineage.io/spec/facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet",
        "integration": "AIRFLOW",
        "jobType": "TASK",
        "processingType": "BATCH"
       }
      },
      "name": "nightly.build_fact_orders",
      "namespace": "airflow"
     },
     "outputs": [],
     "producer": "https://example.com/etl",
     "run": {
      "facets": {
       "parent": {
        "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
        "_schemaURL": "https://openlineage.io/spec/facets/1-2-0/ParentRunFacet.json#/$defs/ParentRunFacet",
        "job": {
         "facets": {},
         "name": "nightly",
         "namespace": "airflow"
        },
        "run": {
         "facets": {},
         "runId": "0190b8f2-6a2c-7d3e-9a11-1f1e2d3c4b5a"
        }
       }
      },
      "runId": "0190b8f2-6a2c-7d3e-9a11-000000000001"
     },
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
    }
    """

  static let completeFactOrders = """
    {
     "eventTime": "2026-11-23T01:04:10.250Z",
     "eventType": "COMPLETE",
     "inputs": [
      {
       "facets": {
        "schema": {
         "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
         "_schemaURL": "https://openlineage.io/spec/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet",
         "fields": [
          {
           "fields": [],
           "name": "id",
           "type": "bigint"
          },
          {
           "fields": [],
           "name": "amount",
           "type": "numeric"
          }
         ]
        },
        "symlinks": {
         "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
         "_schemaURL": "https://openlineage.io/spec/facets/1-0-1/SymlinksDatasetFacet.json\
    #/$defs/SymlinksDatasetFacet",
         "identifiers": [
          {"name": "raw/orders", "namespace": "s3://lake", "type": "TABLE"}
         ]
        }
       },
       "inputFacets": {
        "dataQualityAssertions": {
         "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
         "_schemaURL": "https://openlineage.io/spec/facets/1-1-0/DataQualityAssertionsDatasetFacet.json\
    #/$defs/DataQualityAssertionsDatasetFacet",
         "assertions": [
          {
           "assertion": "not_null",
           "column": "id",
           "params": {},
           "success": true
          }
         ]
        }
       },
       "name": "shop.public.orders",
       "namespace": "postgres://warehouse:5432"
      }
     ],
     "job": {
      "facets": {
       "jobType": {
        "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
        "_schemaURL": "https://openlineage.io/spec/facets/2-0-4/JobTypeJobFacet.json#/$defs/JobTypeJobFacet",
        "integration": "AIRFLOW",
        "jobType": "TASK",
        "processingType": "BATCH"
       }
      },
      "name": "nightly.build_fact_orders",
      "namespace": "airflow"
     },
     "outputs": [
      {
       "facets": {
        "schema": {
         "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
         "_schemaURL": "https://openlineage.io/spec/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet",
         "fields": [
          {
           "fields": [],
           "name": "id",
           "type": "bigint"
          },
          {
           "fields": [],
           "name": "amount",
           "type": "numeric"
          }
         ]
        }
       },
       "name": "shop.marts.fact_orders",
       "namespace": "postgres://warehouse:5432",
       "outputFacets": {}
      }
     ],
     "producer": "https://example.com/etl",
     "run": {
      "facets": {
       "parent": {
        "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
        "_schemaURL": "https://openlineage.io/spec/facets/1-2-0/ParentRunFacet.json#/$defs/ParentRunFacet",
        "job": {
         "facets": {},
         "name": "nightly",
         "namespace": "airflow"
        },
        "run": {
         "facets": {},
         "runId": "0190b8f2-6a2c-7d3e-9a11-1f1e2d3c4b5a"
        }
       }
      },
      "runId": "0190b8f2-6a2c-7d3e-9a11-000000000001"
     },
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
    }
    """

  static let startReport = """
    {
     "eventTime": "2026-11-23T02:00:00Z",
     "eventType": "START",
     "inputs": [
      {
       "facets": {},
       "inputFacets": {},
       "name": "shop.marts.fact_orders",
       "namespace": "postgres://warehouse:5432"
      }
     ],
     "job": {
      "facets": {},
      "name": "nightly.customer_report",
      "namespace": "airflow"
     },
     "outputs": [],
     "producer": "https://example.com/etl",
     "run": {
      "facets": {},
      "runId": "0190b8f2-6a2c-7d3e-9a11-000000000002"
     },
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
    }
    """

  static let failReport = """
    {
     "eventTime": "2026-11-23T02:00:40Z",
     "eventType": "FAIL",
     "inputs": [
      {
       "facets": {},
       "inputFacets": {},
       "name": "shop.marts.fact_orders",
       "namespace": "postgres://warehouse:5432"
      }
     ],
     "job": {
      "facets": {},
      "name": "nightly.customer_report",
      "namespace": "airflow"
     },
     "outputs": [
      {
       "facets": {},
       "name": "reports/customer_statement",
       "namespace": "s3://reports",
       "outputFacets": {}
      }
     ],
     "producer": "https://example.com/etl",
     "run": {
      "facets": {},
      "runId": "0190b8f2-6a2c-7d3e-9a11-000000000002"
     },
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/RunEvent"
    }
    """

  static let churnJob = """
    {
     "eventTime": "2026-11-22T00:00:00Z",
     "inputs": [
      {
       "facets": {},
       "inputFacets": {},
       "name": "shop.marts.fact_orders",
       "namespace": "postgres://warehouse:5432"
      }
     ],
     "job": {
      "facets": {},
      "name": "weekly.train_churn",
      "namespace": "airflow"
     },
     "outputs": [
      {
       "facets": {},
       "name": "churn/v3",
       "namespace": "mlflow://models",
       "outputFacets": {}
      }
     ],
     "producer": "https://example.com/etl",
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/JobEvent"
    }
    """

  static let ordersDataset = """
    {
     "dataset": {
      "facets": {
       "schema": {
        "_producer": "https://github.com/OpenLineage/OpenLineage/tree/1.54.0/client/python",
        "_schemaURL": "https://openlineage.io/spec/facets/1-2-0/SchemaDatasetFacet.json#/$defs/SchemaDatasetFacet",
        "fields": [
         {
          "fields": [],
          "name": "id",
          "type": "bigint"
         },
         {
          "fields": [],
          "name": "amount",
          "type": "numeric"
         }
        ]
       }
      },
      "name": "shop.public.orders",
      "namespace": "postgres://warehouse:5432"
     },
     "eventTime": "2026-11-22T00:00:00Z",
     "producer": "https://example.com/etl",
     "schemaURL": "https://openlineage.io/spec/2-0-2/OpenLineage.json#/$defs/DatasetEvent"
    }
    """
}
