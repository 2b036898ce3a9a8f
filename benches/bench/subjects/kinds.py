"""Messages with one argument of each kind of the table format, for the regression guard."""

from bench.subject import PATH, in_buffer
from bench.subjects.code_registry import CodeRegistry

# The kind in `args`, the type of the field, and a value.
KINDS = {
    "an integer": ("integer", "u64", "1_234_567"),
    "a count": ("count", "u64", "1_234_567"),
    "a negative count of 128 bits": ("count", "i128", "-1_234_567"),
    "a quantity": ("quantity", "f64", "1_234.5"),
    "bytes": ("bytes", "u64", "1_500_000"),
    "a duration": ("duration", "core::time::Duration", "core::time::Duration::from_secs(7_500)"),
    "a list of three": ("and-list", "[&'static str; 3]", '["first", "second", "third"]'),
    "a word": ("item", "subject::CodeItem", "subject::CodeItem::Folder"),
}
OPERATIONS = {f"message, a text and {what}": kind for what, kind in KINDS.items()}
WORDS = ["file", "folder", "link"]
FIRST = 60_000


class Kinds(CodeRegistry):
    """The same table with a row for each kind of argument."""

    name = "code-registry, every kind of argument"
    can = set(OPERATIONS)

    def files(self, content):
        files = super().files(content)
        lines = ["\n[enum.item]", f"values = {WORDS}"]
        # Every language has names of its own: a name that is the same as in the default language is not stored again.
        for tag in content.languages:
            names = ", ".join(f'{word} = "{word} {tag}"' for word in WORDS)
            lines.append(f"name.{tag} = {{ {names} }}")
        for number, (kind, _, _) in enumerate(KINDS.values()):
            lines += [f"\n[code.{FIRST + number}]", f'symbol = "KIND_{number}"']
            lines += [f'message.{tag} = "{{path}} has {{shown}}"' for tag in content.languages]
            lines.append(f'args = {{ path = "text", shown = "{kind}" }}')
        files["codes.toml"] += "\n".join(lines) + "\n"
        return files

    def prelude(self, content):
        fields = (f"Kind{number} {{ path: &'static str, shown: {field} }}," for number, (_, field, _) in enumerate(KINDS.values()))
        return super().prelude(content) + f"""
#[derive(Debug, Coded)]
#[coded(Code)]
enum Kind {{ {" ".join(fields)} }}
fn kind(out: &mut String, language: Language, error: &Kind) {{ let _ = write!(out, "{{}}", error.localized(language)); }}
"""

    def operation(self, name):
        return operation(self, name)


def operation(subject, name):
    number, (_, _, value) = next((at, kind) for at, (known, kind) in enumerate(OPERATIONS.items()) if known == name)
    language = subject.set_up_language('black_box("it")')
    error = f"let error = Kind::Kind{number} {{ path: black_box({PATH}), shown: black_box({value}) }};"
    return (
        f"let mut out = String::with_capacity(1024); {language} {error}",
        in_buffer("kind(&mut out, language, black_box(&error))"),
    )
