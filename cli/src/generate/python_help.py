

def help_of(value: «value», arguments: Mapping[str, Argument], language: str = LANGUAGES[0]) -> Optional[str]:
    """The help of the value with arguments, in the best matching language."""
    row = _row_of(value)
    if row is None or row.help is None:
        return None if row is None else row.texts[_column_of(language)].help
    return "".join(_parts_of(row.help, _with_value(value, arguments), language))
