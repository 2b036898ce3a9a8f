//! An XLIFF file as a catalog that is given back.

use code_registry_table::{Place, Rule};
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::super::format::{Given, GivenEntry};
use super::super::problems::{Problems, place};
use super::INITIAL;
use crate::said::Said;

pub(in super::super) fn read(text: &str, problems: &mut Problems) -> Given {
    let mut units = Units { given: Given::default(), unit: None, inside: None, depth: 0, is_xliff: false };
    let mut reader = Reader::from_str(text);
    loop {
        let start = position(&reader);
        match reader.read_event() {
            Ok(Event::Eof) => break,
            Ok(event) => {
                let read = units.event(&event, start, position(&reader));
                if let Err(said) = read {
                    problems.add(Rule::Syntax, &place(start..position(&reader)), &said);
                    return units.given;
                }
            }
            Err(error) => {
                let at = usize::try_from(reader.error_position()).unwrap_or(start);
                problems.add(Rule::Syntax, &place(at..at), &Said::NoXml { reason: error.to_string() });
                return units.given;
            }
        }
    }
    if units.depth > 0 {
        problems.add(Rule::Syntax, &place(text.len()..text.len()), &Said::EndsEarly);
    } else if !units.is_xliff {
        problems.add(Rule::Syntax, &place(0..0), &Said::NoXliff);
    }
    units.given
}

fn position(reader: &Reader<&[u8]>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(0)
}

struct Units {
    given: Given,
    unit: Option<GivenEntry>,
    /// The text that is being read, and where its element begins.
    inside: Option<(Inside, String, Place)>,
    /// How many elements are open.
    depth: usize,
    is_xliff: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Inside {
    Source,
    Target,
}

impl Units {
    fn event(&mut self, event: &Event<'_>, start: usize, end: usize) -> Result<(), Said> {
        match event {
            Event::Start(tag) => {
                self.depth += 1;
                self.open(tag, place(start..end))?;
            }
            Event::Empty(tag) => {
                self.open(tag, place(start..end))?;
                self.close(tag.local_name().as_ref());
            }
            Event::End(tag) => {
                self.depth = self.depth.saturating_sub(1);
                self.close(tag.local_name().as_ref());
            }
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

    fn open(&mut self, tag: &BytesStart<'_>, place: Place) -> Result<(), Said> {
        match tag.local_name().as_ref() {
            "xliff" => self.root(tag, place)?,
            "unit" => {
                let key = attribute(tag, "name")?.or(attribute(tag, "id")?).unwrap_or_default();
                let (sources, targets) = (vec![String::new()], vec![(String::new(), place.clone())]);
                self.unit = Some(GivenEntry { key, key_place: place, sources, targets, is_fuzzy: false });
            }
            "segment" => {
                let is_initial = attribute(tag, "state")?.as_deref() == Some(INITIAL);
                self.unit.iter_mut().for_each(|unit| unit.is_fuzzy |= is_initial);
            }
            "source" => self.inside = Some((Inside::Source, String::new(), place)),
            "target" => self.inside = Some((Inside::Target, String::new(), place)),
            "cp" => {
                let code = attribute(tag, "hex")?.and_then(|hex| u32::from_str_radix(&hex, 16).ok());
                self.text(&code.and_then(char::from_u32).map(String::from).unwrap_or_default());
            }
            _ => {}
        }
        Ok(())
    }

    fn root(&mut self, tag: &BytesStart<'_>, place: Place) -> Result<(), Said> {
        self.is_xliff = attribute(tag, "version")?.is_some_and(|version| version.starts_with("2."));
        self.given.language = attribute(tag, "trgLang")?.map(|tag| (tag, place));
        if self.is_xliff { Ok(()) } else { Err(Said::NoXliff) }
    }

    fn text(&mut self, part: &str) {
        if let Some((_, text, _)) = &mut self.inside {
            text.push_str(part);
        }
    }

    fn close(&mut self, name: &str) {
        match (name, self.unit.take()) {
            ("source" | "target", Some(mut unit)) => {
                match self.inside.take() {
                    Some((Inside::Source, text, _)) => unit.sources[0].push_str(&text),
                    Some((Inside::Target, text, place)) => {
                        unit.targets[0].0.push_str(&text);
                        unit.targets[0].1 = place;
                    }
                    None => {}
                }
                self.unit = Some(unit);
            }
            ("unit", unit) => self.given.entries.extend(unit),
            (_, unit) => self.unit = unit,
        }
    }
}

fn attribute(tag: &BytesStart<'_>, name: &str) -> Result<Option<String>, Said> {
    let found = tag.try_get_attribute(name).map_err(no_xml)?;
    found
        .map(|found| Ok(found.normalized_value(XmlVersion::Implicit1_0).map_err(no_xml)?.into_owned()))
        .transpose()
}

fn no_xml(error: impl std::error::Error) -> Said {
    Said::NoXml { reason: error.to_string() }
}
