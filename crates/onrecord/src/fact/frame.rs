//! Frames over clauses: the words that data names as triggers, with their roles filled.

mod filled;
mod lack;
mod point;
mod takes;
mod told;

use std::collections::BTreeMap;

use onrecord_resource::frame::{Frame, Part, Trigger};

use super::scene::Scene;
use super::{demand, nested, once};
use crate::document::{EntityKind, Fact, FactKind, Form};
use crate::syntax::clause::Clause;
use crate::syntax::{Relation, Upos};
use filled::Evoked;
use lack::Lack;
use told::told;

/// Frames by the lemma of their triggers.
#[derive(Debug)]
pub(crate) struct Frames {
    frames: Vec<(Frame, FactKind)>,
    /// Rows of frame and trigger.
    by_lemma: BTreeMap<String, Vec<(usize, usize)>>,
}

/// A frame by its id, and why it makes no fact, if it makes none.
pub(super) type Tried = (String, Option<String>);

impl Frames {
    /// The frames, those first in the list preferred.
    ///
    /// # Errors
    /// A frame of a kind that there is not.
    pub(crate) fn new(frames: Vec<Frame>) -> Result<Self, String> {
        let known = |frame: Frame| match FactKind::named(frame.kind()) {
            Some(kind) => Ok((frame, kind)),
            None => Err(format!("`{}` is of no kind", frame.id)),
        };
        let frames: Vec<(Frame, FactKind)> = frames.into_iter().map(known).collect::<Result<_, _>>()?;
        let mut by_lemma: BTreeMap<String, Vec<(usize, usize)>> = BTreeMap::new();
        for (row, (frame, _)) in frames.iter().enumerate() {
            for (at, trigger) in frame.triggers.iter().enumerate() {
                by_lemma.entry(trigger.lemma.clone()).or_default().push((row, at));
            }
        }
        Ok(Self { frames, by_lemma })
    }

    /// The frames that the word evokes, each with why it makes no fact, if it makes none; with the clause that they see.
    pub(super) fn tried(&self, scene: &Scene, word: usize) -> Option<(Clause, Vec<Tried>)> {
        let part = part(scene, word)?;
        let verb = part == Part::Verb;
        let clause = clause(scene, word, part);
        let mut tried = Vec::new();
        for (frame, made) in self.evoked(scene, &clause) {
            tried.push((frame.id.clone(), made.err().map(|why| why.to_string())));
        }
        (verb || !tried.is_empty()).then_some((clause, tried))
    }

    /// The frames that the clause's predicate evokes, each with the fact that it makes, or why it makes none.
    fn evoked(&self, scene: &Scene, clause: &Clause) -> Vec<(&Frame, Result<Fact, Lack>)> {
        let word = clause.word;
        let part = part(scene, word).unwrap_or(Part::Noun);
        let verb = part == Part::Verb;
        let rows = self.by_lemma.get(&scene.lemma(word)).map_or(&[][..], Vec::as_slice);
        let whole = if is_named(scene, word) && (!verb || is_inside(scene, word)) {
            Some(Lack::Name)
        } else if part != Part::Noun && (scene.is_asked(word) || scene.reports_question(word)) {
            Some(Lack::Answer)
        } else if verb && scene.clauses.is_attribute(word) {
            Some(Lack::Predicate)
        } else {
            None
        };
        // One fact a kind and trigger: the first frame whose roles are filled.
        let mut kinds: Vec<FactKind> = Vec::new();
        let mut evoked = Vec::new();
        for &(row, at) in rows {
            let (frame, kind) = &self.frames[row];
            let trigger = &frame.triggers[at];
            let made = if trigger.part != part {
                Err(Lack::Form(trigger.part))
            } else if !has_words(scene, clause, trigger) {
                Err(Lack::Words(trigger.with.join(" ")))
            } else if let Some(lack) = &whole {
                Err(lack.clone())
            } else if let Some(particle) = other_verb(scene, clause, trigger) {
                Err(Lack::Particle(particle))
            } else if let Some(lack) = takes::excess(scene, clause, frame.takes) {
                Err(lack)
            } else if let Some(other) = other_thing(scene, word, frame) {
                Err(Lack::Other(other))
            } else if !frame.listed.is_empty() && point::opening(scene, word, &frame.listed).is_none() {
                Err(Lack::Point)
            } else if kinds.contains(kind) || *kind == FactKind::Action && !kinds.is_empty() {
                // An action is what no other kind says.
                Err(Lack::Said)
            } else {
                Evoked { scene, clause, frame, trigger, kind: *kind }.fact()
            };
            if made.is_ok() {
                kinds.push(*kind);
            }
            evoked.push((frame, made));
        }
        evoked
    }

    /// The facts of a document, each with the word that carries it; of what goes on in both directions one of them.
    pub(super) fn read(&self, scene: &Scene) -> Vec<(usize, Fact)> {
        let tokens = scene.referents.tokens();
        let mut facts = Vec::new();
        for word in 0..tokens.len() {
            facts.extend(demand::read(scene, word));
            let Some(part) = part(scene, word) else { continue };
            if !self.by_lemma.contains_key(&scene.lemma(word)) {
                continue;
            }
            let clause = clause(scene, word, part);
            for (frame, made) in self.evoked(scene, &clause) {
                let made = made.map(|fact| told(scene, &clause, frame, fact)).unwrap_or_default();
                facts.extend(made.into_iter().map(|fact| (word, fact)));
            }
        }
        once::tell(scene, &mut facts);
        nested::keep_outer(scene, &mut facts);
        facts
    }
}

/// As what the word can evoke a frame.
fn part(scene: &Scene, word: usize) -> Option<Part> {
    let tokens = scene.referents.tokens();
    let said = || tokens.upos(word) == Upos::Adj && tokens.child(word, &[Relation::Cop]).is_some();
    match tokens.upos(word) {
        Upos::Verb => Some(Part::Verb),
        _ if is_noun(scene, word) => Some(Part::Noun),
        _ => said().then_some(Part::Adjective),
    }
}

/// What is told by the word.
fn clause(scene: &Scene, word: usize, part: Part) -> Clause {
    if part == Part::Noun { scene.clauses.of_noun(word) } else { scene.clause(word) }
}

/// Whether the word is a noun, or heads a phrase as one: "completed its *withdrawal*" has an adjective for a tagger.
fn is_noun(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    match tokens.upos(word) {
        Upos::Noun | Upos::Propn => true,
        Upos::Adj => {
            let argument = matches!(
                tokens.relation(word),
                Relation::Obj | Relation::Nsubj | Relation::NsubjPass | Relation::Obl
            );
            argument && tokens.child(word, &[Relation::Det, Relation::NmodPoss]).is_some()
        }
        _ => false,
    }
}

/// Whether the noun is a word of a name that is no happening: of "the African National *Congress*" nobody meets.
fn is_named(scene: &Scene, word: usize) -> bool {
    use EntityKind::{Country, Organization, Person, Place};
    let mention = scene.referents.covering(word).map(|id| &scene.referents.named.mentions[id]);
    mention.is_some_and(|row| {
        row.form == Form::Name && [Country, Organization, Person, Place].contains(&row.kind)
    })
}

/// Whether the verb is a word of a longer name: of "the United *States*" nobody states anything.
fn is_inside(scene: &Scene, word: usize) -> bool {
    let mention = scene.referents.covering(word);
    mention.is_some_and(|id| scene.referents.named.ties.mentions[id.row()].len() > 1)
}

/// The particle by which the verb is another one than that of the trigger: of "picked *up* a friend" nobody is picked.
fn other_verb(scene: &Scene, clause: &Clause, trigger: &Trigger) -> Option<String> {
    let tokens = scene.referents.tokens();
    let alone = trigger.part == Part::Verb && trigger.with.is_empty();
    let particle = tokens.child(clause.word, &[Relation::CompoundPrt]).filter(|_| alone)?;
    let word = scene.referents.text(particle).to_lowercase();
    // "shut *down*", "send *back*" say where to; the others are verbs of their own.
    let same = matches!(word.as_str(), "down" | "back" | "away" | "together" | "around");
    // "allowed *up* to 13,000 refugees" says how many.
    let most = particle + 2 < tokens.len() && tokens.upos(particle + 2) == Upos::Num;
    let most = most && scene.referents.text(particle + 1) == "to";
    (!same && !most).then_some(word)
}

/// The word by which the trigger is something else than the frame's: a *heart* attack.
fn other_thing(scene: &Scene, trigger: usize, frame: &Frame) -> Option<String> {
    let tokens = scene.referents.tokens();
    let other = |&child: &usize| frame.without.iter().any(|without| without == tokens.lemma(child));
    tokens.children(trigger).find(other).map(|child| scene.referents.text(child).to_owned())
}

/// Whether the further words of the trigger hang on it: `part` of "take part", `on` of "call on".
fn has_words(scene: &Scene, clause: &Clause, trigger: &Trigger) -> bool {
    let tokens = scene.referents.tokens();
    trigger.with.iter().all(|wanted| {
        let child = |child: usize| {
            // A particle stands beside its verb, a time aside: "give *in* to", not "give a speech *in*".
            let small = |at: usize| {
                matches!(tokens.upos(at), Upos::Adv | Upos::Part) || scene.referents.time(at).is_some()
            };
            let dated = |at: usize| {
                small(at)
                    || tokens.head(at).is_some_and(|head| scene.referents.time(head).is_some() && head > at)
            };
            let text = |at: usize| scene.referents.text(at);
            // … or "pulled its troops *out of* Niger".
            let out = |case: usize| case + 1 < tokens.len() && text(case) == "out" && text(case + 1) == "of";
            let beside = |&case: &usize| out(case) || (clause.word + 1..case).all(dated);
            let case = scene.clauses.case(child).filter(beside);
            // "came into office", but "came into *the* office"; "took to the streets" has an article of its own.
            let bare = case.is_none()
                || tokens.xpos(child) != "NN"
                || tokens.child(child, &[Relation::Det, Relation::NmodPoss]).is_none();
            tokens.lemma(child) == wanted && bare
                || case.is_some_and(|case| scene.referents.text(case) == wanted)
        };
        // "handed *over* four villages": a particle right behind its verb, wherever a parser hangs it.
        let next = clause.word + 1;
        let verb = tokens.upos(clause.word) == Upos::Verb && next < tokens.len();
        let particle = verb && tokens.upos(next) == Upos::Adv && scene.referents.text(next) == wanted;
        // "found four men *guilty*": what the verb says of its object hangs on it for some.
        let said = |object: usize| {
            let adjective = |&at: &usize| tokens.upos(at) == Upos::Adj && at > object;
            tokens.children(object).filter(adjective).any(|at| tokens.lemma(at) == wanted)
        };
        let said = tokens.child(clause.word, &[Relation::Obj]).is_some_and(said);
        particle || said || tokens.children(clause.word).any(child)
    })
}
