//! How the bytes of a file are written.
//!
//! A byte order mark decides. Without one the bytes are UTF-8 if they can be; UTF-16 if every second one is zero; and
//! else what `chardetng`, the detector of Firefox, takes them for. The text is decoded and never changed: line ends,
//! odd quotation marks and non-breaking spaces stay.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// A decoded file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without its byte order mark.
    pub text: String,
    /// Name of the encoding: `UTF-8`, `windows-1252` …
    pub encoding: &'static str,
    /// Whether bytes that the encoding does not have became U+FFFD.
    pub replaced: bool,
}

/// Decodes the bytes of a whole file.
#[must_use]
pub fn decode(bytes: Vec<u8>) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return with(encoding, &bytes[mark..]);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => return Decoded { text, encoding: UTF_8.name(), replaced: false },
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = wide(&bytes) {
        return with(encoding, &bytes);
    }
    if let Ok(text) = str::from_utf8(&bytes) {
        return Decoded { text: text.to_owned(), encoding: UTF_8.name(), replaced: false };
    }
    // Mostly UTF-8 with a few broken bytes, as after a cut in mid-character, is still UTF-8.
    let (text, _, _) = UTF_8.decode(&bytes);
    let broken = text.matches('\u{fffd}').count();
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    if broken * 4 < foreign {
        return Decoded { text: text.into_owned(), encoding: UTF_8.name(), replaced: true };
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(&bytes, true);
    with(detector.guess(None, chardetng::Utf8Detection::Deny), &bytes)
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// UTF-16 without a mark: nearly every second byte of English text is zero, always on the same side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let zeros = |side: usize| sample.iter().skip(side).step_by(2).filter(|&&byte| byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let most = sample.len() / 2 * 7 / 10;
    if sample.is_empty() || !bytes.len().is_multiple_of(2) {
        None
    } else if odd > most && even * 10 < odd {
        Some(UTF_16LE)
    } else if even > most && odd * 10 < even {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_text_comes_out_of_every_encoding() {
        let text = "“Minister” said: no. A café in Zürich. It’s “naïve” – they said so, twice.\r\n";
        let utf16 = |unit: fn(u16) -> [u8; 2]| text.encode_utf16().flat_map(unit).collect::<Vec<u8>>();
        let marked = |mark: &[u8], bytes: Vec<u8>| [mark, &bytes].concat();
        let legacy = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        #[rustfmt::skip]
        let cases = [
            (text.as_bytes().to_vec(), "UTF-8"),
            (marked(b"\xEF\xBB\xBF", text.as_bytes().to_vec()), "UTF-8"),
            (marked(b"\xFF\xFE", utf16(u16::to_le_bytes)), "UTF-16LE"),
            (marked(b"\xFE\xFF", utf16(u16::to_be_bytes)), "UTF-16BE"),
            (utf16(u16::to_le_bytes), "UTF-16LE"),
            (utf16(u16::to_be_bytes), "UTF-16BE"),
            (legacy, "windows-1252"),
        ];
        for (bytes, encoding) in cases {
            let decoded = decode(bytes);
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.replaced), (text, encoding, false));
        }
    }

    #[test]
    fn broken_bytes_are_replaced_and_told() {
        let mut bytes = "ein Café, naïve Zürcher und “mehr”".as_bytes().to_vec();
        bytes.push(0xE2);
        let decoded = decode(bytes);
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", true));
        assert!(decoded.text.ends_with('\u{fffd}'));
        assert_eq!(decode(Vec::new()).text, "");
    }
}
