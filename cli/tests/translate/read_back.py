"""Holds a PO file against the CSV file of the same language, and writes it again as polib does."""

import csv
import re
import sys

import babel
import polib

ORDER = ["zero", "one", "two", "few", "many", "other"]


def without_marks(cell):
    """A line that could be a formula has a quote in front."""
    return re.sub(r"(?m)^'(?=[-+=@])", "", cell)


path, table = sys.argv[1:]
catalog = polib.pofile(path, check_for_duplicates=True)
locale = babel.Locale.parse(catalog.metadata["Language"])
reached = {locale.plural_form(number) for number in [*range(2000), 10**6]}
categories = [category for category in ORDER if category in reached]

entries = {}
for entry in catalog:
    assert entry.tcomment == "" and not entry.obsolete
    if not entry.msgid_plural:
        entries[entry.msgctxt] = (entry.msgid, entry.msgstr)
        continue
    assert entry.msgctxt.endswith("]") and len(entry.msgstr_plural) == len(categories), entry.msgctxt
    for number, category in enumerate(categories):
        entries[f"{entry.msgctxt[:-1]}={category}]"] = (None, entry.msgstr_plural[number])

with open(table, newline="", encoding="utf-8") as file:
    records = list(csv.reader(file, strict=True))
assert records[0] == ["key", "en", records[0][2], "state", "notes"]
assert len(records) - 1 == len(entries)
for key, source, target, _, _ in records[1:]:
    message, translation = entries[key]
    source, target = without_marks(source), without_marks(target)
    assert message in (None, source) and translation == target, key

catalog.save(path)
