"""The content of all subjects: a pseudo-random table of codes, ranges and texts in several languages.

The words are made up, syllable by syllable, in the script of each language, so that lengths in bytes and the sharing
of letters are those of real text, and no two texts are the same.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

# Tag, syllables, plural categories by CLDR.
LANGUAGES = [
    ("en", "the er in ing ti on re th st al", "one other"),
    ("it", "la il che to ne di re co ti al", "one many other"),
    ("de", "der ein sch ung ge ver be ten en in", "one other"),
    ("fr", "le des ent ion é tre que ou re la", "one many other"),
    ("es", "el que ción es ar de la os ri to", "one many other"),
    ("pt", "de que ção os ar em nh al re to", "one many other"),
    ("pl", "nie ści prz owa rze do na wy ch ł", "one few many other"),
    ("ru", "не по ста про ни ть ова го на ре", "one few many other"),
    ("ar", "ال من في ما لا ها ين ون تا يم", "zero one two few many other"),
    ("he", "ה של לא ים את ות ני מא בר הו", "one two other"),
    ("tr", "lar bir in de ler ya ın ma da ki", "one other"),
    ("ja", "の は に を コ ド ー 不 正 な", "other"),
    ("ko", "이 는 을 가 에 하 다 오 류 의", "other"),
    ("zh", "的 不 有 一 错 误 文 件 是 无", "other"),
]
# Languages without spaces, which need fewer syllables for a text.
DENSE = {"ja", "ko", "zh"}
BLOCK, CODES_IN_BLOCK = 64, 50

#: The arguments of messages: a text and an integer, two texts, and a text with a count that selects a plural.
TEXT_AND_INTEGER, TWO_TEXTS, COUNT_AND_TEXT = ["path", "port"], ["path", "name"], ["count", "path"]
SHAPES = [TEXT_AND_INTEGER, TWO_TEXTS, COUNT_AND_TEXT]
#: Arguments that are integers.
INTEGERS = {"count", "port"}


@dataclass
class Code:
    value: int
    #: The value, if the values of the table are texts.
    text: str
    symbol: str
    variant: str
    description: dict[str, str]
    # The messages of a quarter of the codes: for each language a text, or one for each plural category.
    message: dict[str, str | dict[str, str]] = field(default_factory=dict)
    arguments: list[str] = field(default_factory=list)
    help: dict[str, str] = field(default_factory=dict)

    @property
    def is_plural(self) -> bool:
        return "count" in self.arguments


    def messages(self):
        """Every sentence of every message."""
        for message in self.message.values():
            yield from message.values() if isinstance(message, dict) else [message]


@dataclass
class Range:
    first: int
    last: int
    #: The beginning of its values, if they are texts.
    prefix: str
    symbol: str
    description: dict[str, str]


@dataclass
class Content:
    languages: list[str]
    codes: list[Code]
    ranges: list[Range]

    def only(self, languages: list[str]) -> Content:
        """The table in some of its languages."""
        pick = lambda texts: {tag: text for tag, text in texts.items() if tag in languages}
        codes = [
            Code(code.value, code.text, code.symbol, code.variant, pick(code.description), pick(code.message),
                 code.arguments, pick(code.help))
            for code in self.codes
        ]
        ranges = [Range(row.first, row.last, row.prefix, row.symbol, pick(row.description)) for row in self.ranges]
        return Content(languages, codes, ranges)


def generate(codes: int, languages: int, seed: int = 1) -> Content:
    """A table of this many codes: blocks of fifty, each in a range with a few values more."""
    rng = random.Random(seed)
    tags = [tag for tag, _, _ in LANGUAGES[:languages]]
    rows = [_code(rng, index, tags) for index in range(codes)]
    blocks = range((codes + CODES_IN_BLOCK - 1) // CODES_IN_BLOCK)
    ranges = [
        Range(1000 + block * BLOCK, 1000 + block * BLOCK + BLOCK - 1, _prefix(block), f"AREA_{block}", _localized(rng, tags, 6))
        for block in blocks
    ]
    return Content(tags, rows, ranges)


def categories(tag: str) -> list[str]:
    return next(kinds.split() for known, _, kinds in LANGUAGES if known == tag)


def _code(rng: random.Random, index: int, tags: list[str]) -> Code:
    value = 1000 + index // CODES_IN_BLOCK * BLOCK + index % CODES_IN_BLOCK
    words = [rng.choice(["bad", "lost", "late", "open", "no", "new", "old", "far"]), _english(rng), _english(rng)]
    symbol = "_".join(words).upper() + f"_{index}"
    variant = "".join(word.capitalize() for word in words) + str(index)
    text = f"{_prefix(index // CODES_IN_BLOCK)}{index % CODES_IN_BLOCK:02}"
    code = Code(value, text, symbol, variant, _localized(rng, tags, 8))
    # Every fourth code has a message, of each shape in turn.
    if index % 4 == 1:
        code.arguments = SHAPES[index // 4 % len(SHAPES)]
        code.message = {tag: _message(rng, tag, code.arguments) for tag in tags}
    if index % 8 == 3:
        code.help = _localized(rng, tags, 5)
    return code


def _prefix(block: int) -> str:
    """Three characters, similar to SQLSTATE's classes of two."""
    return f"{chr(ord('A') + block // 100)}{block % 100:02}"


def _message(rng: random.Random, tag: str, arguments: list[str]) -> str | dict[str, str]:
    if "count" not in arguments:
        return _with_arguments(rng, tag, arguments)
    # "One file" does not contain the number.
    return {
        category: _with_arguments(rng, tag, ["path"] if category in ("zero", "one", "two") else arguments)
        for category in categories(tag)
    }


def _with_arguments(rng: random.Random, tag: str, arguments: list[str]) -> str:
    words = _words(rng, tag, 6)
    for argument in arguments:
        # Away from the first argument, and without a word of the generator.
        place = len(words) - 1 if argument == "port" else rng.randrange(1, len(words) + 1)
        words.insert(place, f"{{{argument}}}")
    return " ".join(words)


def _localized(rng: random.Random, tags: list[str], words: int) -> dict[str, str]:
    return {tag: _sentence(rng, tag, words) for tag in tags}


def _sentence(rng: random.Random, tag: str, words: int) -> str:
    text = ("" if tag in DENSE else " ").join(_words(rng, tag, words))
    return text[0].upper() + text[1:] + ("。" if tag in DENSE else ".")


def _words(rng: random.Random, tag: str, count: int) -> list[str]:
    syllables = next(syllables.split() for known, syllables, _ in LANGUAGES if known == tag)
    longest = 2 if tag in DENSE else 4
    return ["".join(rng.choices(syllables, k=rng.randrange(1, longest + 1))) for _ in range(count)]


def _english(rng: random.Random) -> str:
    return "".join(_words(rng, "en", 2))
