//! Decoding: bytes to text, in any of the common encodings.

use std::borrow::Cow;

use encoding_rs::{Decoder, Encoding, UTF_8};

use crate::error::{Error, Result};
use crate::task::Task;

/// The bytes that are decoded between two looks at the task.
const BLOCK_BYTES: usize = 1 << 20;
const WAYS_OUT: &str = "pass the file's encoding=, or errors=\"replace\"";

/// How bytes become text.
#[derive(Clone, Copy, Debug)]
pub struct Decoding {
    encoding: &'static Encoding,
    replace: bool,
}

/// Bytes of another encoding than UTF-8 on their way to text, block by block.
pub(super) struct Transcoder {
    decoder: Decoder,
    replace: bool,
}

impl Decoding {
    /// An encoding by its name in the WHATWG standard (`utf-8`, `windows-1252`, `gb18030`, …), and
    /// whether what cannot be read becomes U+FFFD instead of an error.
    pub fn new(encoding: &str, replace: bool) -> Result<Self> {
        // Python's own names differ in little: `latin-1`, `utf_8`, `utf-8-sig`.
        let dashed = encoding.replace('_', "-");
        let plain = dashed.trim_end_matches("-sig");
        let labels = [plain.to_owned(), plain.replace('-', "")];
        let found = labels
            .iter()
            .find_map(|label| Encoding::for_label(label.as_bytes()));
        let found = found.ok_or_else(|| {
            Error::Parameter(format!(
                "encoding must be a name as in \"utf-8\", \"windows-1252\", \"utf-16le\" or \
                 \"gb18030\", got {encoding:?}"
            ))
        })?;
        Ok(Self {
            encoding: found,
            replace,
        })
    }

    /// The text of a document, which is all of a file.
    ///
    /// Errors: for what is no text, by its first bytes or a NUL.
    pub(super) fn document<'b>(
        &self,
        bytes: &'b [u8],
        name: &str,
        task: &Task,
    ) -> Result<Cow<'b, str>> {
        if let Some(kind) = binary(bytes) {
            let message = format!("{kind}, which is no text; save its text as a file of its own");
            return Err(Error::text(name, message));
        }
        let text = self.decode(bytes, name, task)?;
        if !self.replace
            && let Some(at) = memchr::memchr(0, text.as_bytes())
        {
            let message = format!(
                "a NUL at byte {at} of the text, as in no text but of another encoding, such as \"utf-16le\"; \
                 {WAYS_OUT}"
            );
            return Err(Error::text(name, message));
        }
        Ok(text)
    }

    /// The text of some bytes, without a byte order mark; `name` is for the error.
    pub fn decode<'b>(&self, bytes: &'b [u8], name: &str, task: &Task) -> Result<Cow<'b, str>> {
        let (transcoder, mark) = self.begin(bytes);
        let Some(mut transcoder) = transcoder else {
            return self.utf8(bytes, mark, name);
        };
        let mut text = Vec::new();
        for block in bytes[mark..].chunks(BLOCK_BYTES) {
            task.check()?;
            transcoder.append(block, &mut text, name)?;
        }
        transcoder.finish(&mut text, name)?;
        Ok(Cow::Owned(
            String::from_utf8(text).expect("what was decoded is UTF-8"),
        ))
    }

    /// What decodes the bytes that begin like this, if they are not UTF-8, and the length of their
    /// byte order mark.
    pub(super) fn begin(&self, bytes: &[u8]) -> (Option<Transcoder>, usize) {
        let (encoding, mark) = Encoding::for_bom(bytes).unwrap_or((self.encoding, 0));
        let transcoder = (encoding != UTF_8).then(|| Transcoder {
            decoder: encoding.new_decoder_without_bom_handling(),
            replace: self.replace,
        });
        (transcoder, mark)
    }

    fn utf8<'b>(&self, bytes: &'b [u8], mark: usize, name: &str) -> Result<Cow<'b, str>> {
        match simdutf8::compat::from_utf8(bytes) {
            Ok(text) => Ok(Cow::Borrowed(&text[mark..])),
            Err(_) if self.replace => Ok(String::from_utf8_lossy(&bytes[mark..])),
            Err(error) => Err(not_utf8(bytes, error.valid_up_to(), 0, name)),
        }
    }

    /// Whether what cannot be read becomes U+FFFD.
    pub(super) fn replaces(&self) -> bool {
        self.replace
    }
}

/// What kind of file begins like this, if none of text.
fn binary(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 3] = [
        (b"PK\x03\x04", "a zip archive, as of Word or Excel"),
        (b"\x1F\x8B", "a file compressed by gzip"),
        (b"%PDF-", "a PDF"),
    ];
    let mut kinds = kinds.into_iter();
    kinds
        .find(|(first, _)| bytes.starts_with(first))
        .map(|(_, kind)| kind)
}

/// Bytes that are not UTF-8 from `at` on, of a file that they begin in at `start`.
pub(super) fn not_utf8(bytes: &[u8], at: usize, start: u64, name: &str) -> Error {
    let message = format!(
        "not valid UTF-8 at byte {} (0x{:02X}); {WAYS_OUT}",
        start + at as u64,
        bytes[at]
    );
    Error::text(name, message)
}

impl Transcoder {
    /// Appends the text of the next bytes as UTF-8.
    pub(super) fn append(&mut self, bytes: &[u8], text: &mut Vec<u8>, name: &str) -> Result<()> {
        self.transcode(bytes, text, false, name)
    }

    /// Appends what is left when no bytes follow.
    pub(super) fn finish(&mut self, text: &mut Vec<u8>, name: &str) -> Result<()> {
        self.transcode(&[], text, true, name)
    }

    fn transcode(
        &mut self,
        bytes: &[u8],
        text: &mut Vec<u8>,
        last: bool,
        name: &str,
    ) -> Result<()> {
        let room = self
            .decoder
            .max_utf8_buffer_length(bytes.len())
            .ok_or_else(|| Error::Limit(format!("document {name} is too large")))?;
        let start = text.len();
        text.resize(start + room, 0);
        let (_, _, written, malformed) =
            self.decoder.decode_to_utf8(bytes, &mut text[start..], last);
        text.truncate(start + written);
        if malformed && !self.replace {
            let encoding = self.decoder.encoding().name();
            return Err(Error::text(
                name,
                format!("not valid {encoding}; {WAYS_OUT}"),
            ));
        }
        Ok(())
    }
}
