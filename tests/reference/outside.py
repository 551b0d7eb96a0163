r"""Scores by other programs, as rows for `association.csv`, where no publication has numbers.

    pip install cogent3==2026.10.22 statsmodels==0.15.0 pycorpdiff==0.1.0a27 scikit-learn==1.9.1
    pip download --no-deps --no-binary :all: convokit==5.0.0
    python tests/reference/outside.py \
        convokit-5.0.0/convokit/fighting_words/fightingWords.py Wordless

None of them is needed to run the tests. `Wordless` is the folder of a checkout of
BLKSerene/Wordless (commit d719fd8). Its modules and that of ConvoKit are run by themselves: what
they import of the packages around them is not used by the comparison.
"""

import csv
import importlib
import importlib.util
import sys
from types import ModuleType, SimpleNamespace

import numpy as np
import pandas as pd
import statsmodels.api as sm
from cogent3.maths.stats.test import G_ind
from pycorpdiff.keyness.bayes import bayes_factor
from sklearn.feature_extraction.text import CountVectorizer

# o11, r1, c1, n: Dunning's bigrams, words of the last test of quanteda, tables with zeros.
TABLES = [
    (110, 2552, 221, 31777),
    (10, 10, 13, 31777),
    (3, 10, 10, 19),
    (30, 200, 45, 900),
    (0, 50, 7, 400),
    (12, 3594699, 19, 8685983),
]
PRIOR = 500


def four(o11, r1, c1, n):
    return np.array([[o11, r1 - o11], [c1 - o11, n - r1 - c1 + o11]], dtype=float)


def g2_williams(*table):
    return float(G_ind(four(*table), williams=True)[0])


def bic(o11, r1, c1, n):
    found = bayes_factor(pd.Series({"term": o11}), pd.Series({"term": c1 - o11}), r1, n - r1)
    return 2 * float(np.log(found["term"]))


def interaction(*table):
    """Coefficient and z of the interaction in a Poisson model of the cells, 0.5 added to each."""
    cells = four(*table).ravel() + 0.5
    first, second = [1, 1, 0, 0], [1, 0, 1, 0]
    design = np.column_stack([np.ones(4), first, second, np.multiply(first, second)])
    fit = sm.GLM(cells, design, family=sm.families.Poisson()).fit(tol=1e-12)
    return float(fit.params[3]), float(fit.tvalues[3])


def fighting_words(path):
    """The module of ConvoKit, with empty names in place of the package around it."""
    stub = ModuleType("convokit")
    for name in ("Transformer", "CorpusComponent", "Corpus", "Utterance"):
        setattr(stub, name, object)
    transformer, model = ModuleType("convokit.transformer"), ModuleType("convokit.model")
    vars(transformer).update(vars(stub))
    vars(model).update(vars(stub))
    cleaning = ModuleType("cleantext")
    cleaning.clean = str
    sys.modules |= {"convokit": stub, "convokit.transformer": transformer, "convokit.model": model}
    sys.modules["cleantext"] = cleaning
    spec = importlib.util.spec_from_file_location("fighting_words", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.FightingWords


def log_odds(words, o11, r1, c1, n):
    others = "other " * (r1 - o11), "other " * (n - r1 - c1 + o11)
    sides = ["term " * o11 + others[0], "term " * (c1 - o11) + others[1]]
    vectorizer = CountVectorizer(vocabulary=["term", "other"])
    prior = np.array([PRIOR * c1 / n, PRIOR * (n - c1) / n])
    model = SimpleNamespace(text_func=str, cv=vectorizer, prior=prior)
    return float(words._bayes_compare_language(model, [sides[0]], [sides[1]])["term"])


def effect_sizes(folder):
    """Wordless's measures of effect size, with empty names in place of its window and parsers."""
    core, parsers = ModuleType("PyQt5.QtCore"), ModuleType("wordless.wl_nlp")
    core.QCoreApplication = SimpleNamespace(translate=None)
    parsers.wl_nlp_utils = None
    sys.modules |= {"PyQt5": ModuleType("PyQt5"), core.__name__: core, parsers.__name__: parsers}
    sys.path.insert(0, folder)
    return importlib.import_module("wordless.wl_measures.wl_measures_effect_size")


def mi_log_f(measures, *table):
    cells = [np.array([cell], dtype=int) for cell in four(*table).ravel()]
    return float(measures.mi_log_f(None, *cells)[0])


def rows(words, measures):
    words, measures = fighting_words(words), effect_sizes(measures)
    for table in TABLES:
        yield (
            table,
            "g2_williams",
            g2_williams(*table),
            "",
            "cogent3 2026.10.22, G_ind(williams=True)",
        )
        yield table, "bic", bic(*table), "", "pycorpdiff 0.1.0a27, 2 ln bayes_factor"
        estimate, z = interaction(*table)
        program = "statsmodels 0.15.0, GLM of Poisson family, interaction of the cells + 0.5"
        yield table, "lambda", estimate, "", program
        yield table, "lambda_z", z, "", f"{program}, z"
        if table[3] < 100_000:
            program = (
                "ConvoKit 5.0.0, FightingWords with a prior of 500 tokens shared out by frequency"
            )
            yield table, "log_odds_dirichlet", log_odds(words, *table), f"prior={PRIOR}", program
    for table in TABLES:
        program = "Wordless, commit d719fd8, mi_log_f"
        yield table, "mi_log_f", mi_log_f(measures, *table), "", program


if __name__ == "__main__":
    sheet = csv.writer(sys.stdout, lineterminator="\n")
    for number, (table, measure, score, options, program) in enumerate(rows(*sys.argv[1:]), 1):
        tolerance = f"{max(1, abs(score)) * 1e-6:.1e}"
        row = [f"outside-{number:03}", measure, *table, options, "score", f"{score:.10g}"]
        sheet.writerow([*row, tolerance, f"output of {program} (tests/reference/outside.py)"])
