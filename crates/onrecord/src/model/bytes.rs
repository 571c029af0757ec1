//! Model files: a magic word, a version, then numbers and strings in little-endian order.

/// What every model file begins with.
const MAGIC: &[u8; 8] = b"onrecord";

/// Raised whenever what follows changes.
const VERSION: u32 = 1;

/// Writes a model file.
#[derive(Debug)]
pub struct Writer(Vec<u8>);

impl Writer {
    /// A file with its head.
    #[must_use]
    pub fn new() -> Self {
        let mut writer = Self(MAGIC.to_vec());
        writer.u32(VERSION);
        writer
    }

    /// A number.
    pub fn u32(&mut self, number: u32) {
        self.0.extend(number.to_le_bytes());
    }

    /// Bytes, with their number before them.
    ///
    /// # Panics
    /// For 4 GiB and more.
    pub fn bytes(&mut self, bytes: &[u8]) {
        self.u32(u32::try_from(bytes.len()).expect("a model is smaller than 4 GiB"));
        self.0.extend(bytes);
    }

    /// A list of strings.
    ///
    /// # Panics
    /// For 4 GiB and more.
    pub fn strings<'a>(&mut self, list: impl ExactSizeIterator<Item = &'a str>) {
        self.u32(u32::try_from(list.len()).expect("a model is smaller than 4 GiB"));
        list.for_each(|string| self.bytes(string.as_bytes()));
    }

    /// The finished file.
    #[must_use]
    pub fn finish(self) -> Vec<u8> {
        self.0
    }
}

impl Default for Writer {
    fn default() -> Self {
        Self::new()
    }
}

/// Reads what [`Writer`] wrote; every call checks that enough bytes are left.
#[derive(Debug)]
pub struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    /// A reader behind the head of a file.
    ///
    /// # Errors
    /// Another magic word or version.
    pub fn new(file: &'a [u8]) -> Result<Self, String> {
        let rest = file.strip_prefix(MAGIC.as_slice()).ok_or("this is no model file of onrecord")?;
        let mut reader = Self(rest);
        match reader.u32()? {
            VERSION => Ok(reader),
            other => Err(format!("the model has version {other}, this build reads version {VERSION}")),
        }
    }

    /// The next `n` bytes.
    ///
    /// # Errors
    /// Fewer are left.
    pub fn take(&mut self, n: usize) -> Result<&'a [u8], String> {
        let (taken, rest) = self.0.split_at_checked(n).ok_or("the model file is cut short")?;
        self.0 = rest;
        Ok(taken)
    }

    /// A number.
    ///
    /// # Errors
    /// The file ends before it.
    pub fn u32(&mut self) -> Result<u32, String> {
        let bytes = self.take(4)?;
        Ok(u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]]))
    }

    /// Bytes with their number before them.
    ///
    /// # Errors
    /// The file ends before them.
    pub fn bytes(&mut self) -> Result<&'a [u8], String> {
        let length = self.u32()? as usize;
        self.take(length)
    }

    /// A list of strings.
    ///
    /// # Errors
    /// The file ends before them, or they are not UTF-8.
    pub fn strings(&mut self) -> Result<Vec<String>, String> {
        let length = self.u32()?;
        (0..length).map(|_| String::from_utf8(self.bytes()?.to_vec()).map_err(|e| e.to_string())).collect()
    }
}
