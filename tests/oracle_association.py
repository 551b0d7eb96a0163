"""Measures of association once more, from their definitions, exact or in numbers of 60 digits."""

from fractions import Fraction
from math import comb

from mpmath import betainc, exp, ln, loggamma, mp, mpf, sqrt

mp.dps = 60
HALF = mpf(1) / 2


class Table:
    """A two-by-two table in numbers of 60 digits."""

    def __init__(self, o11, r1, c1, n):
        self.o11, self.r1, self.c1, self.n = map(mpf, (o11, r1, c1, n))
        self.r2, self.c2 = self.n - self.r1, self.n - self.c1
        self.o12, self.o21 = self.r1 - self.o11, self.c1 - self.o11
        self.o22 = self.r2 - self.o21
        self.cells = [self.o11, self.o12, self.o21, self.o22]
        sizes = [(self.r1, self.c1), (self.r1, self.c2), (self.r2, self.c1), (self.r2, self.c2)]
        self.expected = [row * column / self.n for row, column in sizes]
        self.e11, self.e21 = self.expected[0], self.expected[2]


def log2(value):
    return ln(value) / ln(2)


def surprise(observed, expected):
    return observed * ln(observed / expected) if observed > 0 else mpf(0)


def log_likelihood(t):
    return 2 * (surprise(t.o11, t.e11) + surprise(t.o21, t.e21))


def g2(t):
    return 2 * sum(map(surprise, t.cells, t.expected))


def williams(t):
    rows = t.n / t.r1 + t.n / t.r2 - 1
    columns = t.n / t.c1 + t.n / t.c2 - 1
    return 1 + rows * columns / (6 * t.n)


def chi_squared(t, less=0):
    def square(observed, expected):
        return max(abs(observed - expected) - less, 0) ** 2 / expected

    return sum(map(square, t.cells, t.expected))


def mi(t):
    return log2(t.o11 / t.e11)


def odds(t):
    a, b, c, d = (cell + HALF for cell in t.cells)
    return a * d / (b * c)


def lambda_z(t):
    return ln(odds(t)) / sqrt(sum(1 / (cell + HALF) for cell in t.cells))


def log_odds_dirichlet(t, prior=500):
    term = prior * t.c1 / t.n
    first = ln((t.o11 + term) / (t.r1 + prior - t.o11 - term))
    second = ln((t.o21 + term) / (t.r2 + prior - t.o21 - term))
    return (first - second) / sqrt(1 / (t.o11 + term) + 1 / (t.o21 + term))


def relative_risk(t):
    return (t.o11 / t.r1) / ((t.o21 or HALF) / t.r2)


def log_ratio(t):
    return log2(((t.o11 or HALF) / t.r1) / ((t.o21 or HALF) / t.r2))


def difference_coefficient(t):
    one, other = t.o11 / t.r1, t.o21 / t.r2
    return (one - other) / (one + other)


def percent_diff(t):
    return 100 * (relative_risk(t) - 1)


def simple_maths(t):
    return (10**6 * t.o11 / t.r1 + 1) / (10**6 * t.o21 / t.r2 + 1)


def ln_factorial(value):
    return loggamma(value + 1)


def poisson(t):
    return -(t.o11 * ln(t.e11) - t.e11 - ln_factorial(t.o11)) / ln(10)


def hypergeometric(t):
    margins = sum(map(ln_factorial, (t.r1, t.r2, t.c1, t.c2)))
    return -(margins - ln_factorial(t.n) - sum(map(ln_factorial, t.cells))) / ln(10)


def probabilities(t):
    """How often each O11 occurs among all ways to draw, as whole numbers."""
    r1, c1, n = int(t.r1), int(t.c1), int(t.n)
    values = range(max(0, r1 + c1 - n), min(r1, c1) + 1)
    return {value: comb(r1, value) * comb(n - r1, c1 - value) for value in values}


def fisher(t, among):
    ways = probabilities(t)
    chosen = sum(many for value, many in ways.items() if among(value, ways))
    share = Fraction(chosen, sum(ways.values()))
    return -ln(mpf(share.numerator) / mpf(share.denominator)) / ln(10)


def fisher_two_sided(t):
    limit = 1 + Fraction(1, 10**7)
    observed = int(t.o11)
    return fisher(t, lambda value, ways: ways[value] <= ways[observed] * limit)


def fisher_right(t):
    return fisher(t, lambda value, _: value >= t.o11)


def fisher_left(t):
    return fisher(t, lambda value, _: value <= t.o11)


def conservative_log_ratio(t, alpha=0.05, comparisons=1):
    """By the limits of the share that O11 has in C1, found where the beta distribution has them."""
    chance = mpf(alpha) / 2 / comparisons
    positive = t.o11 / t.r1 >= t.o21 / t.r2
    one, other, sizes = (t.o11, t.o21, t.r2 / t.r1)
    if not positive:
        one, other, sizes = other, one, 1 / sizes
    if one == 0:
        return mpf(0)

    # Bisection of the logarithm of the odds.
    low, high = mpf(-200), ln(one / (other + 1))
    with mp.workdps(30):
        for _ in range(80):
            middle = (low + high) / 2
            share = 1 / (1 + exp(-middle))
            missed = betainc(one, other + 1, 0, share, regularized=True)
            low, high = (middle, high) if missed < chance else (low, middle)
    bound = max(log2(share / (1 - share) * sizes), mpf(0))
    return bound if positive else -bound


FORMULAS = {
    "log_likelihood": log_likelihood,
    "log_ratio": log_ratio,
    "log_dice": lambda t: 14 + log2(2 * t.o11 / (t.r1 + t.c1)),
    "mi": mi,
    "t_score": lambda t: (t.o11 - t.e11) / sqrt(t.o11),
    "z_score": lambda t: (t.o11 - t.e11) / sqrt(t.e11),
    "g2": g2,
    "g2_williams": lambda t: g2(t) / williams(t),
    "simple_ll": lambda t: 2 * (surprise(t.o11, t.e11) - (t.o11 - t.e11)),
    "chi_squared": chi_squared,
    "chi_squared_yates": lambda t: chi_squared(t, HALF),
    "chi_squared_williams": lambda t: chi_squared(t) / williams(t),
    "phi_squared": lambda t: chi_squared(t) / t.n,
    "average_mi": lambda t: g2(t) / (2 * t.n * ln(2)),
    "mi2": lambda t: log2(t.o11**2 / t.e11),
    "mi3": lambda t: log2(t.o11**3 / t.e11),
    "npmi": lambda t: ln(t.o11 / t.e11) / -ln(t.o11 / t.n),
    "local_mi": lambda t: t.o11 * mi(t),
    "mi_log_f": lambda t: mi(t) * ln(t.o11 + 1),
    "mu": lambda t: t.o11 / t.e11,
    "dice": lambda t: 2 * t.o11 / (t.r1 + t.c1),
    "jaccard": lambda t: t.o11 / (t.o11 + t.o12 + t.o21),
    "min_sensitivity": lambda t: min(t.o11 / t.r1, t.o11 / t.c1),
    "geometric_mean": lambda t: t.o11 / sqrt(t.r1 * t.c1),
    "liddell": lambda t: (t.o11 * t.o22 - t.o12 * t.o21) / (t.c1 * t.c2),
    "delta_p_12": lambda t: t.o11 / t.c1 - t.o12 / t.c2,
    "delta_p_21": lambda t: t.o11 / t.r1 - t.o21 / t.r2,
    "odds_ratio": odds,
    "log_odds_ratio": lambda t: ln(odds(t)),
    "lambda": lambda t: ln(odds(t)),
    "lambda_z": lambda_z,
    "log_odds_dirichlet": log_odds_dirichlet,
    "conservative_log_ratio": conservative_log_ratio,
    "relative_risk": relative_risk,
    "percent_diff": percent_diff,
    "difference_coefficient": difference_coefficient,
    "simple_maths": simple_maths,
    "bic": lambda t: log_likelihood(t) - ln(t.n),
    "fisher": fisher_two_sided,
    "fisher_right": fisher_right,
    "fisher_left": fisher_left,
    "hypergeometric": hypergeometric,
    "poisson": poisson,
}
