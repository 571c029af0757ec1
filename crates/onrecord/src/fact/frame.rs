//! Frames over clauses: the words that data names as triggers, with their roles filled.

use std::collections::BTreeMap;

use onrecord_resource::frame::{Code, Frame, Function as Asked, Trigger};

use super::scene::{Certainty, Scene};
use super::{actor, code, demand, fill, mutual, nested, once};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form};
use crate::syntax::clause::{Clause, Function};
use crate::syntax::{Relation, Upos};
use crate::text::Span;

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
        let tokens = scene.referents.tokens();
        let verb = tokens.upos(word) == Upos::Verb;
        if !verb && !is_noun(scene, word) {
            return None;
        }
        let clause = if verb { scene.clause(word) } else { scene.clauses.of_noun(word) };
        let mut tried = Vec::new();
        for (frame, made) in self.evoked(scene, &clause) {
            tried.push((frame.id.clone(), made.err().map(|why| why.to_string())));
        }
        (verb || !tried.is_empty()).then_some((clause, tried))
    }

    /// The frames that the clause's predicate evokes, each with the fact that it makes, or why it makes none.
    fn evoked(&self, scene: &Scene, clause: &Clause) -> Vec<(&Frame, Result<Fact, Lack>)> {
        let word = clause.word;
        let verb = scene.referents.tokens().upos(word) == Upos::Verb;
        let rows = self.by_lemma.get(&scene.lemma(word)).map_or(&[][..], Vec::as_slice);
        let whole = if is_named(scene, word) && (!verb || is_inside(scene, word)) {
            Some(Lack::Name)
        } else if verb && (scene.is_asked(word) || scene.reports_question(word)) {
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
            let made = if trigger.verb != verb {
                Err(Lack::Form { verb })
            } else if !has_words(scene, clause, trigger) {
                Err(Lack::Words(trigger.with.join(" ")))
            } else if let Some(lack) = &whole {
                Err(lack.clone())
            } else if let Some(particle) = other_verb(scene, clause, trigger) {
                Err(Lack::Particle(particle))
            } else if frame.intransitive && has_object(clause) {
                Err(Lack::Object)
            } else if let Some(other) = other_thing(scene, word, frame) {
                Err(Lack::Other(other))
            } else if kinds.contains(kind) || *kind == FactKind::Action && !kinds.is_empty() {
                // An action is what no other kind says.
                Err(Lack::Said)
            } else {
                filled(scene, clause, frame, trigger, *kind)
            };
            if made.is_ok() {
                kinds.push(*kind);
            }
            evoked.push((frame, made));
        }
        evoked
    }

    /// The facts of a document, each with the word that carries it.
    pub(super) fn read(&self, scene: &Scene) -> Vec<(usize, Fact)> {
        let tokens = scene.referents.tokens();
        let mut facts = Vec::new();
        for word in 0..tokens.len() {
            facts.extend(demand::read(scene, word));
            let verb = tokens.upos(word) == Upos::Verb;
            if !verb && !is_noun(scene, word) {
                continue;
            }
            if !self.by_lemma.contains_key(&scene.lemma(word)) {
                continue;
            }
            let clause = if verb { scene.clause(word) } else { scene.clauses.of_noun(word) };
            for (frame, made) in self.evoked(scene, &clause) {
                let made = made.map(|fact| told(scene, &clause, frame, fact)).unwrap_or_default();
                facts.extend(made.into_iter().map(|fact| (word, fact)));
            }
        }
        once::tell(scene, &mut facts);
        nested::keep_outer(scene, &mut facts);
        mutual::tell(scene, &mut facts);
        facts
    }
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

/// What a frame lacks to make a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Lack {
    /// It is evoked by the other part of speech.
    Form { verb: bool },
    /// Further words of the trigger are not there.
    Words(String),
    /// A particle makes it another verb.
    Particle(String),
    /// The verb has an object that it must not have.
    Object,
    /// A word that hangs on it makes it something else.
    Other(String),
    /// The word is part of a name.
    Name,
    /// It stands in a question.
    Answer,
    /// It is an attribute, not a predicate.
    Predicate,
    /// Another frame has said it.
    Said,
    /// Too few phrases fill a role.
    Role { role: &'static str, fillers: usize, least: u8 },
    /// Nobody known takes part.
    Somebody,
    /// What does it is nobody who acts: an earthquake.
    Doer,
    /// It is said of nobody and nothing.
    Aim,
    /// What is called an office is none.
    Office,
    /// The noun is only spoken of: "the tasks of cooperation with Oman".
    Told,
}

impl std::fmt::Display for Lack {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Form { verb: true } => f.write_str("it is evoked by the noun"),
            Self::Form { verb: false } => f.write_str("it is evoked by the verb"),
            Self::Words(words) => write!(f, "`{words}` does not stand with it"),
            Self::Particle(particle) => write!(f, "`{particle}` makes it another verb"),
            Self::Object => f.write_str("it has an object"),
            Self::Other(word) => write!(f, "`{word}` makes it something else"),
            Self::Name => f.write_str("it is part of a name"),
            Self::Answer => f.write_str("what is asked is not said"),
            Self::Predicate => f.write_str("it is an attribute of a noun"),
            Self::Said => f.write_str("a frame before it has made the fact"),
            Self::Role { role, fillers, least } => {
                write!(f, "role `{role}` has {fillers} of {least} fillers of the right function and type")
            }
            Self::Somebody => f.write_str("no person, body or country takes part"),
            Self::Told => f.write_str("the noun is spoken of, it does not say that it happened"),
            Self::Office => f.write_str("what it names is no office"),
            Self::Doer => f.write_str("what does it fills no role"),
            Self::Aim => f.write_str("nothing says whom or what it concerns"),
        }
    }
}

/// The particle by which the verb is another one than that of the trigger: of "picked *up* a friend" nobody is picked.
fn other_verb(scene: &Scene, clause: &Clause, trigger: &Trigger) -> Option<String> {
    let tokens = scene.referents.tokens();
    let alone = trigger.verb && trigger.with.is_empty();
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

fn has_object(clause: &Clause) -> bool {
    clause.fillers.iter().any(|(function, _)| *function == Function::Object)
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
        particle || tokens.children(clause.word).any(child)
    })
}

/// Calls the object of an act that nobody receives its recipient: what is proposed, offered, rejected. Whether it did.
fn aim(scene: &Scene, clause: &Clause, args: &mut [Arg]) -> bool {
    let object = |arg: &Arg| {
        let head = scene.referents.tokens().head_of(scene.referents.words_of(arg.span));
        let noun = matches!(scene.referents.tokens().upos(head), Upos::Noun | Upos::Propn);
        let held = |&(function, word): &(Function, usize)| {
            word == head && matches!(function, Function::Object | Function::Preposition(_))
        };
        noun && clause.fillers.iter().any(held)
    };
    let has = |role: &str| args.iter().any(|arg| arg.role == role);
    if has("recipient") || !has("actor") {
        return false;
    }
    let topic = args.iter_mut().find(|arg| arg.role == "topic" && object(arg));
    topic.map(|topic| topic.role = "recipient").is_some()
}

/// The facts of the frame: one, or one for each filler of a role that says so.
fn told(scene: &Scene, clause: &Clause, frame: &Frame, fact: Fact) -> Vec<Fact> {
    let Some(role) = frame.roles.iter().find(|role| role.each) else {
        return events(scene, clause, frame, fact);
    };
    let (each, rest): (Vec<Arg>, Vec<Arg>) = fact.args.iter().cloned().partition(|arg| arg.role == role.name);
    // "a memorandum on *customs* and a programme on *schools*": what each is about stands before the next.
    let about = |arg: &Arg, other: &Arg| {
        let between =
            |next: &Arg| next.span.start() > arg.span.start() && next.span.start() <= other.span.start();
        let ahead = other.span.start() >= arg.span.start() || each.len() == 1;
        other.role != "subject" || ahead && !each.iter().any(between)
    };
    let one = |arg: &Arg| {
        let others = rest.iter().filter(|other| about(arg, other)).cloned();
        Fact { args: std::iter::once(arg.clone()).chain(others).collect(), ..fact.clone() }
    };
    each.iter().flat_map(|arg| events(scene, clause, frame, one(arg))).collect()
}

/// Whether the argument is one of those who do it.
fn is_doer(scene: &Scene, clause: &Clause, arg: &Arg) -> bool {
    let words = scene.referents.words_of(arg.span);
    let mut doers = clause.fillers.iter().filter(|(function, _)| *function == Function::Subject);
    doers.any(|&(_, head)| scene.clauses.conjuncts(head).any(|word| words.contains(&word)))
}

/// The fact once for every pair of actors that it codes.
fn events(scene: &Scene, clause: &Clause, frame: &Frame, mut fact: Fact) -> Vec<Fact> {
    let kind = fact.kind;
    let code = frame.plover.as_ref();
    // Who receives a guest acts on them; who meet act on each other.
    let hosts = code.is_some_and(is_visit);
    let mutual = frame.mutual || !hosts && matches!(kind, FactKind::Meeting | FactKind::Agreement);
    // What several do together they do to each other: "Kenya and Oman agreed", "a ceasefire between Kenya and Oman".
    let head = |arg: &Arg| scene.referents.tokens().head_of(scene.referents.words_of(arg.span));
    let actor = fact.args.iter().find(|arg| arg.role == "actor").map(head);
    let joined = actor.map(|actor| actor::joined(scene, actor)).unwrap_or_default();
    let beside = |arg: &Arg| Some(head(arg)) != actor && joined.contains(&head(arg));
    let received = |arg: &&Arg| arg.role == "recipient" && frame.mutual;
    let together = fact.args.iter().filter(received).any(|arg| is_doer(scene, clause, arg) || beside(arg));
    let act = code::Act { mutual, together, clause, due: true };
    let mut said = fact.args.clone();
    let aimed = kind == FactKind::Action && aim(scene, clause, &mut said);
    let events = code.map(|code| code::events(scene, code, act, &mut fact.args)).unwrap_or_default();
    let mut events = events.into_iter();
    fact.plover = events.next();
    if aimed {
        fact.args = said;
    }
    // Those who meet or sign stand in one role: what goes on between them is told when all is read ([`mutual`]).
    let apart = !matches!(kind, FactKind::Meeting | FactKind::Agreement);
    let events = events.filter(|_| apart);
    let again: Vec<Fact> = events.map(|event| Fact { plover: Some(event), ..fact.clone() }).collect();
    std::iter::once(fact).chain(again).collect()
}

/// The fact of the frame, or what it lacks.
fn filled(
    scene: &Scene,
    clause: &Clause,
    frame: &Frame,
    trigger: &Trigger,
    kind: FactKind,
) -> Result<Fact, Lack> {
    let mut args: Vec<Arg> = Vec::new();
    for role in &frame.roles {
        let Some(name) = kind.roles().iter().copied().find(|known| *known == role.name) else { continue };
        let mut filled = fill::fill(scene, clause, trigger, role, name, &args);
        fill::keep_apart(scene, kind, &mut filled, &args);
        // The same words do not fill two roles, and nobody acts on himself.
        let pronoun = |arg: &Arg| {
            let words = scene.referents.words_of(arg.span);
            words.len() == 1 && matches!(scene.referents.tokens().xpos(words.start), "PRP")
        };
        // "talks between *the ministries of Kenya and Oman*": Oman is told already.
        let spans: Vec<Span> = filled.iter().map(|arg| arg.span).collect();
        filled.retain(|arg| !spans.iter().any(|span| *span != arg.span && span.contains(arg.span)));
        filled.retain(|arg| {
            let same = |other: &Arg| {
                let acts = matches!((other.role, arg.role), ("actor" | "giver", "recipient"));
                other.span == arg.span
                    || (acts || kind == FactKind::Action && pronoun(arg))
                        && other.filler == arg.filler
                        && arg.filler != Filler::Text
            };
            !args.iter().any(same)
        });
        // A plural stands for several where it is who does it: "the ministers met".
        let several = |args: &[Arg]| -> usize {
            let count = |arg: &Arg| {
                if !trigger.verb || is_doer(scene, clause, arg) { actor::count(scene, arg) } else { 1 }
            };
            args.iter().map(count).sum()
        };
        let enough = filled.len() >= usize::from(role.least)
            || !filled.is_empty() && several(&filled) >= usize::from(role.least);
        // "rescuers battled *to reach* the town": what they struggle for.
        let struggles = is_assault(frame)
            && clause
                .fillers
                .iter()
                .any(|(function, _)| matches!(function, Function::Clause | Function::Purpose));
        // "Kenya and Oman cooperate": the first acts on the others; "the ministers cooperate" need no other.
        let each_other = frame.mutual && !struggles && name == "recipient" && filled.is_empty();
        let each_other = each_other && several(&args) > 1;
        if each_other {
            args.iter_mut().filter(|arg| arg.role == "actor").skip(1).for_each(|arg| arg.role = name);
        } else if !enough {
            return Err(Lack::Role { role: name, fillers: filled.len(), least: role.least });
        }
        args.extend(filled);
    }
    fill::reciprocate(scene, &mut args);
    // "both sides welcomed the news": who receives a guest is not the guest.
    let hosts = kind == FactKind::Meeting && frame.plover.as_ref().is_some_and(is_visit);
    if hosts && trigger.verb && args.iter().all(|arg| is_doer(scene, clause, arg)) {
        return Err(Lack::Object);
    }
    if kind == FactKind::Transfer && !args.iter().any(|arg| matches!(arg.role, "giver" | "recipient")) {
        return Err(Lack::Somebody);
    }
    // A fact is about somebody: a pronoun that nobody is behind, or only plain words, say too little.
    let armed = args.iter().any(|arg| arg.role == "instrument" && is_weapon(frame));
    let somebody = |arg: &Arg| {
        let head = || scene.referents.tokens().head_of(scene.referents.words_of(arg.span));
        let hit = || arg.role == "recipient" && is_assault(frame);
        // "hit *an Israeli base*": whose it is is known; "*drones* hit a depot": somebody has sent them.
        matches!(arg.filler, Filler::Entity(_))
            || actor::acts(scene, head())
            || hit() && (armed || !actor::codes(scene, head()).is_empty())
    };
    if kind == FactKind::Action && !args.iter().any(somebody) {
        return Err(Lack::Somebody);
    }
    if kind == FactKind::Action && !trigger.verb && !scene.clauses.is_told(clause.word) {
        return Err(Lack::Told);
    }
    if kind == FactKind::Action && trigger.verb && is_done_by_nobody(scene, clause, frame, &args) {
        return Err(Lack::Doer);
    }
    // Words alone act on nobody: "he agreed" does not say to what.
    let alone = args.iter().all(|arg| arg.role == "actor");
    if kind == FactKind::Action && alone && frame.plover.as_ref().is_some_and(code::is_verbal) {
        return Err(Lack::Aim);
    }
    // "attacked her *record*": only words do.
    let ideal = |arg: &Arg| {
        let head = scene.referents.tokens().head_of(scene.referents.words_of(arg.span));
        arg.role == "recipient"
            && arg.filler == Filler::Text
            && scene.clauses.is_listed(head, &scene.clauses.governors.ideal)
    };
    if is_assault(frame) && args.iter().any(ideal) {
        return Err(Lack::Aim);
    }
    if kind == FactKind::Appointment && args.iter().any(|arg| is_no_office(scene, frame, arg)) {
        return Err(Lack::Office);
    }
    if kind == FactKind::Action && frame.plover.as_ref().is_some_and(code::is_judging) {
        args.extend(fill::owner(scene, &args));
    }
    fill::trim(scene, clause.word, &mut args);
    let span = scene.referents.tokens().span(clause.word);
    for (role, value) in &frame.set {
        let Some(name) = kind.roles().iter().copied().find(|known| known == role) else { continue };
        args.push(Arg { role: name, span, filler: Filler::Value { value: value.clone(), unit: None } });
    }
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    let fact = scene.fact(kind, &frame.id, clause.word, certainty, args);
    Ok(Fact { confidence: frame.precision, ..fact })
}

/// Whether the frame is one of force against somebody.
fn is_assault(frame: &Frame) -> bool {
    frame.plover.as_ref().is_some_and(|code| code.event == "ASSAULT")
}

/// Whether the argument is called an office and is none: "a sergeant named *Ali Ode*", "dismissed her as *a fraud*".
fn is_no_office(scene: &Scene, frame: &Frame, arg: &Arg) -> bool {
    let words = scene.referents.words_of(arg.span);
    let head = scene.referents.tokens().head_of(words.clone());
    let mention = scene.referents.covering(head).map(|id| &scene.referents.named.mentions[id]);
    let name = mention.is_some_and(|row| row.kind == EntityKind::Person && row.form == Form::Name);
    let dismissed = frame.set.iter().any(|(_, value)| value == "dismissed");
    let article = scene.referents.tokens().child(head, &[Relation::Det]);
    let described = dismissed && article.is_some_and(|at| scene.referents.tokens().lemma(at) == "a");
    arg.role == "role" && (name || described)
}

/// Whether the code is that of a visit, which has a guest and a host.
fn is_visit(code: &Code) -> bool {
    code.mode.as_deref() == Some("visit")
}

/// Whether the frame is one of weapons: it asks with what, not who.
fn is_weapon(frame: &Frame) -> bool {
    let asks = |name: &str| frame.roles.iter().any(|role| role.name == name);
    asks("instrument") && !asks("actor")
}

/// Whether the clause says by a noun who does it, and no role of the frame takes it: of "an earthquake struck the town" no
/// actor struck.
fn is_done_by_nobody(scene: &Scene, clause: &Clause, frame: &Frame, args: &[Arg]) -> bool {
    let tokens = scene.referents.tokens();
    let asks = frame.roles.iter().any(|role| role.from.contains(&Asked::Subject));
    // "killed in a crash": nobody killed.
    let accident = |&(function, word): &(Function, usize)| {
        matches!(function, Function::Preposition(_))
            && scene.clauses.is_listed(word, &scene.clauses.governors.accident)
    };
    if asks && !args.iter().any(|arg| arg.role == "actor") && clause.fillers.iter().any(accident) {
        return true;
    }
    let doer = clause.fillers.iter().find(|(function, _)| *function == Function::Subject);
    let Some(&(_, doer)) = doer.filter(|_| asks) else { return false };
    let noun = matches!(tokens.upos(doer), Upos::Noun | Upos::Propn);
    // "Interpol and the police": one of them is enough.
    let taken = |arg: &Arg| {
        let words = scene.referents.words_of(arg.span);
        scene.clauses.conjuncts(doer).any(|one| words.contains(&one))
    };
    noun && !args.iter().any(taken)
}
