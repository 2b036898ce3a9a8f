use core::fmt::{self, Display, Write as _};

use code_registry_encoding::url::{self, Placeholder};
use code_registry_encoding::value::LabelForm;

use crate::table::row;
use crate::{Code, Language, Table, Value};

/// The address of the page of a code: what [`Code::url`] returns.
///
/// ```
/// use code_registry::{Language, websocket::CloseCode};
///
/// let it = Language::new("it").unwrap();
/// assert!(CloseCode::from(5000).url(it).is_none(), "an unlisted value has no page");
/// ```
#[derive(Clone, Copy)]
pub struct Url<E> {
    template: &'static str,
    row: usize,
    language: Language,
    code: core::marker::PhantomData<fn() -> E>,
}

impl<E: Code> Url<E> {
    /// The page of the code, or of the range that it belongs to.
    pub(crate) fn new(code: E, language: Language) -> Option<Self> {
        let (template, row) = (<E::Table>::DATA.url?, row(code));
        if row == <E::Table>::DATA.extents.firsts.len() {
            return None;
        }
        let languages = <E::Table>::DESCRIPTIONS.languages;
        let language = languages.tags[languages.column(language)];
        Some(Self { template, row, language, code: core::marker::PhantomData })
    }

    /// The template of the addresses of the registry.
    pub(crate) fn template(self) -> &'static str {
        self.template
    }
}

impl<E: Code> Display for Url<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let data = <E::Table>::DATA;
        let (first, last) = (data.extents.firsts[self.row], data.extents.last_of_range(self.row));
        url::write(self.template, f, |placeholder, out| match placeholder {
            Placeholder::Language => write!(out, "{}", self.language),
            Placeholder::Symbol => out.write_str(data.symbols.get(self.row)),
            Placeholder::Label => url::write_values(
                &shown(first, data.label),
                last.map(|last| shown(last, data.label)).as_ref(),
                out,
            ),
            Placeholder::Value => {
                url::write_values(&shown(first, None), last.map(|last| shown(last, None)).as_ref(), out)
            }
        })
    }
}

/// A value with its label.
struct Shown<V> {
    value: V,
    label: Option<&'static LabelForm<'static>>,
}

fn shown<V>(value: V, label: Option<&'static LabelForm<'static>>) -> Shown<V> {
    Shown { value, label }
}

impl<V: Value> Display for Shown<V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.label {
            Some(label) => self.value.fmt_label(label, f),
            None => Display::fmt(&self.value, f),
        }
    }
}

impl<E: Code> fmt::Debug for Url<E> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Url({self})")
    }
}
