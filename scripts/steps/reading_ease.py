"""Measures how easy pages are to read: by sentence length, and by Flesch's reading ease with estimated syllables."""

import re
from dataclasses import dataclass

# The rule of the site: sentences of up to 20 words. A few may be longer, because of a name or a quotation.
LONG = 20
MOST_LONG = 0.1
LONGEST = 32
LONGEST_MEAN = 14.0
LOWEST_EASE = 40.0
# The smallest number of sentences for a meaningful result.
ENOUGH = 8

_FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_FENCED = re.compile(r"^ *(`{3,}|~{3,}).*?^ *\1\s*$", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)]*\)")
_SHORTCODE = re.compile(r":[a-z-]+:")
_ATTRIBUTES = re.compile(r"\{ [^}\n]* \}")
_TAG = re.compile(r"<[^>]+>")
_LIST_MARK = re.compile(r"^\s*(?:[-*+:]|\d+\.)\s+")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9\"'(])|:\s*$")
_WORD = re.compile(r"[A-Za-z][A-Za-z'-]*|\d[\d.,]*")
_VOWELS = re.compile(r"[aeiouy]+")


@dataclass(frozen=True)
class Reading:
    """The measurements of a page.

    Attributes:
        sentences: Every sentence, including those in lists and tables.
        words: The number of words in them.
        syllables: The approximate number of syllables in those words.
    """

    sentences: tuple[str, ...]
    words: int
    syllables: int

    @property
    def mean(self) -> float:
        """The mean number of words in a sentence."""
        return self.words / max(len(self.sentences), 1)

    @property
    def ease(self) -> float:
        """Flesch's reading ease: 100 is very easy, 0 very hard. The technical terms alone cost about 20."""
        return 206.835 - 1.015 * self.mean - 84.6 * self.syllables / max(self.words, 1)

    @property
    def long(self) -> tuple[str, ...]:
        """The sentences with more words than the rules of the site allow."""
        return tuple(sentence for sentence in self.sentences if len(_WORD.findall(sentence)) > LONG)


def read(markdown: str) -> Reading:
    """Measure a page.

    Args:
        markdown: The page's source. Its last part, which names the sources of the content, does not count.
    """
    text = _FENCED.sub("", _FRONT_MATTER.sub("", markdown))
    text = re.split(r"^---\s*$", text, flags=re.MULTILINE)[0]
    text = (
        _TAG.sub("", _ATTRIBUTES.sub("", _SHORTCODE.sub("", _LINK.sub(r"\1", text)))).replace("**", "").replace("`", "")
    )
    sentences: list[str] = []
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+:]|\d+\.)\s)|\n(?=\|)|(?<=\|)\n", text):
        if block.lstrip().startswith(("#", "*[")) or re.fullmatch(r"[\s|:-]*", block):
            continue
        for cell in block.strip().strip("|").split("|"):
            plain = _LIST_MARK.sub("", " ".join(cell.split()))
            sentences += [part.strip() for part in _END.split(plain) if _WORD.search(part)]
    words = [word for sentence in sentences for word in _WORD.findall(sentence)]
    return Reading(tuple(sentences), len(words), sum(_syllables(word) for word in words))


def faults(reading: Reading) -> list[str]:
    """Return each fault beyond the limits, as one sentence."""
    found = [
        f"a sentence has {len(_WORD.findall(sentence))} words, and {LONGEST} is the most: {sentence}"
        for sentence in reading.sentences
        if len(_WORD.findall(sentence)) > LONGEST
    ]
    if len(reading.sentences) < ENOUGH:
        return found
    if reading.mean > LONGEST_MEAN:
        found.append(f"{reading.mean:.1f} words a sentence, and {LONGEST_MEAN:.0f} is the most")
    if reading.ease < LOWEST_EASE:
        found.append(f"reading ease {reading.ease:.0f}, and {LOWEST_EASE:.0f} is the least")
    if len(reading.long) > MOST_LONG * len(reading.sentences):
        found.append(
            f"{len(reading.long)} of {len(reading.sentences)} sentences have more than {LONG} words: "
            + " / ".join(reading.long)
        )
    return found


def _syllables(word: str) -> int:
    """Count groups of vowels, without a silent e: wrong for some words, but close enough for a page."""
    groups = len(_VOWELS.findall(word.lower()))
    return max(groups - (word.lower().endswith("e") and not word.lower().endswith("le")), 1)
