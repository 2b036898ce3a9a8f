"""Answers for the values on standard input as the generated module does: fields as `length:bytes,`, or `-`."""
import sys

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
    for language in sys.argv[2:]:
        fields += text_of(value, language) or [None] * 3
    sys.stdout.buffer.write(b"".join(map(field, fields)) + b"\n")
