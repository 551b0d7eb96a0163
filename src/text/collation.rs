//! Collation: the alphabetical order of a language, by the rules of CLDR.

use crate::error::{Error, Result};

/// The alphabetical order of one language.
#[cfg(feature = "collation")]
pub struct Collation {
    collator: icu_collator::CollatorBorrowed<'static>,
}

/// The alphabetical order of one language, of which there is none without the feature `collation`.
#[cfg(not(feature = "collation"))]
pub struct Collation(std::convert::Infallible);

#[cfg(feature = "collation")]
impl Collation {
    /// The order of a locale, as in `sv`, `de-u-co-phonebk` or `es-u-co-trad`.
    ///
    /// A language without rules of its own has those that CLDR begins with.
    pub fn of(locale: &str) -> Result<Self> {
        let refused = |why: &dyn std::fmt::Display| {
            Error::Parameter(format!(
                "locale must be a language tag as in \"sv\" or \"de-u-co-phonebk\", got {locale:?}: {why}"
            ))
        };
        let parsed: icu_locale_core::Locale = locale.parse().map_err(|why| refused(&why))?;
        let options = icu_collator::options::CollatorOptions::default();
        let collator = icu_collator::Collator::try_new(parsed.into(), options);
        Ok(Self {
            collator: collator.map_err(|why| refused(&why))?,
        })
    }

    /// What a word is ordered by.
    pub(crate) fn key(&self, word: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let Ok(()) = self.collator.write_sort_key_to(word, &mut key);
        key
    }
}

#[cfg(not(feature = "collation"))]
impl Collation {
    /// An error: the rules of languages are not there.
    pub fn of(locale: &str) -> Result<Self> {
        Err(Error::Parameter(format!(
            "locale must be None, for hustings was built without the rules of languages; build it \
             with the feature `collation`, got {locale:?}"
        )))
    }

    /// What a word is ordered by.
    pub(crate) fn key(&self, _: &str) -> Vec<u8> {
        match self.0 {}
    }
}
