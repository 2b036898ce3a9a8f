"""What the others are held against."""

from bench.subject import Subject


class Empty(Subject):
    """The same crate and the same program, with no table."""

    name = "empty"

    def files(self, content):
        return {"src/lib.rs": ""}

    def prelude(self, content):
        return "fn language(tag: &str) -> Option<&str> { Some(tag) }"

    show = 'println!("{tag}");'
    show_text = show
