//! Files read in batches of any size give the corpus of all documents at once, and the same errors.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use hustings::error::Result;
use hustings::{
    Batches, Corpus, Decoding, DocId, Documents, Error, Format, Ids, JsonLines, Metadata, Task,
    TextFiles, Texts, Tokenizer, TokenizerOptions,
};
use proptest::prelude::*;
use serde_json::{Map, Value as Json, json};

const ALL_AT_ONCE: u64 = u64::MAX;
const BATCH_BYTES: [u64; 5] = [1, 7, 60, 400, ALL_AT_ONCE];

/// A folder that is gone at the end of a test.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static NUMBER: AtomicU32 = AtomicU32::new(0);
        let number = NUMBER.fetch_add(1, Ordering::Relaxed);
        let name = format!("hustings-streams-{}-{number}", std::process::id());
        let folder = std::env::temp_dir().join(name);
        fs::create_dir(&folder).expect("a new folder");
        Self(folder)
    }

    fn write(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.0.join(name);
        fs::write(&path, content).expect("a file in a folder of one's own");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        fs::remove_dir_all(&self.0).expect("a folder of one's own");
    }
}

fn tokenizer() -> Tokenizer {
    Tokenizer::new(TokenizerOptions::default()).expect("valid options")
}

fn utf8() -> Decoding {
    Decoding::new("utf-8", false).expect("a known encoding")
}

fn json_lines(paths: &[PathBuf], encoding: &str, batch_bytes: u64) -> Result<Corpus> {
    let task = Task::new();
    let decoding = Decoding::new(encoding, false)?;
    let batches = JsonLines::new(paths.to_vec(), ("text", "id"), decoding, batch_bytes, &task)?;
    Corpus::build_stream(batches, tokenizer(), Format::Auto, &task)
}

fn text_files(paths: &[PathBuf], batch_bytes: u64) -> Result<Corpus> {
    let task = Task::new();
    let ids = Ids::generated(paths.len());
    let batches = TextFiles::new(paths.to_vec(), ids, utf8(), batch_bytes, &task)?;
    Corpus::build_stream(batches, tokenizer(), Format::Auto, &task)
}

/// All that a corpus holds: its hash, its columns, and each document's words with their ranks and
/// frequencies, and its zones. The numbers of words depend on the segments, and nothing on those.
fn contents(corpus: &Corpus) -> String {
    let vocabulary = corpus.vocabulary();
    let documents = (0..corpus.n_documents()).map(DocId::from_index);
    let documents: Vec<_> = documents
        .map(|document| {
            let mut words = Vec::new();
            corpus.each_token(corpus.document_range(document), |word, bytes| {
                let counts = (
                    vocabulary.frequency(word),
                    vocabulary.document_frequency(word),
                );
                words.push((vocabulary.word(word), vocabulary.rank(word), counts, bytes));
            });
            let zones: Vec<_> = corpus.zones_of(document).collect();
            (words, zones)
        })
        .collect();
    format!(
        "{} {:?} {documents:?}",
        corpus.hash(),
        corpus.metadata().columns()
    )
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "([Tt]rust|river|中文|é|\n| ){0,12}",
        1 => Just("date 2031-03-04\nTalks open\nPORT LUMEN, March 4 (VPS) -- They met.".to_owned()),
        1 => any::<String>(),
    ]
}

fn object() -> impl Strategy<Value = Map<String, Json>> {
    let value = prop_oneof![
        Just(Json::Null),
        (-5_i64..5).prop_map(Json::from),
        Just(json!(2.5)),
        Just(json!(true)),
        Just(json!("2031-03-04")),
        Just(json!(["a\n", {"b": 1}])),
    ];
    (text(), prop::collection::vec(("[abc]", value), 0..3)).prop_map(|(text, fields)| {
        let mut object: Map<String, Json> = fields.into_iter().collect();
        object.insert("text".into(), text.into());
        object
    })
}

/// Objects as lines with one of the ends that lines have, and empty lines among them.
fn lines(objects: &[Map<String, Json>], end: &str) -> String {
    let line = |object| json!(object).to_string() + end;
    objects.iter().map(line).collect::<Vec<_>>().join(end)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn json_lines_in_batches_are_all_documents_at_once(
        files in prop::collection::vec(prop::collection::vec(object(), 0..6), 1..4),
        end in prop_oneof![Just("\n"), Just("\r\n"), Just(" \n")],
        wide in any::<bool>(),
    ) {
        let folder = Folder::new();
        let encoded = |text: String| if wide {
            text.encode_utf16().flat_map(u16::to_le_bytes).collect()
        } else {
            text.into_bytes()
        };
        let write = |(number, objects): (usize, &Vec<_>)| {
            folder.write(&format!("{number}.jsonl"), encoded(lines(objects, end)))
        };
        let paths: Vec<PathBuf> = files.iter().enumerate().map(write).collect();
        let texts = files.iter().flatten().map(|object| object["text"].as_str());
        let texts: Texts = texts.map(|text| text.expect("a text")).collect();
        let encoding = if wide { "utf-16le" } else { "utf-8" };
        let whole = json_lines(&paths, encoding, ALL_AT_ONCE)?;
        let documents = Documents {
            ids: Ids::generated(texts.len()),
            metadata: Metadata::try_new(own_columns(&whole, &files), texts.len())?,
            texts,
            format: Format::Auto,
        };
        let built = Corpus::build(documents, tokenizer(), &Task::new())?;
        for batch_bytes in BATCH_BYTES {
            let read = json_lines(&paths, encoding, batch_bytes)?;
            prop_assert_eq!(contents(&read), contents(&built), "batches of {}", batch_bytes);
        }
    }

    #[test]
    fn text_files_in_batches_are_all_documents_at_once(
        texts in prop::collection::vec(text(), 0..12),
    ) {
        let folder = Folder::new();
        let write = |(number, text): (usize, &String)| folder.write(&format!("{number}.txt"), text);
        let paths: Vec<PathBuf> = texts.iter().enumerate().map(write).collect();
        let documents = Documents {
            format: Format::Auto,
            ..Documents::from_texts(texts.iter().map(|text| text.trim_start_matches('\u{feff}')).collect())
        };
        let built = Corpus::build(documents, tokenizer(), &Task::new())?;
        for batch_bytes in BATCH_BYTES {
            let read = text_files(&paths, batch_bytes)?;
            prop_assert_eq!(contents(&read), contents(&built), "batches of {}", batch_bytes);
        }
    }
}

/// The columns that came with the objects, whose types `corpus::cells` tests by themselves.
fn own_columns(
    corpus: &Corpus,
    files: &[Vec<Map<String, Json>>],
) -> Vec<(String, arrow_array::ArrayRef)> {
    let fields = || files.iter().flatten().flat_map(Map::keys);
    let columns = corpus.metadata().columns().iter();
    let own = columns.filter(|(name, _)| fields().any(|field| field == name));
    own.cloned().collect()
}

#[test]
fn a_line_of_several_megabytes_among_short_ones_is_read() {
    let folder = Folder::new();
    let long = "mutual trust ".repeat(300_000);
    let objects = ["a", &long, "b"].map(|text| json!({"text": text}).to_string());
    let path = folder.write("a.jsonl", objects.join("\n"));
    for batch_bytes in BATCH_BYTES {
        let corpus =
            json_lines(std::slice::from_ref(&path), "utf-8", batch_bytes).expect("a corpus");
        assert_eq!((corpus.n_documents(), corpus.n_tokens()), (3, 600_002));
    }
}

#[test]
fn an_error_names_the_first_bad_line_whatever_the_batches() {
    let good = "{\"text\": \"Trust.\"}\n";
    let before = good.repeat(2_000);
    let at = before.len() + 3 + "{\"text\": \"".len();
    let bad = [
        (
            "{]\n".to_owned(),
            "line 2001: not a JSON object: ".to_owned(),
        ),
        (
            "\n{\"text\": 1}\n{]\n".to_owned(),
            "line 2002: field \"text\" must be".to_owned(),
        ),
    ];
    for (line, expected) in bad {
        let folder = Folder::new();
        let paths = [
            folder.write("a.jsonl", good),
            folder.write("b.jsonl", format!("{before}{line}{before}{{")),
        ];
        for batch_bytes in [5, 4096, ALL_AT_ONCE] {
            let error = json_lines(&paths, "utf-8", batch_bytes).expect_err("a bad line");
            let place = format!("document {}, {expected}", paths[1].display());
            assert!(error.to_string().starts_with(&place), "{error}");
        }
    }
    let folder = Folder::new();
    let content = [
        b"\xEF\xBB\xBF",
        before.as_bytes(),
        b"{\"text\": \"\xEB\"}\n{]\n",
    ]
    .concat();
    let path = folder.write("a.jsonl", content);
    for batch_bytes in [5, 4096, ALL_AT_ONCE] {
        let error =
            json_lines(std::slice::from_ref(&path), "utf-8", batch_bytes).expect_err("a bad byte");
        let expected = format!("not valid UTF-8 at byte {at} (0xEB)");
        assert!(error.to_string().contains(&expected), "{error}");
    }
}

/// The error of a stream whose first batch is fine and whose files then change.
fn error_after_first_batch(mut batches: impl Batches, change: impl FnOnce()) -> Error {
    let task = Task::new();
    let first = batches.next(&task).expect("files as they were");
    assert!(first.is_some());
    change();
    loop {
        match batches.next(&task) {
            Ok(batch) => assert!(batch.is_some(), "a file that changed was read to its end"),
            Err(error) => return error,
        }
    }
}

fn is_of_file(error: &Error, path: &Path, kind: std::io::ErrorKind) -> bool {
    matches!(error, Error::Io { path: named, source } if named == path && source.kind() == kind)
}

#[test]
fn a_file_that_shrinks_while_it_is_read_is_an_error_that_names_it() {
    let folder = Folder::new();
    let path = folder.write("a.jsonl", "{\"text\": \"Trust.\"}\n".repeat(300_000));
    let paths = vec![path.clone()];
    let batches = JsonLines::new(paths, ("text", "id"), utf8(), 1 << 20, &Task::new());
    let error = error_after_first_batch(batches.expect("a stream"), || {
        let file = fs::File::options().write(true).open(&path).expect("a file");
        file.set_len(3 << 20).expect("a file of one's own");
    });
    assert!(
        is_of_file(&error, &path, std::io::ErrorKind::UnexpectedEof),
        "{error}"
    );
}

#[test]
fn a_file_that_vanishes_before_its_batch_is_an_error_that_names_it() {
    let folder = Folder::new();
    let paths = ["a.txt", "b.txt"].map(|name| folder.write(name, "Trust."));
    let ids = Ids::generated(2);
    let batches = TextFiles::new(paths.to_vec(), ids, utf8(), 1, &Task::new());
    let error = error_after_first_batch(batches.expect("a stream"), || {
        fs::remove_file(&paths[1]).expect("a file of one's own");
    });
    assert!(
        is_of_file(&error, &paths[1], std::io::ErrorKind::NotFound),
        "{error}"
    );
}

#[test]
fn ids_that_are_fewer_than_files_are_an_error() {
    let batches = TextFiles::new(
        vec!["a.txt".into()],
        Ids::generated(0),
        utf8(),
        1,
        &Task::new(),
    );
    let error = batches.err().expect("no stream");
    assert_eq!(
        error.to_string(),
        "ids must be as many as texts: 0 for 1 texts"
    );
}
