# ruff: noqa: E501 - rows read best on one line
"""How well quotations, their verbs, sources and speakers are found, on annotated articles and on GUM.

Run `python benches/voices.py` for the open half, `--which set_aside` for the other, `--gum FILE` for
attribution relations of GUM. A found quotation and an annotated one are paired one to one, greedily
by the characters that they share, most first; a pair counts at a threshold when the shared characters
are more than that part of the larger of the two contents. Precision is over the found, recall over the
annotated. Exact means the same spans but for marks and stops at either end.
"""

from __future__ import annotations

import argparse
import collections
import json
import pathlib
import re
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "tests" / "articles"))

import annotated
import hustings as hs

THRESHOLDS = (0.3, 0.8)
RANKS = re.compile(r"^(?:the|a|an) ", re.IGNORECASE)


def characters(text, spans):
    """The visible characters of spans, without marks and stops."""
    return {at for start, end in spans for at in range(start, end) if text[at].isalnum()}


def found_in(texts, form):
    """The rows of `quotations`, text by text."""
    table = hs.quotations(texts, format=form)
    columns = {name: table.column(name) for name in table.columns}
    rows = [[] for _ in texts]
    for values in zip(*columns.values(), strict=True):
        row = dict(zip(columns, values, strict=True))
        flat = row["content_spans"]
        row["spans"] = list(zip(flat[::2], flat[1::2], strict=True))
        rows[int(row["document"].removeprefix("text")) - 1].append(row)
    return rows


def pairs(text, found, gold):
    """One to one pairs (found, gold, share of the larger), most shared characters first."""
    mine = [characters(text, row["spans"]) for row in found]
    theirs = [characters(text, row["content"]) for row in gold]
    shares = [
        (len(one & other) / max(len(one), len(other)), len(one & other), i, j)
        for i, one in enumerate(mine)
        for j, other in enumerate(theirs)
        if one & other
    ]
    taken, given = set(), set()
    for share, _, i, j in sorted(shares, key=lambda row: (-row[0], -row[1], row[2], row[3])):
        if i not in taken and j not in given:
            taken.add(i)
            given.add(j)
            yield found[i], gold[j], share, mine[i] == theirs[j]


def folded(name):
    return RANKS.sub("", " ".join((name or "").split())).lower().replace("\u2019", "'")


def f1(right, found, gold):
    precision, recall = right / max(found, 1), right / max(gold, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def show(name, right, found, gold):
    precision, recall, mean = f1(right, found, gold)
    print(
        f"{name:24} P {precision:6.1%}  R {recall:6.1%}  F1 {mean:6.1%}  ({right}/{found}/{gold})"
    )


def measure(which, wrong):
    articles = [annotated.read(path) for path in annotated.sources(which)]
    rows = found_in([article["text"] for article in articles], "news")
    totals, rules = collections.Counter(), collections.defaultdict(collections.Counter)
    totals["ways"] = collections.defaultdict(collections.Counter)
    for article, found in zip(articles, rows, strict=True):
        score(article, found, totals, rules, wrong)
    print(
        f"{which}: {len(articles)} articles, {totals['gold']} quotations, {totals['found']} found"
    )
    for threshold in THRESHOLDS:
        show(f"content > {threshold}", totals[threshold], totals["found"], totals["gold"])
    show("content exact", totals["exact"], totals["found"], totals["gold"])
    show("characters", totals["shared"], totals["mine"], totals["theirs"])
    for kind in ("direct", "mixed", "indirect"):
        for threshold in THRESHOLDS:
            show(
                f"{kind} > {threshold}",
                totals[kind, threshold],
                totals[kind, "found"],
                totals[kind, "gold"],
            )
    for name in ("speaker", "canonical", "verb", "cue", "source", "kind", "negated"):
        print(f"{name:24} {totals[name] / max(totals[0.3], 1):6.1%} of pairs > 0.3")
    for rule, counts in sorted(rules.items()):
        share = counts["right"] / counts["found"]
        print(
            f"  {rule:20} found {counts['found']:4}  right at 0.8 {share:6.1%}  stated {counts['stated'] / counts['found']:.2f}"
        )

    for way, counts in sorted(totals["ways"].items()):
        n = counts["found"]
        print(
            f"  {way:22} found {n:4}  speaker {counts['speaker'] / n:6.1%}  canonical "
            f"{counts['canonical'] / n:6.1%}  stated {counts['stated'] / n:.2f}"
        )


def score(article, found, totals, rules, wrong):
    text, gold = article["text"], article["quotations"]
    totals["gold"] += len(gold)
    totals["found"] += len(found)
    for row in gold:
        totals[row["kind"], "gold"] += 1
    for row in found:
        totals[row["kind"], "found"] += 1
        rules[row["rule"]]["found"] += 1
        rules[row["rule"]]["stated"] += row["confidence"]
    matched = list(pairs(text, found, gold))
    for row, one, share, exact in matched:
        for threshold in THRESHOLDS:
            totals[threshold] += share > threshold
            totals[one["kind"], threshold] += share > threshold
        totals["exact"] += exact
        rules[row["rule"]]["right"] += share > THRESHOLDS[-1]
        if share > THRESHOLDS[0]:
            compare(text, row, one, totals, wrong and (article["name"], share))
    totals["mine"] += sum(len(characters(text, row["spans"])) for row in found)
    totals["theirs"] += sum(len(characters(text, row["content"])) for row in gold)
    totals["shared"] += sum(
        len(characters(text, row["spans"]) & characters(text, one["content"]))
        for row, one, *_ in matched
    )
    if wrong:
        report(article, found, gold, matched)


def compare(text, row, one, totals, wrong):
    """Counts what a pair has right besides its content."""
    cue, source = one["cue"], one["source"]
    name = folded(one["speaker"])
    last = name.split()[-1] if name else ""
    right = {
        "canonical": folded(row["speaker"]) == name,
        "speaker": folded(row["speaker"]) == name
        or (bool(last) and last in folded(row["speaker"]).split()),
        "verb": (row["verb"] or "") == (cue["lemma"] if cue else ""),
        "cue": (row["cue_start"], row["cue_end"])
        == ((cue["start"], cue["end"]) if cue else (None, None)),
        "source": (row["source_start"], row["source_end"])
        == ((source["start"], source["end"]) if source else (None, None)),
        "kind": row["kind"] == one["kind"],
        "negated": row["negated"] == one["negated"],
    }
    for key, value in right.items():
        totals[key] += value
    way = totals["ways"][row["speaker_rule"] or "none"]
    way["found"] += 1
    way["speaker"] += right["speaker"]
    way["canonical"] += right["canonical"]
    way["stated"] += row["speaker_confidence"] or 0
    bad = [key for key, value in right.items() if not value]
    if wrong and bad:
        print(
            f"  {wrong[0]}: {bad} [{row['speaker_rule']}] {row['source']!r}/{row['cue']!r}/{row['speaker']!r} gold "
            f"{source and text[source['start'] : source['end']]!r}/{cue and text[cue['start'] : cue['end']]!r}/{one['speaker']!r}"
        )


def report(article, found, gold, matched):
    """Prints what is missed, what is found and is none, and contents that differ."""
    text = article["text"]
    good = [pair for pair in matched if pair[2] > THRESHOLDS[0]]
    for row in found:
        if not any(row is pair[0] for pair in good):
            print(
                f"+ {article['name']}: [{row['rule']}] {row['source']!r} {row['cue']!r} {row['content'][:110]!r}"
            )
    for one in gold:
        if not any(one is pair[1] for pair in good):
            cue = one["cue"]
            around = text[max(0, one["content"][0][0] - 60) : one["content"][-1][1] + 60]
            print(
                f"- {article['name']}: {cue and cue['lemma']!r} {one['kind']} {' '.join(around.split())!r}"
            )
    for row, one, share, exact in good:
        if not exact:
            told = " | ".join(text[start:end] for start, end in one["content"])
            print(
                f"~ {article['name']} {share:.2f} [{row['rule']}] {row['content']!r}\n      gold {told!r}"
            )


def gum(path, genres):
    """Contents of attribution relations, which are clauses and know no kinds."""
    rows = [
        json.loads(line)
        for line in pathlib.Path(path).read_text(encoding="utf-8").split("\n")
        if line
    ]
    rows = [row for row in rows if not genres or row["genre"] in genres]
    found = found_in([row["text"] for row in rows], "auto")
    totals = collections.Counter()
    for row, mine in zip(rows, found, strict=True):
        gold = [{"content": a["content"]} for a in row["attributions"]]
        totals["gold"] += len(gold)
        totals["found"] += len(mine)
        for _, _, share, exact in pairs(row["text"], mine, gold):
            totals["exact"] += exact
            for threshold in THRESHOLDS:
                totals[threshold] += share > threshold
    print(f"GUM {genres or 'all genres'}: {len(rows)} documents")
    for threshold in THRESHOLDS:
        show(f"content > {threshold}", totals[threshold], totals["found"], totals["gold"])
    show("content exact", totals["exact"], totals["found"], totals["gold"])


def speed(which):
    texts = [annotated.read(path)["text"] for path in annotated.sources(which)] * 200
    size = sum(len(text.encode()) for text in texts)
    started = time.perf_counter(), time.process_time()
    hs.quotations(texts, format="news")
    wall, cpu = time.perf_counter() - started[0], time.process_time() - started[1]
    print(
        f"{len(texts) / wall:,.0f} documents/s, {size / wall / 1e6:.1f} MB/s (cpu {size / cpu / 1e6:.1f} MB/s a core)"
    )


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--which", choices=("open", "set_aside"), default="open")
    parser.add_argument("--gum", type=pathlib.Path)
    parser.add_argument("--genres", nargs="*")
    parser.add_argument(
        "--wrong", action="store_true", help="print every error; of the open half only"
    )
    parser.add_argument("--speed", action="store_true")
    chosen = parser.parse_args()
    if chosen.gum:
        gum(chosen.gum, chosen.genres)
        return
    measure(chosen.which, chosen.wrong and chosen.which == "open")
    if chosen.speed:
        speed(chosen.which)


if __name__ == "__main__":
    main()
