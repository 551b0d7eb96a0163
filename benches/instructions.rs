//! Fixed work on a fixed text, one piece at a time, for counting the instructions that it takes.
//!
//! `instructions WORK` does a piece of work and what it begins with; `instructions` alone names
//! each with what it begins with, and the instruction sets that are here. The script
//! `instructions/count.py` runs it under callgrind and takes the one from the other.

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::path::Path;
use std::sync::Arc;
use std::{env, fs};

use hustings::error::Result;
use hustings::{
    Association, CollocateOptions, Corpus, Documents, DtmOptions, Format, FrequencyOptions,
    Marginals, Near, NgramOptions, Node, PatternOptions, Row, Scope, Task, Texts, Tokenizer,
    TokenizerOptions, collocates, concordance, dtm, find, frequencies, ngrams, quotations_of_texts,
    set_threads,
};

const SAMPLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/python/hustings/samples");
const TEXTS: usize = 500;
const SENTENCES_A_TEXT: usize = 40;
/// Quick work is done so often, that the chance in what it begins with does not weigh.
const TIMES: usize = 10;
const SYLLABLES: [&str; 16] = [
    "ba", "den", "fo", "gar", "hu", "jin", "ka", "lor", "mi", "nes", "ó", "pra", "ri", "sun", "te",
    "vö",
];

/// What a piece of work begins with, whose instructions are not its own.
#[derive(Clone, Copy)]
enum Given {
    Texts(fn(&Texts) -> Result<()>),
    Corpus(fn(&Scope) -> Result<()>),
}

const WORKS: [(&str, Given); 10] = [
    ("words", Given::Texts(words)),
    ("build", Given::Texts(build)),
    ("quotations", Given::Texts(quotations)),
    ("frequencies", Given::Corpus(count_words)),
    ("dtm", Given::Corpus(count_by_document)),
    ("kwic", Given::Corpus(all_lines)),
    ("page", Given::Corpus(first_page)),
    ("phrase", Given::Corpus(phrase)),
    ("bigrams", Given::Corpus(bigrams)),
    ("collocates", Given::Corpus(collocates_of_one)),
];

fn main() -> Result<()> {
    set_threads(NonZeroUsize::MIN);
    // Cargo says `--bench` as well.
    match env::args().skip(1).find(|word| !word.starts_with("--")) {
        None => print_works(),
        Some(name) => run(&name)?,
    }
    Ok(())
}

fn run(name: &str) -> Result<()> {
    let texts = texts();
    match WORKS.iter().find(|(known, _)| *known == name) {
        Some((_, Given::Texts(work))) => work(&texts),
        Some((_, Given::Corpus(work))) => {
            let scope = Scope::whole(Arc::new(corpus(texts)?));
            (0..TIMES).try_for_each(|_| work(&scope))
        }
        None if name == "texts" => Ok(()),
        None => panic!("work must be one of those that are named without any, got {name:?}"),
    }
}

#[expect(clippy::print_stdout, reason = "a command that answers")]
fn print_works() {
    for (name, given) in WORKS {
        let begins = match given {
            Given::Texts(_) => "texts",
            Given::Corpus(_) => "build",
        };
        println!("work {name} {begins}");
    }
    for feature in features() {
        println!("feature {feature}");
    }
}

/// The instruction sets by which code chooses between ways.
fn features() -> Vec<&'static str> {
    let mut features = vec![env::consts::ARCH];
    #[cfg(target_arch = "x86_64")]
    {
        let known = [
            ("avx2", is_x86_feature_detected!("avx2")),
            ("bmi2", is_x86_feature_detected!("bmi2")),
            ("popcnt", is_x86_feature_detected!("popcnt")),
            ("avx512bw", is_x86_feature_detected!("avx512bw")),
            ("avx512vbmi2", is_x86_feature_detected!("avx512vbmi2")),
        ];
        features.extend(
            known
                .iter()
                .filter(|(_, here)| *here)
                .map(|(name, _)| *name),
        );
    }
    features
}

/// Sentences of the sample articles, drawn at random, each with an invented name.
fn texts() -> Texts {
    let articles = samples();
    let sentences: Vec<&str> = articles
        .iter()
        .flat_map(|article| article.lines())
        .flat_map(|line| line.split_inclusive(". "))
        .collect();
    let mut draw = Draw(1);
    let sentence = |draw: &mut Draw| {
        let sentence = sentences[draw.below(sentences.len())];
        format!("{} {}", draw.name(), sentence.trim_end())
    };
    (0..TEXTS)
        .map(|_| {
            let some: Vec<String> = (0..SENTENCES_A_TEXT).map(|_| sentence(&mut draw)).collect();
            some.join(" ")
        })
        .collect()
}

fn samples() -> Vec<String> {
    let promise = "the sample articles are in the project";
    let mut paths: Vec<_> = fs::read_dir(Path::new(SAMPLES))
        .expect(promise)
        .map(|entry| entry.expect(promise).path())
        .collect();
    paths.sort();
    paths
        .iter()
        .map(|path| fs::read_to_string(path).expect(promise))
        .collect()
}

/// A generator of numbers that is the same everywhere (splitmix64).
struct Draw(u64);

impl Draw {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        let n = u64::try_from(n).expect("a count fits");
        usize::try_from(self.next() % n).expect("below a count")
    }

    /// Up to 4096 names, so that the words grow with the texts.
    fn name(&mut self) -> String {
        (0..3)
            .map(|_| SYLLABLES[self.below(SYLLABLES.len())])
            .collect()
    }
}

fn tokenizer() -> Result<Tokenizer> {
    Tokenizer::new(TokenizerOptions::default())
}

fn words(texts: &Texts) -> Result<()> {
    let tokenizer = tokenizer()?;
    let mut tokens = Vec::new();
    for text in texts.iter() {
        tokens.clear();
        tokenizer.append_tokens(text, 0, &mut tokens);
        black_box(&tokens);
    }
    Ok(())
}

fn corpus(texts: Texts) -> Result<Corpus> {
    Corpus::build(Documents::from_texts(texts), tokenizer()?, &Task::new())
}

fn build(texts: &Texts) -> Result<()> {
    black_box(corpus(texts.clone())?);
    Ok(())
}

/// The quotations of a fifth of the texts.
fn quotations(texts: &Texts) -> Result<()> {
    let some: Texts = texts.iter().take(TEXTS / 5).collect();
    let found = quotations_of_texts(&some, Format::Plain, None, &Task::new())?;
    black_box(found);
    Ok(())
}

fn count_words(scope: &Scope) -> Result<()> {
    black_box(frequencies(
        scope,
        &FrequencyOptions::default(),
        &Task::new(),
    )?);
    Ok(())
}

fn count_by_document(scope: &Scope) -> Result<()> {
    let options = DtmOptions {
        by: vec!["document".into()],
        ..DtmOptions::default()
    };
    black_box(dtm(scope, &options, &Task::new())?);
    Ok(())
}

/// All lines of the most frequent word, as a table.
fn all_lines(scope: &Scope) -> Result<()> {
    let task = Task::new();
    let lines = concordance(scope, &["the"], &PatternOptions::default(), 5, &task)?;
    black_box(lines.table(&task)?);
    Ok(())
}

/// The lines of the most frequent word sorted, the first page shown.
fn first_page(scope: &Scope) -> Result<()> {
    let task = Task::new();
    let lines = concordance(scope, &["the"], &PatternOptions::default(), 5, &task)?;
    let sorted = lines.sort(&["R1", "R2", "R3"], None, &task)?;
    for line in 0..sorted.len().min(20) {
        black_box(sorted.line(line)?);
    }
    Ok(())
}

fn phrase(scope: &Scope) -> Result<()> {
    for _ in 0..TIMES {
        let task = Task::new();
        black_box(find(scope, &["of the"], PatternOptions::default(), &task)?);
    }
    Ok(())
}

fn bigrams(scope: &Scope) -> Result<()> {
    let options = NgramOptions {
        n: 2,
        skip: 0,
        frequency: FrequencyOptions::default(),
        scores: None,
        dispersion: None,
    };
    black_box(ngrams(scope, &options, &Task::new())?);
    Ok(())
}

fn collocates_of_one(scope: &Scope) -> Result<()> {
    let options = CollocateOptions {
        search: PatternOptions::default(),
        case_sensitive: false,
        layer: None,
        near: Near::Window(5.into()),
        min_frequency: 1,
        min_documents: 0,
        by: Vec::new(),
        marginals: Marginals::Subset,
        row: Row::Windows,
        without_node: false,
        scores: None,
        direction: Association::Both,
        distances: false,
        compounds: Vec::new(),
        exclude: Vec::new(),
    };
    let node = Node {
        name: None,
        patterns: vec!["the".into()],
        of_terms: false,
    };
    black_box(collocates(scope, &[node], &options, &Task::new())?);
    Ok(())
}
