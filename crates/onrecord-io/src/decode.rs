//! How the bytes of a file are written.
//!
//! A byte order mark decides. Without one the bytes are UTF-8 if they can be; UTF-16 or UTF-32 if zeros stand where these
//! have them; and else what `chardetng`, the detector of Firefox, takes them for. The text is decoded and never changed:
//! line ends, odd quotation marks and non-breaking spaces stay. What is no text at all is refused.

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

/// A file that is no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is {0}, no text; give what it holds as plain text")]
pub struct Binary(&'static str);

/// How files begin that people take for texts or have beside them.
const MAGIC: [(&[u8], &str); 8] = [
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or a document of an office program (docx, odt, xlsx)"),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "a document of an old office program (doc, xls)"),
    (b"\x1F\x8B", "a file compressed with gzip"),
    (b"\x28\xB5\x2F\xFD", "a file compressed with Zstandard"),
    (b"\x89PNG", "a PNG image"),
    (b"\xFF\xD8\xFF", "a JPEG image"),
    (b"\x7FELF", "a program (ELF)"),
];

/// Decodes the bytes of a whole file.
///
/// # Errors
/// Bytes that are no text.
pub fn decode(bytes: Vec<u8>) -> Result<Decoded, Binary> {
    if let Some((_, name)) = MAGIC.iter().find(|(start, _)| bytes.starts_with(start)) {
        return Err(Binary(name));
    }
    if let Some(decoded) = quads(&bytes) {
        return Ok(decoded);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return Ok(with(encoding, &bytes[mark..]));
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) if !text.contains('\0') => {
            return Ok(Decoded { text, encoding: UTF_8.name(), replaced: false });
        }
        Ok(text) => text.into_bytes(),
        Err(error) => error.into_bytes(),
    };
    if let Some(encoding) = wide(&bytes) {
        return Ok(with(encoding, &bytes));
    }
    let zeros = bytes.split(|&byte| byte == 0).count() - 1;
    let text = str::from_utf8(&bytes).ok();
    // A program may have left a zero in a text; among many, or among other broken bytes, it is the sign of another file.
    let stray = if text.is_some() { bytes.len() / 20 } else { 0 };
    if zeros > stray {
        return Err(Binary("a binary file (it has bytes of zero)"));
    }
    Ok(match text {
        Some(text) => Decoded { text: text.to_owned(), encoding: UTF_8.name(), replaced: false },
        None => narrow(&bytes),
    })
}

/// Bytes that are neither UTF-8 nor wider.
fn narrow(bytes: &[u8]) -> Decoded {
    // Mostly UTF-8 with a few broken bytes, as after a cut in mid-character, is still UTF-8.
    let (text, _, _) = UTF_8.decode(bytes);
    let broken = text.matches('\u{fffd}').count();
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    if broken * 4 < foreign {
        return Decoded { text: text.into_owned(), encoding: UTF_8.name(), replaced: true };
    }
    let mut detector = chardetng::EncodingDetector::new(chardetng::Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    with(detector.guess(None, chardetng::Utf8Detection::Deny), bytes)
}

fn with(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, replaced) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), replaced }
}

/// UTF-32, which `encoding_rs` leaves out as the web does. Other bytes give numbers that are no characters.
fn quads(bytes: &[u8]) -> Option<Decoded> {
    let (quads, []) = bytes.as_chunks::<4>() else { return None };
    let text = |number: fn([u8; 4]) -> u32| {
        let characters = quads.iter().map(|&quad| char::from_u32(number(quad)).filter(|&c| c != '\0'));
        characters.collect::<Option<String>>().filter(|text| !text.is_empty())
    };
    let (text, encoding) = text(u32::from_le_bytes)
        .map(|text| (text, "UTF-32LE"))
        .or_else(|| text(u32::from_be_bytes).map(|text| (text, "UTF-32BE")))?;
    let text = text.trim_start_matches('\u{feff}').to_owned();
    Some(Decoded { text, encoding, replaced: false })
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
        let utf32 =
            |unit: fn(u32) -> [u8; 4]| text.chars().map(u32::from).flat_map(unit).collect::<Vec<u8>>();
        let legacy = encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        #[rustfmt::skip]
        let cases = [
            (text.as_bytes().to_vec(), "UTF-8"),
            (marked(b"\xEF\xBB\xBF", text.as_bytes().to_vec()), "UTF-8"),
            (marked(b"\xFF\xFE", utf16(u16::to_le_bytes)), "UTF-16LE"),
            (marked(b"\xFE\xFF", utf16(u16::to_be_bytes)), "UTF-16BE"),
            (utf16(u16::to_le_bytes), "UTF-16LE"),
            (utf16(u16::to_be_bytes), "UTF-16BE"),
            (marked(b"\xFF\xFE\0\0", utf32(u32::to_le_bytes)), "UTF-32LE"),
            (marked(b"\0\0\xFE\xFF", utf32(u32::to_be_bytes)), "UTF-32BE"),
            (utf32(u32::to_le_bytes), "UTF-32LE"),
            (utf32(u32::to_be_bytes), "UTF-32BE"),
            (legacy, "windows-1252"),
        ];
        for (bytes, encoding) in cases {
            let decoded = decode(bytes).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding, decoded.replaced), (text, encoding, false));
        }
    }

    #[test]
    fn broken_bytes_are_replaced_and_told() {
        let mut bytes = "ein Café, naïve Zürcher und “mehr”".as_bytes().to_vec();
        bytes.push(0xE2);
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.replaced), ("UTF-8", true));
        assert!(decoded.text.ends_with('\u{fffd}'));
        assert_eq!(decode(Vec::new()).unwrap().text, "");
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let long = "Kenya visited Oman. ".repeat(10);
        #[rustfmt::skip]
        let cases: [(&[u8], Option<&str>); 16] = [
            (b"%PDF-1.7\n1 0 obj", Some("a PDF document")),
            (b"PK\x03\x04\x14\0word/document.xml", Some("a ZIP archive or a document of an office program (docx, odt, xlsx)")),
            (b"\x1F\x8B\x08\0", Some("a file compressed with gzip")),
            (b"\x89PNG\r\n\x1A\n", Some("a PNG image")),
            (b"\xFF\xD8\xFF\xE0\0\x10JFIF", Some("a JPEG image")),
            (b"\x7FELF\x02\x01\x01\0\0\0", Some("a program (ELF)")),
            (b"SQLite format 3\0\x10\0\x01\x01\0", Some("a binary file (it has bytes of zero)")),
            (b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF", Some("a binary file (it has bytes of zero)")),
            (b"\0\0\0\0\0\0\0\0", Some("a binary file (it has bytes of zero)")),
            (&[long.as_bytes(), b"\0\xE9"].concat(), Some("a binary file (it has bytes of zero)")),
            (&[long.as_bytes(), b"\0"].concat(), None),
            (b"PK is short for Park.", None),
            (b"%PDF is a word.", None),
            (b"<html><body>Kenya</body></html>", None),
            (b"caf\xE9", None),
            (b"\x1Fseparated\x1E", None),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decode(bytes.to_vec()).err(), expected.map(Binary), "{}", bytes.escape_ascii());
        }
    }
}
