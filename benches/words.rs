//! Words a second: every instruction set of the machine beside `unicode-segmentation`, ICU4X and
//! bstr, document by document on one thread.
//!
//! The texts are those that `benches/export_texts.py` writes; where there are none, sentences of the
//! sample articles are drawn with a fixed seed.

use std::hint::black_box;
use std::path::Path;
use std::time::Duration;

use bstr::ByteSlice as _;
use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use hustings::{InstructionSet, Token, Tokenizer, TokenizerOptions};
use icu_segmenter::WordSegmenter;
use icu_segmenter::options::WordBreakInvariantOptions;
use unicode_segmentation::UnicodeSegmentation as _;

/// Enough of a text to leave the caches of one core.
const BYTES: usize = 4 << 20;
const PROJECT: &str = env!("CARGO_MANIFEST_DIR");
const TEXTS: [&str; 5] = ["english", "russian", "arabic", "chinese", "japanese"];

fn words(criterion: &mut Criterion) {
    let exported = Path::new(PROJECT).join("target/texts");
    if !exported.is_dir() {
        return compare(criterion, "samples", &resampled());
    }
    for name in TEXTS {
        let path = exported.join(format!("{name}.txt"));
        let text = std::fs::read_to_string(path).expect("an exported text");
        compare(criterion, name, &first_documents(&text));
    }
}

fn first_documents(text: &str) -> Vec<String> {
    let mut bytes = 0;
    text.split_terminator('\0')
        .take_while(|document| {
            bytes += document.len();
            bytes - document.len() < BYTES
        })
        .map(str::to_owned)
        .collect()
}

/// Documents of 40 sentences, drawn from the sample articles by a congruential generator.
fn resampled() -> Vec<String> {
    let folder = Path::new(PROJECT).join("python/hustings/samples");
    let mut paths: Vec<_> = std::fs::read_dir(folder)
        .expect("the sample articles")
        .map(|entry| entry.expect("the folder can be read").path())
        .filter(|path| path.extension().is_some_and(|ending| ending == "txt"))
        .collect();
    paths.sort();
    let read = |path| std::fs::read_to_string(path).expect("a sample article");
    let articles: String = paths.iter().map(read).collect();
    let sentences: Vec<&str> = articles.split_inclusive(". ").collect();
    let mut seed = 1_u64;
    let mut draw = || {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        sentences[(seed >> 33) as usize % sentences.len()]
    };
    let mut document = || (0..40).map(|_| draw()).collect::<String>();
    let mut bytes = 0;
    std::iter::repeat_with(&mut document)
        .take_while(|document| {
            bytes += document.len();
            bytes < BYTES
        })
        .collect()
}

fn compare(criterion: &mut Criterion, name: &str, documents: &[String]) {
    let expected: Vec<Vec<(usize, usize)>> = documents
        .iter()
        .map(|document| words_of_the_crate(document).collect())
        .collect();
    let mut group = criterion.benchmark_group(format!("words/{name}"));
    let bytes: usize = documents.iter().map(String::len).sum();
    group.throughput(Throughput::Bytes(bytes as u64));
    let measure =
        |group: &mut BenchmarkGroup<'_, WallTime>, id: &str, run: &mut dyn FnMut(&str)| {
            group.bench_function(id, |bencher| {
                bencher.iter(|| documents.iter().for_each(|document| run(document)));
            });
        };
    measure(&mut group, "unicode-segmentation", &mut |text| {
        black_box(words_of_the_crate(text).collect::<Vec<_>>());
    });
    measure(&mut group, "bstr", &mut |text| {
        black_box(
            text.as_bytes()
                .word_indices()
                .map(|(start, end, _)| (start, end))
                .collect::<Vec<_>>(),
        );
    });
    let icu = WordSegmenter::new_auto(WordBreakInvariantOptions::default());
    measure(&mut group, "icu_segmenter auto", &mut |text| {
        black_box(icu.segment_str(text).collect::<Vec<_>>());
    });
    for set in InstructionSet::available() {
        let mut found = documents
            .iter()
            .map(|document| Tokenizer::words_by(set, document));
        assert!(
            found
                .by_ref()
                .map(|tokens| bytes_of(&tokens))
                .eq(expected.iter().cloned()),
            "{set:?} {name}"
        );
        measure(&mut group, &format!("hustings {set:?}"), &mut |text| {
            black_box(Tokenizer::words_by(set, text));
        });
    }
    let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
    let mut tokens: Vec<Token> = Vec::new();
    measure(
        &mut group,
        "hustings default options, memory kept",
        &mut |text| {
            tokens.clear();
            tokenizer.append_tokens(text, 0, &mut tokens);
            black_box(&tokens);
        },
    );
    group.finish();
}

fn words_of_the_crate(text: &str) -> impl Iterator<Item = (usize, usize)> + '_ {
    text.unicode_word_indices()
        .map(|(start, word)| (start, start + word.len()))
}

fn bytes_of(tokens: &[Token]) -> Vec<(usize, usize)> {
    tokens
        .iter()
        .map(|token| (token.start as usize, token.end as usize))
        .collect()
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(1));
    targets = words
}
criterion_main!(benches);
