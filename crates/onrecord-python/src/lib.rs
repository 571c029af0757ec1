//! The native module `onrecord._onrecord`: texts in, lines of JSON out.
//!
//! A document crosses the boundary once, as the JSON that the command writes, so names and offsets are the same
//! everywhere; the Python package makes its objects from that. The interpreter is let go during all work. Threads live
//! as long as one call, so a process may fork between two calls. A call that Ctrl-C ends leaves only the documents that are
//! being read just then to be finished, and nobody hears of them.

use std::ffi::OsString;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, RecvTimeoutError};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use onrecord::{Document, Engine, Extras, Input, Layers};
use onrecord_io::rows::Style;
use onrecord_io::{decode, html, input, json, names, plain};
use onrecord_resource::frame;
use onrecord_resource::{ResourceError, Source};
use pyo3::exceptions::{PyRuntimeError, PyValueError};
use pyo3::prelude::*;
use rayon::prelude::*;

/// How long Ctrl-C waits to be heard, at most.
const PATIENCE: Duration = Duration::from_millis(50);

/// The engine, built at first use.
fn engine() -> PyResult<&'static Engine> {
    static ENGINE: OnceLock<Result<Engine, String>> = OnceLock::new();
    let engine = ENGINE.get_or_init(|| Engine::new().map_err(|error| error.to_string()));
    engine.as_ref().map_err(|problem| PyRuntimeError::new_err(problem.clone()))
}

/// A user's files, each with its name and content: frames, then names.
type Own = (Vec<(String, String)>, Vec<(String, String)>);

/// The engine with a user's files. The last one made is kept, since many calls come with the same files.
fn engine_with(own: &Own) -> PyResult<Arc<Engine>> {
    static LAST: Mutex<Option<(Own, Arc<Engine>)>> = Mutex::new(None);
    let mut last = LAST.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, engine)) = last.as_ref().filter(|(known, _)| known == own) {
        return Ok(Arc::clone(engine));
    }
    let wrong = |error: ResourceError| PyValueError::new_err(error.to_string());
    let mut extras = Extras::default();
    for (file, content) in &own.0 {
        let frames = frame::frames(Source::new(file, content)).map_err(wrong)?;
        extras.frames.extend(frames.into_iter().map(|(frame, _)| frame));
    }
    for (file, content) in &own.1 {
        extras.names.extend(names::read(file, content).map_err(wrong)?);
    }
    let engine = Engine::with(extras).map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
    let engine = Arc::new(engine);
    *last = Some((own.clone(), Arc::clone(&engine)));
    Ok(engine)
}

/// An engine: the built-in one, or one with a user's files.
enum Which {
    Own(&'static Engine),
    With(Arc<Engine>),
}

impl Which {
    fn of(own: &Own) -> PyResult<Self> {
        let none = own.0.is_empty() && own.1.is_empty();
        if none { engine().map(Self::Own) } else { engine_with(own).map(Self::With) }
    }

    fn get(&self) -> &Engine {
        match self {
            Self::Own(engine) => engine,
            Self::With(engine) => engine,
        }
    }
}

/// One text as it comes from Python: id, text, date, title, speaker, source.
type Given = (String, String, Option<String>, Option<String>, Option<String>, Option<String>);

fn given((id, text, date, title, speaker, source): Given) -> Result<Input, String> {
    let date = date.map(|date| input::moment(&date).map_err(|error| error.to_string())).transpose()?;
    Ok(Input { id, text, date, title, speaker, source })
}

fn layers(names: &[String]) -> PyResult<Layers> {
    let mut all = Layers::NONE;
    for name in names {
        let known = || Layers::NAMED.iter().map(|row| row.0).collect::<Vec<_>>().join(", ");
        let layer = Layers::named(name);
        let unknown = || PyValueError::new_err(format!("no layer `{name}`; there are {}, all", known()));
        all = all | layer.ok_or_else(unknown)?;
    }
    Ok(all)
}

/// A mistake of ours in one document is told like one of its own.
fn read(engine: &Engine, one: Given, layers: Layers) -> Result<Document, String> {
    let input = given(one)?;
    match catch_unwind(AssertUnwindSafe(|| engine.extract(input, layers))) {
        Ok(read) => read.map_err(|error| error.to_string()),
        Err(_) => Err("onrecord itself failed here; please report the document".to_owned()),
    }
}

/// Does `work` on a thread of its own, since signals come to the one that calls. Once Ctrl-C has been pressed, what `work` is
/// given says so.
fn attended<T: Send + 'static>(
    py: Python<'_>,
    work: impl FnOnce(&AtomicBool) -> PyResult<T> + Send + 'static,
) -> PyResult<T> {
    let stopped = Arc::new(AtomicBool::new(false));
    let (done, mut waiting) = mpsc::channel();
    let worker = Arc::clone(&stopped);
    // Once Ctrl-C has been pressed, nobody waits for it any more.
    thread::Builder::new().spawn(move || drop(done.send(work(&worker))))?;
    loop {
        let waiting = &mut waiting;
        match py.detach(move || waiting.recv_timeout(PATIENCE)) {
            Ok(result) => return result,
            Err(RecvTimeoutError::Timeout) => {
                py.check_signals().inspect_err(|_| stopped.store(true, Ordering::Relaxed))?;
            }
            Err(RecvTimeoutError::Disconnected) => return Err(PyRuntimeError::new_err("the engine failed")),
        }
    }
}

/// A line of JSON for every text, in order; a pair of `None` and the problem where one cannot be read.
#[pyfunction]
fn extract(
    py: Python<'_>,
    texts: Vec<Given>,
    names: Vec<String>,
    threads: usize,
    own: Own,
) -> PyResult<Vec<(Option<String>, Option<String>)>> {
    let layers = layers(&names)?;
    attended(py, move |stopped| {
        let engine = Which::of(&own)?;
        let engine = engine.get();
        let one = |given: Given| {
            if stopped.load(Ordering::Relaxed) {
                return (None, None);
            }
            match read(engine, given, layers) {
                Ok(document) => (Some(json::line(&document, Style::default())), None),
                Err(problem) => (None, Some(problem)),
            }
        };
        if threads == 1 || texts.len() == 1 {
            return Ok(texts.into_iter().map(one).collect());
        }
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build();
        let pool = pool.map_err(|error| PyRuntimeError::new_err(error.to_string()))?;
        Ok(pool.install(|| texts.into_par_iter().map(one).collect()))
    })
}

/// The text with its facts marked, as HTML.
#[pyfunction]
fn markup(py: Python<'_>, text: Given, names: Vec<String>, own: Own) -> PyResult<String> {
    let layers = layers(&names)?;
    attended(py, move |_| {
        let engine = Which::of(&own)?;
        let read = read(engine.get(), text, layers).map(|document| html::write(&document));
        read.map_err(PyValueError::new_err)
    })
}

/// The bytes of the file called `name` as text, whatever their encoding; a `ValueError` for what is none, or no plain text.
#[pyfunction]
fn decoded(py: Python<'_>, bytes: Vec<u8>, name: &str) -> PyResult<String> {
    let decoded = py.detach(|| {
        let text = decode::decode(bytes).map_err(|error| error.to_string())?.text;
        match plain::check(&text, Path::new(name)) {
            Ok(()) => Ok(text),
            Err(kind) => Err(format!("{kind}, or give it as a str to have it read as it is")),
        }
    });
    decoded.map_err(PyValueError::new_err)
}

/// Runs the command; its exit status.
#[pyfunction]
fn main(py: Python<'_>, args: Vec<OsString>) -> u8 {
    py.detach(|| onrecord_cli::run(args))
}

/// The native part of the package `onrecord`.
#[pymodule]
fn _onrecord(module: &Bound<'_, PyModule>) -> PyResult<()> {
    module.add("__version__", env!("CARGO_PKG_VERSION"))?;
    module.add("LAYERS", Layers::NAMED.map(|row| row.0).to_vec())?;
    module.add_function(wrap_pyfunction!(extract, module)?)?;
    module.add_function(wrap_pyfunction!(markup, module)?)?;
    module.add_function(wrap_pyfunction!(decoded, module)?)?;
    module.add_function(wrap_pyfunction!(main, module)?)
}
