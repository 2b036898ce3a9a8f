"""An application's crate: errors of its own, with codes from another crate's registry."""

from bench.content import INTEGERS
from bench.subject import Subject


class Derived(Subject):
    """Errors from a large table."""

    name = "code-registry, derived"
    dependencies = ["code-registry"]

    def __init__(self, table, errors: int):
        self.errors = errors
        #: The crate with the table.
        self.table = table

    def crates(self):
        return {"table": self.table}

    def files(self, content):
        variants = "".join(_variant(code) for code in self.table.content.codes[: self.errors])
        return {"src/lib.rs": f"""
#[derive(Debug, code_registry::Coded)]
#[coded(table::Code)]
pub enum Error {{
{variants}}}
"""}


def _variant(code):
    fields = ", ".join(f"{name}: {'u64' if name in INTEGERS else 'String'}" for name in code.arguments)
    return f"    {code.variant} {{ {fields} }},\n" if fields else f"    {code.variant},\n"
