//! Names that the outputs must not use, as lists of words separated by spaces: the words of each language, and the names that its
//! output uses or defines itself.

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
pub(super) const TYPES: &str = "\
    ArrayList Arrays BigDecimal BigInteger Collections Columns Deprecated Duration Enum Function HashMap IntEnum \
    Integer List Locale Long Map Math Matcher NamedTuple None Number Object Optional Override Parts Pattern Range \
    RoundingMode Row String Text True False Tuple Self";
