//! CoNLL-U: annotated words, a line each, found again in the documents of a corpus.

use super::Annotations;
use super::placing::Cursor;
use crate::corpus::{Corpus, DocId};
use crate::error::{Error, Result};
use crate::task::Task;

/// The columns, by the names of the format and of what reads it.
const COLUMNS: [(&str, usize); 14] = [
    ("form", 1),
    ("lemma", 2),
    ("pos", 3),
    ("upos", 3),
    ("tag", 4),
    ("xpos", 4),
    ("feats", 5),
    ("morph", 5),
    ("head", 6),
    ("dep", 7),
    ("deprel", 7),
    ("deps", 8),
    ("misc", 9),
    ("id", 0),
];
/// How many columns a line has.
const N_COLUMNS: usize = 10;
/// What stands for no value.
const NOTHING: &str = "_";
/// How many lines are read between two looks at the task.
const LINES_A_LOOK: usize = 1 << 12;

/// A word of a sentence, or several that are written as one.
struct Word<'t> {
    form: &'t str,
    /// The lines of its syntactic words, each its columns.
    lines: Vec<[&'t str; N_COLUMNS]>,
}

/// A sentence as it stands in the file.
#[derive(Default)]
struct Sentence<'t> {
    text: Option<&'t str>,
    words: Vec<Word<'t>>,
    /// The number up to which syntactic words belong to the last word.
    until: u32,
}

impl Annotations {
    /// Adds the words of a file in CoNLL-U, of which the layers are these columns; `source` is its name
    /// for errors.
    ///
    /// `# newdoc id = …` leads to the document of that id. Without it, sentences are those of the
    /// documents in their order. Words are looked for in the text one behind the other, and within the
    /// sentence where `# text = …` is found. What is not found is left out and noted.
    ///
    /// Errors: [`Error::Unknown`] for a column or a document that does not exist, [`Error::Text`] for a
    /// line that is none of the format.
    pub fn add_conllu(
        &mut self,
        corpus: &Corpus,
        (source, content): (&str, &str),
        columns: &[String],
        task: &Task,
    ) -> Result<()> {
        let columns = columns
            .iter()
            .map(|name| column(name))
            .collect::<Result<_>>()?;
        let mut reader = Reader {
            corpus,
            annotations: self,
            columns,
            place: None,
            is_named: false,
        };
        let mut sentence = Sentence::default();
        for (number, line) in content.lines().enumerate() {
            if number.is_multiple_of(LINES_A_LOOK) {
                task.check()?;
            }
            let line = line.trim_end_matches('\r');
            if line.trim().is_empty() {
                reader.add(&std::mem::take(&mut sentence))?;
            } else if let Some(comment) = line.strip_prefix('#') {
                if let Some(id) = value_of(comment, "newdoc") {
                    reader.add(&std::mem::take(&mut sentence))?;
                    reader.enter(id)?;
                } else if let Some(text) = value_of(comment, "text") {
                    sentence.text = Some(text);
                }
            } else {
                sentence.push(line).map_err(|message| {
                    Error::text(source, format!("line {}: {message}", number + 1))
                })?;
            }
        }
        reader.add(&sentence)
    }
}

fn column(name: &str) -> Result<usize> {
    let found = COLUMNS.iter().find(|(known, _)| *known == name);
    found
        .map(|(_, place)| *place)
        .ok_or_else(|| Error::unknown("column of CoNLL-U", name, COLUMNS.map(|(known, _)| known)))
}

/// What stands behind a key of a comment; the id of `newdoc`, which may have none.
fn value_of<'t>(comment: &'t str, key: &str) -> Option<&'t str> {
    let rest = comment.trim_start().strip_prefix(key)?;
    if key == "newdoc" && rest.trim().is_empty() {
        return Some("");
    }
    let rest = rest.trim_start();
    let rest = if key == "newdoc" {
        rest.strip_prefix("id")?.trim_start()
    } else {
        rest
    };
    rest.strip_prefix('=').map(str::trim)
}

impl<'t> Sentence<'t> {
    fn push(&mut self, line: &'t str) -> Result<(), String> {
        let columns: Vec<&str> = line.split('\t').collect();
        let n_columns = columns.len();
        let Ok(columns): Result<[&str; N_COLUMNS], _> = columns.try_into() else {
            return Err(format!(
                "must have {N_COLUMNS} columns with tabs between them, got {n_columns}"
            ));
        };
        let id = columns[0];
        // An empty node, as in 8.1, is no word of the text.
        if let Some((first, second)) = id.split_once('.')
            && [first, second]
                .iter()
                .all(|part| part.parse::<u32>().is_ok())
        {
            return Ok(());
        }
        let refused = || format!("id must be as in 3, 3-4 or 3.1, got {id:?}");
        if let Some((first, last)) = id.split_once('-') {
            let first: u32 = first.parse().map_err(|_| refused())?;
            self.until = last.parse().map_err(|_| refused())?;
            if self.until < first {
                return Err(refused());
            }
            self.words.push(Word {
                form: columns[1],
                lines: Vec::new(),
            });
            return Ok(());
        }
        let number: u32 = id.parse().map_err(|_| refused())?;
        match self.words.last_mut() {
            Some(word) if number <= self.until => word.lines.push(columns),
            _ => self.words.push(Word {
                form: columns[1],
                lines: vec![columns],
            }),
        }
        Ok(())
    }
}

struct Reader<'a, 'c> {
    corpus: &'c Corpus,
    annotations: &'a mut Annotations,
    columns: Vec<usize>,
    /// The document at hand, and how far it was read.
    place: Option<(DocId, Cursor<'c>)>,
    /// Whether the file says which document it is.
    is_named: bool,
}

impl Reader<'_, '_> {
    /// Goes to the document of an id, or to the next one.
    fn enter(&mut self, id: &str) -> Result<()> {
        self.is_named = true;
        let document = if id.is_empty() {
            self.next().ok_or_else(|| {
                Error::Parameter(format!(
                    "documents of the file must be those of the corpus, which has {}; give # newdoc \
                     their ids",
                    self.corpus.n_documents()
                ))
            })?
        } else {
            self.corpus.document(id)?
        };
        self.open(document)
    }

    fn next(&self) -> Option<DocId> {
        let next = self.place.map_or(0, |(document, _)| document.index() + 1);
        (next < self.corpus.n_documents()).then(|| DocId::from_index(next))
    }

    fn open(&mut self, document: DocId) -> Result<()> {
        self.annotations.name(document);
        self.place = Some((document, Cursor::new(self.corpus.text(document)?)));
        Ok(())
    }

    fn add(&mut self, sentence: &Sentence<'_>) -> Result<()> {
        if sentence.words.is_empty() {
            return Ok(());
        }
        let limit = self.find(sentence)?;
        for word in &sentence.words {
            self.add_word(word, limit)?;
        }
        Ok(())
    }

    /// Goes to where a sentence begins, if that can be told, and says where it ends.
    fn find(&mut self, sentence: &Sentence<'_>) -> Result<usize> {
        loop {
            let next = if self.is_named { None } else { self.next() };
            let Some((document, cursor)) = &mut self.place else {
                let Some(first) = next else {
                    let message = "a corpus without documents has nothing to annotate";
                    return Err(Error::Parameter(message.into()));
                };
                self.open(first)?;
                continue;
            };
            if cursor.is_at_end()
                && let Some(next) = next
            {
                self.open(next)?;
                continue;
            }
            let end = self.corpus.text(*document)?.len();
            let Some(text) = sentence.text else {
                return Ok(end);
            };
            if let Some((start, end)) = cursor.sentence(text) {
                cursor.at = start;
                return Ok(end);
            }
            // It may be the first of the next document, where this one goes on with something else.
            let Some(next) = next else { return Ok(end) };
            if Cursor::new(self.corpus.text(next)?)
                .sentence(text)
                .is_none()
            {
                return Ok(end);
            }
            self.open(next)?;
        }
    }

    fn add_word(&mut self, word: &Word<'_>, limit: usize) -> Result<()> {
        let Some((document, cursor)) = &mut self.place else {
            return Ok(());
        };
        let before = cursor.at;
        let characters = |byte| {
            let characters = self.corpus.characters(*document, byte, (0, 0));
            u32::try_from(characters).expect("a document is below 4 GiB")
        };
        let Some((start, end)) = cursor.word(word.form, limit) else {
            let form = word.form.to_owned();
            self.annotations
                .unplaced
                .push((*document, characters(before), form));
            return Ok(());
        };
        let span = (characters(start), characters(end));
        for line in &word.lines {
            let values = self.columns.iter().map(|column| match line[*column] {
                // A word may be an underscore itself.
                NOTHING if *column > 2 || line[1] != NOTHING => "",
                value => value,
            });
            self.annotations.push(*document, span, values)?;
        }
        Ok(())
    }
}
