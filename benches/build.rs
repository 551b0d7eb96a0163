//! Texts in memory to a corpus that can be searched, beside the words of `unicode-segmentation`, which
//! are the unit of its speed: document by document on one thread.

mod texts;

use std::hint::black_box;
use std::num::NonZeroUsize;
use std::time::Duration;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use hustings::{Corpus, Documents, Task, Texts, Tokenizer, TokenizerOptions, set_threads};
use unicode_segmentation::UnicodeSegmentation as _;

/// As in the extension, which has its own.
#[cfg(not(feature = "python"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

const BYTES: usize = 100_000_000;

fn build(criterion: &mut Criterion) {
    let texts = texts::exported("english", BYTES).unwrap_or_else(|| texts::resampled(BYTES));
    let bytes: usize = texts.iter().map(String::len).sum();
    let mut group = criterion.benchmark_group("build");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("words of unicode-segmentation", |bencher| {
        bencher.iter(|| {
            for text in &texts {
                black_box(text.unicode_word_indices().collect::<Vec<_>>());
            }
        });
    });
    let column: Texts = texts.iter().map(String::as_str).collect();
    let tokenizer = Tokenizer::new(TokenizerOptions::default()).expect("valid options");
    for threads in [1, 2] {
        set_threads(NonZeroUsize::new(threads).expect("some threads"));
        group.bench_function(format!("hustings, {threads} threads"), |bencher| {
            bencher.iter_with_large_drop(|| {
                let documents = Documents::from_texts(column.clone());
                Corpus::build(documents, tokenizer.clone(), &Task::new()).expect("a corpus")
            });
        });
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(10)
        .warm_up_time(Duration::from_millis(300))
        .measurement_time(Duration::from_secs(5));
    targets = build
}
criterion_main!(benches);
