"""Translates a language file as Weblate does, with its reader of TOML and the key filter of docs/translators.md.

    python3 weblate.py FILE KEY_FILTER

Every text that the filter lets through ends with a mark afterwards; everything else must stay.
"""

import io
import re
import sys
from pathlib import Path

from translate.storage.toml import TOMLFile

path, key_filter = Path(sys.argv[1]), re.compile(sys.argv[2])
before = path.read_text()
store = TOMLFile(io.BytesIO(before.encode()))

shown = [unit for unit in store.units if key_filter.search(unit.getid())]
hidden = [unit.getid() for unit in store.units if not key_filter.search(unit.getid())]
assert hidden and all(re.search(r"\.(plural|ordinal|select)$", key) for key in hidden), hidden
for unit in shown:
    unit.target += "§"

out = io.BytesIO()
store.serialize(out)
after = out.getvalue().decode()
assert after.count("§") == len(shown), after
path.write_text(after)
