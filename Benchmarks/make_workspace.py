#!/usr/bin/env python3
"""make_workspace.py [--english] OUT_DIR DIMENSIONS INCIDENTS [SEED] - stdlib only, deterministic.

Writes a workspace for jahiz: a matrix of DIMENSIONS rows with Arabic labels and mixed states, half of its evidence
present, and incidents/events.jsonl with INCIDENTS incidents (about three events each) of every severity and state.
With --english the matrix's rows hold no word of Arabic.
Same (DIMENSIONS, INCIDENTS, SEED) -> same bytes. Give `--now 2026-11-24T12:00:00Z` to make the ages repeat too.
"""
import datetime as dt
import hashlib
import json
import os
import random
import sys

TOPICS = [("docs truth", "مصدر واحد للحقيقة"), ("schema adherence", "الالتزام بالمخططات"), ("data quality", "جودة البيانات"),
          ("approval SLA", "زمن الموافقات"), ("contradiction backlog", "التناقضات المفتوحة"), ("connector health", "صحة الموصلات"),
          ("security checklist", "قائمة التحقق الأمني"), ("Saudi controls", "الضوابط السعودية"), ("provenance", "بصمة البناء"),
          ("rollback", "خطة التراجع")]
OWNERS = ["Release", "Backend", "نورة الحربي", "سعد القحطاني", "فريق التكاملات", "Security"]
TITLES = [("Report disagrees with the ledger", "التقرير لا يطابق دفتر الأستاذ"), ("Connector answers slowly", "الموصل بطيء الاستجابة"),
          ("Approval waits too long", "موافقة تأخرت عن مهلتها"), ("Record exported twice", "سجل صُدّر مرتين")]
NOTES = ["", "قيد المتابعة", "reviewed في الاجتماع الأسبوعي", "ينتظر التوقيع"]
ENGLISH_OWNERS = ["Release", "Backend", "Noura Alharbi", "Saad Alqahtani", "Integrations", "Security"]
ENGLISH_NOTES = ["", "being followed up", "reviewed in the weekly meeting", "waits for a signature"]
LEVELS = ["V0", "V1", "V1", "V2", "V2", "V3"]
START = dt.datetime(2026, 9, 1, 6, 0, 0, tzinfo=dt.timezone.utc)
SPAN = int(dt.timedelta(days=80).total_seconds())


def write(root, path, text):
    path = os.path.join(root, path)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def dimensions(count):
    for number in range(1, count + 1):
        key, label = TOPICS[(number - 1) % len(TOPICS)]
        turn = (number - 1) // len(TOPICS)
        yield (key, label) if turn == 0 else ("%s %d" % (key, turn + 1), "%s %d" % (label, turn + 1))


def matrix(rng, rows, root, english):
    owners, notes = (ENGLISH_OWNERS, ENGLISH_NOTES) if english else (OWNERS, NOTES)
    lines = ["# مصفوفة جاهزية الإصدار", "", "## الأبعاد", "", "| البُعد | الحالة | الدليل | المالك | ملاحظات |",
             "|---|---|---|---|---|"]
    for number, (key, label) in enumerate(rows, 1):
        path = "docs/evidence-%03d.md" % number
        if number % 2:
            write(root, path, "# %s\n" % key)
        status = rng.choice(["OK"] * 5 + ["Risk", "Risk", "Blocked", "", "under review" if english else "قيد المراجعة"])
        lines.append("| **%s**%s | %s | [%s %d](%s) + `check-%d` | %s | %s |" % (
            key, "" if english else " (%s)" % label, status, "evidence" if english else "دليل", number, path, number,
            rng.choice(owners), rng.choice(notes)))
    lines += ["", "## مرشح الإصدار", "", "| المرشح | الحالة | الدليل | المالك |", "|---|---|---|---|",
              "| **RC-2026-W47** | OK | `CI release` | Release |", ""]
    write(root, "RELEASE_READINESS_MATRIX_AR.md", "\n".join(lines))


def events(rng, rows, count):
    for number in range(1, count + 1):
        entity = "INC-2026-%05d" % number
        title, arabic = TITLES[number % len(TITLES)]
        opened = START + dt.timedelta(seconds=SPAN * number // (count + 1))
        owner = rng.choice(OWNERS)
        severity = rng.choice(LEVELS)
        steps = [("opened", severity, {"title": "%s (%d)" % (title, number), "title_ar": "%s (%d)" % (arabic, number),
                                       "dimension": rng.choice(rows)[0] if rows else "", "owner": owner})]
        for step, chance, data in (("acknowledged", 0.8, {}), ("reassigned", 0.2, {"owner": rng.choice(OWNERS)}),
                                   ("mitigated", 0.5, {}), ("compensated", 0.2, {"mechanism": "إجراء يدوي مؤقت"}),
                                   ("resolved", 0.4, {})):
            if rng.random() < chance:
                steps.append((step, None, data))
        for place, (step, level, data) in enumerate(steps):
            yield opened + dt.timedelta(minutes=20 * place), "incident." + step, entity, level, data


def envelope(number, time, kind, entity, severity, data):
    return {"event_id": "evt-%06d" % number, "event_type": kind, "spec_version": "1.0", "schema_version": "1",
            "tenant_id": "bench", "entity_id": entity, "correlation_id": "corr-" + entity, "causation_id": "none",
            "source": "make_workspace", "actor_type": "service", "approval_class": "A", "reversibility_class": "R1",
            "sensitivity_class": "S1", "trace_id": hashlib.sha256(b"%d" % number).hexdigest()[:32],
            "timestamp": time.strftime("%Y-%m-%dT%H:%M:%SZ"), "severity": severity, "data": data}


def main(root, dimension_count, incident_count, seed, english):
    rng = random.Random("make_workspace:%d:%d:%d" % (dimension_count, incident_count, seed))
    rows = list(dimensions(dimension_count))
    matrix(rng, rows, root, english)
    # Stable by time: an incident's own events keep their order, as in an append-only log.
    log = sorted(events(rng, rows, incident_count), key=lambda event: event[0])
    write(root, "incidents/events.jsonl", "".join(
        json.dumps(envelope(number, *event), ensure_ascii=False) + "\n" for number, event in enumerate(log, 1)))
    print("dimensions=%d incidents=%d events=%d" % (dimension_count, incident_count, len(log)))


if __name__ == "__main__":
    arguments = [each for each in sys.argv[1:] if each != "--english"]
    if len(arguments) not in (3, 4):
        sys.exit(__doc__)
    main(arguments[0], int(arguments[1]), int(arguments[2]), int(arguments[3]) if len(arguments) == 4 else 1,
         "--english" in sys.argv)
