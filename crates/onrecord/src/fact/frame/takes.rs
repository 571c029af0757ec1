//! What a verb may have beside it: "called him" is a call, "called him *a liar*" is none.

use onrecord_resource::frame::Takes;

use super::lack::Lack;
use crate::fact::scene::Scene;
use crate::syntax::clause::{Clause, Function};

/// What the clause has that a frame does not take.
pub(super) fn excess(scene: &Scene, clause: &Clause, takes: Takes) -> Option<Lack> {
    let any = |of: &dyn Fn(Function, usize) -> bool| {
        clause.fillers.iter().any(|&(function, word)| of(function, word))
    };
    let object = |function, _| function == Function::Object;
    let ends = |function, _| matches!(function, Function::Clause | Function::Purpose);
    match takes {
        Takes::Anything => None,
        Takes::NoObject => any(&object).then_some(Lack::Object),
        Takes::NoClause => any(&ends).then_some(Lack::Clause),
        Takes::OnlyObject => {
            let objects = clause.fillers.iter().filter(|&&(function, word)| object(function, word)).count();
            (objects > 1 || any(&|function, _| says_more(scene, function))).then_some(Lack::More)
        }
        Takes::Nothing => any(&|function, word| says_anything(scene, function, word)).then_some(Lack::More),
    }
}

/// Whether it says something of the object: "called him *a liar*", "called him *to the stand*".
fn says_more(scene: &Scene, function: Function) -> bool {
    use Function::{Complement, Indirect, Preposition, Purpose};
    match function {
        Complement | Function::Clause | Purpose | Indirect => true,
        Preposition(case) => matches!(scene.referents.text(case), "to" | "into" | "for" | "as"),
        _ => false,
    }
}

/// Whether it says more than who does it, when and about what: "spoke *in the hall*".
fn says_anything(scene: &Scene, function: Function, word: usize) -> bool {
    let beside = |case| matches!(scene.referents.text(case), "about" | "by" | "after" | "during" | "before");
    match function {
        Function::Subject => false,
        Function::Preposition(case) => scene.referents.time(word).is_none() && !beside(case),
        _ => true,
    }
}
