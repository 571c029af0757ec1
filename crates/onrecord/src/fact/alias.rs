//! Other names of an entity: acronyms in brackets, initials, epithets, patronymics.

use std::collections::BTreeSet;

use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form};
use crate::syntax::clause::{Function, is_verb};
use crate::syntax::{Relation, Upos};

/// What a thing is called: "the robot, named *Robogee*", "the treaty, known as *the Pact*".
fn called(scene: &Scene, verb: usize) -> Option<Fact> {
    let tokens = scene.referents.tokens();
    let governors = &scene.clauses.governors;
    let knows = tokens.lemma(verb) == "know";
    let nicknames = scene.clauses.is_listed(verb, &governors.nicknaming);
    let calls = knows || scene.clauses.is_listed(verb, &governors.naming);
    if !is_verb(tokens, verb) || !calls || scene.is_asked(verb) {
        return None;
    }
    let clause = scene.clauses.of_verb(verb);
    let find = |wanted: &dyn Fn(Function) -> bool| {
        clause.fillers.iter().find(|(function, _)| wanted(*function)).map(|(_, word)| *word)
    };
    let thing = find(&|function| function == Function::Object)?;
    let name = find(&|function| match function {
        Function::Complement => !knows,
        Function::Preposition(case) => knows && scene.referents.text(case) == "as",
        _ => false,
    });
    // "named their robot \"Robogee\"" has what it is called beside it.
    let beside = || tokens.child(thing, &[Relation::Appos]).filter(|&at| !knows && at > verb && thing > verb);
    let name = name.or_else(beside)?;
    // A name has a capital or stands in quotation marks; "called him a liar" names nobody.
    let mut words = scene.referents.phrase(name);
    if tokens.upos(words.start) == Upos::Det && words.len() > 1 {
        words.start += 1;
    }
    let quoted = words.start > 0 && matches!(scene.referents.text(words.start - 1), "\"" | "“" | "``" | "‘");
    let person =
        scene.referents.entity(thing).is_some_and(|id| scene.referents.kind(id) == EntityKind::Person);
    // What is quoted ends with its marks.
    if quoted {
        let sentence = &scene.reading().sentences[scene.reading().sentence_of(name)].tokens;
        let closes = |&at: &usize| matches!(scene.referents.text(at), "\"" | "”" | "''" | "’");
        words.end = (words.start + 1..sentence.end).find(closes).unwrap_or(words.end);
        while words.len() > 1 && tokens.upos(words.end - 1) == Upos::Punct {
            words.end -= 1;
        }
    }
    let capital = tokens.upos(name) == Upos::Propn && tokens.upos(words.start) == Upos::Propn;
    let noun =
        matches!(tokens.upos(thing), Upos::Noun | Upos::Propn) && scene.referents.time(thing).is_none();
    // "called the ruling \"dangerous\"" says how it is.
    let adjective = matches!(tokens.upos(name), Upos::Adj | Upos::Verb) && words.len() == 1;
    // … and so does "called the ruling a “disgrace”", "the “gold standard” of rulings".
    let small = !knows && scene.referents.text(words.start).starts_with(char::is_lowercase);
    let article = |at: usize| {
        matches!(scene.referents.text(at), "a" | "an") || small && scene.referents.text(at) == "the"
    };
    let judged = quoted && words.start > 1 && article(words.start - 2);
    let person = person || scene.referents.office(thing).is_some();
    // "called him \"Crooked\"" says what somebody thinks of him, "nicknamed", "known as" what he goes by.
    let insulted = person && !knows && !nicknames;
    if !noun || insulted || adjective || judged || name < verb || !(quoted || capital) || thing == name {
        return None;
    }
    // The thing without the participle that names it.
    let whole = scene.referents.phrase(thing);
    let end = if verb > thing { whole.end.min(tokens.subtree(verb).start) } else { whole.end };
    let end = if thing < words.start { end.min(words.start - usize::from(quoted)) } else { end };
    let mut entity = scene.phrase("entity", thing);
    if end > thing {
        let end = end - usize::from(end > thing + 1 && tokens.upos(end - 1) == Upos::Punct);
        entity.span = tokens.cover(whole.start..end);
    }
    let args = vec![entity, scene.text("alias", words)];
    let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
    Some(scene.fact(FactKind::Alias, "alias/called", verb, certainty, args))
}

pub(super) fn read(scene: &Scene) -> Vec<Fact> {
    let referents = scene.referents;
    let named = referents.named;
    let text = |row: usize| {
        let written = scene.reading().text.slice(named.mentions[row].span);
        written.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut told = BTreeSet::new();
    let mut facts: Vec<Fact> = (0..referents.tokens().len()).filter_map(|word| called(scene, word)).collect();
    for row in 0..named.mentions.len() {
        let mention = &named.mentions[row];
        let entity = &named.entities[mention.entity];
        let words = &named.ties.mentions[row];
        let alias = text(row);
        if mention.form != Form::Name {
            continue;
        }
        let before = words.start.checked_sub(1).map_or("", |at| referents.text(at));
        // "Korean Central News Agency (KCNA)", "CEI (Italian Episcopal Conference)", "the Tea Growers Association, or TGA".
        let gap = match before {
            "(" | "[" => 1,
            "or" if words.start > 1 && referents.text(words.start - 2) == "," => 2,
            _ => 0,
        };
        let bracketed = gap > 0 && row > 0 && {
            let last = &named.mentions[row - 1];
            // Of people and places brackets say more than the name: "Bill Lee (Bromley)".
            let body =
                !matches!(mention.kind, EntityKind::Person | EntityKind::Place) || alias != entity.name;
            last.entity == mention.entity && named.ties.mentions[row - 1].end + gap == words.start && body
        };
        // Initials, a patronymic, another spelling: a word that the name itself lacks; capitals alone are none.
        let same = |one: &str, other: &str| one.to_lowercase() == other.to_lowercase();
        let other = mention.kind == EntityKind::Person
            && alias.contains(' ')
            && alias.split(' ').any(|word| !entity.name.split(' ').any(|known| same(known, word)));
        // Brackets say it, whether or not the alias has stood there before; otherwise it is told once.
        let other = other && alias != entity.name;
        let new = told.insert((mention.entity, alias.clone()));
        if bracketed || other && new {
            // Of a long form in brackets, the short form before them is the alias.
            let (short, long) = match row.checked_sub(1).filter(|_| bracketed) {
                Some(last) if text(last).len() < alias.len() => (last, row),
                Some(last) => (row, last),
                None => (row, row),
            };
            let args = vec![
                Arg {
                    role: "entity",
                    span: named.mentions[long].span,
                    filler: Filler::Entity(mention.entity),
                },
                Arg { role: "alias", span: named.mentions[short].span, filler: Filler::Text },
            ];
            let word = words.end - 1;
            let rule = if bracketed { "alias/bracket" } else { "alias/name" };
            facts.push(scene.fact(FactKind::Alias, rule, word, PLAIN, args));
        }
    }
    facts
}
