//! Words a second: every instruction set of the machine beside `unicode-segmentation`, ICU4X and
//! bstr, document by document on one thread.
//!
//! The texts are those of `texts`.

mod texts;

use std::hint::black_box;
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
const TEXTS: [&str; 5] = ["english", "russian", "arabic", "chinese", "japanese"];

fn words(criterion: &mut Criterion) {
    for name in TEXTS {
        match texts::exported(name, BYTES) {
            Some(documents) => compare(criterion, name, &documents),
            None => return compare(criterion, "samples", &texts::resampled(BYTES)),
        }
    }
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
