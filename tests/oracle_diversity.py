"""Lexical diversity once more, naively: each formula as it was published, in whole numbers as far
as it goes. What a formula cannot give for a text is `None`."""

import math
from collections import Counter
from fractions import Fraction


def scores(tokens, *, window=100, segment=100, basis=1000, sample=42, threshold=0.72):
    counts = Counter(tokens)
    n, v = len(tokens), len(counts)
    if n == 0:
        return dict.fromkeys(NAMES)
    f = list(counts.values())
    repeated = v < n
    squares = sum(count**2 for count in f)
    log_n, log_v = math.log(n), math.log(v)
    drop = -math.log1p(Fraction(v, n) - 1)
    found = {
        "ttr": v / n,
        "guiraud": v / math.sqrt(n),
        "cttr": v / math.sqrt(2 * n),
        "herdan": log_v / log_n if n > 1 else None,
        "summer": math.log(log_v) / math.log(log_n) if v > 1 else None,
        "dugast": log_n**2 / drop if repeated else None,
        "maas": drop / log_n**2 if n > 1 else None,
        "brunet": n ** (v**-0.172),
        "honore": 100 * log_n / (1 - Fraction(f.count(1), v)) if repeated else None,
        "yule_k": 10**4 * Fraction(squares - n, n**2),
        "yule_i": Fraction(v**2, squares - v) if repeated else None,
        "simpson": Fraction(sum(c * (c - 1) for c in f), n * (n - 1)) if n > 1 else None,
        "herdan_vm": math.sqrt(Fraction(squares, n**2) - Fraction(1, v)),
        "repeat_rate": sum(Fraction(count, n) ** 2 for count in f),
        "entropy": math.fsum(-count / n * math.log2(count / n) for count in f),
        "sttr": segmental(tokens, basis),
        "msttr": segmental(tokens, segment),
        "mattr": mean([ttr(tokens[at : at + window]) for at in range(n - window + 1)]),
        "hdd": hdd(f, n, sample) if n >= sample else None,
        "mtld": mtld(tokens, threshold) if repeated else None,
    }
    assert list(found) == NAMES
    return {name: None if score is None else float(score) for name, score in found.items()}


NAMES = [
    "ttr",
    "guiraud",
    "cttr",
    "herdan",
    "summer",
    "dugast",
    "maas",
    "brunet",
    "honore",
    "yule_k",
    "yule_i",
    "simpson",
    "herdan_vm",
    "repeat_rate",
    "entropy",
    "sttr",
    "msttr",
    "mattr",
    "hdd",
    "mtld",
]


def ttr(tokens):
    return Fraction(len(set(tokens)), len(tokens))


def mean(ratios):
    return sum(ratios) / Fraction(len(ratios)) if ratios else None


def segmental(tokens, size):
    whole = range(0, len(tokens) - size + 1, size)
    return mean([ttr(tokens[at : at + size]) for at in whole])


def hdd(frequencies, n, sample):
    chances = (1 - Fraction(math.comb(n - f, sample), math.comb(n, sample)) for f in frequencies)
    return sum(chances) / sample


def mtld(tokens, threshold):
    lengths = [len(tokens) / factors(run, threshold) for run in (tokens, tokens[::-1])]
    return sum(lengths) / 2


def factors(tokens, threshold):
    complete, under_way = 0, []
    for token in tokens:
        under_way.append(token)
        if float(ttr(under_way)) <= threshold:
            complete, under_way = complete + 1, []
    if not under_way:
        return complete
    return complete + (1 - float(ttr(under_way))) / (1 - threshold)
