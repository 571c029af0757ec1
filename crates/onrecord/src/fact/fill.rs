//! Who fills the roles of a frame: phrases of the right function, type and words, each as an argument.

use std::ops::Range;

use onrecord_resource::frame::{Function as Asked, Role, Trigger, Type};

use super::scene::Scene;
use super::{actor, whom};
use crate::document::{Arg, Entity, EntityKind, FactKind, Filler, Form, Id, Quantity, QuantityLabel};
use crate::syntax::clause::{Clause, Function};
use crate::syntax::{Relation, Upos};
use crate::text::Span;

/// Of "the army and the rebels accused *each other*" the first acts on the others.
pub(super) fn reciprocate(scene: &Scene, args: &mut Vec<Arg>) {
    // … or "each other's achievements".
    let each = |arg: &Arg| {
        let words = scene.referents.words_of(arg.span);
        let said = |at: usize| scene.referents.text(at).to_lowercase();
        let pair = words.len() > 1
            && (said(words.start), said(words.start + 1)) == ("each".into(), "other".into())
            || words.len() > 1
                && (said(words.start), said(words.start + 1)) == ("one".into(), "another".into());
        arg.role == "recipient" && pair
    };
    let actors = args.iter().filter(|arg| arg.role == "actor").count();
    if actors > 1 && args.iter().any(each) {
        args.retain(|arg| !each(arg));
        args.iter_mut().filter(|arg| arg.role == "actor").skip(1).for_each(|arg| arg.role = "recipient");
    }
}

/// Of "Kenya and Oman urged *both sides* to stop" the sides are not those who urge, whoever else they are.
pub(super) fn keep_apart(scene: &Scene, kind: FactKind, filled: &mut Vec<Arg>, args: &[Arg]) {
    let Some(first) = filled.first().cloned() else { return };
    let acts = |arg: &Arg| args.iter().any(|actor| actor.role == "actor" && actor.filler == arg.filler);
    let known = |arg: &Arg| matches!(arg.filler, Filler::Entity(_)) && arg.span == first.span && acts(arg);
    if kind == FactKind::Action && first.role == "recipient" && filled.len() > 1 && filled.iter().all(known) {
        *filled = vec![scene.text(first.role, scene.referents.words_of(first.span))];
    }
}

/// Words of a thing within which its owner is named.
const REACH: usize = 40;

/// Whose the thing is that is praised, blamed or refused: of "praised *Oman's* reforms" and "welcomed the growth of *China*" they
/// are judged with it.
pub(super) fn owner(scene: &Scene, args: &[Arg]) -> Option<Arg> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let mut recipients = args.iter().filter(|arg| arg.role == "recipient");
    let (thing, None) = (recipients.next()?, recipients.next()) else { return None };
    let head = tokens.head_of(referents.words_of(thing.span));
    if thing.filler != Filler::Text || actor::acts(scene, head) {
        return None;
    }
    let of = |child: usize| scene.clauses.case(child).is_some_and(|case| referents.text(case) == "of");
    let owns = |at: usize| match tokens.relation(at) {
        Relation::NmodPoss => true,
        Relation::Nmod => of(at),
        _ => false,
    };
    // "the growth and construction *of China*", as far as a comma.
    let words = referents.words_of(thing.span).take(REACH);
    let near = words.take_while(|&at| tokens.upos(at) != Upos::Punct || at < head);
    let whose = tokens.child(head, &[Relation::NmodPoss]);
    whose.into_iter().chain(near.filter(|&at| owns(at))).find_map(|at| {
        let entity = referents.entity(at)?;
        let known = |id: Id<Entity>| args.iter().any(|arg| arg.filler == Filler::Entity(id));
        let known = known(entity) || referents.members(entity).iter().any(|&id| known(id));
        (is_of(referents.kind(entity), Type::Actor) && !known).then(|| scene.phrase("recipient", at))
    })
}

/// Ends the words of an argument where another one begins: "a memorandum *with Oman*", where Oman has a role of its own.
pub(super) fn trim(scene: &Scene, trigger: usize, args: &mut [Arg]) {
    let tokens = scene.referents.tokens();
    let verb = tokens.upos(trigger) == Upos::Verb;
    let trigger = tokens.span(trigger);
    let spans: Vec<_> = args.iter().map(|arg| arg.span).collect();
    for arg in args.iter_mut().filter(|arg| arg.filler == Filler::Text) {
        // "managing director of its subsidiary *on February 1*": when is said of the act.
        if arg.role == "role" {
            arg.span = before_date(scene, arg.span);
        }
        let whole = arg.span;
        // "was *elected chairman*": the office begins behind the verb.
        if verb && whole.start() == trigger.start() && whole.end() > trigger.end() {
            let words = scene.referents.words_of(whole);
            arg.span = tokens.cover(words.start + 1..words.end);
            continue;
        }
        // "the documents *signed* in May": what the verb says of them is the fact.
        if verb && whole.contains(trigger) && whole.start() < trigger.start() {
            let words = scene.referents.words_of(whole);
            let mut end = scene.referents.words_of(trigger).start;
            while end > words.start + 1 && tokens.upos(end - 1) == Upos::Punct {
                end -= 1;
            }
            arg.span = tokens.cover(words.start..end);
            continue;
        }
        // "*A coalition* carried out strikes", of which a parser makes one phrase: whoever strikes stands before the verb.
        let words = scene.referents.words_of(whole);
        let noun = tokens.head_of(words.clone());
        let act = scene.referents.words_of(trigger).start;
        let carries = |&child: &usize| {
            child > noun && tokens.relation(child) == Relation::Acl && tokens.subtree(child).contains(&act)
        };
        if let Some(verb) = tokens.children(noun).find(carries).filter(|_| !verb && whole.contains(trigger)) {
            arg.span = tokens.cover(words.start..verb);
            continue;
        }
        // Of the trigger's own phrase what stands before it stays: "*their* talks with Oman".
        let from = if whole.contains(trigger) { trigger.end() } else { whole.start() };
        let head = tokens.span(tokens.head_of(scene.referents.words_of(whole)));
        // "elected *Ann Lee* president": what a name runs into begins behind it.
        let office = arg.role == "role";
        let into = |other: &&Span| {
            let before = other.start() < whole.start() || office && other.start() == whole.start();
            before && other.end() > whole.start() && other.end() < whole.end()
        };
        if let Some(other) = spans.iter().find(into) {
            let words = scene.referents.words_of(whole);
            arg.span = tokens.cover(scene.referents.words_of(*other).end.min(words.end - 1)..words.end);
            continue;
        }
        let start = scene.referents.words_of(whole).start;
        let ends = spans
            .iter()
            .filter(|other| whole.contains(**other) && other.start() > from.max(head.start()))
            .map(|other| {
                let first = scene.referents.words_of(*other).start;
                let before = first.saturating_sub(1);
                let opens = matches!(tokens.upos(before), Upos::Adp | Upos::Part);
                (before, if opens { before } else { first })
            });
        let cuts = |&(before, end): &(usize, usize)| {
            end > start && !matches!(scene.referents.text(before), "of" | "and" | ",")
        };
        if let Some(end) = ends.filter(cuts).map(|(_, end)| end).min() {
            arg.span = tokens.cover(start..end);
        }
    }
}

/// The words of an office without the date behind it.
fn before_date(scene: &Scene, span: Span) -> Span {
    let words = scene.referents.words_of(span);
    let on = |&at: &usize| {
        let on = matches!(scene.referents.text(at), "on" | "in" | "since" | "from" | "until" | "by");
        on && scene.referents.time(at + 1).is_some()
    };
    let end = (words.start + 1..words.end).find(on);
    end.map_or(span, |end| scene.referents.tokens().cover(words.start..end))
}

/// The arguments that fill `role`; what fills another one already is passed over.
pub(super) fn fill(
    scene: &Scene,
    clause: &Clause,
    trigger: &Trigger,
    role: &Role,
    name: &'static str,
    taken: &[Arg],
) -> Vec<Arg> {
    let mut filled: Vec<Arg> = Vec::new();
    let mut prepositional = false;
    // The fire of "set fire to the house" is part of the trigger; the hostages of "took hostages" are who is taken.
    let part = |arg: &Arg| {
        let head = scene.referents.tokens().head_of(scene.referents.words_of(arg.span));
        trigger.with.contains(&scene.lemma(head))
    };
    // Those who meet or sign stand on both sides of the verb; who acts or is acted on, on one.
    let sides = role.many && !matches!(name, "actor" | "recipient");
    for asked in &role.from {
        if filled.iter().any(|arg| !part(arg)) && !sides {
            break;
        }
        // Whose act a noun dates take part in it where nobody else does: "after talks between A and B, *they* said".
        if *asked == Asked::Around && filled.len() >= usize::from(role.least).max(1) {
            continue;
        }
        // The sum of "a *$20 million* loan" stands in the phrase of the trigger.
        if *asked == Asked::Trigger && role.types.contains(&Type::Money) {
            filled.extend(argument(scene, role, name, clause.word));
            continue;
        }
        if *asked == Asked::Trigger {
            if is_worded(scene, role, clause.word) {
                filled.push(scene.text(name, before_participle(scene, clause.word)));
            }
            continue;
        }
        // "gratitude *to* Kenya *for* the support": one preposition says it.
        let preposition = matches!(asked, Asked::Preposition(_));
        if preposition && prepositional {
            continue;
        }
        let before = filled.len();
        for &(function, head) in &clause.fillers {
            // "pledged $5 million *to help Yemen*": who is helped gets it.
            let helped =
                (*asked == Asked::Purpose && name == "recipient").then(|| helped(scene, head)).flatten();
            let head = helped.unwrap_or(head);
            // "called off the strike": what the parser takes for a preposition is part of the verb.
            let particle = matches!(function, Function::Preposition(case) if *asked == Asked::Object
                && trigger.with.iter().any(|word| word == scene.referents.text(case)));
            // "called *on* all states": and the other way round; but "pulled *out* its player" has no "of".
            let swallowed = matches!(asked, Asked::Preposition(word) if function == Function::Object
                && trigger.with.contains(word) && word != "out"
                && particle_of(scene, clause.word).is_some_and(|particle| particle == *word));
            if !particle && !swallowed && !is_asked(scene, function, head, asked) {
                continue;
            }
            // "at a ceremony attended *by Oman*": of an active verb no agent.
            let agent = matches!(function, Function::Preposition(case) if scene.referents.text(case) == "by");
            let active = scene.referents.tokens().upos(clause.word) == Upos::Verb
                && clause.fillers.iter().any(|(function, _)| *function == Function::Subject);
            if agent && active {
                continue;
            }
            // "met on the sidelines of the summit", "on Monday": beside what and when, not what about.
            let about = matches!(name, "topic" | "subject") && matches!(function, Function::Preposition(_));
            let governors = &scene.clauses.governors;
            if about
                && (scene.clauses.is_listed(head, &governors.beside) || scene.referents.time(head).is_some())
            {
                continue;
            }
            // "delivered *a message* to Oman": what is said is not handed over.
            if name == "thing" && scene.clauses.is_listed(head, &governors.spoken) {
                continue;
            }
            let listed = role.each && !role.words.is_empty();
            let mut words: Vec<usize> =
                if role.many && !listed { actor::joined(scene, head) } else { vec![head] };
            // "signed a treaty on trade *and a memorandum* on customs": however deep the second hangs.
            if listed {
                words.extend(
                    listed_below(scene, role, head).filter(|word| !words.contains(word)).collect::<Vec<_>>(),
                );
            }
            for word in words {
                for arg in argument(scene, role, name, word) {
                    let known = |other: &Arg| match arg.filler {
                        Filler::Entity(_) => other.filler == arg.filler,
                        _ => other.span == arg.span && other.filler == arg.filler,
                    };
                    let again = filled.iter().any(known) || taken.iter().any(|other| other.span == arg.span);
                    if !again {
                        filled.push(arg);
                    }
                }
            }
            if !filled.is_empty() && !role.many {
                break;
            }
        }
        prepositional |= preposition && filled.len() > before;
    }
    // … as those are who are received in "received the delegation".
    if filled.len() > 1 && !sides {
        filled.retain(|arg| !part(arg));
    }
    // "opened *fire*" is shot at nobody.
    let acted = |arg: &Arg| {
        let head = scene.referents.tokens().head_of(scene.referents.words_of(arg.span));
        !part(arg) || actor::acts(scene, head)
    };
    if name == "recipient" && role.least == 0 {
        filled.retain(acted);
    }
    filled
}

/// Who is helped by what a verb of helping says: "to help *Yemen* rebuild".
fn helped(scene: &Scene, verb: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let helps = scene.clauses.is_listed(verb, &scene.clauses.governors.helping);
    tokens.child(verb, &[Relation::Obj, Relation::Iobj]).filter(|_| helps)
}

/// The words below `head` that "and" joins to a noun there and that the role has a list for, each with an article or number of
/// its own.
fn listed_below<'s>(scene: &'s Scene, role: &'s Role, head: usize) -> impl Iterator<Item = usize> + 's {
    let tokens = scene.referents.tokens();
    let below = head + 1..tokens.subtree(head).end.min(head + REACH);
    let joined = |&at: &usize| tokens.relation(at) == Relation::Conj && tokens.upos(at) == Upos::Noun;
    let own = |&at: &usize| tokens.child(at, &[Relation::Det, Relation::Nummod]).is_some();
    below.filter(joined).filter(own).filter(|&at| is_worded(scene, role, at))
}

/// The particle of the verb: `off` of "called off the strike".
fn particle_of<'a>(scene: &Scene<'a>, verb: usize) -> Option<&'a str> {
    let particle = scene.referents.tokens().child(verb, &[Relation::CompoundPrt]);
    particle.map(|particle| scene.referents.text(particle))
}

fn is_asked(scene: &Scene, function: Function, word: usize, asked: &Asked) -> bool {
    match (function, asked) {
        (Function::Subject, Asked::Subject)
        | (Function::Object, Asked::Object)
        | (Function::Indirect, Asked::Indirect)
        | (Function::Complement, Asked::Complement)
        | (Function::Clause, Asked::Clause)
        | (Function::Possessor, Asked::Possessor)
        | (Function::Around, Asked::Around)
        | (Function::Purpose, Asked::Purpose)
        | (Function::Compound, Asked::Compound) => true,
        (Function::Clause, Asked::Infinitive) => scene.clauses.is_infinitive(word),
        (Function::Preposition(case), Asked::Preposition(wanted)) => {
            scene.referents.text(case).eq_ignore_ascii_case(wanted)
        }
        _ => false,
    }
}

fn is_worded(scene: &Scene, role: &Role, word: usize) -> bool {
    let written = |at: usize| scene.referents.text(at).to_lowercase();
    // The last word of a name says what it names: "the Transport *Forum*".
    let last = || {
        let mention = scene.referents.mention(word)?;
        let words = scene.referents.words_of(scene.referents.named.mentions[mention].span);
        Some(written(words.end.checked_sub(1)?))
    };
    // "in the United *States*" is no state of alert.
    let country = || {
        let mention = scene.referents.covering(word).map(|id| &scene.referents.named.mentions[id]);
        mention.is_some_and(|row| row.kind == EntityKind::Country && row.form == Form::Name)
    };
    let listed = |list: &[String]| {
        list.contains(&scene.lemma(word))
            || list.contains(&written(word))
            // "dozens of *offices*"
            || actor::counted(scene, word).is_some_and(|of| list.contains(&scene.lemma(of)))
            || last().is_some_and(|last| list.contains(&last))
    };
    !listed(&role.except) && (role.words.is_empty() || !country() && listed(&role.words))
}

/// The argument that the phrase of `word` makes, or several for a group, or none where the role's types forbid it.
fn argument(scene: &Scene, role: &Role, name: &'static str, word: usize) -> Vec<Arg> {
    let referents = scene.referents;
    let actor = role.types.is_empty() || role.types.contains(&Type::Actor);
    if let Some(entity) = whom::ours(scene, word).filter(|_| actor && role.words.is_empty()) {
        return vec![Arg { role: name, span: scene.span(word), filler: Filler::Entity(entity) }];
    }
    let signers = whom::together(scene, word).filter(|_| actor && role.words.is_empty());
    if let Some(signers) = signers {
        let span = scene.span(word);
        let arg = |&entity: &Id<Entity>| Arg { role: name, span, filler: Filler::Entity(entity) };
        return signers.iter().map(arg).take(if role.many { usize::MAX } else { 1 }).collect();
    }
    let word = whom::titled(scene, whom::behind(scene, word));
    if !is_worded(scene, role, word) {
        return Vec::new();
    }
    if role.types.iter().any(|kind| matches!(kind, Type::Money | Type::Quantity)) {
        let mut words = referents.tokens().subtree(word);
        let money = role.types.contains(&Type::Money);
        let found = words.find_map(|at| {
            let id = referents.quantity(at)?;
            let label = referents.named.quantities[id].label;
            // "two agreements on a $44 billion loan": how many is said before the noun.
            let fits = if money {
                label == QuantityLabel::Money
            } else {
                label == QuantityLabel::Number && at <= word
            };
            fits.then_some(id)
        });
        let arg = |id: Id<Quantity>| Arg {
            role: name,
            span: referents.named.quantities[id].span,
            filler: Filler::Quantity(id),
        };
        return found.map(arg).into_iter().collect();
    }
    // "the capital, *Niamey*": the name behind a comma, where the noun before it is nobody's.
    let named = |at: usize| {
        let one = referents.tokens().xpos(at) != "NNS";
        let behind = referents.tokens().child(at, &[Relation::Appos]).filter(|&behind| one && behind > at)?;
        let entity = referents.entity(behind)?;
        role.types.iter().any(|&asked| is_of(referents.kind(entity), asked)).then_some(entity)
    };
    let entity = scene.entity(word).or_else(|| named(word));
    // "the *Kazakh* capital": a place by the country whose it is.
    let capital = || role.types.contains(&Type::Place) && actor::capital(scene, word);
    let seat = |entity: Id<Entity>| {
        role.types.contains(&Type::Actor)
            && referents.kind(entity) == EntityKind::Place
            && actor::is_seat(scene, word)
    };
    let fits = |entity: Id<Entity>| {
        role.types.iter().any(|&asked| is_of(referents.kind(entity), asked)) || seat(entity)
    };
    match entity {
        _ if role.types.is_empty() => {
            // Words that point at something that the text has not named say nothing.
            let pointing = entity.is_none() && referents.tokens().upos(word) == Upos::Pron;
            if pointing || referents.time(word).is_some() {
                Vec::new()
            } else if matches!(name, "role" | "type") {
                // An office is what it is called, not who holds it; a *state* visit is none of the state.
                vec![scene.text(name, before_aside(scene, referents.words_of(scene.span(word))))]
            } else if let Some(words) = said_to_be(scene, word) {
                vec![scene.text(name, words)]
            } else {
                vec![scene.person(name, word)]
            }
        }
        Some(entity) if fits(entity) => {
            let members = referents.members(entity);
            let span = scene.span(word);
            let arg = |&entity: &Id<Entity>| Arg { role: name, span, filler: Filler::Entity(entity) };
            if members.is_empty() { vec![arg(&entity)] } else { members.iter().map(arg).collect() }
        }
        None if role.types.contains(&Type::Actor) && role.many && !whom::pair(scene, word).is_empty() => {
            let span = scene.span(word);
            let arg = |entity: Id<Entity>| Arg { role: name, span, filler: Filler::Entity(entity) };
            whom::pair(scene, word).into_iter().map(arg).collect()
        }
        // Whom the text does not name but describes: "Hungarian officials", or names so that nobody knows what sort they are.
        None if role.types.contains(&Type::Actor)
            && (actor::acts(scene, word) || is_unknown(scene, word)) =>
        {
            vec![scene.person(name, word)]
        }
        // "the *minister* gave a lecture": an office is a person, whoever holds it.
        None if role.types.contains(&Type::Person)
            && referents.office(word).is_some()
            && referents.tokens().xpos(word) != "NNS"
            && is_thing(scene, word) =>
        {
            vec![scene.person(name, word)]
        }
        None if capital() => vec![scene.phrase(name, word)],
        None if role.types.contains(&Type::Thing) && is_thing(scene, word) => vec![scene.phrase(name, word)],
        None if role.types.contains(&Type::Unknown) && is_unknown(scene, word) => {
            vec![scene.phrase(name, word)]
        }
        _ => Vec::new(),
    }
}

/// The words of a clause that says what somebody is, without its subject: "promised that it *would be on the phones*".
fn said_to_be(scene: &Scene, word: usize) -> Option<Range<usize>> {
    let tokens = scene.referents.tokens();
    tokens.child(word, &[Relation::Cop]).filter(|_| tokens.relation(word) == Relation::Ccomp)?;
    let small = |&child: &usize| matches!(tokens.relation(child), Relation::Aux | Relation::Cop);
    let start = tokens.children(word).find(small)?;
    let end = scene.referents.words_of(scene.span(word)).end;
    (start < word).then_some(start..end)
}

/// The phrase of a happening without a participle that tells more of it: "the summit *held in June*".
fn before_participle(scene: &Scene, word: usize) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let words = scene.referents.words_of(scene.span(word));
    let held = |&child: &usize| {
        child > word && tokens.relation(child) == Relation::Acl && tokens.xpos(child) == "VBN"
    };
    let end = tokens.children(word).find(held).map_or(words.end, |verb| tokens.subtree(verb).start);
    words.start..end.clamp(word + 1, words.end)
}

/// The words of an office without what a comma parts from it: "chief executive, *effective May 1*".
fn before_aside(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let tokens = scene.referents.tokens();
    let aside = |at: &usize| {
        let loose = matches!(tokens.relation(at + 1), Relation::Advcl | Relation::Amod | Relation::Acl);
        scene.referents.text(*at) == "," && loose && tokens.head(at + 1).is_some_and(|head| head < *at)
    };
    let end = words.clone().skip(1).take_while(|at| at + 1 < words.end).find(aside).unwrap_or(words.end);
    words.start..end
}

/// Whether the word is a name that no list and no model knows.
fn is_unknown(scene: &Scene, word: usize) -> bool {
    let referents = scene.referents;
    let unknown = referents.covering(word).is_none() && referents.office(word).is_none();
    let name = referents.tokens().xpos(word) == "NNP" && unknown;
    name && referents.time(word).is_none() && referents.text(word).starts_with(char::is_uppercase)
}

/// Whether the phrase of `word` names something: the loudspeakers of "attacked the loudspeakers".
fn is_thing(scene: &Scene, word: usize) -> bool {
    let upos = scene.referents.tokens().upos(word);
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Num) && scene.referents.time(word).is_none()
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
        Type::Thing | Type::Unknown | Type::Money | Type::Quantity => false,
    }
}
