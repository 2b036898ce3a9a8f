//! Reads XLIFF files, of the versions 1.2 and 2, by element and namespace: what modules and tools add is passed over.

use std::collections::HashMap;

use code_registry_table::{Place, Rule};
use quick_xml::XmlVersion;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{Namespace, ResolveResult};
use quick_xml::reader::NsReader;

use super::catalog::{ImportedCatalog, ImportedEntry, Problems, place};
use super::xliff::{INITIAL, key_of};
use crate::error::ToolMessage;

/// What the namespaces of all versions begin with. Those of modules begin otherwise.
const CORE: &str = "urn:oasis:names:tc:xliff:document:";

pub(super) fn read(text: &str, problems: &mut Problems) -> ImportedCatalog {
    let mut reader = NsReader::from_str(text);
    let mut document = Document::default();
    let failed = loop {
        let start = position(&reader);
        let (is_core, event) = match reader.read_resolved_event() {
            Ok((_, Event::Eof)) => break None,
            Ok((namespace, event)) => (is_core(&namespace), event),
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(start);
                break Some((place(at..at), ToolMessage::NoXml { reason: error.to_string() }));
            }
        };
        let here = place(start..position(&reader));
        if let Err(said) = document.event(is_core, &event, &here, problems) {
            break Some((here, said));
        }
    };
    match failed {
        Some((place, said)) => problems.add(Rule::Syntax, &place, &said),
        None if !document.open.is_empty() => {
            problems.add(Rule::Syntax, &place(text.len()..text.len()), &ToolMessage::EndsEarly);
        }
        None if document.version.is_none() => problems.add(Rule::Syntax, &place(0..0), &ToolMessage::NoXliff),
        None => {}
    }
    document.catalog
}

fn position(reader: &NsReader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(0)
}

/// Some tools leave the namespace out.
fn is_core(namespace: &ResolveResult<'_>) -> bool {
    match namespace {
        ResolveResult::Bound(Namespace(name)) => name.starts_with(CORE),
        ResolveResult::Unbound => true,
        ResolveResult::Unknown(_) => false,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Version {
    V1,
    V2,
}

/// An element that is open.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Element {
    Xliff,
    /// `file`, `group`, `body`
    Group,
    Unit,
    /// `segment` or `ignorable`; version 1.2 has the texts in the unit itself.
    Segment,
    Source,
    Target,
    OriginalData,
    Data(String),
    Notes,
    Note,
    /// An element within a text.
    Inline(Inline),
    /// Anything else, with all that is in it.
    Other,
}

/// What is still to be done where an element within a text ends.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Inline {
    Nothing,
    /// A text is to be added.
    Close(String),
    /// The content is a code, from this byte of the text on; if it is empty, an attribute may say what it stands for.
    Content {
        id: CodeId,
        start: usize,
        code: Option<String>,
        place: Place,
    },
}

#[derive(Default)]
struct Document {
    catalog: ImportedCatalog,
    version: Option<Version>,
    open: Vec<Element>,
    unit: Unit,
}

impl Document {
    fn event(
        &mut self,
        is_core: bool,
        event: &Event<'_>,
        here: &Place,
        problems: &mut Problems,
    ) -> Result<(), ToolMessage> {
        match event {
            Event::Start(tag) => self.start(is_core, tag, here, problems)?,
            Event::Empty(tag) => {
                self.start(is_core, tag, here, problems)?;
                self.end(problems);
            }
            Event::End(_) => self.end(problems),
            Event::Text(text) => self.text(&text.xml10_content()),
            Event::CData(text) => self.text(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                let character = unescape(&format!("&{};", &**reference)).map_err(no_xml)?.into_owned();
                self.text(&character);
            }
            _ => {}
        }
        Ok(())
    }

    fn start(
        &mut self,
        is_core: bool,
        tag: &BytesStart<'_>,
        here: &Place,
        problems: &mut Problems,
    ) -> Result<(), ToolMessage> {
        use Element::{Data, Group, Inline, Note, Notes, OriginalData, Other, Source, Target, Xliff};
        let name = tag.local_name();
        let name = name.as_ref();
        let is_version = |version| self.version == Some(version);
        let element = match (self.open.last(), name) {
            (None, "xliff") if is_core => {
                self.root(tag, here)?;
                Xliff
            }
            (None, _) => return Err(ToolMessage::NoXliff),
            _ if !is_core => Other,
            (Some(Xliff), "file") => {
                self.language(attribute(tag, "target-language")?, here);
                self.source_language(attribute(tag, "source-language")?);
                Group
            }
            (Some(Group), "group" | "body") => Group,
            (Some(Group), "unit") if is_version(Version::V2) => self.unit(tag, here)?,
            (Some(Group), "trans-unit") if is_version(Version::V1) => {
                self.unit(tag, here)?;
                self.unit.segments.push(Segment::default());
                Element::Unit
            }
            (Some(Element::Unit), "segment" | "ignorable") if is_version(Version::V2) => self.segment(tag)?,
            (Some(Element::Segment), "source" | "target") if is_version(Version::V2) => {
                self.half(tag, here)?
            }
            (Some(Element::Unit), "source" | "target") if is_version(Version::V1) => self.half(tag, here)?,
            (Some(Element::Unit), "originalData") => OriginalData,
            (Some(OriginalData), "data") => Data(attribute(tag, "id")?.unwrap_or_default()),
            (Some(Data(id)), "cp") => {
                let character = code_point(tag)?;
                self.unit.data.entry(id.clone()).or_default().push_str(&character);
                Other
            }
            (Some(Element::Unit), "notes") => Notes,
            (Some(Notes), "note") if attribute(tag, "category")?.as_deref() != Some("developer") => Note,
            (Some(Element::Unit), "note") if attribute(tag, "from")?.as_deref() != Some("developer") => Note,
            (Some(Source | Target | Inline(_)), _) => self.inline(tag, here, problems)?,
            _ => Other,
        };
        self.open.push(element);
        Ok(())
    }

    fn root(&mut self, tag: &BytesStart<'_>, here: &Place) -> Result<(), ToolMessage> {
        self.version = match attribute(tag, "version")?.unwrap_or_default() {
            version if version.starts_with("2.") => Some(Version::V2),
            version if version.starts_with("1.") => Some(Version::V1),
            _ => return Err(ToolMessage::NoXliff),
        };
        self.language(attribute(tag, "trgLang")?, here);
        self.source_language(attribute(tag, "srcLang")?);
        Ok(())
    }

    fn source_language(&mut self, tag: Option<String>) {
        let known = self.catalog.source_language.take();
        self.catalog.source_language = known.or(tag.filter(|tag| !tag.is_empty()));
    }

    fn language(&mut self, tag: Option<String>, here: &Place) {
        let language = &mut self.catalog.language;
        if language.is_none() {
            *language = tag.filter(|tag| !tag.is_empty()).map(|tag| (tag, here.clone()));
        }
    }

    /// The key is the name of a unit, else its id.
    fn unit(&mut self, tag: &BytesStart<'_>, here: &Place) -> Result<Element, ToolMessage> {
        let name = attribute(tag, "name")?.or(attribute(tag, "resname")?);
        let id = attribute(tag, "id")?.unwrap_or_default();
        let entry = ImportedEntry {
            key: name.unwrap_or_else(|| key_of(&id).unwrap_or(id)),
            key_place: Some(here.clone()),
            ..ImportedEntry::default()
        };
        let is_locked = attribute(tag, "translate")?.as_deref() == Some("no");
        self.unit = Unit { entry, is_locked, ..Unit::default() };
        Ok(Element::Unit)
    }

    fn segment(&mut self, tag: &BytesStart<'_>) -> Result<Element, ToolMessage> {
        let is_ignorable = tag.local_name().as_ref() == "ignorable";
        self.state(attribute(tag, "state")?);
        self.unit.segments.push(Segment { is_ignorable, ..Segment::default() });
        Ok(Element::Segment)
    }

    fn state(&mut self, state: Option<String>) {
        let Some(state) = state else { return };
        let marks = &mut self.unit.entry.marks;
        marks.is_fuzzy |= matches!(&*state, INITIAL | "new") || state.starts_with("needs-");
        marks.state = Some(state);
    }

    /// The source or the target of a segment.
    fn half(&mut self, tag: &BytesStart<'_>, here: &Place) -> Result<Element, ToolMessage> {
        let count = self.unit.segments.len();
        if tag.local_name().as_ref() == "source" {
            return Ok(Element::Source);
        }
        if self.version == Some(Version::V1) {
            self.state(attribute(tag, "state")?);
        }
        let order = attribute(tag, "order")?.and_then(|order| order.parse().ok()).unwrap_or(count);
        if let Some(segment) = self.unit.segments.last_mut() {
            segment.target = Some((String::new(), here.clone(), order));
        }
        Ok(Element::Target)
    }

    /// An element within a text: a code that stands for a part of it, or a mark around a part of it.
    fn inline(
        &mut self,
        tag: &BytesStart<'_>,
        here: &Place,
        problems: &mut Problems,
    ) -> Result<Element, ToolMessage> {
        let id = CodeId::of(tag)?;
        let (code, inline) = match tag.local_name().as_ref() {
            "cp" => (Some(code_point(tag)?), Inline::Nothing),
            // Comments and terms.
            "mrk" | "sm" | "em" => return Ok(Element::Inline(Inline::Nothing)),
            "ph" | "it" | "bpt" | "ept" if self.version == Some(Version::V1) => {
                let code = self.code(tag, ["", "equiv-text", "disp"])?;
                let start = self.current().map_or(0, |text| text.len());
                let place = here.clone();
                return Ok(Element::Inline(Inline::Content { id, start, code, place }));
            }
            "x" | "bx" | "ex" => (self.code(tag, ["", "equiv-text", "disp"])?, Inline::Nothing),
            "ph" | "sc" | "ec" => (self.code(tag, ["dataRef", "equiv", "disp"])?, Inline::Nothing),
            "pc" => {
                let end = self.code(tag, ["dataRefEnd", "equivEnd", "dispEnd"])?;
                let start = self.code(tag, ["dataRefStart", "equivStart", "dispStart"])?;
                (start.filter(|_| end.is_some()), Inline::Close(end.unwrap_or_default()))
            }
            _ => (None, Inline::Nothing),
        };
        self.push_code(&id, code, here, problems);
        Ok(Element::Inline(inline))
    }

    /// What an element stands for: the data that it refers to, or a placeholder that an attribute shows.
    fn code(
        &self,
        tag: &BytesStart<'_>,
        [data, equiv, disp]: [&str; 3],
    ) -> Result<Option<String>, ToolMessage> {
        let id = attribute(tag, data)?;
        if let Some(data) = id.and_then(|id| self.unit.data.get(&id)) {
            return Ok(Some(data.clone()));
        }
        let equiv = attribute(tag, equiv)?.and_then(|text| placeholder(&text));
        let disp = attribute(tag, disp)?.and_then(|text| placeholder(&text));
        Ok(equiv.or(disp))
    }

    fn push_code(&mut self, id: &CodeId, code: Option<String>, here: &Place, problems: &mut Problems) {
        let is_source = self.open.contains(&Element::Source);
        let known = self.unit.codes.get(id).filter(|_| !id.id.is_empty());
        match code.or_else(|| known.cloned()) {
            Some(code) => {
                self.text(&code);
                if is_source {
                    self.unit.codes.insert(id.clone(), code);
                }
            }
            None if is_source => self.unit.is_source_unknown = true,
            None => {
                if !self.unit.is_locked {
                    problems.leave_out(Rule::Syntax, here, &ToolMessage::InlineUnknown);
                }
                self.unit.entry.is_refused = true;
            }
        }
    }

    /// The text that characters belong to, if they count.
    fn current(&mut self) -> Option<&mut String> {
        let Unit { data, segments, note, .. } = &mut self.unit;
        // Within other elements, nothing counts.
        let holder = self.open.iter().rev().find(|element| !matches!(element, Element::Inline(_)))?;
        match holder {
            Element::Source => segments.last_mut().map(|segment| &mut segment.source),
            Element::Target => segments.last_mut()?.target.as_mut().map(|(text, ..)| text),
            Element::Data(id) => Some(data.entry(id.clone()).or_default()),
            Element::Note => Some(note),
            _ => None,
        }
    }

    fn text(&mut self, part: &str) {
        if let Some(text) = self.current() {
            text.push_str(part);
        }
    }

    fn end(&mut self, problems: &mut Problems) {
        match self.open.pop() {
            Some(Element::Inline(Inline::Close(code))) => self.text(&code),
            Some(Element::Inline(Inline::Content { id, start, code, place })) => {
                let content = self.current().and_then(|text| text.get(start..)).map(str::to_owned);
                match content.filter(|content| !content.is_empty()) {
                    Some(content) if self.open.contains(&Element::Source) => {
                        self.unit.codes.insert(id, content);
                    }
                    Some(_) => {}
                    None => self.push_code(&id, code, &place, problems),
                }
            }
            Some(Element::Note) => {
                let note = core::mem::take(&mut self.unit.note);
                self.unit.entry.marks.comments.extend(Some(note).filter(|note| !note.is_empty()));
            }
            Some(Element::Unit) => {
                let unit = core::mem::take(&mut self.unit);
                self.catalog.entries.extend(unit.finish());
            }
            _ => {}
        }
    }
}

/// Which code of the source an element repeats. Tools replace elements by others of the same kind.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CodeId {
    kind: CodeKind,
    id: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum CodeKind {
    Alone,
    Begin,
    End,
    /// Around a text: `g`, `pc`.
    Around,
}

impl CodeId {
    fn of(tag: &BytesStart<'_>) -> Result<Self, ToolMessage> {
        let kind = match tag.local_name().as_ref() {
            "ph" | "x" => CodeKind::Alone,
            "it" if attribute(tag, "pos")?.as_deref() == Some("close") => CodeKind::End,
            "bx" | "bpt" | "sc" | "it" => CodeKind::Begin,
            "ex" | "ept" | "ec" => CodeKind::End,
            _ => CodeKind::Around,
        };
        Ok(Self { kind, id: attribute(tag, "id")?.unwrap_or_default() })
    }
}

fn code_point(tag: &BytesStart<'_>) -> Result<String, ToolMessage> {
    let code = attribute(tag, "hex")?.and_then(|hex| u32::from_str_radix(&hex, 16).ok());
    Ok(code.and_then(char::from_u32).map(String::from).unwrap_or_default())
}

/// `{path}`, of which some tools show only the name.
fn placeholder(text: &str) -> Option<String> {
    let name = text.strip_prefix('{').and_then(|text| text.strip_suffix('}')).unwrap_or(text);
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
    };
    is_name(name).then(|| format!("{{{name}}}"))
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, ToolMessage> {
    let found = tag.try_get_attribute(name).map_err(no_xml)?;
    found
        .map(|found| Ok(found.normalized_value(XmlVersion::Implicit1_0).map_err(no_xml)?.into_owned()))
        .transpose()
}

fn no_xml(error: impl std::error::Error) -> ToolMessage {
    ToolMessage::NoXml { reason: error.to_string() }
}

/// A unit that is being read.
#[derive(Default)]
pub(super) struct Unit {
    pub(super) entry: ImportedEntry,
    pub(super) segments: Vec<Segment>,
    /// `originalData`, by id.
    pub(super) data: HashMap<String, String>,
    /// What the inline elements of the source stand for.
    codes: HashMap<CodeId, String>,
    /// Whether the source has an inline element whose meaning is unknown.
    pub(super) is_source_unknown: bool,
    /// Whether it is not to be translated.
    pub(super) is_locked: bool,
    pub(super) note: String,
}

#[derive(Default)]
pub(super) struct Segment {
    pub(super) is_ignorable: bool,
    pub(super) source: String,
    /// The translation, where it begins, and its place among the segments of the translation.
    pub(super) target: Option<(String, Place, usize)>,
}

impl Unit {
    /// The entry of the unit; a unit with a segment that is not translated is not translated.
    pub(super) fn finish(self) -> Option<ImportedEntry> {
        let Self { mut entry, mut segments, .. } = self;
        if self.is_locked {
            return None;
        }
        if !self.is_source_unknown {
            entry.sources = vec![segments.iter().map(|segment| &*segment.source).collect()];
        }
        let is_complete = segments.iter().all(|segment| {
            let is_translated = segment.target.as_ref().is_some_and(|(text, ..)| !text.is_empty());
            segment.is_ignorable || segment.source.is_empty() || is_translated
        });
        let first = segments.iter().find_map(|segment| segment.target.as_ref());
        let place = first.map_or_else(|| entry.key_place.clone(), |(_, place, _)| Some(place.clone()))?;
        let count = segments.len();
        let mut parts: Vec<(usize, String)> = Vec::with_capacity(count);
        for (at, segment) in segments.drain(..).enumerate() {
            parts.push(match segment.target {
                Some((text, _, order)) => (order, text),
                None if segment.is_ignorable => (at + 1, segment.source),
                None => (at + 1, String::new()),
            });
        }
        parts.sort_by_cached_key(|(order, _)| *order);
        let target = parts.into_iter().filter(|_| is_complete).map(|(_, text)| text).collect();
        entry.targets = vec![(target, place)];
        Some(entry)
    }
}
