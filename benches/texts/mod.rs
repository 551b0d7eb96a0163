//! Texts to measure on: those that `benches/export_texts.py` writes; where there are none, sentences of
//! the sample articles, drawn with a fixed seed.

use std::path::Path;

const PROJECT: &str = env!("CARGO_MANIFEST_DIR");

/// The first documents of an exported text, up to so many bytes; none where it was not exported.
pub(crate) fn exported(name: &str, limit: usize) -> Option<Vec<String>> {
    let path = Path::new(PROJECT).join(format!("target/texts/{name}.txt"));
    let text = std::fs::read_to_string(path).ok()?;
    let mut bytes = 0;
    let documents = text
        .split_terminator('\0')
        .take_while(|document| {
            bytes += document.len();
            bytes - document.len() < limit
        })
        .map(str::to_owned);
    Some(documents.collect())
}

/// Documents of 40 sentences, drawn from the sample articles by a congruential generator.
pub(crate) fn resampled(limit: usize) -> Vec<String> {
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
            bytes < limit
        })
        .collect()
}
