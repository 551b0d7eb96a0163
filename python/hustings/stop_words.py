"""Function words, which tables can leave out."""

from __future__ import annotations

from hustings._checked import checked
from hustings.errors import UnknownNameError

__all__ = ["stop_words"]

_CONTRACTED = {
    "'d": "he i it she that there they we who you",
    "'ll": "he i it she that there they we who you",
    "'m": "i",
    "'re": "they we what who you",
    "'ve": "i they we who you",
    "n't": "are can could did do does had has have is must should was were wo would",
}

# The closed classes of English: what they say is mostly how other words go together.
_ENGLISH = {
    "articles and other determiners": (
        "a all an another any both each either enough every few fewer less many more most much "
        "neither no other others our several some such that the these this those whatever which "
        "whichever whose"
    ),
    "pronouns": (
        "anybody anyone anything everybody everyone everything he her hers herself him himself his "
        "i it its itself me mine my myself nobody none nothing oneself ours ourselves she somebody "
        "someone something their theirs them themselves they us we what who whoever whom you your "
        "yours yourself yourselves"
    ),
    "prepositions": (
        "about above across after against along amid among around as at before behind below "
        "beneath beside besides between beyond by despite down during except for from in inside "
        "into near of off on onto out outside over past per since than through throughout till to "
        "toward towards under until up upon via with within without"
    ),
    "conjunctions": (
        "although and because but if lest nor once or so though unless whereas whether while yet"
    ),
    "verbs that go with others": (
        "am are be been being can cannot could did do does doing done had has have having is may "
        "might must ought shall should was were will would"
    ),
    "adverbs that go with others": (
        "again also even ever here how however just not now only quite rather then there "
        "therefore thus too very when whenever where wherever why"
    ),
    "endings": "'s",
}


@checked
def stop_words(language: str = "en") -> list[str]:
    """The function words of a language, for `exclude=`: articles, pronouns, prepositions and so on.

    There is no list that fits every question: `we` and `they` tell speeches apart, `not` and `must`
    matter to many. So nothing is left out unless it is asked for, and what was stands in the
    manifest of each result. Take words out of the list, or add some, as you need.

    Parameters
    ----------
    language
        `"en"`. For others take a list made for them, such as those of NLTK or spaCy: `exclude=`
        takes any.

    Returns
    -------
    list of str
        In alphabetical order, in small letters.

    Raises
    ------
    UnknownNameError
        For another language.

    Examples
    --------
    >>> corpus = hs.Corpus.from_texts(["The bridge between the two banks is old."])
    >>> corpus.frequencies(exclude=hs.stop_words()).column("term")
    ['banks', 'bridge', 'old', 'two']
    >>> kept = {"we", "they", "our", "not"}
    >>> len(hs.stop_words()) - len([word for word in hs.stop_words() if word not in kept])
    4
    """
    if language != "en":
        raise UnknownNameError(f'language must be "en", got "{language}"')
    words = {word for listed in _ENGLISH.values() for word in listed.split()}
    for ending, before in _CONTRACTED.items():
        words.update(word + ending for word in before.split())
    return sorted(words)
