"""This project."""

import json


def codes_toml(content):
    quoted = json.dumps
    lines = ["[registry]", *_localized("title", dict.fromkeys(content.languages, "Bench")), 'repr = "u16"', f"languages = {json.dumps(content.languages)}",
             'unlisted = "Unlisted"']
    for row in content.ranges:
        lines += [f"\n[range.{row.first}-{row.last}]", f'symbol = "{row.symbol}"']
        lines += _localized("description", row.description)
    for code in content.codes:
        lines += [f"\n[code.{code.value}]", f'symbol = "{code.symbol}"']
        lines += _localized("description", code.description)
        lines += _localized("message", code.message)
        lines += _localized("help", code.help)
    return "\n".join(lines) + "\n"


def _localized(key, texts):
    return [f"{key}.{tag} = {_text(text)}" for tag, text in texts.items()]


def _text(text):
    if isinstance(text, str):
        return json.dumps(text, ensure_ascii=False)
    cases = ", ".join(f"{case} = {_text(sentence)}" for case, sentence in text.items())
    return f'{{ plural = "count", {cases} }}'
