#!/usr/bin/env python3
"""make_docs.py OUT_DIR [FILES] [LINKS] [SEED] - stdlib only, deterministic.

Writes a workspace with a docs tree of FILES Markdown files (5,000) that hold LINKS links (100,000) between them: inline,
reference and image links, anchors of English and Arabic headings, tables, code, inline HTML, front matter with a review
cadence. One link in a thousand is broken. OUT_DIR/expected.json holds the counts put in. Same arguments, same bytes.
"""
import json, os, random, sys

WORDS = ("release candidate evidence owner severity approval connector schema checkpoint lineage contract retry timeout "
         "rollback incident matrix governance audit trace ledger metric pipeline dataset customer report").split()
AR = "الإصدار الدليل المالك الخطورة الموافقة الموصل المخطط نقطة التحقق الأثر العقد المهلة التراجع الحادثة المصفوفة".split()
CADENCES = ["weekly", "monthly", "quarterly", "yearly", "ربع سنوي", "شهري"]


def text(rng, pool, low, high):
    return " ".join(rng.choice(pool) for _ in range(rng.randint(low, high)))


def slug(heading):
    return "".join(c if c.isalnum() or c in "-_" else "-" if c == " " else "" for c in heading.lower())


def main(out, files=5000, links=100000, seed=1):
    rng = random.Random("make_docs:%s:%s:%s" % (files, links, seed))
    paths, headings = [], []
    for i in range(files):
        folder = "docs/%s/%02d" % (rng.choice(["guides", "runbooks", "adr", "connectors", "حوكمة"]), i % 40)
        paths.append("%s/%s-%04d.md" % (folder, rng.choice(WORDS), i))
        own = []
        for j in range(rng.randint(3, 7)):
            pool = AR if rng.random() < 0.3 else WORDS
            own.append("%s %d" % (text(rng, pool, 1, 3), j))
        headings.append(own)
    assets = ["docs/assets/figure-%03d.png" % i for i in range(200)]
    expected = {"files": files, "links": 0, "broken": 0, "broken_anchors": 0, "urls": 0}

    def relative(source, target):
        return os.path.relpath(target, os.path.dirname(source))

    def target(i):
        k = rng.randrange(files)
        roll = rng.random()
        if roll < 0.0005:
            expected["broken"] += 1
            return relative(paths[i], paths[k])[:-3] + "-gone.md"
        if roll < 0.001:
            expected["broken_anchors"] += 1
            return relative(paths[i], paths[k]) + "#no-such-heading"
        where = relative(paths[i], paths[k])
        if roll < 0.3:
            return where + "#" + slug(rng.choice(headings[k]))
        if roll < 0.35:
            return "#" + slug(rng.choice(headings[i]))
        if roll < 0.38:
            return "/" + paths[k]
        return where

    for i, path in enumerate(paths):
        count = links // files + (1 if i < links % files else 0)
        lines = ["---", "owner: %s" % rng.choice(["Tech Writer", "Governance", "Release"]),
                 "review_cadence: %s" % rng.choice(CADENCES), "last_updated: 2026-%02d-%02d" % (rng.randint(1, 11), rng.randint(1, 28)),
                 "---", "", "# " + text(rng, WORDS, 2, 4), ""]
        definitions = []
        for n, heading in enumerate(headings[i]):
            lines += ["## " + heading, "", text(rng, AR if n % 3 == 0 else WORDS, 40, 90) + ".", ""]
            mine = count // len(headings[i]) + (1 if n < count % len(headings[i]) else 0)
            for m in range(mine):
                expected["links"] += 1
                kind = rng.random()
                words = text(rng, WORDS, 1, 3)
                if kind < 0.1:
                    lines.append("See ![%s](%s \"%s\") for it." % (words, relative(path, rng.choice(assets)), words))
                elif kind < 0.2:
                    name = "r%d-%d" % (n, m)
                    definitions.append("[%s]: %s" % (name, target(i)))
                    lines.append("As [%s][%s] says, %s." % (words, name, text(rng, WORDS, 4, 12)))
                elif kind < 0.3:
                    lines += ["", "| Thing | Where |", "|---|---|", "| %s | [%s](<%s>) |" % (words, words, target(i)), ""]
                elif kind < 0.33:
                    lines.append("And <a href=\"%s\">%s</a> too." % (target(i), words))
                else:
                    lines.append("- %s [%s](%s), `[not](a-link.md)`." % (text(rng, WORDS, 3, 9), words, target(i)))
            lines += ["", "```sh", "cat [this](is-code.md)", "```", "", "More at https://example.org/%d and <https://example.org>." % i, ""]
            expected["urls"] += 1
        os.makedirs(os.path.join(out, os.path.dirname(path)), exist_ok=True)
        with open(os.path.join(out, path), "w", encoding="utf-8") as f:
            f.write("\n".join(lines + definitions) + "\n")
    os.makedirs(os.path.join(out, "docs/assets"), exist_ok=True)
    for asset in assets:
        open(os.path.join(out, asset), "wb").close()
    with open(os.path.join(out, "expected.json"), "w") as f:
        json.dump(expected, f, indent=1)
    print(json.dumps(expected))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(sys.argv[1], *map(int, sys.argv[2:]))
