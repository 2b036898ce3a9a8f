"""The baseline of the others."""

from bench.subject import Subject


class Empty(Subject):
    """The same crate and the same program without a table."""

    name = "empty"

    def files(self, content):
        return {"src/lib.rs": ""}

    def prelude(self, content):
        return "fn language(tag: &str) -> Option<&str> { Some(tag) }"

    show = 'println!("{tag}");'
    show_text = show
