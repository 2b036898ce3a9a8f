"""Every subject, in the order of the report."""

from bench.subjects.by_hand import Arrays, Blobs, MatchArms, TextArrays, TextBlobs
from bench.subjects.code_registry import CodeRegistry, MixedRows, OneLanguage, Optimized, TextValues
from bench.subjects.derives import Strum, Thiserror
from bench.subjects.controls import Empty
from bench.subjects.derived import Derived
from bench.subjects.kinds import Kinds
from bench.subjects.kinds_by_hand import ThiserrorKinds
from bench.subjects.known_codes import HttpStatus, OurCloseCodes, Tungstenite
from bench.subjects.tables import Phf, TextPhf
from bench.subjects.translations import EsFluent, FluentBundle, FluentTemplates, Mf2, RustI18n
from bench.subjects.words import OurWords, WordsByHand

EMPTY, OURS, ONE_LANGUAGE, MIXED_ROWS, KINDS = Empty(), CodeRegistry(), OneLanguage(), MixedRows(), Kinds()
OPTIMIZED = Optimized()
BLOBS, STRUM, THISERROR = Blobs(), Strum(), Thiserror()
RUST_I18N, FLUENT_TEMPLATES, MATCH_ARMS, MF2 = RustI18n(), FluentTemplates(), MatchArms(), Mf2()
SUBJECTS = [
    OURS, MATCH_ARMS, Arrays(), BLOBS, Phf(), STRUM, THISERROR, RUST_I18N, FluentBundle(), FLUENT_TEMPLATES, EsFluent(), MF2
]
TEXT_VALUES = [TextValues(), TextArrays(), TextBlobs(), TextPhf()]
EVERY_KIND = [KINDS, ThiserrorKinds()]
KNOWN_CODES = [OurCloseCodes(), Tungstenite(), HttpStatus()]
WORDS = [OurWords(), WordsByHand()]
