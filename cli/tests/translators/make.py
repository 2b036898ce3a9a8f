"""Writes the files of this folder anew, each by the tool that its name begins with.

    python3 make.py CODES FOLDER

CODES is the `codes` command. `.ci/translate` installs the tools: gettext, LibreOffice, and from PyPI polib, Babel and
translate-toolkit. What only tools that cannot be installed write (CAT tools, Excel) is made here by hand, as their documentation and
the specifications of XLIFF show it.
"""

import csv
import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import polib
from translate.storage import xliff, xliff2

codes, folder = sys.argv[1], Path(sys.argv[2]).resolve()
table = Path(__file__).resolve().parent / "codes.toml"


def run(*words, **options):
    done = subprocess.run([str(word) for word in words], capture_output=True, check=True, **options)
    return done.stdout


def save(name, content):
    data = content if isinstance(content, bytes) else content.encode()
    (folder / name).write_bytes(data)


def export(language, kind, changed=table):
    words = ["--language", language] if language else []
    return run(codes, "translate", "export", changed, *words, "--format", kind).decode()


def fill(po, language):
    """Translates every entry, as translators do in an editor: `{n} de 1` is the second plural form."""
    out, entry, header = [], "", True
    for line in po.splitlines(keepends=True):
        if line.startswith("msgid "):
            entry = line
            header = line == 'msgid ""\n' and not (out and out[-1].startswith("msgctxt"))
        form = re.fullmatch(r'msgstr\[(\d+)\] ""\n', line)
        if form:
            line = f'msgstr[{form[1]}] "{{n}} {language} {form[1]}"\n'
        elif line == 'msgstr ""\n' and not header:
            argument = " {path}" if "{path}" in entry else ""
            line = f'msgstr "{language}{argument}"\n'
        out.append(line)
    return "".join(out)


template = export(None, "pot")
pot = folder / "codes.pot"
pot.write_text(template)

# gettext: new files, as `msginit` begins them.
for language in "de fr it pl ru lv lt sl cs ro ga pt_BR ja sr@latin ca ar".split():
    begun = run("msginit", "--no-translator", "--locale", language, "--input", pot, "--output-file=-").decode()
    begun = re.sub(r'"(POT-Creation|PO-Revision)-Date: .*\\n"', r'"\1-Date: 2026-01-02 10:00+0000\\n"', begun)
    save(f"msginit.{language}.po", fill(begun, language))

# gettext: a template that has changed since.
german = folder / "msginit.de.po"
changed = folder / "changed.toml"
text = table.read_text().replace("The disk is full.", "The volume is full.").replace("no room in", "no space in")
changed.write_text(text.replace('name.en = "Skipped"\n', ""))
new = folder / "changed.pot"
new.write_text(export(None, "pot", changed))
save("msgmerge.de.po", run("msgmerge", "--quiet", "--previous", german, new))
save("msgmerge-old.de.po", run("msgmerge", "--quiet", german, new))
save("msgmerge-exact.de.po", run("msgmerge", "--quiet", "--no-fuzzy-matching", german, new))
changed.unlink()
new.unlink()

# gettext: other layouts of the same file.
save("msgattrib-fuzzy.de.po", run("msgattrib", "--set-fuzzy", german))
save("msgattrib-empty.de.po", run("msgattrib", "--clear-previous", "--empty", german))
save("msgattrib-obsolete.de.po", run("msgattrib", "--set-obsolete", german))
save("msgcat-narrow.de.po", run("msgcat", "--width=30", german))
save("msgcat-wide.de.po", run("msgcat", "--no-wrap", german))
save("msgcat-escape.de.po", run("msgcat", "--escape", "--indent", folder / "msginit.lv.po"))
save("msgcat-strict.de.po", run("msgcat", "--strict", "--sort-output", german))
save("msgcat-files.de.po", run("msgcat", "--add-location=file", "--sort-by-file", german))
binary = folder / "de.mo"
run("msgfmt", "--output-file", binary, german)
save("msgunfmt.de.po", run("msgunfmt", binary))
binary.unlink()
save("msgfilter.fr.po", run("msgfilter", "--keep-header", "--input", folder / "msginit.fr.po", "sed", "s/fr/FR/"))
save("msguniq.pl.po", run("msguniq", "--no-location", folder / "msginit.pl.po"))
save("msggrep.pl.po", run("msggrep", "--msgctxt", "--regexp", "code.1", folder / "msginit.pl.po"))
save("msgconv-latin1.de.po", run("msgconv", "--to-code=ISO-8859-1", german).replace(b"de {path}", b"f\xfcr {path}"))

# Other encodings. gettext does not write UTF-16, but text editors do, with or without a byte order mark.
for code, language, letters in [
    ("ISO-8859-15", "de", "für € {path}"),
    ("windows-1250", "pl", "zażółć {path}"),
    ("windows-1251", "ru", "файл {path}"),
    ("Shift_JIS", "ja", "日本 {path}"),
    ("GB18030", "zh_CN", "文件 {path}"),
]:
    begun = german.read_text().replace("de {path}", letters)
    begun = begun.replace("Language: de\\n", f"Language: {language}\\n").replace("charset=UTF-8", f"charset={code}")
    begun = re.sub(r'"Plural-Forms.*\n', "", begun)
    save(f"encoding-{code}.{language}.po", begun.encode(code))
begun = german.read_text().replace("de {path}", "für {path}").replace("charset=UTF-8", "charset=UTF-16")
save("encoding-utf-16-mark.de.po", begun.encode("utf-16"))
save("encoding-utf-16.de.po", begun.encode("utf-16-be"))
save("encoding-unknown.de.po", begun.replace("charset=UTF-16", "charset=KLINGON"))
save("encoding-wrong.de.po", begun.replace("charset=UTF-16", "charset=EUC-JP").encode("latin-1"))
xliff_latin1 = export("de", "xliff").replace("UTF-8", "ISO-8859-1").replace("</source>", "</source><target>für</target>", 1)
save("encoding-latin1.de.xlf", xliff_latin1.encode("latin-1"))

# Babel.
for language in "de pl lv sl ar zh_CN".split():
    path = folder / "babel.po"
    run("pybabel", "init", "--input-file", pot, "--output-file", path, "--locale", language)
    begun = re.sub(r'"(POT-Creation|PO-Revision)-Date: .*\\n"', r'"\1-Date: 2026-01-02 10:00+0000\\n"', path.read_text())
    begun = re.sub(r"# .*2[0-9]{3}.*\n", "", begun)
    save(f"babel.{language}.po", fill(begun, language))
    path.unlink()

# polib.
catalog = polib.pofile(str(german))
catalog.wrapwidth = 40
catalog[1].tcomment = "a comment\nof two lines"
catalog[2].flags.append("no-wrap")
catalog.append(polib.POEntry(msgctxt="code.9.name", msgid="Gone", msgstr="Weg", obsolete=True))
save("polib.de.po", str(catalog))
catalog = polib.pofile(str(german))
catalog.metadata = {key: value for key, value in catalog.metadata.items() if key != "Plural-Forms"}
save("polib-headerless.de.po", str(catalog))
catalog = polib.pofile(str(folder / "msginit.lv.po"))
del catalog.metadata["Plural-Forms"]
save("polib-headerless.lv.po", str(catalog))
catalog = polib.pofile(str(folder / "msginit.it.po"))
del catalog.metadata["Plural-Forms"], catalog.metadata["Language"]
save("polib-nameless--it.po", str(catalog))

# translate-toolkit.
for language in "de pl lv mk he cy".split():
    path = folder / "pot2po.po"
    (folder / "t.po").write_text(f'msgid ""\nmsgstr ""\n"Language: {language}\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n')
    run("pot2po", "--progress=none", "--nofuzzymatching", "-t", folder / "t.po", pot, path)
    begun = re.sub(r'"(POT-Creation|PO-Revision)-Date: .*\\n"', r'"\1-Date: 2026-01-02 10:00+0000\\n"', path.read_text())
    save(f"pot2po.{language}.po", fill(begun, language))
    path.unlink()
    (folder / "t.po").unlink()
for tool, kind in [("po2csv", "csv"), ("po2xliff", "xlf")]:
    run(tool, "--progress=none", german, folder / f"{tool}.de.{kind}")
path = folder / f"po2xliff.de.xlf"
save(path.name, path.read_text().replace(f"{folder}/", ""))

# Weblate reads and writes XLIFF by translate-toolkit.
for kind, store, name in [("xliff-1.2", xliff.xlifffile, "weblate-1.2"), ("xliff", xliff2.Xliff2File, "weblate-2.0")]:
    parsed = store.parsestring(export("de", kind).encode())
    parsed.settargetlanguage("de")
    for unit in parsed.units:
        rich = unit.rich_source
        unit.rich_target = [type(part)([("de " if isinstance(piece, str) else piece) if isinstance(piece, str) else piece for piece in part.sub]) for part in rich]
        if kind == "xliff-1.2":
            unit.markapproved()
    save(f"{name}.de.xlf", bytes(parsed))

# The formulas that services and editors write; the files are polib's.
FORMULAS = {
    "poedit.pl": "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    "weblate.pl": "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;",
    "transifex.pl": "nplurals=4; plural=(n==1 ? 0 : (n%10>=2 && n%10<=4) && (n%100<12 || n%100>14) ? 1 : n!=1 && (n%10>=0 && n%10<=1) || (n%10>=5 && n%10<=9) || (n%100>=12 && n%100<=14) ? 2 : 3);",
    "crowdin.ru": "nplurals=4; plural=((n%10==1 && n%100!=11) ? 0 : ((n%10 >= 2 && n%10 <=4 && (n%100 < 12 || n%100 > 14)) ? 1 : ((n%10 == 0 || (n%10 >= 5 && n%10 <=9)) || (n%100 >= 11 && n%100 <= 14)) ? 2 : 3));",
    "transifex.he": "nplurals=4; plural=(n == 1 && n % 1 == 0) ? 0 : (n == 2 && n % 1 == 0) ? 1: (n % 10 == 0 && n % 1 == 0 && n > 10) ? 2 : 3;",
    "transifex.es": "nplurals=3; plural=n == 1 ? 0 : n != 0 && n % 1000000 == 0 ? 1 : 2;",
    "pontoon.sl": "nplurals=4; plural=(n%100==1 ? 1 : n%100==2 ? 2 : n%100==3 || n%100==4 ? 3 : 0);",
    "poedit.ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);",
    "broken.de": "nplurals=2; plural=n != ;",
}
for name, formula in FORMULAS.items():
    language = name.split(".")[1]
    catalog = polib.pofile(str(german))
    catalog.metadata.update({"Language": language, "Plural-Forms": formula, "X-Generator": name.split(".")[0]})
    count = int(re.search(r"\d+", formula)[0])
    for entry in catalog:
        if entry.msgid_plural:
            entry.msgstr_plural = {form: f"{{n}} {language} {form}" for form in range(count)}
    save(f"{name}.po", str(catalog))
catalog = polib.pofile(str(folder / "transifex.he.po"))
for entry in catalog:
    if entry.msgid_plural:
        entry.msgstr_plural[2] = entry.msgstr_plural[3]
save("transifex-alike.he.po", str(catalog))

# XLIFF 2 of CAT tools: modules, inline elements, segments, states.
CORE = 'xmlns="urn:oasis:names:tc:xliff:document:2.0"'


def xliff2_file(name, units, version="2.0", root=""):
    save(name, f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff {CORE} {root} version="{version}" srcLang="en" trgLang="de">\n'
         f' <file id="f">\n{units}\n </file>\n</xliff>\n')


def unit(inner, key="code.2.message", attributes=""):
    return f'  <unit id="{re.sub("[^a-z0-9.]", "-", key)}" name="{key}"{attributes}>\n{inner}\n  </unit>'


def segment(target, source='no room in <ph id="1" dataRef="d1"/>', attributes=""):
    return f"   <segment{attributes}>\n    <source>{source}</source>\n    <target>{target}</target>\n   </segment>"


DATA = '   <originalData><data id="d1">{path}</data><data id="d2">`</data></originalData>\n'
full = unit(segment("Die Platte ist voll.", "The disk is full."), "code.2.description")
INLINE = {
    "dataref": DATA + segment('kein Platz in <ph id="1" dataRef="d1"/>'),
    "equiv": segment('kein Platz in <ph id="1" equiv="{path}"/>', 'no room in <ph id="1" equiv="{path}"/>'),
    "equiv-name": segment('kein Platz in <ph id="1" equiv="path"/>', 'no room in <ph id="1" equiv="path"/>'),
    "disp": segment('kein Platz in <ph id="1" disp="{path}"/>', 'no room in <ph id="1" disp="{path}"/>'),
    "same-id": DATA + segment('kein Platz in <ph id="1"/>'),
    "unknown-ph": segment('kein Platz in <ph id="7"/>', "no room in {path}"),
    "unknown-pc": segment('kein <pc id="1">Platz</pc> in {path}', "no room in {path}"),
    "pc": DATA + segment('kein Platz in <pc id="1" dataRefStart="d2" dataRefEnd="d2">{path}</pc>', "no room in {path}"),
    "sc-ec": DATA + segment('kein Platz in <sc id="1" dataRef="d2"/>{path}<ec startRef="1" dataRef="d2"/>', "no room in {path}"),
    "mrk": DATA + segment('kein <mrk id="m1" type="term">Platz</mrk> in <sm id="m2" type="comment"/><ph id="1" dataRef="d1"/><em startRef="m2"/>'),
    "cp": segment("kein Platz in {path}<cp hex=\"2026\"/>", "no room in {path}"),
}
for name, inner in INLINE.items():
    xliff2_file(f"inline-{name}.de.xlf", unit(inner) + "\n" + full, "2.1")
MODULES = {
    "matches": ('xmlns:mtc="urn:oasis:names:tc:xliff:matches:2.0"',
                '   <mtc:matches><mtc:match ref="#1"><source>no room</source><target>kein Raum</target></mtc:match></mtc:matches>\n'),
    "glossary": ('xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0"',
                 '   <gls:glossary><gls:glossEntry><gls:term source="x">room</gls:term><gls:translation>Raum</gls:translation></gls:glossEntry></gls:glossary>\n'),
    "changes": ('xmlns:ctr="urn:oasis:names:tc:xliff:changetracking:2.0"',
                '   <ctr:changeTrack><ctr:revisions appliesTo="target"><ctr:revision><ctr:item property="content">kein Raum</ctr:item></ctr:revision></ctr:revisions></ctr:changeTrack>\n'),
    "metadata": ('xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0"',
                 '   <mda:metadata><mda:metaGroup><mda:meta type="target">kein Raum</mda:meta></mda:metaGroup></mda:metadata>\n'),
    "tool": ('xmlns:x="https://example.org/tool"', '   <x:extra><source>no</source><target>nein</target></x:extra>\n'),
}
for name, (namespace, module) in MODULES.items():
    note = '   <notes><note category="translator">no plural</note></notes>\n'
    xliff2_file(f"module-{name}.de.xlf", unit(module + note + segment("kein Platz in {path}", "no room in {path}")), "2.1", namespace)
xliff2_file("segments.de.xlf", unit(
    segment("Die Platte", "The disk") + "\n   <ignorable><source> </source></ignorable>\n" + segment("ist voll.", "is full."),
    "code.2.description"))
xliff2_file("segments-order.de.xlf", unit(
    '   <segment><source>The disk</source><target order="3">voll ist die Platte.</target></segment>\n'
    '   <ignorable><source> </source><target order="2"> </target></ignorable>\n'
    '   <segment><source>is full.</source><target order="1">Ganz</target></segment>', "code.2.description"))
xliff2_file("segments-partly.de.xlf", unit(
    segment("Die Platte", "The disk") + "\n   <segment><source> is full.</source></segment>", "code.2.description")
    + "\n" + unit(segment("Dateien", "Files"), "registry.title"))
xliff2_file("states.de.xlf", "\n".join([
    unit(segment("Dateien", "Files", ' state="initial"'), "registry.title"),
    unit(segment("Übersprungen", "Skipped", ' state="final"'), "code.1.name"),
    unit(segment("Voll.", "The disk is full.", ' state="reviewed" subState="x:done"'), "code.2.description"),
    unit(segment("nein", "no"), "code.2.help", ' translate="no"')]))
save("prefix.de.xlf", '<?xml version="1.0"?>\n<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de-DE">'
     '<x:file id="f"><x:group id="g"><x:unit id="registry.title"><x:segment><x:source>Files</x:source><x:target><![CDATA[Da]]>tei&#x65;n &amp; mehr</x:target>'
     "</x:segment></x:unit></x:group></x:file></x:xliff>\n")
save("utf16.de.xlf", (f'<?xml version="1.0" encoding="UTF-16"?>\n<xliff {CORE} version="2.0" srcLang="en" trgLang="de"><file id="f">' + full + "</file></xliff>").encode("utf-16"))

# XLIFF 1.2.
def xliff12_file(name, units, namespace='xmlns="urn:oasis:names:tc:xliff:document:1.2"', language="de"):
    save(name, f'<?xml version="1.0" encoding="UTF-8"?>\n<xliff {namespace} version="1.2">\n <file original="codes.toml" source-language="en"'
         f' target-language="{language}" datatype="plaintext">\n  <header><tool tool-id="t" tool-name="T"/></header>\n  <body>\n{units}\n  </body>\n </file>\n</xliff>\n')


def trans_unit(target, source="no room in {path}", key="code.2.message", attributes="", more=""):
    return (f'   <trans-unit id="{key}"{attributes}>\n    <source>{source}</source>\n{more}'
            f"    {target}\n   </trans-unit>")


INLINE12 = {
    "ph": '<target>kein Platz in <ph id="1">{path}</ph></target>',
    "ph-empty": '<target>kein Platz in <ph id="1"/></target>',
    "x": '<target>kein Platz in <x id="INTERPOLATION" equiv-text="{path}"/></target>',
    "x-unknown": '<target>kein Platz in <x id="9"/></target>',
    "g": '<target>kein <g id="1">Platz</g> in {path}</target>',
    "g-same-id": '<target>kein <g id="1">Platz</g> in <x id="1"/></target>',
    "bpt-ept": '<target>kein Platz in <bpt id="1">`</bpt>{path}<ept id="1">`</ept></target>',
    "it-mrk": '<target>kein <mrk mtype="x-term">Platz</mrk> in <it id="1" pos="open">{path}</it></target>',
}
for name, target in INLINE12.items():
    source = 'no room in <ph id="1">{path}</ph>' if name.startswith("ph") else "no room in {path}"
    if name == "g-same-id":
        source = 'no room in <x id="1" equiv-text="{path}"/>'
    xliff12_file(f"inline12-{name}.de.xlf", trans_unit(target, source))
xliff12_file("alternatives12.de.xlf", trans_unit(
    "<target state=\"final\">kein Platz in {path}</target>",
    more='    <seg-source><mrk mtype="seg" mid="0">no room in {path}</mrk></seg-source>\n',
    attributes=' approved="yes"').replace("   </trans-unit>",
    '    <alt-trans match-quality="80"><source>no room</source><target>kein Raum</target></alt-trans>\n    <note from="translator">so</note>\n   </trans-unit>'))
xliff12_file("segmented12.de.xlf", trans_unit(
    '<target><mrk mtype="seg" mid="0">kein Platz</mrk> <mrk mtype="seg" mid="1">in {path}</mrk></target>',
    more='    <seg-source><mrk mtype="seg" mid="0">no room</mrk> <mrk mtype="seg" mid="1">in {path}</mrk></seg-source>\n'))
xliff12_file("bare12.de.xlf", trans_unit("<target>Dateien</target>", "Files", "registry.title"), "", "de")
xliff12_file("states12.de.xlf", "\n".join([
    trans_unit('<target state="needs-review-translation">Dateien</target>', "Files", "registry.title"),
    trans_unit('<target state="new">Skipped</target>', "Skipped", "code.1.name"),
    trans_unit('<target state="signed-off">Voll.</target>', "The disk is full.", "code.2.description"),
    trans_unit("", "no", "code.2.help", ' translate="no"')]))

# CSV of spreadsheets.
rows = list(csv.reader(io.StringIO(export("de", "csv"))))
for row in rows[1:]:
    row[2] = "de" + "".join(re.findall(r" ?\{\w+\}", row[1]))


def sheet(rows, **options):
    out = io.StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


save("excel.de.csv", sheet(rows))
save("excel-bom.de.csv", "\ufeff" + sheet(rows, delimiter=";"))
save("excel-sep.de.csv", "sep=;\r\n" + sheet(rows, delimiter=";"))
save("excel-unicode-text.de.csv", sheet(rows, delimiter="\t").encode("utf-16"))
save("excel-big-endian.de.csv", b"\xfe\xff" + sheet(rows, delimiter=";").encode("utf-16-be"))
save("unix.de.csv", sheet(rows, dialect="unix"))
save("tabs.de.tsv", sheet(rows, delimiter="\t", lineterminator="\n"))
save("pipes.de.csv", sheet(rows, delimiter="|"))
blank = [""] * len(rows[0])
save("blank-rows.de.csv", sheet([blank, *rows[:3], blank, blank, *rows[3:], blank], delimiter=";"))
save("columns.de.csv", sheet([[row[3], "id" if row is rows[0] else "7", row[1], row[0], row[2], "who" if row is rows[0] else "me"] for row in rows]))
save("two-languages--de.csv", sheet([[row[0], row[1], "fr" if row is rows[0] else "fr", row[2]] for row in rows]))
save("fuzzy.de.csv", sheet([[*row[:3], "state" if row is rows[0] else "Fuzzy", ""] for row in rows]))
save("quoted.de.csv", sheet(rows, quoting=csv.QUOTE_ALL, lineterminator="\n"))

# LibreOffice opens an export, saves it as a spreadsheet, and that as text: separator, quote, encoding (76 is UTF-8, 65535
# UTF-16), first line; whether every text is quoted.
with tempfile.TemporaryDirectory() as place:
    office = ["soffice", f"-env:UserInstallation=file://{place}/profile", "--headless"]
    text = "Text - txt - csv (StarCalc):"
    for name, options in [
        ("libreoffice", "44,34,76,1"),
        ("libreoffice-semicolon", "59,34,76,1"),
        ("libreoffice-tab", "9,34,76,1"),
        ("libreoffice-utf-16", "9,34,65535,1"),
        ("libreoffice-quoted", "59,34,76,1,,0,true"),
    ]:
        sheet_file = Path(place) / f"{name}.de.csv"
        sheet_file.write_text(sheet(rows), newline="")
        run(*office, f"--infilter={text}44,34,76,1,,0,true", "--convert-to", "ods", "--outdir", place, sheet_file)
        run(*office, "--convert-to", f"csv:{text}{options}", "--outdir", place, sheet_file.with_suffix(".ods"))
        save(sheet_file.name, sheet_file.read_bytes())
pot.unlink()
