//! Frames over clauses: the words that data names as triggers, with their roles filled.

use std::collections::BTreeMap;

use onrecord_resource::frame::{Code, Frame, Function as Asked, Role, Trigger, Type};

use super::scene::{Certainty, Scene};
use crate::document::{
    Arg, Entity, EntityKind, Fact, FactKind, Filler, Id, Modality, Plover, Quantity, QuantityLabel,
};
use crate::syntax::Upos;
use crate::syntax::clause::{Clause, Function};

/// Frames by the lemma of their triggers.
#[derive(Debug)]
pub(crate) struct Frames {
    frames: Vec<(Frame, FactKind)>,
    /// Rows of frame and trigger.
    by_lemma: BTreeMap<String, Vec<(usize, usize)>>,
}

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

    /// The facts of a document.
    pub(super) fn read(&self, scene: &Scene) -> Vec<Fact> {
        let tokens = scene.referents.tokens();
        let mut facts = Vec::new();
        for word in 0..tokens.len() {
            let noun = tokens.upos(word) == Upos::Noun || tokens.upos(word) == Upos::Propn;
            let verb = tokens.upos(word) == Upos::Verb;
            if !noun && !verb {
                continue;
            }
            let lemma = scene.lemma(word);
            let Some(rows) = self.by_lemma.get(&lemma) else { continue };
            if verb && scene.is_asked(word) {
                continue;
            }
            let clause = if verb { scene.clauses.of_verb(word) } else { scene.clauses.of_noun(word) };
            // One fact a kind and trigger: the first frame whose roles are filled.
            let mut kinds = Vec::new();
            for &(row, at) in rows {
                let (frame, kind) = &self.frames[row];
                let trigger = &frame.triggers[at];
                if trigger.verb != verb || kinds.contains(kind) || !has_words(scene, &clause, trigger) {
                    continue;
                }
                if let Some(fact) = read(scene, &clause, frame, *kind) {
                    kinds.push(*kind);
                    facts.push(fact);
                }
            }
        }
        facts
    }
}

/// Whether the further words of the trigger hang on it: `part` of "take part", `on` of "call on".
fn has_words(scene: &Scene, clause: &Clause, trigger: &Trigger) -> bool {
    let tokens = scene.referents.tokens();
    trigger.with.iter().all(|wanted| {
        let child = |child: usize| {
            let case = scene.clauses.case(child).is_some_and(|case| scene.referents.text(case) == wanted);
            tokens.lemma(child) == wanted || case
        };
        tokens.children(clause.word).any(child)
    })
}

fn read(scene: &Scene, clause: &Clause, frame: &Frame, kind: FactKind) -> Option<Fact> {
    let mut args: Vec<Arg> = Vec::new();
    for role in &frame.roles {
        let name = kind.roles().iter().copied().find(|known| *known == role.name)?;
        let mut filled = fill(scene, clause, role, name);
        // The same words do not fill two roles.
        filled.retain(|arg| !args.iter().any(|other| other.span == arg.span));
        if filled.len() < usize::from(role.least) {
            // "Kenya and Oman cooperate": the first acts on the others.
            if !(frame.mutual && name == "recipient" && args.len() > 1) {
                return None;
            }
            args.iter_mut().skip(1).for_each(|arg| arg.role = name);
        }
        args.extend(filled);
    }
    // A fact is about somebody: a pronoun that nobody is behind, or only plain words, say too little.
    if kind == FactKind::Action && !args.iter().any(|arg| matches!(arg.filler, Filler::Entity(_))) {
        return None;
    }
    trim(scene, clause.word, &mut args);
    let span = scene.referents.tokens().span(clause.word);
    for (role, value) in &frame.set {
        let name = kind.roles().iter().copied().find(|known| known == role)?;
        args.push(Arg { role: name, span, filler: Filler::Value { value: value.clone(), unit: None } });
    }
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    let mut fact = scene.fact(kind, &frame.id, frame.precision, clause.word, certainty, args);
    fact.plover = frame.plover.as_ref().map(|code| coded(scene, code, clause.modality, &fact.args));
    Some(fact)
}

/// Ends the words of an argument where another one begins: "a memorandum *with Oman*", where Oman has a role of its own.
fn trim(scene: &Scene, trigger: usize, args: &mut [Arg]) {
    let tokens = scene.referents.tokens();
    let trigger = tokens.span(trigger);
    let spans: Vec<_> = args.iter().map(|arg| arg.span).collect();
    for arg in args.iter_mut().filter(|arg| arg.filler == Filler::Text && !arg.span.contains(trigger)) {
        let whole = arg.span;
        for other in spans.iter().filter(|other| whole.contains(**other) && other.start() > whole.start()) {
            let start = scene.referents.words_of(whole).start;
            let first = scene.referents.words_of(*other).start;
            let before = first.saturating_sub(1);
            let end = if tokens.upos(before) == Upos::Adp { before } else { first };
            if end > start && !matches!(scene.referents.text(before), "of" | "and" | ",") {
                arg.span = tokens.cover(start..end);
            }
        }
    }
}

/// The arguments that fill `role`.
fn fill(scene: &Scene, clause: &Clause, role: &Role, name: &'static str) -> Vec<Arg> {
    let mut filled: Vec<Arg> = Vec::new();
    for asked in &role.from {
        if !filled.is_empty() && !role.many {
            break;
        }
        if *asked == Asked::Trigger {
            if is_worded(scene, role, clause.word) {
                filled.push(Arg { filler: Filler::Text, ..scene.phrase(name, clause.word) });
            }
            continue;
        }
        for &(function, head) in &clause.fillers {
            if !is_asked(scene, function, asked) {
                continue;
            }
            let words: Vec<usize> =
                if role.many { scene.clauses.conjuncts(head).collect() } else { vec![head] };
            for word in words {
                for arg in argument(scene, role, name, word) {
                    let again =
                        filled.iter().any(|other| other.span == arg.span && other.filler == arg.filler);
                    if !again {
                        filled.push(arg);
                    }
                }
            }
            if !filled.is_empty() && !role.many {
                break;
            }
        }
    }
    filled
}

fn is_asked(scene: &Scene, function: Function, asked: &Asked) -> bool {
    match (function, asked) {
        (Function::Subject, Asked::Subject)
        | (Function::Object, Asked::Object)
        | (Function::Indirect, Asked::Indirect)
        | (Function::Complement, Asked::Complement)
        | (Function::Clause, Asked::Clause)
        | (Function::Possessor, Asked::Possessor)
        | (Function::Compound, Asked::Compound) => true,
        (Function::Preposition(case), Asked::Preposition(wanted)) => {
            scene.referents.text(case).eq_ignore_ascii_case(wanted)
        }
        _ => false,
    }
}

fn is_worded(scene: &Scene, role: &Role, word: usize) -> bool {
    role.words.is_empty() || role.words.contains(&scene.lemma(word))
}

/// The argument that the phrase of `word` makes, or several for a group, or none where the role's types forbid it.
fn argument(scene: &Scene, role: &Role, name: &'static str, word: usize) -> Vec<Arg> {
    let referents = scene.referents;
    if !is_worded(scene, role, word) {
        return Vec::new();
    }
    if role.types.iter().any(|kind| matches!(kind, Type::Money | Type::Quantity)) {
        let mut words = referents.tokens().subtree(word);
        let money = role.types.contains(&Type::Money);
        let found = words.find_map(|at| {
            let id = referents.quantity(at)?;
            let label = referents.named.quantities[id].label;
            let fits = if money { label == QuantityLabel::Money } else { label != QuantityLabel::Ordinal };
            fits.then_some(id)
        });
        let arg = |id: Id<Quantity>| Arg {
            role: name,
            span: referents.named.quantities[id].span,
            filler: Filler::Quantity(id),
        };
        return found.map(arg).into_iter().collect();
    }
    let entity = referents.entity(word);
    let fits = |entity: Id<Entity>| role.types.iter().any(|&asked| is_of(referents.kind(entity), asked));
    match entity {
        _ if role.types.is_empty() => {
            // Words that point at something that the text has not named say nothing.
            let pointing = entity.is_none() && referents.tokens().upos(word) == Upos::Pron;
            if pointing || referents.time(word).is_some() {
                Vec::new()
            } else {
                vec![scene.phrase(name, word)]
            }
        }
        Some(entity) if fits(entity) => {
            let members = referents.members(entity);
            let span = referents.span(word);
            let arg = |&entity: &Id<Entity>| Arg { role: name, span, filler: Filler::Entity(entity) };
            if members.is_empty() { vec![arg(&entity)] } else { members.iter().map(arg).collect() }
        }
        _ => Vec::new(),
    }
}

fn is_of(kind: EntityKind, asked: Type) -> bool {
    use EntityKind as Kind;
    match asked {
        Type::Person => kind == Kind::Person,
        Type::Organization => kind == Kind::Organization,
        Type::Country => kind == Kind::Country,
        Type::Place => kind == Kind::Place,
        Type::Event => kind == Kind::Event,
        Type::Program => kind == Kind::Program,
        Type::Document => kind == Kind::Document,
        Type::Product => kind == Kind::Product,
        Type::Group => kind == Kind::Group,
        Type::Actor => matches!(kind, Kind::Person | Kind::Organization | Kind::Country | Kind::Group),
        Type::Money | Type::Quantity => false,
    }
}

/// Roles of those who act and of those who are acted on, for the codes of events.
const ACTORS: [&str; 8] =
    ["actor", "visitor", "inviter", "giver", "participants", "parties", "speaker", "member"];
const RECIPIENTS: [&str; 5] = ["recipient", "destination", "invitee", "audience", "group"];

fn coded(scene: &Scene, code: &Code, modality: Modality, args: &[Arg]) -> Plover {
    let entities = |roles: &[&str]| -> Vec<Option<String>> {
        let inside = args.iter().filter(|arg| roles.contains(&arg.role));
        // "Thailand's foreign minister" acts for Thailand, whoever that is.
        let country = |arg: &Arg| {
            let words = scene.referents.words_of(arg.span);
            scene.referents.named.ties.countries.range(words).next().map(|(_, code)| code.clone())
        };
        let code = |arg: &Arg| match arg.filler {
            Filler::Entity(id) => scene.referents.named.entities[id].code.clone().or_else(|| country(arg)),
            _ => country(arg),
        };
        inside.map(code).collect()
    };
    let mut actors = entities(&ACTORS).into_iter();
    let actor = actors.next().flatten();
    let recipient = entities(&RECIPIENTS).into_iter().next().or_else(|| actors.next()).flatten();
    let event = due(&code.event, modality);
    let same = event == code.event;
    Plover {
        mode: code.mode.clone().filter(|_| same),
        cameo: code.cameo.clone().filter(|_| same),
        event,
        actor,
        recipient,
    }
}

/// The type of an act that is to come: a promise or a threat (PLOVER 0.8 manual).
fn due(event: &str, modality: Modality) -> String {
    let coming = matches!(modality, Modality::Planned | Modality::Hypothetical);
    let promised = match event {
        "CONSULT" | "SUPPORT" | "COOPERATE" | "AID" => "AGREE",
        "RETREAT" => "CONCEDE",
        "ASSAULT" | "SANCTION" | "COERCE" => "THREATEN",
        other => other,
    };
    if coming { promised.to_owned() } else { event.to_owned() }
}
