//! The places that results are written to.

use std::fs::{self, File};
use std::io::{self, BufWriter, Seek, StdoutLock, Write, stdout};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// A file that has its content only when it is complete, a device or pipe that is there already, or standard output.
pub(crate) enum Sink {
    /// What must be written to, never replaced.
    Device(BufWriter<File>),
    /// What is written has no name yet, so nothing is left behind however the process ends.
    File { written: BufWriter<File>, path: PathBuf },
    /// Standard output.
    Stdout(BufWriter<StdoutLock<'static>>),
}

impl Write for Sink {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Device(file) | Self::File { written: file, .. } => file.write(bytes),
            Self::Stdout(out) => out.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Device(file) | Self::File { written: file, .. } => file.flush(),
            Self::Stdout(out) => out.flush(),
        }
    }
}

impl Sink {
    /// The sink at `path`, or standard output.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path else { return Ok(Self::Stdout(BufWriter::new(stdout().lock()))) };
        let unwritable = || format!("{} cannot be written", path.display());
        if path.metadata().is_ok_and(|there| !there.is_file()) {
            let device = File::options().write(true).open(path).with_context(unwritable)?;
            return Ok(Self::Device(BufWriter::new(device)));
        }
        let path = target(path);
        let written = tempfile::tempfile_in(folder(&path)).with_context(unwritable)?;
        Ok(Self::File { written: BufWriter::new(written), path })
    }

    /// Ends the output; a file gets its content now.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.flush()?;
        if let Self::File { written, path } = self {
            let named = publish(written.into_inner()?, &path);
            named.with_context(|| format!("{} cannot be written", path.display()))?;
        }
        Ok(())
    }
}

/// Refuses to write to `path` where it is one of the files that are read.
pub(crate) fn spare<'a>(path: &Path, mut read: impl Iterator<Item = &'a PathBuf>) -> Result<()> {
    let real = |path: &Path| fs::canonicalize(path).ok().filter(|path| path.is_file());
    // Standard input may be such a file, too.
    let named = |file: &Path| if file == Path::new("-") { real(Path::new("/dev/stdin")) } else { real(file) };
    let Some(output) = real(path) else { return Ok(()) };
    match read.find(|file| named(file).as_ref() == Some(&output)) {
        Some(file) => {
            bail!("{} is read, so -o must not overwrite it; give -o another name", file.display())
        }
        None => Ok(()),
    }
}

/// The file that `path` means: behind a link, what the link points at, whether that exists or not.
fn target(path: &Path) -> PathBuf {
    let link = |_| fs::read_link(path).map(|link| folder(path).join(link));
    fs::canonicalize(path).or_else(link).unwrap_or_else(|_| path.to_owned())
}

fn folder(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// Gives what is `written` the name `path`, all at once; a file that is there keeps its permissions.
fn publish(mut written: File, path: &Path) -> io::Result<()> {
    let mut named = new_file(folder(path))?;
    written.rewind()?;
    io::copy(&mut written, named.as_file_mut())?;
    if let Ok(there) = path.metadata() {
        named.as_file().set_permissions(there.permissions())?;
    }
    named.persist(path)?;
    Ok(())
}

/// A file as open to others as any new one, unlike most temporary files.
fn new_file(folder: &Path) -> io::Result<tempfile::NamedTempFile> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_in_the_folder_before_all_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("out.csv");
        let names =
            || fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect::<Vec<_>>();
        for content in ["first", "second, longer"] {
            let before = names();
            let mut sink = Sink::open(Some(&path)).unwrap();
            sink.write_all(content.as_bytes()).unwrap();
            sink.flush().unwrap();
            assert_eq!(names(), before);
            sink.finish().unwrap();
            assert_eq!(names(), std::slice::from_ref(&path));
            assert_eq!(fs::read_to_string(&path).unwrap(), content);
        }
    }
}
