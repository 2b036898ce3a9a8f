//! Identifiers in the outputs: how names are converted, which ones are taken, and the name of the type.

use std::collections::HashSet;
use std::fmt::{self, Display, Formatter};

use code_registry_table::symbol_of_variant;

use crate::error::{Error, ToolMessage};

// Names that an output must not use, separated by spaces: the words of its language, and the names that it uses or defines
// itself.

/// Names of functions in TypeScript.
pub(super) const TYPESCRIPT: &str = "\
    argumentOf argumentParts arguments await break case catch categoryOf choose class columnOf columnsOf connective \
    const continue debugger decimalParts default delete digits do durationParts else enum eval export extends false \
    finally for formatOf function grouped helpOf if implements import in instanceof interface isolated labelOf let \
    listParts localized messageParts new null package partsOf private protected public referencesOf return rowOf shown sizeParts \
    split static statusOf super switch symbolOf textOf this throw true try typeof undefined unitParts var void while \
    with withValue write yield";

/// Names of functions, parameters and fields in Python.
pub(super) const PYTHON: &str = "\
    abs and annotations as assert async await bool break bytes callable chr class columns_of continue decimal def del \
    dict divmod elif else enumerate except finally float for format format_of from global help_of if import in int \
    is isinstance label_of lambda len localized math min next nonlocal not object or parts_of pass raise range re references_of return \
    reversed status_of str symbol_of text_of try while with yield";

/// Names of packages and parameters in Go.
pub(super) const GO: &str = "\
    break case chan const continue default defer else fallthrough for func go goto if import interface map package \
    range return select struct switch type var main fmt sort strings string any binary regexp strconv time language";

/// What follows the name of the type in the identifiers of the file in Go.
pub(super) const GO_SUFFIXES: &str = "\
    Text Row Columns Parts Languages Codes Ranges Integer Textual";

/// Names of methods and parameters in Java.
pub(super) const JAVA: &str = "\
    abstract assert boolean break byte case catch char class const continue default do double else enum extends \
    false final finally float for goto if implements import instanceof int interface language long native new null \
    package private protected public return short static strictfp super switch synchronized this throw throws \
    transient true try void volatile while codes column columns columnsOf compare format helpOf labelOf languages \
    localized matches messageParts parts partsOf ranges referencesOf rowOf statusOf symbolOf textOf withValue word words write";

/// Methods of every object in Java, which have other results.
pub(super) const JAVA_OBJECT: &str = "\
    clone finalize getClass hashCode notify notifyAll toString wait";

/// Members of the class of a text in Java.
pub(super) const JAVA_TEXT: &str = "\
    name description help url message helpMessage";

/// Names of types, parameters and members in C and C++.
pub(super) const C: &str = "\
    alignas alignof and and_eq asm auto bitand bitor bool break case catch char class compl concept const continue \
    decltype default delete do double else enum explicit export extern false float for friend goto if inline int \
    long main mutable namespace new noexcept not not_eq nullptr operator or or_eq private protected public register \
    requires restrict return short signed sizeof static struct switch template this throw true try typedef typeid \
    typename typeof union unsigned using virtual void volatile while xor xor_eq printf signal stderr stdin stdout \
    remove rename index linux unix errno int8_t int16_t int32_t int64_t \
    size_t uint8_t uint16_t uint32_t uint64_t NULL";

/// Members of the type of a text in C.
pub(super) const C_TEXT: &str = "\
    name description help url messages";

/// Parameters and variables in C, which the name of the type would hide.
pub(super) const C_LOCALS: &str = "\
    acter arguments at buffer bytes category chain changes column condition count decimal decimals description digit \
    digits duration_pair durations elision else end extern first first_group form found fraction group help holds if \
    in index infinity is_after is_argument is_negative is_open is_separated is_whole item kind language large last \
    last_group left length letter lists middle minus name names nan nanoseconds number operands order ordinal \
    other_groups own parts pattern patterns place plural power powers range references rest right right_to_left room \
    rules seconds size sizes start status step symbol tag tenths text texts third unit value values wanted which \
    whole word zero";

/// Parameters and variables of the functions of messages in C.
pub(super) const C_ARGUMENTS: &str = "\
    arguments buffer language size";

/// What follows the name of the type in the macros of the header in C.
pub(super) const C_SUFFIXES: &str = "\
    H IMPLEMENTATION IMPLEMENTED LANGUAGE_COUNT CODE_COUNT RANGE_COUNT DIGITS ARGUMENT_MISSING ARGUMENT_TEXT ARGUMENT_INTEGER \
    ARGUMENT_DURATION ARGUMENT_LIST ARGUMENT_MESSAGE";

/// Types that the outputs use or define; another type of that name would hide them.
const TYPES: &str = "\
    ArrayList Arrays BigDecimal BigInteger Collections Columns Deprecated Duration Enum Function HashMap IntEnum \
    Integer List Locale Long Map Math Matcher NamedTuple None Number Object Optional Override Parts Pattern Range \
    RoundingMode Row String Text True False Tuple Self";

/// Names that are unique and not reserved.
pub(super) struct Names<'r> {
    taken: HashSet<String>,
    /// Lists of names separated by spaces.
    reserved: &'r [&'r str],
}

/// The names, changed so that they are unique and not reserved.
pub(super) fn unique_names(names: impl Iterator<Item = String>, reserved: &[&str]) -> Vec<String> {
    let mut free = Names::new(reserved);
    names.map(|name| free.free(name)).collect()
}

impl<'r> Names<'r> {
    pub(super) fn new(reserved: &'r [&'r str]) -> Self {
        Self { taken: HashSet::new(), reserved }
    }

    pub(super) fn free(&mut self, name: String) -> String {
        let is_reserved = self.reserved.iter().any(|list| list.split(' ').any(|reserved| reserved == name));
        let name = if is_reserved { name + "_" } else { name };
        let numbered = (2..).map(|number| format!("{name}_{number}"));
        let mut names = std::iter::once(name.clone()).chain(numbered);
        names.find(|name| self.taken.insert(name.clone())).unwrap_or(name)
    }
}

/// The name of the type, and its package.
#[derive(Debug)]
pub(crate) struct TypeName {
    pub(super) package: Option<String>,
    name: String,
}

impl TypeName {
    /// `CloseCode`, `org.example.CloseCode`.
    pub(crate) fn new(text: &str) -> Result<Self, Error> {
        let (package, name) = match text.rsplit_once('.') {
            Some((package, name)) => (Some(package), name),
            None => (None, text),
        };
        let is_package = |package: &str| package.split('.').all(is_package_word);
        if !is_type(name) || !package.is_none_or(is_package) {
            return Err(Error::new(ToolMessage::NoTypeName { name: text.to_owned() }));
        }
        if TYPES.split(' ').any(|used| used == name) {
            return Err(Error::new(ToolMessage::UsedTypeName { name: name.to_owned() }));
        }
        Ok(Self { package: package.map(str::to_owned), name: name.to_owned() })
    }

    /// `close_code`.
    pub(super) fn snake(&self) -> String {
        symbol_of_variant(&self.name).to_ascii_lowercase()
    }

    /// `closecode`.
    pub(super) fn lower(&self) -> String {
        self.name.to_ascii_lowercase()
    }
}

impl Display for TypeName {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)
    }
}

/// A name with lowercase letters, so that no constant or function of an output has the same name.
fn is_type(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_uppercase())
        && name.chars().all(|c| c.is_ascii_alphanumeric())
        && name.contains(|c: char| c.is_ascii_lowercase())
}

fn is_package_word(word: &str) -> bool {
    word.starts_with(|first: char| first.is_ascii_lowercase())
        && word.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
}

/// `NotFound` is `notFound`, `IOError` is `ioError`.
pub(super) fn lower_camel(name: &str) -> String {
    let snake = symbol_of_variant(name);
    let first = snake.split('_').find(|word| !word.is_empty()).map_or(0, str::len);
    let start = name.len() - name.trim_start_matches('_').len();
    let (head, rest) = name[start..].split_at(first.min(name.len() - start));
    format!("{}{}{rest}", &name[..start], head.to_ascii_lowercase())
}

/// `file_name` is `fileName`.
pub(super) fn camel_words(name: &str) -> String {
    let mut words = name.split('_').filter(|word| !word.is_empty());
    let mut camel = words.next().unwrap_or("arg").to_owned();
    for word in words {
        camel.extend(word[..1].chars().map(|first| first.to_ascii_uppercase()));
        camel.push_str(&word[1..]);
    }
    camel
}
