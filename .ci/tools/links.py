"""Checks the links between pages: each must lead to a file and, if it has a fragment, to an element with that id.

Links to other sites are not followed.
"""

import argparse
import os
import pathlib
import sys
from urllib.parse import unquote, urlsplit

import lxml.html

arguments = argparse.ArgumentParser(description=__doc__)
arguments.add_argument("folder", type=pathlib.Path, help="the root of the site")
arguments.add_argument("--pages", default="", help="check only the links of the pages below this part of the folder")
arguments.add_argument("--base", default="/", help="the path of the site on its server")
options = arguments.parse_args()
root = options.folder.resolve()
# The pages of a site in many languages have millions of links: one look at the disk is enough.
files = {os.path.join(folder, name) for folder, _, names in os.walk(root) for name in names}
anchors = {}


# Smart strings would keep the whole page in memory.
def anchors_of(page):
    if page not in anchors:
        document = lxml.html.parse(page, lxml.html.HTMLParser(encoding="utf-8"))
        anchors[page] = set(document.xpath("//@id | //a/@name", smart_strings=False))
    return anchors[page]


links = 0
broken = []
for page in sorted((root / options.pages).rglob("*.html")):
    document = lxml.html.parse(page, lxml.html.HTMLParser(encoding="utf-8"))
    # rustdoc shows blanket implementations with the documentation of other crates.
    for foreign in document.xpath("//*[@id = 'blanket-implementations-list']"):
        foreign.getparent().remove(foreign)
    # rustdoc names scripts that exist only if there is something to load.
    # The base of a page at the root of a site is that root.
    for link in document.xpath("//*[not(self::base)]/@href | //*[not(self::script[@async])]/@src"):
        parts = urlsplit(link)
        if parts.scheme or parts.netloc:
            continue
        links += 1
        path = unquote(parts.path)
        # 404.html is served for any address, so its links are absolute.
        folder = page.parent
        if path.startswith(options.base):
            folder, path = root, path.removeprefix(options.base)
        target = os.path.normpath(os.path.join(folder, path)) if path or folder == root else str(page)
        if target not in files:
            target = os.path.join(target, "index.html")
        fragment = parts.fragment
        # rustdoc links to ranges of lines, which its script resolves.
        if target.endswith(".rs.html"):
            fragment = fragment.partition("-")[0]
        if target not in files:
            broken.append(f"{page.relative_to(root)}: {link}: no such file")
        elif fragment and target.endswith(".html") and not anchors_of(target) & {fragment, unquote(fragment)}:
            broken.append(f"{page.relative_to(root)}: {link}: no such place")

print(f"{links} links, {len(broken)} broken")
print("\n".join(broken))
sys.exit(bool(broken))
