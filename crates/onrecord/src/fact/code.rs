//! PLOVER codes: who does what to whom, one event a pair of actors.
//!
//! The type follows from the frame and from how the act is meant: what is promised is AGREE, what is threatened THREATEN,
//! what is said not to be done REJECT (PLOVER 0.8 manual, section on verbal events). Actor and recipient are those of
//! the fact's roles; where no role names a recipient with a code, it is the next country or body that the predicate's
//! clause speaks of ("rejected a *U.S.* request"), or the actor's own country where that is whom the act concerns.

use onrecord_resource::frame::Code;

use std::ops::Range;

use super::actor;
use super::scene::Scene;
use crate::document::{Arg, EntityKind, Modality, Plover, Polarity};
use crate::syntax::clause::{Clause, Function};
use crate::syntax::{Relation, Upos};

/// Roles of those who act and of those who are acted on.
const ACTORS: [&str; 9] =
    ["actor", "visitor", "inviter", "giver", "participants", "parties", "speaker", "member", "person"];
const RECIPIENTS: [&str; 5] = ["recipient", "destination", "invitee", "audience", "group"];

/// Words of a means within which its country stands.
const MEANS: usize = 12;

/// Pairs that one fact codes at most.
const PAIRS: usize = 12;

/// How an act is told.
#[derive(Clone, Copy, Debug)]
pub(super) struct Act<'a> {
    /// Whether those who act without a recipient act on each other.
    pub(super) mutual: bool,
    /// Whether the recipients do it too, so that it goes both ways.
    pub(super) together: bool,
    /// The clause that tells it.
    pub(super) clause: &'a Clause,
    /// Whether the modality of the clause is that of the act.
    pub(super) due: bool,
}

/// The events of one fact, each with another pair of actor and recipient. Mutual acts without a recipient go both ways.
///
/// A recipient that no role has named becomes an argument of the fact.
pub(super) fn events(scene: &Scene, code: &Code, act: Act, args: &mut Vec<Arg>) -> Vec<Plover> {
    let Act { mutual, together, clause, due: coming } = act;
    let heads = |roles: &[&str]| -> Vec<usize> {
        let inside = args.iter().filter(|arg| roles.contains(&arg.role));
        let tokens = scene.referents.tokens();
        inside.map(|arg| tokens.head_of(scene.referents.words_of(arg.span))).collect()
    };
    let all = |roles: &[&str]| -> Vec<String> {
        let mut codes: Vec<String> = Vec::new();
        let inside = args.iter().filter(|arg| roles.contains(&arg.role));
        for code in inside.flat_map(|arg| actor::codes_of(scene, arg)) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        codes
    };
    let (acting, concerned) = (heads(&ACTORS), heads(&RECIPIENTS));
    let (mut actors, mut recipients) = (all(&ACTORS), all(&RECIPIENTS));
    recipients.retain(|code| !actors.contains(code));
    // "the countries" that act are told once, whoever stands first; two that agree, in both directions. That they cooperate is
    // how things are, more than what happens.
    let group = acting.len() > 1 && acting.windows(2).all(|pair| pair[0] == pair[1])
        || acting.iter().any(|word| concerned.contains(word));
    let two = mutual && actors.len() + recipients.len() == 2 && code.event != "COOPERATE";
    let pairs_at_most = if group && !two { 1 } else { PAIRS };
    if recipients.is_empty() && mutual && actors.len() > 1 {
        recipients.clone_from(&actors);
    }
    let meets = args.iter().any(|arg| arg.role == "participants");
    // Of whom nobody knows for whom they act, the others are met: "Secretary *Lee* met President Zelensky".
    let first = args.iter().find(|arg| ACTORS.contains(&arg.role));
    let unknown = meets && first.is_some_and(|arg| actor::codes_of(scene, arg).is_empty());
    if recipients.is_empty() && !group && unknown && !actors.is_empty() {
        recipients = std::mem::take(&mut actors);
    } else if recipients.is_empty() && !mutual && meets {
        recipients = actors.split_off(actors.len().min(1));
    }
    // Of two who meet the second is named, though nobody knows for whom they act.
    let met: Vec<_> = args.iter().filter(|arg| arg.role == "participants").collect();
    let differ = |one: &Arg, other: &Arg| one.span != other.span || one.filler != other.filler;
    let named = met.windows(2).any(|pair| differ(pair[0], pair[1]));
    // "ASEAN leaders met in Jakarta": who meets is said, where they meet is none of them.
    let among = meets && acting.len() == 1 && scene.clauses.is_plural(acting[0]);
    // "asked Mr. Lee to name the leaders of Kenya": who is asked is somebody, though nobody knows for whom he acts.
    let person = |word: &usize| {
        scene.referents.entity(*word).is_some_and(|id| scene.referents.kind(id) == EntityKind::Person)
    };
    let told = args.iter().any(|arg| arg.role == "topic");
    let known = told && concerned.iter().any(person);
    let said = known || among || named && actors.len() == 1;
    if recipients.is_empty() && !said {
        let found = elsewhere(scene, clause, &acting, &concerned, &actors);
        recipients = found.codes;
        let action = args.iter().any(|arg| arg.role == "actor") && concerned.is_empty();
        let place = |word: &usize| {
            scene.referents.entity(*word).is_some_and(|id| scene.referents.kind(id) == EntityKind::Place)
        };
        let noun = |word: &usize| matches!(scene.referents.tokens().upos(*word), Upos::Noun | Upos::Propn);
        let word = found.word.filter(|word| action && noun(word) && !place(word));
        // "embargoes on Iran, *Libya and Sudan*": whoever is joined is concerned too.
        let joined = |word: usize| {
            let more = scene.clauses.conjuncts(word).filter(move |&at| at != word);
            more.filter(|&at| !actor::codes(scene, at).is_empty())
        };
        let words: Vec<usize> =
            word.into_iter().flat_map(|word| std::iter::once(word).chain(joined(word))).collect();
        args.extend(words.into_iter().map(|word| scene.phrase("recipient", word)));
    }
    // "*an Israeli air strike* killed six": who has done it stands with the means; whose the troops are that are deployed, with them.
    if actors.is_empty() {
        let means = if code.event == "MOBILIZE" { "topic" } else { "instrument" };
        let means = args.iter().filter(|arg| arg.role == means);
        let launched = means.clone().find_map(|arg| launched(scene, arg));
        let words = means.flat_map(|arg| scene.referents.words_of(arg.span)).take(MEANS);
        let before: Vec<usize> = words.take_while(|&at| !is_adposition(scene, at)).collect();
        let first =
            before.into_iter().find_map(|at| actor::first_codes(scene, at..at + 1, &recipients).1.pop());
        actors.extend(first.or(launched));
    }
    // … but a guest is hardly of the country that he visits.
    let guest = code.mode.as_deref() == Some("visit");
    if let ([], [recipient, ..], false) = (actors.as_slice(), recipients.as_slice(), guest) {
        actors.extend(at_home(scene, &code.event, clause, &acting, recipient));
    }
    // That somebody is not going to attack or to close a border is no threat.
    if coming && is_coming(clause) && clause.polarity == Polarity::Negative && is_threat(&code.event) {
        return Vec::new();
    }
    let event = if coming { due(&code.event, clause) } else { &code.event };
    let same = event == code.event;
    let plover = |actor: Option<&String>, recipient: Option<&String>| Plover {
        event: event.to_owned(),
        mode: code.mode.clone().filter(|_| same),
        cameo: if same { code.cameo.clone() } else { intent(&code.event, event).map(str::to_owned) },
        actor: actor.cloned(),
        recipient: recipient.cloned(),
    };
    let some = |codes: &[String]| -> Vec<Option<String>> {
        if codes.is_empty() { vec![None] } else { codes.iter().cloned().map(Some).collect() }
    };
    // What several do to nobody in particular is one event, the first's.
    if recipients.is_empty() {
        actors.truncate(1);
    }
    let (actors, recipients) = (some(&actors), some(&recipients));
    let pairs = actors.iter().flat_map(|actor| recipients.iter().map(move |recipient| (actor, recipient)));
    let back = recipients.iter().flat_map(|one| actors.iter().map(move |other| (one, other)));
    let back = back.filter(|(one, other)| together && one.is_some() && other.is_some());
    let mut found: Vec<Plover> = Vec::new();
    for (actor, recipient) in
        pairs.chain(back).filter(|(actor, recipient)| actor.is_none() || actor != recipient)
    {
        let event = plover(actor.as_ref(), recipient.as_ref());
        if found.len() < pairs_at_most && !found.contains(&event) {
            found.push(event);
        }
    }
    found
}

/// Who has sent the means: "drones *launched by the rebels*", "an attack *by the rebels*".
fn launched(scene: &Scene, means: &Arg) -> Option<String> {
    let tokens = scene.referents.tokens();
    let head = tokens.head_of(scene.referents.words_of(means.span));
    let by = |&at: &usize| scene.clauses.case(at).is_some_and(|case| scene.referents.text(case) == "by");
    if let Some(code) =
        tokens.children(head).filter(by).find_map(|at| actor::codes(scene, at).into_iter().next())
    {
        return Some(code);
    }
    let participle = |&at: &usize| tokens.relation(at) == Relation::Acl && tokens.xpos(at) == "VBN";
    // … also where a parser makes the means the subject of the participle.
    let above = || tokens.head(head).filter(|&at| tokens.xpos(at) == "VBN" && at > head);
    let verb = tokens.children(head).find(participle).or_else(above)?;
    let clause = scene.clauses.of_verb(verb);
    let agent = clause.fillers.iter().find(|(function, _)| *function == Function::Subject)?.1;
    actor::codes(scene, agent).into_iter().next()
}

/// Whom the act concerns where no role says it: people of the actor's own country that a role names without one, else the
/// first country or body in what depends on the predicate, the object first, then in the rest of the sentence.
fn elsewhere(
    scene: &Scene,
    clause: &Clause,
    acting: &[usize],
    concerned: &[usize],
    actors: &[String],
) -> Found {
    let tokens = scene.referents.tokens();
    let rank = |function: &Function| match function {
        Function::Object | Function::Indirect => Some(0),
        Function::Clause | Function::Purpose | Function::Complement => Some(1),
        Function::Preposition(_) | Function::Compound | Function::Possessor => Some(2),
        Function::Subject | Function::Around => None,
    };
    let mut below: Vec<(usize, usize)> = clause
        .fillers
        .iter()
        .filter(|(_, word)| !acting.contains(word))
        .filter_map(|(function, word)| Some((rank(function)?, *word)))
        .collect();
    below.sort_unstable();
    // "bombed a camp, *the Taliban said*": who says it is none of them.
    let said = scene.said_until(clause.word).unwrap_or(usize::MAX);
    let rest = clause.word..rest_of(scene, clause.word).min(said);
    let home = actors.first();
    // "killed 12 people *in Oman*": people are of where it happened, if not of whoever did it.
    // … also of where whoever did it struck: "were killed when rebels struck a school *in Oman*".
    let place = scene.place_of(clause.word).or_else(|| scene.place_of(struck(scene, clause, acting)?));
    let there = place.and_then(|place| actor::state(scene, place));
    let home = there.as_ref().filter(|_| home.is_some() || acting.is_empty()).or(home);
    let own = |word: usize| home.and_then(|home| actor::domestic(scene, scene.referents.phrase(word), home));
    let own = |word: usize| own(word).filter(|code| !actors.contains(code));
    let mut phrases = below.iter().map(|&(_, word)| tokens.subtree(word));
    let first = |words: Range<usize>| actor::first_codes(scene, words, actors);
    // What the rest of the sentence names has the code, but is no role of the act.
    let named = || {
        let own = phrases.find_map(|words| Some(first(words)).filter(|(_, codes)| !codes.is_empty()));
        own.or_else(|| Some((None, first(rest).1)).filter(|(_, codes)| !codes.is_empty()))
    };
    // "nine *civilians* were killed in the Ethiopian town": where nobody is said to have done it, those of the place.
    let there = |found: (Option<usize>, Vec<String>)| {
        let state = found.1.first().filter(|_| actors.is_empty());
        let of = |state: &String| {
            let code = |&word: &usize| {
                Some((Some(word), vec![actor::domestic(scene, scene.referents.phrase(word), state)?]))
            };
            concerned.iter().find_map(code)
        };
        state.and_then(of).unwrap_or(found)
    };
    let mine = |&word: &usize| own(word).map(|code| (Some(word), vec![code]));
    let people = concerned.iter().find_map(mine);
    let last = || below.iter().find_map(|(_, word)| mine(word));
    let (word, codes) = people.or_else(|| named().map(there)).or_else(last).unwrap_or_default();
    Found { word, codes }
}

/// The end of what the sentence says behind the predicate: another clause with a subject of its own tells of something else
/// ("Kenya sent food, *while Oman said* …").
fn rest_of(scene: &Scene, word: usize) -> usize {
    let tokens = scene.referents.tokens();
    let end = scene.reading().sentences[scene.reading().sentence_of(word)].tokens.end;
    let apart = |&at: &usize| {
        // … but on what condition a threat is made says whom it concerns.
        let beside = || {
            let mark = tokens.child(at, &[Relation::Mark]).map(|mark| tokens.lemma(mark));
            matches!(mark, Some("while" | "whereas" | "although" | "after" | "since" | "as"))
        };
        let joined = match tokens.relation(at) {
            Relation::Conj | Relation::Parataxis => true,
            Relation::Advcl => beside(),
            _ => false,
        };
        // "condemned the arrest *and travelled* to Oman": what is done besides has another aim, where this has its own.
        let besides = tokens.relation(at) == Relation::Conj
            && tokens.head(at) == Some(word)
            && tokens.child(word, &[Relation::Obj]).is_some();
        let own = || tokens.children(at).any(|child| tokens.is_subject(child));
        joined && tokens.upos(at) == Upos::Verb && (besides || own())
    };
    (word + 1..end).find(apart).map_or(end, |at| tokens.subtree(at).start.max(word + 1))
}

/// Whom an act concerns: the word that says it, and the codes.
struct Found {
    word: Option<usize>,
    codes: Vec<String>,
}

fn is_adposition(scene: &Scene, word: usize) -> bool {
    scene.referents.tokens().upos(word) == Upos::Adp
}

/// The code of an actor that the text gives no country: of the recipient's. An assault by nobody in particular is one by
/// unidentified armed actors of the place that the sentence names, or of the recipient's country.
fn at_home(scene: &Scene, event: &str, clause: &Clause, acting: &[usize], recipient: &str) -> Option<String> {
    let state = recipient.get(..3)?;
    if let Some(&word) = acting.first() {
        // "the leaders condemned *Russia*": a government acts on itself last of all.
        let state_only = recipient.len() == 3 || recipient.ends_with("GOV");
        let own = actor::domestic(scene, scene.referents.phrase(word), state);
        if state_only && own.as_ref().is_some_and(|code| code.ends_with("GOV")) {
            return None;
        }
        // "Israel's minister said *the army* would attack Beirut": that of who says so.
        let source =
            scene.source_of(clause.word).and_then(|source| actor::codes(scene, source).into_iter().next());
        let said = source.as_deref().and_then(|code| code.get(..3)).filter(|state| *state != &recipient[..3]);
        let ours = said.and_then(|state| actor::domestic(scene, scene.referents.phrase(word), state));
        if ours.is_some() {
            return ours;
        }
        // "kidnapped by gunmen *in Nigeria*": armed men are of where they strike, not of whom they strike.
        let armed = ["REB", "UAF", "CRM"]
            .iter()
            .any(|branch| own.as_ref().is_some_and(|code| code.ends_with(branch)));
        let there =
            scene.place_of(clause.word).filter(|_| armed).and_then(|place| actor::state(scene, place));
        return there.and_then(|state| actor::domestic(scene, scene.referents.phrase(word), &state)).or(own);
    }
    let by = || {
        let strikes = scene.clauses.of_verb(struck(scene, clause, acting)?);
        let (_, who) = *strikes.fillers.iter().find(|(function, _)| *function == Function::Subject)?;
        actor::codes(scene, who).into_iter().next()
    };
    if let Some(by) = by().filter(|_| event == "ASSAULT") {
        return Some(by);
    }
    let row = scene.reading().sentence_of(clause.word);
    let sentence = scene.reading().sentences[row].tokens.clone();
    let place = || actor::first_codes(scene, sentence, &[recipient.to_owned()]).1.into_iter().next();
    (event == "ASSAULT").then(|| {
        let place = place().filter(|code| code.len() == 3);
        place.unwrap_or_else(|| state.to_owned()) + "UAF"
    })
}

/// The verb of the clause that says when something was done to people, where nobody is said to have done it: "were killed when
/// rebels *struck*".
fn struck(scene: &Scene, clause: &Clause, acting: &[usize]) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let when = |&verb: &usize| {
        let mark = tokens.child(verb, &[Relation::Mark, Relation::Advmod]).map(|mark| tokens.lemma(mark));
        let clause = tokens.relation(verb) == Relation::Advcl && tokens.upos(verb) == Upos::Verb;
        clause && matches!(mark, Some("when" | "after" | "as"))
    };
    let passive = acting.is_empty() && tokens.child(clause.word, &[Relation::AuxPass]).is_some();
    tokens.children(clause.word).find(when).filter(|_| passive)
}

/// The type of an act that is to come, a promise or a threat, or that is said not to come.
fn due<'a>(event: &'a str, clause: &Clause) -> &'a str {
    let coming = is_coming(clause);
    let negative = clause.polarity == Polarity::Negative;
    match event {
        "AGREE" | "CONSULT" | "SUPPORT" | "COOPERATE" | "AID" | "RETREAT" | "CONCEDE"
            if coming && negative =>
        {
            "REJECT"
        }
        "CONSULT" | "SUPPORT" | "COOPERATE" | "AID" | "CONCEDE" if coming => "AGREE",
        "RETREAT" if coming => "CONCEDE",
        hostile if coming && is_threat(hostile) => "THREATEN",
        other => other,
    }
}

/// Whether what the clause tells is still to come.
fn is_coming(clause: &Clause) -> bool {
    matches!(clause.modality, Modality::Planned | Modality::Hypothetical)
}

/// Whether to announce such an act is to threaten.
fn is_threat(event: &str) -> bool {
    matches!(event, "ASSAULT" | "SANCTION" | "COERCE" | "PROTEST")
}

/// The CAMEO code of an act that is to come: the intent to do what `event` is.
fn intent(event: &str, due: &str) -> Option<&'static str> {
    match (due, event) {
        ("AGREE", "COOPERATE") => Some("031"),
        ("AGREE", "SUPPORT") => Some("032"),
        ("AGREE", "AID") => Some("033"),
        ("AGREE", "CONCEDE") => Some("035"),
        ("AGREE", "CONSULT") => Some("036"),
        ("CONCEDE", _) => Some("083"),
        ("REJECT", _) => Some("120"),
        ("THREATEN", "SANCTION") => Some("131"),
        ("THREATEN", "PROTEST") => Some("133"),
        ("THREATEN", "COERCE") => Some("137"),
        ("THREATEN", "ASSAULT") => Some("138"),
        _ => None,
    }
}

/// Whether the act judges somebody by what is theirs: praise, blame, refusal.
pub(super) fn is_judging(code: &Code) -> bool {
    ["SUPPORT", "ACCUSE", "REJECT"].contains(&code.event.as_str())
}

/// Whether the act is one of words: an agreement, a demand, an accusation, a refusal, a threat.
pub(super) fn is_verbal(code: &Code) -> bool {
    ["AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "REJECT", "THREATEN"].contains(&code.event.as_str())
}
