"""Holds `Plural-Forms`, as gettext evaluates it, against the plural rules of CLDR that Babel has."""

import gettext
import re
import subprocess
import sys

import babel
from babel.localedata import locale_identifiers

ORDER = ["zero", "one", "two", "few", "many", "other"]
NUMBERS = [*range(1200), 10**6, 10**6 + 1, 2 * 10**6, 10**7]

# Babel has an older CLDR than this project, without rules of these.
NEWER = {"cv", "ie", "kok"}


def header(tag):
    command = [sys.argv[1], "translate", "export", "codes.toml", "--language", tag, "--format", "po"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found = re.search(r'"Plural-Forms: nplurals=(\d+); plural=(.*);\\n"', text)
    return found and (int(found[1]), gettext.c2py(found[2]))


tags = sorted({tag for tag in locale_identifiers() if re.fullmatch("[a-z]{2,3}", tag)} - {"en"} - NEWER)
assert len(tags) > 150
known = 0
for tag in tags:
    forms = header(tag)
    if not forms:
        continue
    known += 1
    count, form = forms
    locale = babel.Locale.parse(tag)
    found = {number: locale.plural_form(number) for number in NUMBERS}
    reached = [category for category in ORDER if category in found.values()]
    assert count == len(reached), (tag, count, reached)
    for number, category in found.items():
        assert reached[form(number)] == category, (tag, number, form(number), category)
assert known > 100, known
