#!/usr/bin/env python3
"""make_big_gx.py OUT_DIR COUNT TOTAL_MB [SEED] - stdlib only, deterministic.

Writes COUNT files that look like a Great Expectations 1.x (1.24) validation result store:
  OUT_DIR/gx/uncommitted/validations/<suite split on '.'>/<run_name or __none__>/<YYYYmmddTHHMMSS.ffffffZ>/<batch_id>.json
plus the checkpoint files OUT_DIR/gx/checkpoints/<name>.json (store files carry only checkpoint_id).
Same (COUNT, TOTAL_MB, SEED) -> same bytes. Total size comes within about 1% of TOTAL_MB * 1e6 bytes
when TOTAL_MB*1e6/COUNT is above about 6 kB; below that files take their natural minimum.
OUT_DIR/expected.json holds the counts put in (files, success, failed, exceptions, per suite).
Shape was copied from real GX 1.24.1 store files (indent 2, sorted keys, ASCII-escaped).
"""
import datetime as dt, hashlib, json, os, random, sys, uuid

SUITES = ["orders.core", "orders.returns", "customers pii", "جودة الطلبات", "payments_daily", "inventory.stock.levels",
          "سلامة العملاء", "loyalty", "crm_sync", "ledger.monthly"]
ASSETS = {"orders.core": "orders", "orders.returns": "returns", "customers pii": "customers", "جودة الطلبات": "طلبات_العملاء",
          "payments_daily": "payments", "inventory.stock.levels": "stock", "سلامة العملاء": "عملاء", "loyalty": "loyalty_points",
          "crm_sync": "crm", "ledger.monthly": "ledger"}
COLS = ["order_id", "amount", "status", "national_id", "iban", "phone", "email", "المدينة", "اسم العميل", "المبلغ"]
AR = ["الرياض", "جدة", "الدمام", "الأحساء", "مُحَمَّد", "لآلئ", "لأنّه 12", "خالد (VIP) 7"]
RUNS = [None, "nightly", "release-4.2.0", "تشغيل ليلي", "2026-03-02 nightly run", "ci"]
SEV = ["critical", "critical", "warning", "info"]
START = dt.datetime(2025, 9, 1, 2, 0, 0, tzinfo=dt.timezone.utc)


def uid(rng):
    return str(uuid.UUID(int=rng.getrandbits(128), version=4))


def value(rng, col):
    d = "".join(rng.choices("0123456789", k=22))
    if col == "national_id": return "1" + d[:9] if rng.random() < .5 else d[:6]
    if col == "iban": return "SA" + d
    if col == "phone": return "+9665" + d[:8]
    if col == "email": return "user%s@example.com" % d[:5]
    if col in ("amount", "المبلغ", "order_id"): return round(rng.uniform(-9000, 2e6), 2)
    if col in ("المدينة", "اسم العميل"): return rng.choice(AR) + " " + d[:3]
    return "value-" + d[:8]


def no_exc():
    return {"exception_message": None, "exception_traceback": None, "raised_exception": False}


def one_result(rng, col, ok, batch_id, exc=False):
    pick = rng.choice([("expect_column_values_to_not_be_null", {}), ("expect_column_values_to_match_regex", {"regex": "^[A-Z0-9]+$"}),
                       ("expect_column_values_to_be_in_set", {"value_set": ["a", "b", "c"]}), ("expect_column_values_to_be_between", {"min_value": 0.0, "max_value": 10000.0})])
    cfg = {"id": uid(rng), "kwargs": dict({"batch_id": batch_id, "column": col}, **pick[1]), "meta": {}, "severity": rng.choice(SEV), "type": pick[0]}
    r = {"exception_info": no_exc(), "expectation_config": cfg, "meta": {}, "result": {}, "success": ok}
    if exc:
        key = "MetricConfigurationID(metric_name='column_values.nonnull.condition', metric_domain_kwargs_id='%032x', metric_value_kwargs_id=())" % rng.getrandbits(128)
        r["exception_info"] = {key: {"exception_message": "Error: The column \"%s\" in BatchData does not exist." % col,
                                     "exception_traceback": "Traceback (most recent call last):\n  File \"x.py\", line 1, in f\n" * 6, "raised_exception": True}}
        r["success"] = False
        return r
    n = rng.randint(500, 50000)
    bad = 0 if ok else rng.randint(1, 40)
    part = [value(rng, col) for _ in range(min(bad, 20))]
    r["result"] = {"element_count": n, "missing_count": 0, "missing_percent": 0.0,
                   "partial_unexpected_counts": [{"count": 1, "value": v} for v in part],
                   "partial_unexpected_index_list": list(range(len(part))), "partial_unexpected_list": part,
                   "unexpected_count": bad, "unexpected_percent": bad / n * 100, "unexpected_percent_nonmissing": bad / n * 100, "unexpected_percent_total": bad / n * 100}
    return r


def dumps(o):
    return json.dumps(o, indent=2, sort_keys=True)


def main(out, count, total_mb, seed=1):
    rng = random.Random("make_big_ge:%s:%s:%s" % (count, total_mb, seed))
    store = os.path.join(out, "gx", "uncommitted", "validations")
    os.makedirs(store, exist_ok=True)
    os.makedirs(os.path.join(out, "gx", "checkpoints"), exist_ok=True)
    cps = {}
    for s in SUITES:
        name = "gate " + s
        cps[s] = (uid(rng), name, uid(rng))
        with open(os.path.join(out, "gx", "checkpoints", name.replace(".", "_") + ".json"), "w", encoding="utf-8") as f:
            f.write(dumps({"actions": [], "id": cps[s][0], "name": name, "result_format": "COMPLETE", "validation_definitions": [{"id": cps[s][2], "name": "vd " + s}]}))
    target, written = int(total_mb * 1_000_000), 0
    exp = {"files": 0, "success": 0, "failed": 0, "exceptions": 0, "evaluated": 0, "unsuccessful": 0, "bytes": 0, "suites": {}}
    line_pool = {c: [json.dumps(value(rng, c)) for _ in range(257)] for c in COLS}
    for i in range(count):
        suite = SUITES[rng.randrange(len(SUITES))]
        asset, run = ASSETS[suite], RUNS[rng.randrange(len(RUNS))]
        t = START + dt.timedelta(minutes=25 * i, microseconds=rng.randrange(1_000_000))
        batch_id = "warehouse-" + asset
        ok = rng.random() < 0.72
        results, nexc = [], 0
        for j in range(rng.randint(3, 7)):
            good = ok or rng.random() < 0.6
            results.append(one_result(rng, COLS[rng.randrange(len(COLS))], good, batch_id))
        if not ok:
            if rng.random() < 0.15:
                results.insert(0, one_result(rng, "no_such_col", False, batch_id, exc=True)); nexc = 1
            if all(r["success"] for r in results):
                results.append(one_result(rng, "iban", False, batch_id))
        # the record that carries the long list: a failed one, else a passing one under `mostly`
        fat = next((r for r in results if not r["success"] and r["result"]), None) or next(r for r in results if r["result"])
        okn = sum(1 for r in results if r["success"])
        exp_n = len(results)
        doc = {"id": None, "meta": {
                   "active_batch_definition": {"batch_identifiers": {}, "data_asset_name": asset, "data_connector_name": "fluent", "datasource_name": "warehouse"},
                   "batch_markers": {"ge_load_time": t.strftime("%Y%m%dT%H%M%S.%fZ")}, "batch_parameters": None,
                   "batch_spec": {"batch_identifiers": {}, "data_asset_name": asset, "schema_name": None, "table_name": asset, "type": "table"},
                   "checkpoint_id": cps[suite][0], "great_expectations_version": "1.24.1",
                   "run_id": {"run_name": run, "run_time": t.isoformat()}, "validation_id": cps[suite][2], "validation_time": t.isoformat()},
               "results": results, "statistics": {"evaluated_expectations": exp_n, "success_percent": okn / exp_n * 100,
                   "successful_expectations": okn, "unsuccessful_expectations": exp_n - okn},
               "success": okn == exp_n, "suite_name": suite, "suite_parameters": {}}
        # fill up with unexpected_list + unexpected_index_list, as COMPLETE does
        col = fat["expectation_config"]["kwargs"]["column"]
        share = (target - written) // (count - i)
        share = int(share * (0.5 + rng.random())) if i < count - 1 else share
        MARK_L, MARK_I = "@@LIST@@", "@@IDX@@"
        fat["result"]["unexpected_list"], fat["result"]["unexpected_index_list"] = MARK_L, MARK_I
        if fat["success"]:
            fat["expectation_config"]["kwargs"]["mostly"] = 0.5
        base = dumps(doc)
        pool = line_pool[col if col in line_pool else "iban"]
        avg = sum(map(len, pool)) / len(pool) + 12 + 18
        n = max(1, int((share - len(base)) / avg))
        fat["result"]["unexpected_count"] = n
        fat["result"]["element_count"] = max(fat["result"]["element_count"], n * 3)
        for k in ("unexpected_percent", "unexpected_percent_nonmissing", "unexpected_percent_total"):
            fat["result"][k] = n / fat["result"]["element_count"] * 100
        off = rng.randrange(257)
        text = dumps(doc)
        pad = "\n" + " " * 10
        text = text.replace('"%s"' % MARK_L, "[" + ",".join(pad + pool[(off + k * 7) % 257] for k in range(n)) + "\n        ]", 1)
        text = text.replace('"%s"' % MARK_I, "[" + ",".join(pad + str(k * 3) for k in range(n)) + "\n        ]", 1)
        d = os.path.join(store, *suite.split("."), run or "__none__", t.strftime("%Y%m%dT%H%M%S.%fZ"))
        os.makedirs(d, exist_ok=True)
        data = text.encode("ascii")
        with open(os.path.join(d, batch_id + ".json"), "wb") as f:
            f.write(data)
        written += len(data)
        exp["files"] += 1; exp["success" if doc["success"] else "failed"] += 1; exp["exceptions"] += nexc
        exp["evaluated"] += exp_n; exp["unsuccessful"] += exp_n - okn
        s = exp["suites"].setdefault(suite, {"files": 0, "failed": 0, "last_run_time": None, "last_success": None})
        s["files"] += 1; s["failed"] += 0 if doc["success"] else 1; s["last_run_time"] = t.isoformat(); s["last_success"] = doc["success"]
    exp["bytes"] = written
    with open(os.path.join(out, "expected.json"), "w", encoding="utf-8") as f:
        json.dump(exp, f, ensure_ascii=False, indent=1)
    print("files=%d bytes=%d failed=%d" % (exp["files"], written, exp["failed"]))


if __name__ == "__main__":
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    main(sys.argv[1], int(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4]) if len(sys.argv) == 5 else 1)
