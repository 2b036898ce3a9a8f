"""Answers for the values on standard input as the generated module does: fields as `length:bytes,`, or `-`."""
import sys

import generated
from generated import Code, label_of, references_of, status_of, symbol_of, text_of

parse = {"number": int, "bigint": int, "string": str}[sys.argv[1]]


def is_refused(value):
    try:
        Code(value)
    except ValueError:
        return True
    return False


# Values of another type, or out of range.
for invalid in [None, 0.5, b"42", [], "", "too long " * 40, "é", 1 << 64, -(1 << 63) - 1]:
    assert is_refused(invalid), invalid


def field(text):
    return b"-" if text is None else b"%d:%s," % (len(text.encode()), text.encode())


def cell(function, name):
    """A column or a part of the value, as JSON writes it."""
    found = None if symbol is None else getattr(getattr(generated, function)(value), name)
    return found if found is None else str(found).lower() if isinstance(found, bool) else str(found)


for line in sys.stdin.buffer.read().decode().split("\n")[:-1]:
    value = parse(line)
    # The enum has the values that have a row, and in open tables all others.
    if symbol_of(value) is None:
        assert is_refused(value), value
    else:
        assert Code(value) == value and symbol_of(Code(value)) == symbol_of(value)
        assert type(Code(value).value) is type(value)
    symbol = symbol_of(value)
    fields = [symbol, symbol and label_of(value), status_of(value), "\n".join(references_of(value)) or None]
    fields += [COLUMNS]
    for language in sys.argv[2:]:
        text = text_of(value, language)
        fields += [text and getattr(text, name) for name in ["name", "description", "help", TEXTS]]
    sys.stdout.buffer.write(b"".join(map(field, fields)) + b"\n")
