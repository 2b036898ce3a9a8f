"""Every subject, in the order of the report."""

from bench.subjects.by_hand import Arrays, Blobs, MatchArms
from bench.subjects.code_registry import CodeRegistry, OneLanguage
from bench.subjects.derives import Strum, Thiserror
from bench.subjects.tables import Phf
from bench.subjects.translations import FluentBundle, FluentTemplates, RustI18n

OURS, BLOBS, RUST_I18N, THISERROR = CodeRegistry(), Blobs(), RustI18n(), Thiserror()
ONE_LANGUAGE = OneLanguage()
SUBJECTS = [
    OURS, MatchArms(), Arrays(), BLOBS, Phf(), Strum(), THISERROR, RUST_I18N, FluentBundle(), FluentTemplates(),
]
