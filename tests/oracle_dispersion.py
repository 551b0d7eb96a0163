"""The measures of dispersion once more, as their publications write them, with fifty digits."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from mpmath import harmonic, log, mp, mpf, sqrt

if TYPE_CHECKING:
    from collections.abc import Sequence

mp.dps = 50


class Counted:
    """Counts of parts of these sizes, with the symbols of the formulas."""

    def __init__(self, counts: Sequence[int], sizes: Sequence[int]) -> None:
        self.v = [mpf(count) for count in counts]
        self.l = [mpf(size) for size in sizes]
        self.n = mpf(len(counts))
        self.f, self.L = sum(self.v), sum(self.l)
        self.s = [size / self.L for size in self.l]
        self.p = [count / size for count, size in zip(self.v, self.l, strict=True)]
        self.o = [count / self.f for count in self.v] if self.f else []


def range_(c):
    return mpf(sum(count > 0 for count in c.v))


def sd(c):
    return sqrt(sum((count - c.f / c.n) ** 2 for count in c.v) / c.n)


def juilland_d(c):
    mean = sum(c.p) / c.n
    deviation = sqrt(sum((rate - mean) ** 2 for rate in c.p) / c.n)
    return 1 - deviation / mean / sqrt(c.n - 1)


def carroll_d2(c):
    total = sum(c.p)
    return -sum(p / total * log(p / total, 2) for p in c.p if p) / log(c.n, 2)


def rosengren_kf(c):
    return sum(sqrt(s * v) for s, v in zip(c.s, c.v, strict=True)) ** 2


def lyne_d3(c):
    expected = [s * c.f for s in c.s]
    chi_squared = sum((v - e) ** 2 / e for v, e in zip(c.v, expected, strict=True))
    return 1 - chi_squared / (4 * c.f)


def distributional_consistency(c):
    return (sum(sqrt(v) for v in c.v) / c.n) ** 2 / (c.f / c.n)


def d_a(c):
    differences = [abs(one - other) for one, other in combinations(c.p, 2)]
    return 1 - sum(differences) / len(differences) / (2 * sum(c.p) / c.n)


def dp(c):
    return sum(abs(o - s) for o, s in zip(c.o, c.s, strict=True)) / 2


def kld(c):
    return sum(o * log(o / s, 2) for o, s in zip(c.o, c.s, strict=True) if o)


def carroll_um(c):
    d2 = carroll_d2(c)
    return c.f * d2 + (1 - d2) * sum(s * v for s, v in zip(c.s, c.v, strict=True))


BY_COUNTS = {
    "range": range_,
    "range_share": lambda c: range_(c) / c.n,
    "sd": sd,
    "vc": lambda c: sd(c) / (c.f / c.n),
    "juilland_d": juilland_d,
    "carroll_d2": carroll_d2,
    "rosengren_s": lambda c: rosengren_kf(c) / c.f,
    "lyne_d3": lyne_d3,
    "distributional_consistency": distributional_consistency,
    "d_a": d_a,
    "dp": dp,
    "dp_norm": lambda c: dp(c) / (1 - min(c.s)),
    "kld": kld,
    "kld_norm": lambda c: 1 - 2 ** -kld(c),
    "kld_norm_e": lambda c: 1 - mp.e ** -kld(c),
    "kld_norm_odds": lambda c: kld(c) / (1 + kld(c)),
    "idf": lambda c: log(c.n / range_(c), 2),
    "juilland_u": lambda c: juilland_d(c) * c.f,
    "carroll_um": carroll_um,
    "rosengren_kf": rosengren_kf,
    "engwall_fm": lambda c: c.f * range_(c) / c.n,
    "kromer_ur": lambda c: sum(harmonic(v) for v in c.v),
}


def distances(positions: Sequence[int], tokens: int) -> list[int]:
    """From each occurrence to the next; from the last over the end to the first."""
    behind = [*positions[1:], positions[0] + tokens]
    return [after - before for before, after in zip(positions, behind, strict=True)]


def awt(d, tokens):
    return (1 + sum(mpf(x) ** 2 for x in d) / tokens) / 2


def ald(d, tokens):
    return sum(x * log(mpf(x), 10) for x in d) / tokens


BY_POSITION = {
    "arf": lambda d, tokens: (
        mpf(len(d)) / tokens * sum(min(mpf(x), mpf(tokens) / len(d)) for x in d)
    ),
    "awt": awt,
    "ald": ald,
    "f_awt": lambda d, tokens: mpf(tokens) ** 2 / sum(mpf(x) ** 2 for x in d),
    "f_ald": lambda d, tokens: tokens * mpf(10) ** -ald(d, tokens),
}
