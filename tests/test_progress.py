"""Questions that take long tell how far they are, and stop when they are told to."""

import hustings as hs
import pytest

N_DOCUMENTS = 24
TEXTS = [
    f"Tara Vell said the pier number {at} is safe. The harbour of Lumen has {at} boats and a pier."
    for at in range(N_DOCUMENTS)
]
QUESTIONS = {
    "quotations": (lambda corpus, seen: corpus.quotations(progress=seen), N_DOCUMENTS),
    "quotations that mention something": (
        lambda corpus, seen: corpus.quotations("safe", progress=seen),
        N_DOCUMENTS,
    ),
    "near-duplicates": (lambda corpus, seen: corpus.near_duplicates(progress=seen), N_DOCUMENTS),
    "key terms of groups": (
        lambda corpus, seen: corpus.keyness(by="side", min_frequency=1, progress=seen),
        2,
    ),
    # 1,100 relabellings are three blocks.
    "a permutation test": (
        lambda corpus, seen: corpus.subset(side="a").keyness(
            significance="permutation", permutations=1100, direction="both", progress=seen
        ),
        3,
    ),
}


def built():
    sides = ["a", "b"] * (N_DOCUMENTS // 2)
    return hs.Corpus.from_texts(TEXTS, metadata={"side": sides})


@pytest.mark.parametrize(("ask", "total"), QUESTIONS.values(), ids=QUESTIONS)
def test_a_question_tells_how_far_it_is_and_gives_what_it_gives_without(ask, total):
    seen = []
    found = ask(built(), lambda *now: seen.append(now))
    assert seen[-1] == (total, total)
    assert all(done >= 0 for done, _ in seen)
    assert found.to_csv() == ask(built(), None).to_csv()


@pytest.mark.parametrize(("ask", "total"), QUESTIONS.values(), ids=QUESTIONS)
def test_what_a_function_of_progress_raises_ends_the_question(ask, total):
    def stop(done, of):
        raise RuntimeError(f"enough of {of} at {done}")

    corpus = built()
    with pytest.raises(RuntimeError, match="enough of"):
        ask(corpus, stop)
    assert len(ask(corpus, None)) > 0
    assert total > 0


@pytest.mark.parametrize(("ask", "total"), QUESTIONS.values(), ids=QUESTIONS)
def test_progress_that_is_no_function_is_refused(ask, total):
    with pytest.raises(hs.InputTypeError, match="progress must be"):
        ask(built(), total)
