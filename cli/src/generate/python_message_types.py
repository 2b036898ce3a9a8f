
class Duration(NamedTuple):
    """A duration."""

    seconds: int
    nanoseconds: int = 0


class _Choice(NamedTuple):
    by: str
    argument: int
    cases: Tuple[Tuple[str, Any], ...]
    other: Any


class _Message(NamedTuple):
    arguments: Tuple[Tuple[str, Any], ...]
    """Each with its kind, or with the names of its words in each of LANGUAGES."""
    sentences: Tuple[Any, ...]
    """One for each of LANGUAGES that has the message itself."""

