//! JSON Lines: files of objects, one a line, as batches of documents.

use std::borrow::Cow;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use arrow_array::builder::LargeStringBuilder;
use arrow_array::{Array, ArrayRef};
use serde::de::{Error as _, IgnoredAny, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};
use serde_json::value::RawValue;
use serde_json::{Map, Value as Json};

use super::cells::Columns;
use super::decoding::{Decoding, not_utf8};
use super::lines::{Lines, Piece};
use super::stream::{Batch, Batches};
use super::words::Words;
use super::{Ids, Metadata, surrogates};
use crate::error::{Error, Result};
use crate::task::{Task, threads};
use crate::text::Texts;

/// What a worker parses at a time, in bytes, unless one line is longer.
const PIECE_BYTES: usize = 1 << 20;

/// The documents of JSON Lines files: one field is the text, one the id, if there is one; all
/// others become metadata: text, integers, numbers, truth values, dates where all are in ISO 8601;
/// lists and objects stay JSON.
pub struct JsonLines {
    lines: Lines,
    text: String,
    id: String,
    decoding: Decoding,
    batch_bytes: usize,
    /// A piece that the batch before had no room for.
    held: Option<Piece>,
    columns: Columns,
    ids: ObjectIds,
}

/// The ids of objects, as far as they have any.
#[derive(Default)]
struct ObjectIds {
    /// Ids, and nothing where an object has none.
    names: Words,
    /// The first object without an id.
    without: Option<usize>,
    /// Whether any object has the field.
    seen: bool,
}

/// The documents of a piece.
struct Parsed {
    texts: ArrayRef,
    columns: Columns,
    ids: ObjectIds,
}

/// Pieces on their way to the workers, who take one after the other.
struct Pieces<'l> {
    lines: &'l mut Lines,
    held: &'l mut Option<Piece>,
    /// The bytes that the batch still takes; none once it is full.
    room: Option<usize>,
    taken: usize,
}

impl JsonLines {
    /// The objects of these files, of which a batch takes about so many bytes.
    pub fn new(
        paths: Vec<std::path::PathBuf>,
        (text, id): (&str, &str),
        decoding: Decoding,
        batch_bytes: u64,
        task: &Task,
    ) -> Result<Self> {
        let batch_bytes = usize::try_from(batch_bytes).unwrap_or(usize::MAX);
        Ok(Self {
            lines: Lines::new(paths, decoding, PIECE_BYTES.min(batch_bytes), task)?,
            text: text.into(),
            id: id.into(),
            decoding,
            batch_bytes,
            held: None,
            columns: Columns::default(),
            ids: ObjectIds::default(),
        })
    }

    /// The documents of the next pieces in their order; none at the end.
    fn parsed(&mut self, task: &Task) -> Result<Vec<Parsed>> {
        let Self {
            lines,
            held,
            text,
            id,
            decoding,
            ..
        } = self;
        let pieces = Mutex::new(Pieces {
            lines,
            held,
            room: Some(self.batch_bytes),
            taken: 0,
        });
        let parse = |piece: &Piece| Parsed::of(piece, (text, id), *decoding, task);
        let by_worker = task.map((0..threads()).collect(), |_| {
            let (mut parsed, mut bytes) = (Vec::new(), Vec::new());
            while let Some((number, piece)) = Pieces::take(&pieces, bytes, task) {
                let found = piece.and_then(|piece| Ok((parse(&piece)?, piece.bytes)));
                let (outcome, used) = found.map_or_else(
                    |error| (Err(error), Vec::new()),
                    |(found, used)| (Ok(found), used),
                );
                if outcome.is_err() {
                    Pieces::lock(&pieces).room = None;
                }
                parsed.push((number, outcome));
                // The memory of a line that was very long is given back.
                bytes = if used.len() > 4 * PIECE_BYTES {
                    Vec::new()
                } else {
                    used
                };
            }
            Ok(parsed)
        })?;
        let mut parsed: Vec<_> = by_worker.into_iter().flatten().collect();
        parsed.sort_unstable_by_key(|(number, _)| *number);
        // Pieces are taken in order and parsed to the end: the first error is the first in the files.
        parsed.into_iter().map(|(_, outcome)| outcome).collect()
    }
}

impl Pieces<'_> {
    fn lock(pieces: &Mutex<Self>) -> MutexGuard<'_, Self> {
        pieces.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next piece and its number, if the batch has room for it.
    fn take(pieces: &Mutex<Self>, bytes: Vec<u8>, task: &Task) -> Option<(usize, Result<Piece>)> {
        let mut pieces = Self::lock(pieces);
        let room = pieces.room?;
        let piece = match pieces.held.take() {
            Some(piece) => Ok(piece),
            None => pieces.lines.next(bytes, task).transpose()?,
        };
        let size = piece.as_ref().map_or(0, |piece| piece.bytes.len());
        if size > room && pieces.taken > 0 {
            (*pieces.held, pieces.room) = (piece.ok(), None);
            return None;
        }
        pieces.room = room.checked_sub(size).filter(|_| piece.is_ok());
        pieces.taken += 1;
        Some((pieces.taken, piece))
    }
}

impl Batches for JsonLines {
    fn next(&mut self, task: &Task) -> Result<Option<Batch>> {
        let parsed = self.parsed(task)?;
        if parsed.is_empty() {
            return Ok(None);
        }
        let first = self.ids.names.len();
        let mut arrays = Vec::with_capacity(parsed.len());
        for part in parsed {
            task.check()?;
            self.columns.append(part.columns);
            self.ids.append(&part.ids)?;
            arrays.push(part.texts);
        }
        let (read, total) = self.lines.read();
        task.expect(estimated(self.ids.names.len(), read, total));
        let numbers = first..self.ids.names.len();
        Ok(Some(Batch {
            ids: Words::try_new(numbers.map(|row| self.ids.name(row)))?,
            texts: Texts::try_new(&arrays)?,
        }))
    }

    fn finish(self) -> Result<(Ids, Metadata)> {
        let ids = self.ids.finish(&self.id)?;
        Ok((ids, self.columns.finish()?))
    }
}

/// The number of documents in all, if those to come are as long as those that were read.
fn estimated(n: usize, read: u64, total: u64) -> u64 {
    let all = (n as u128 * u128::from(total.max(read))).div_ceil(u128::from(read.max(1)));
    u64::try_from(all).unwrap_or(u64::MAX)
}

impl ObjectIds {
    /// Adds the id of an object.
    fn push(&mut self, id: Option<&Json>) -> Result<()> {
        self.seen |= id.is_some();
        match id {
            Some(Json::String(name)) => self.names.extend([name]),
            Some(Json::Number(number)) => self.names.extend([number.to_string()]),
            _ => {
                self.without = self.without.or(Some(self.names.len()));
                self.names.extend([""])
            }
        }
    }

    fn append(&mut self, others: &Self) -> Result<()> {
        let behind = self.names.len();
        self.seen |= others.seen;
        self.without = self.without.or(others.without.map(|row| behind + row));
        self.names.extend(others.names.iter())
    }

    /// What an object is called in an error.
    fn name(&self, row: usize) -> Cow<'_, str> {
        match self.names.get(row) {
            "" => format!("text{}", row + 1).into(),
            name => name.into(),
        }
    }

    fn finish(self, field: &str) -> Result<Ids> {
        match (self.seen, self.without) {
            (false, _) => Ok(Ids::generated(self.names.len())),
            (true, None) => Ids::try_new(self.names.iter()),
            (true, Some(row)) => {
                let message = format!("field {field:?} must be a string or a number");
                Err(Error::text(format!("in row {row}"), message))
            }
        }
    }
}

impl Parsed {
    fn of(
        piece: &Piece,
        (text, id): (&str, &str),
        decoding: Decoding,
        task: &Task,
    ) -> Result<Self> {
        let (lines, broken) = piece.text(decoding);
        let mut texts = LargeStringBuilder::with_capacity(0, lines.len());
        let (mut columns, mut ids) = (Columns::default(), ObjectIds::default());
        for (number, line) in (piece.line..).zip(lines.lines()) {
            task.check()?;
            if line.trim().is_empty() {
                continue;
            }
            let place = || format!("{}, line {number}", piece.name);
            let mut mended = String::new();
            let (found, mut fields) = parse_line(line, &mut mended, text, decoding, &place)?;
            texts.append_value(found);
            ids.push(fields.get(id))?;
            fields.shift_remove(id);
            columns.push(fields);
        }
        if let Some(broken) = broken {
            return Err(broken);
        }
        let mut texts: ArrayRef = Arc::new(texts.finish());
        texts.shrink_to_fit();
        Ok(Self {
            texts,
            columns,
            ids,
        })
    }
}

impl Piece {
    /// The lines, or those before bytes that are not UTF-8 and the error that they are.
    fn text(&self, decoding: Decoding) -> (Cow<'_, str>, Option<Error>) {
        let error = match simdutf8::compat::from_utf8(&self.bytes) {
            Ok(text) => return (text.into(), None),
            Err(_) if decoding.replaces() => return (String::from_utf8_lossy(&self.bytes), None),
            Err(error) => error.valid_up_to(),
        };
        let before = &self.bytes[..error];
        let whole = before
            .iter()
            .rposition(|byte| *byte == b'\n')
            .map_or(0, |at| at + 1);
        let lines = std::str::from_utf8(&before[..whole]).expect("valid up to the error");
        let error = not_utf8(&self.bytes, error, self.start, &self.name);
        (lines.into(), Some(error))
    }
}

type Fields = Map<String, Json>;

/// The text of an object and its other fields; `place` names the line in errors, `mended` is where
/// a line is kept that needed to be.
fn parse_line<'l>(
    line: &'l str,
    mended: &'l mut String,
    text: &str,
    decoding: Decoding,
    place: &dyn Fn() -> String,
) -> Result<(Cow<'l, str>, Fields)> {
    let (found, fields) = match parse_object(line, text) {
        Ok(object) => object,
        Err(error) => {
            let Some((at, whole)) = surrogates::mended(line) else {
                return Err(no_object(&error, place()));
            };
            *mended = whole;
            let object = parse_object(mended, text).map_err(|error| no_object(&error, place()))?;
            if !decoding.replaces() {
                return Err(lone_surrogate(line, at, place()));
            }
            object
        }
    };
    match found {
        Some(Found::Text(found)) => Ok((found, fields)),
        Some(Found::Other(_)) => {
            let message = format!("field {text:?} must be a string");
            Err(Error::text(place(), message))
        }
        None => {
            let known = fields.keys().take(20).collect::<Vec<_>>();
            let message = format!("has no field {text:?}; name one of {known:?} with text=");
            Err(Error::text(place(), message))
        }
    }
}

fn no_object(error: &serde_json::Error, place: String) -> Error {
    // Its own "line 1" would contradict the line of the file.
    let reason = error.to_string();
    let reason = reason.split(" at line").next().unwrap_or_default();
    let message = format!("not a JSON object: {reason} at byte {}", error.column());
    Error::text(place, message)
}

fn lone_surrogate(line: &str, at: usize, place: String) -> Error {
    let escape = line[at..].get(..6).unwrap_or_default();
    let message = format!(
        "a surrogate without its other half, {escape}, stands at byte {}; errors=\"replace\" \
         makes it U+FFFD",
        at + 1
    );
    Error::text(place, message)
}

fn parse_object<'l>(line: &'l str, text: &str) -> serde_json::Result<(Option<Found<'l>>, Fields)> {
    let mut deserializer = serde_json::Deserializer::from_str(line);
    let object = deserializer.deserialize_map(Object { text })?;
    deserializer.end()?;
    Ok(object)
}

/// Reads an object whose field `text` is borrowed where it stands without escapes.
struct Object<'t> {
    text: &'t str,
}

/// What stands in the field of the text.
#[derive(Deserialize)]
#[serde(untagged)]
enum Found<'l> {
    Text(#[serde(borrow)] Cow<'l, str>),
    Other(IgnoredAny),
}

/// A value; an integer beyond 64 bits stays as it is written.
fn field(written: &RawValue) -> serde_json::Result<Json> {
    let digits = written.get().strip_prefix('-').unwrap_or(written.get());
    let integer = digits.bytes().all(|byte| byte.is_ascii_digit());
    if integer && written.get().parse::<i64>().is_err() {
        return Ok(Json::String(written.get().to_owned()));
    }
    serde_json::from_str(written.get())
}

impl<'l> Visitor<'l> for Object<'_> {
    /// The text, if there is such a field, and the other fields.
    type Value = (Option<Found<'l>>, Fields);

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a map")
    }

    fn visit_map<A: MapAccess<'l>>(self, mut map: A) -> Result<Self::Value, A::Error> {
        let (mut text, mut fields) = (None, Fields::new());
        while let Some(name) = map.next_key::<String>()? {
            if name == self.text {
                text = Some(map.next_value()?);
            } else {
                fields.insert(name, field(map.next_value()?).map_err(A::Error::custom)?);
            }
        }
        Ok((text, fields))
    }
}
