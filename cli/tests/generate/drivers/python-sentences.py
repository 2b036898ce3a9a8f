"""Writes the sentences of the calls on standard input as the generated module does, each as a JSON string."""
import json
import sys

import generated as code


def argument(given):
    if "text" in given:
        return given["text"]
    if "integer" in given:
        return int(given["integer"])
    if "decimal" in given:
        return given["decimal"]
    if "seconds" in given:
        return code.Duration(int(given["seconds"]), given["nanoseconds"])
    if "list" in given:
        return given["list"]
    return code.localized(given["value"], arguments(given))


def arguments(call):
    return {name: argument(given) for name, given in call["arguments"].items()}


for line in sys.stdin.buffer.read().decode().split("\n")[:-1]:
    call = json.loads(line)
    write = code.help_of if call["help"] else code.format_of
    sentence = write(call["value"], arguments(call), call["language"])
    if call["value"] == 1 and not call["help"]:
        assert code.counted(**arguments(call), language=call["language"]) == sentence
    # The first value of the range has a row of its own.
    if call["value"] == 150:
        assert code.ranged(**arguments(call), language=call["language"]) == sentence
    sys.stdout.buffer.write(json.dumps(sentence).encode() + b"\n")
