//! Files to documents: plain text in any of the common encodings, and JSON Lines.

use std::path::{Path, PathBuf};

use arrow_array::{ArrayRef, Float64Array, Int64Array};
use encoding_rs::{Encoding, UTF_8};
use serde_json::{Map, Value as Json};

use super::documents::Ids;
use super::metadata::Metadata;
use crate::error::{Error, Result};
use crate::table;
use crate::task::Task;
use crate::text::Texts;

/// How bytes become text.
#[derive(Clone, Copy, Debug)]
pub struct Decoding {
    encoding: &'static Encoding,
    replace: bool,
}

impl Decoding {
    /// An encoding by its name in the WHATWG standard (`utf-8`, `windows-1252`, `gb18030`, …), and
    /// whether what cannot be read becomes U+FFFD instead of an error.
    pub fn new(encoding: &str, replace: bool) -> Result<Self> {
        // Python's own names differ in little: `latin-1`, `utf_8`, `utf-8-sig`.
        let dashed = encoding.replace('_', "-");
        let plain = dashed.trim_end_matches("-sig");
        let labels = [plain.to_owned(), plain.replace('-', "")];
        let found = labels
            .iter()
            .find_map(|label| Encoding::for_label(label.as_bytes()));
        let found = found.ok_or_else(|| {
            Error::Parameter(format!(
                "encoding must be a name as in \"utf-8\", \"windows-1252\", \"utf-16le\" or \
                 \"gb18030\", got {encoding:?}"
            ))
        })?;
        Ok(Self {
            encoding: found,
            replace,
        })
    }

    /// The text of some bytes, without a byte order mark; `name` is for the error.
    pub fn decode(&self, bytes: Vec<u8>, name: &str) -> Result<String> {
        let encoding = Encoding::for_bom(&bytes).map_or(self.encoding, |(found, _)| found);
        if encoding == UTF_8 {
            return self.decode_utf8(bytes, name);
        }
        let (text, _, malformed) = encoding.decode(&bytes);
        if malformed && !self.replace {
            return Err(Error::text(
                name,
                format!("not valid {}; {WAYS_OUT}", encoding.name()),
            ));
        }
        Ok(text.into_owned())
    }

    fn decode_utf8(&self, mut bytes: Vec<u8>, name: &str) -> Result<String> {
        const MARK: &[u8] = b"\xEF\xBB\xBF";
        let marked = if bytes.starts_with(MARK) {
            MARK.len()
        } else {
            0
        };
        match simdutf8::compat::from_utf8(&bytes) {
            Ok(_) => {
                bytes.drain(..marked);
                Ok(String::from_utf8(bytes).expect("validated above"))
            }
            Err(_) if self.replace => Ok(String::from_utf8_lossy(&bytes[marked..]).into_owned()),
            Err(error) => {
                let at = error.valid_up_to();
                let message = format!(
                    "not valid UTF-8 at byte {at} (0x{:02X}); {WAYS_OUT}",
                    bytes[at]
                );
                Err(Error::text(name, message))
            }
        }
    }
}

const WAYS_OUT: &str = "pass the file's encoding=, or errors=\"replace\"";

/// Reads and decodes files, in parallel, in their order.
pub fn read_texts(paths: &[PathBuf], decoding: Decoding, task: &Task) -> Result<Texts> {
    task.expect(paths.len() as u64);
    let texts = task.map(paths.chunks(64).collect(), |chunk: &[PathBuf]| {
        let mut texts = Vec::with_capacity(chunk.len());
        for path in chunk {
            task.check()?;
            texts.push(decoding.decode(read_bytes(path)?, &path.display().to_string())?);
            task.advance(1);
        }
        // Copied into one array here, so that the strings of a chunk are freed early.
        Ok(texts.into_iter().collect::<Texts>().arrays())
    })?;
    Texts::try_new(&texts.concat())
}

/// The bytes of a file; the error names it.
pub fn read_bytes(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|source| Error::Io {
        path: path.into(),
        source,
    })
}

/// Reads JSON Lines: an object a line, of which `text` names the text and `id` the id.
///
/// Ids are generated where no object has one. Other fields become metadata: text, integers,
/// numbers, truth values, dates where all are in ISO 8601; lists and objects stay JSON.
pub fn read_json_lines(
    paths: &[PathBuf],
    (text, id): (&str, &str),
    decoding: Decoding,
    task: &Task,
) -> Result<(Texts, Option<Ids>, Metadata)> {
    let parts = task.map(paths.iter().collect(), |path: &PathBuf| {
        let name = path.display().to_string();
        let lines = decoding.decode(read_bytes(path)?, &name)?;
        let mut objects = Vec::new();
        for (number, line) in (1..)
            .zip(lines.lines())
            .filter(|(_, line)| !line.trim().is_empty())
        {
            task.check()?;
            objects.push(parse_line(line, text, &format!("{name}, line {number}"))?);
        }
        Ok(objects)
    })?;
    let (texts, fields): (Vec<String>, Vec<Fields>) = parts.into_iter().flatten().unzip();
    let mut names: Vec<String> = Vec::new();
    let mut seen: std::collections::BTreeSet<&str> = std::collections::BTreeSet::new();
    for name in fields.iter().flat_map(Map::keys) {
        if seen.insert(name) {
            names.push(name.clone());
        }
    }
    let ids = names
        .iter()
        .any(|name| name == id)
        .then(|| read_ids(&fields, id))
        .transpose()?;
    let columns = names.into_iter().filter(|name| name != id).map(|name| {
        let column = column(&fields, &name);
        (name, column)
    });
    let metadata = Metadata::try_new(columns.collect(), texts.len())?;
    Ok((texts.into_iter().collect(), ids, metadata))
}

type Fields = Map<String, Json>;

fn parse_line(line: &str, text: &str, place: &str) -> Result<(String, Fields)> {
    let mut fields: Fields = serde_json::from_str(line).map_err(|error| {
        // Its own "line 1" would contradict the line of the file.
        let reason = error.to_string();
        let reason = reason.split(" at line").next().unwrap_or_default();
        let message = format!("not a JSON object: {reason} at byte {}", error.column());
        Error::text(place, message)
    })?;
    match fields.shift_remove(text) {
        Some(Json::String(found)) => Ok((found, fields)),
        Some(_) => Err(Error::text(
            place,
            format!("field {text:?} must be a string"),
        )),
        None => {
            let known = fields.keys().take(20).collect::<Vec<_>>();
            let message = format!("has no field {text:?}; name one of {known:?} with text=");
            Err(Error::text(place, message))
        }
    }
}

fn read_ids(fields: &[Fields], id: &str) -> Result<Ids> {
    let name = |(row, fields): (usize, &Fields)| match fields.get(id) {
        Some(Json::String(name)) => Ok(name.clone()),
        Some(Json::Number(number)) => Ok(number.to_string()),
        _ => {
            let message = format!("field {id:?} must be a string or a number");
            Err(Error::text(format!("in row {row}"), message))
        }
    };
    Ids::try_new(
        fields
            .iter()
            .enumerate()
            .map(name)
            .collect::<Result<Vec<_>>>()?,
    )
}

/// The values of one field over all objects, in the narrowest type that holds them all.
fn column(fields: &[Fields], name: &str) -> ArrayRef {
    let values: Vec<Option<&Json>> = fields
        .iter()
        .map(|fields| fields.get(name).filter(|value| !value.is_null()))
        .collect();
    let known = || values.iter().flatten();
    let all =
        |holds: &dyn Fn(&Json) -> bool| known().count() > 0 && known().all(|value| holds(value));
    if all(&Json::is_boolean) {
        table::truths(values.iter().map(|value| value.and_then(Json::as_bool)))
    } else if all(&Json::is_i64) {
        let values = values.iter().map(|value| value.and_then(Json::as_i64));
        std::sync::Arc::new(values.collect::<Int64Array>())
    } else if all(&Json::is_number) {
        let values = values.iter().map(|value| value.and_then(Json::as_f64));
        std::sync::Arc::new(values.collect::<Float64Array>())
    } else if all(&|value| day(value).is_some()) {
        table::dates(values.iter().map(|value| value.and_then(day)))
    } else {
        let text = |value: &Json| match value {
            Json::String(text) => text.clone(),
            other => other.to_string(),
        };
        table::optional_strings(values.iter().map(|value| value.map(text)))
    }
}

/// The days since 1970-01-01 of a date such as `2025-11-21`.
fn day(value: &Json) -> Option<i32> {
    let text = value.as_str().filter(|text| text.len() == 10)?;
    let date: jiff::civil::Date = text.parse().ok()?;
    Some(
        date.since(jiff::civil::Date::constant(1970, 1, 1))
            .ok()?
            .get_days(),
    )
}
