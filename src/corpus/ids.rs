//! Numbers that must not be mistaken for one another: documents, positions, types, normal forms.

macro_rules! number {
    ($(#[doc = $doc:literal])* $name:ident) => {
        $(#[doc = $doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(u32);

        impl $name {
            /// The number of this value.
            pub const fn new(number: u32) -> Self {
                Self(number)
            }

            /// The number of this index, which a corpus holds below 2^32.
            pub fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).expect("a corpus holds fewer than 2^32 of anything"))
            }

            /// The number itself.
            pub const fn number(self) -> u32 {
                self.0
            }

            /// The number as an index.
            pub const fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

number! {
    /// The number of a document in its corpus.
    DocId
}
number! {
    /// The number of a token in its corpus, over all documents.
    Position
}
number! {
    /// The number of a type: a surface form in the vocabulary.
    TypeId
}
number! {
    /// The number of a normal form, which one or more types share.
    NormId
}
