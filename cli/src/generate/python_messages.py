

Localized = Callable[[str], Sequence[str]]
"""The parts of a text in a language: what a message shows of another message. `localized` returns one."""

Decimal = Union[int, float, str, decimal.Decimal]
"""A number; as a text it keeps its digits."""

Argument = Union[str, int, float, decimal.Decimal, Duration, Localized, Sequence[Union[str, Localized]]]


class _Number(NamedTuple):
    zero: int
    decimal: str
    group: str
    minus: str
    infinity: str
    nan: str
    last_group: int
    other_groups: int
    first_group: int


class _Speech(NamedTuple):
    right_to_left: bool
    chain: Tuple[int, ...]
    """The languages in which a message is looked for."""
    plural: Tuple[int, ...]
    ordinal: Tuple[int, ...]
    number: _Number
    lists: Tuple[Tuple[str, ...], Tuple[str, ...]]
    """The texts between items: of a pair, after the first, between others, before the last; and how the last one changes."""
    sizes: Tuple[str, ...]
    durations: Tuple[str, ...]
    duration_pair: str


_SPEECHES = (
«speeches»)


def format_of(value: «value», arguments: Mapping[str, Argument], language: str = LANGUAGES[0]) -> Optional[str]:
    """The message of the value with arguments, in the best matching language; its description if it has no message."""
    return None if _row_of(value) is None else "".join(localized(value, arguments)(language))


def localized(value: «value», arguments: Mapping[str, Argument]) -> Localized:
    """The message of the value as an argument of another message."""

    def parts(language: str) -> Sequence[str]:
        row = _row_of(value)
        if row is None:
            return [""]
        if row.message is None:
            return [row.texts[_column_of(language)].description]
        return _parts_of(row.message, _with_value(value, arguments), language)

    return parts


def _with_value(value: «value», arguments: Mapping[str, Argument]) -> Mapping[str, Argument]:
    """Adds the value«own_parts» to the arguments of the message of a range. Arguments that are passed take precedence."""
    return arguments if value in _CODES else {"value": «value»(value), «own»**arguments}
«help»«functions»

def _parts_of(message: _Message, arguments: Mapping[str, Argument], language: str) -> List[str]:
    chain = _SPEECHES[_column_of(language)].chain
    column = next(index for index in chain if message.sentences[index] is not None)
    speech, tag = _SPEECHES[column], LANGUAGES[column]
    branch = message.sentences[column]
    while isinstance(branch, _Choice):
        branch = _choose(branch, message, arguments, speech)
    out: List[str] = []
    for part in branch:
        if isinstance(part, str):
            out.append(part)
            continue
        name, kind = message.arguments[part]
        out += _argument_parts(arguments[name], kind, speech, tag) if name in arguments else ["{" + name + "}"]
    return out


def _choose(choice: _Choice, message: _Message, arguments: Mapping[str, Argument], speech: _Speech) -> Any:
    name = message.arguments[choice.argument][0]
    text = _shown(arguments[name]) if name in arguments else None
    if text is None:
        return choice.other
    rules = {"plural": speech.plural, "ordinal": speech.ordinal}.get(choice.by)
    category = None if rules is None else _category_of(text, rules)
    for key, branch in choice.cases:
        if key == (text if rules is None or key[0].isdigit() else category):
            return branch
    return choice.other


def _shown(argument: Argument) -> Optional[str]:
    """A text or a number as a program without languages shows it; None for other arguments."""
    if isinstance(argument, str):
        return argument
    if isinstance(argument, float) and (math.isnan(argument) or math.isinf(argument)):
        return "NaN" if math.isnan(argument) else "inf" if argument > 0 else "-inf"
    if isinstance(argument, float):
        return re.sub(r"\.0$", "", format(decimal.Decimal(repr(argument)), "f"))
    if isinstance(argument, decimal.Decimal):
        return format(argument, "f")
    return str(argument) if isinstance(argument, int) else None


def _argument_parts(argument: Any, kind: Any, speech: _Speech, tag: str) -> List[str]:
    if callable(argument):
        return _isolated(argument(tag), speech.right_to_left)
    if isinstance(kind, dict):
        word = _shown(argument) or ""
        return _isolated([kind[word][_column_of(tag)] if word in kind else word], speech.right_to_left)
    if kind in ("and-list", "or-list"):
        return _list_parts(argument, speech.lists[kind == "or-list"], speech, tag)
    if kind == "duration":
        return _isolated(_duration_parts(argument, speech), speech.right_to_left)
    if kind == "bytes":
        return _isolated(_size_parts(int(argument), speech), speech.right_to_left)
    if kind in ("count", "quantity"):
        return _isolated(_decimal_parts(_shown(argument) or "", speech.number), speech.right_to_left)
    return _isolated([_shown(argument) or ""], speech.right_to_left)


_CHANGES_DIRECTION = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff\u200f\u202a-\u202e\u2066-\u2069]"
)


def _isolated(parts: Sequence[str], right_to_left: bool) -> List[str]:
    """Isolates a text in a sentence written from right to left, and one that may change the direction in any other."""
    out = ["\u2068"] if right_to_left else []
    is_open, own = right_to_left, 0
    for part in parts:
        if not is_open and _CHANGES_DIRECTION.search(part):
            is_open = True
            out.append("\u2068")
        if not is_open:
            out.append(part)
            continue
        for piece in re.findall("[^\u2066-\u2069]*[\u2066-\u2069]|[^\u2066-\u2069]+", part):
            out.append(piece)
            if piece[-1] == "\u2069":
                if own == 0:
                    out.append("\u2068")
                else:
                    own -= 1
            elif "\u2066" <= piece[-1] <= "\u2068":
                own += 1
    return out + ["\u2069"] * (own + is_open)


def _decimal_parts(text: str, number: _Number) -> List[str]:
    """A decimal number as the language writes it; another text as it is."""
    found = re.fullmatch(r"(-?)([0-9]+)(?:(\.)([0-9]*))?", text)
    if found is None:
        words = {"NaN": [number.nan], "-NaN": [number.nan], "inf": [number.infinity], "-inf": [number.minus, number.infinity]}
        return words.get(text, [text])
    minus, whole, point, fraction = found.groups()
    parts = [number.minus] if minus else []
    parts.append(_grouped(whole, number))
    if point:
        parts += [number.decimal, _digits(fraction, number)]
    return parts


def _grouped(whole: str, number: _Number) -> str:
    if len(whole) < number.last_group + number.first_group:
        return _digits(whole, number)
    groups = [whole[-number.last_group :]]
    rest = whole[: -number.last_group]
    while rest:
        groups.insert(0, rest[-number.other_groups :])
        rest = rest[: -number.other_groups]
    return number.group.join(_digits(group, number) for group in groups)


def _digits(text: str, number: _Number) -> str:
    return "".join(chr(number.zero + int(digit)) for digit in text)


def _size_parts(size: int, speech: _Speech) -> List[str]:
    magnitude, unit, power = abs(size), 0, 1
    while unit + 1 < len(speech.sizes) and magnitude >= power * 1000:
        unit, power = unit + 1, power * 1000

    def rounded(step: int) -> int:
        whole, rest = divmod(magnitude, step)
        return whole + (rest * 2 > step or (rest * 2 == step and whole % 2 == 1))

    tenths = magnitude * 10
    if power > 1:
        tenths = rounded(power // 10)
        if tenths >= 100:
            tenths = rounded(power) * 10
    if tenths >= 10_000 and unit + 1 < len(speech.sizes):
        unit, tenths = unit + 1, 10
    return _unit_parts(speech.sizes[unit], size < 0, tenths // 10, tenths % 10, speech)


def _duration_parts(duration: Duration, speech: _Speech) -> List[str]:
    seconds, nanoseconds = duration
    values = (
        seconds // 86_400,
        seconds // 3600 % 24,
        seconds // 60 % 60,
        seconds % 60,
        nanoseconds // 1_000_000,
        nanoseconds // 1000 % 1000,
        nanoseconds % 1000,
    )

    def unit(index: int) -> List[str]:
        return _unit_parts(speech.durations[index], False, values[index], 0, speech)

    first = next((index for index, value in enumerate(values) if value > 0), 3)
    if first + 1 == len(values) or values[first + 1] == 0:
        return unit(first)
    before, _, after = speech.duration_pair.partition("{1}")
    return [*unit(first), before, *unit(first + 1), after]


def _unit_parts(forms: str, is_negative: bool, whole: int, tenth: int, speech: _Speech) -> List[str]:
    text = f"{'-' if is_negative else ''}{whole}{f'.{tenth}' if tenth else ''}"
    by_name = dict(form.split("=", 1) for form in forms.split("|"))
    form = by_name.get(_category_of(text, speech.plural) or "other", by_name["other"])
    before, found, after = form.partition("{0}")
    return [before, *_decimal_parts(text, speech.number), after] if found else [form]


def _list_parts(items: Sequence[Union[str, Localized]], texts: Tuple[str, ...], speech: _Speech, tag: str) -> List[str]:
    last = len(items) - 1
    out: List[str] = []

    def pattern(index: int) -> Tuple[str, str, str]:
        return texts[0 if last == 1 else 3 if index == last else 1 if index == 1 else 2].partition("{1}")

    for index, item in enumerate(items):
        parts = item(tag) if callable(item) else [item]
        if index > 0:
            before = pattern(index)[0]
            out.append(_connective(before, texts[4], "".join(parts)) if index == last else before)
        out += _isolated(parts, speech.right_to_left)
    return out + [pattern(index)[2] for index in range(last, 0, -1)]


_CONNECTIVES = {
    "es-and": (" y ", " e ", "[iI]|[hH][iI](?![aeAE])"),
    "es-or": (" o ", " u ", "[oO8]|[hH][oO]|11(?:[. \u00a0]?[0-9]{3})*(?:,[0-9]*)?(?![.,0-9])"),
    "it-and": (" e ", " ed ", "[eE\u00e8\u00e9\u00c8\u00c9]"),
    "he-and": (
        " \u05d5",
        " \u05d5\u2011",
        "[^\u0591-\u05c7\u05d0-\u05ea\u05ef-\u05f4\ufb1d-\ufb36\ufb38-\ufb3c\ufb3e\ufb40\ufb41\ufb43\ufb44\ufb46-\ufb4f]",
    ),
}


def _connective(text: str, elision: str, item: str) -> str:
    """The text before the last item, which may depend on the sound that this begins with."""
    if elision:
        usual, changed, beginning = _CONNECTIVES[elision]
        if text == usual and re.match(beginning, item):
            return changed
    return text


def _category_of(text: str, rules: Tuple[int, ...]) -> Optional[str]:
    """The plural category of a number; None if the text is not a number."""
    found = re.fullmatch(r"[+-]?([0-9]+)(?:\.([0-9]+))?(?:[ce]([0-9]+))?", text)
    if found is None:
        return None
    whole, fraction, power = found[1], found[2] or "", min(int(found[3] or 0), 4_294_967_295)
    if power > 0:
        if len(fraction) > 17:
            return None
        moved = min(power, len(fraction))
        whole += fraction[:moved] + "0" * min(power - moved, 17)
        fraction = fraction[moved:]
    trimmed = fraction.rstrip("0")

    # Rules only compare small numbers and take remainders by small powers of ten.
    def value(digits: str) -> int:
        digits = digits.lstrip("0")
        return int(digits or 0) if len(digits) <= 17 else 10**17 + int(digits[-17:])

    operands = (value(whole), len(fraction), len(trimmed), value(fraction), value(trimmed), power, 0, 0)
    # The format is described with `plural` of code-registry-encoding.
    at = rules[11] if rules else 255
    while at < 250:
        step = rules[12 + at : 23 + at]
        head, yes, no, first, length = step[:5]
        number = operands[head & 7]
        if head >> 3 & 7:
            number %= 10 ** (head >> 3 & 7)
        if head & 64:
            first, length = (int.from_bytes(bytes(step[place : place + 4]), "little") for place in (3, 7))
        at = yes if first <= number <= first + length else no
    return ("zero", "one", "two", "few", "many", "other")[at - 250]
