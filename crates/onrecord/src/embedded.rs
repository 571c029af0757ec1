//! What the build has compiled into the engine: language data and models. Each stage loads its own.

/// Embedded language data that does not load: a build of this crate that was damaged or mixed.
#[derive(Clone, Debug, thiserror::Error)]
#[error("the embedded data of `{stage}` does not load: {problem}; build onrecord anew")]
pub struct BadData {
    /// The stage whose data it is.
    pub stage: &'static str,
    /// What the loader says.
    pub problem: String,
}

impl BadData {
    /// The error of a stage, from what its loader says.
    pub(crate) fn of(stage: &'static str) -> impl Fn(String) -> Self + Copy {
        move |problem| Self { stage, problem }
    }
}
