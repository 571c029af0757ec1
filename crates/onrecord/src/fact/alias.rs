//! Other names of an entity: acronyms and defined terms in brackets, initials, epithets, patronymics.

use std::collections::BTreeSet;
use std::ops::Range;

use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form};
use crate::resolve::defined;
use crate::syntax::clause::{Function, is_verb};
use crate::syntax::{Relation, Upos};

/// A verb by which something has a name, with what it is about and what it is called.
struct Naming {
    verb: usize,
    certainty: Certainty,
    thing: usize,
    name: usize,
    /// Whether the verb is "known as".
    knows: bool,
}

impl Naming {
    fn of(scene: &Scene, verb: usize) -> Option<Self> {
        let tokens = scene.referents.tokens();
        let knows = tokens.lemma(verb) == "know";
        let calls = knows || scene.clauses.is_listed(verb, &scene.clauses.governors.naming);
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
        let beside =
            || tokens.child(thing, &[Relation::Appos]).filter(|&at| !knows && at > verb && thing > verb);
        let name = name.or_else(beside).filter(|&name| name > verb && name != thing)?;
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        Some(Self { verb, certainty, thing, name, knows })
    }

    /// Whether what is named is somebody of whom the verb says what others think: "called him \"Crooked\"", but "nicknamed", "known as"
    /// what he goes by.
    fn insults(&self, scene: &Scene) -> bool {
        let referents = scene.referents;
        let named = referents.entity(self.thing).is_some_and(|id| referents.kind(id) == EntityKind::Person);
        let nicknames = scene.clauses.is_listed(self.verb, &scene.clauses.governors.nicknaming);
        (named || referents.office(self.thing).is_some()) && !self.knows && !nicknames
    }

    /// The words of the name, without its article, and whether they stand in quotation marks, where they end with these.
    fn words(&self, scene: &Scene) -> (Range<usize>, bool) {
        let tokens = scene.referents.tokens();
        let mut words = scene.referents.phrase(self.name);
        if tokens.upos(words.start) == Upos::Det && words.len() > 1 {
            words.start += 1;
        }
        let quoted =
            words.start > 0 && matches!(scene.referents.text(words.start - 1), "\"" | "“" | "``" | "‘");
        if quoted {
            let sentence = &scene.reading().sentences[scene.reading().sentence_of(self.name)].tokens;
            let closes = |&at: &usize| matches!(scene.referents.text(at), "\"" | "”" | "''" | "’");
            words.end = (words.start + 1..sentence.end).find(closes).unwrap_or(words.end);
            while words.len() > 1 && tokens.upos(words.end - 1) == Upos::Punct {
                words.end -= 1;
            }
        }
        (words, quoted)
    }

    /// Whether the words name something: they have a capital or stand in quotation marks, and say not only how it is.
    fn is_name(&self, scene: &Scene, words: &Range<usize>, quoted: bool) -> bool {
        let tokens = scene.referents.tokens();
        let capital = tokens.upos(self.name) == Upos::Propn && tokens.upos(words.start) == Upos::Propn;
        let small = !self.knows && scene.referents.text(words.start).starts_with(char::is_lowercase);
        // "called the ruling \"dangerous\"" says how it is, and so does "\"very dangerous and wrong\"".
        let says_how = matches!(tokens.upos(self.name), Upos::Adj | Upos::Verb);
        let adjective = says_how && (words.len() == 1 || small);
        // … and so does "called the ruling a “disgrace”", "the “gold standard” of rulings".
        let article = |at: usize| {
            matches!(scene.referents.text(at), "a" | "an") || small && scene.referents.text(at) == "the"
        };
        let judged = quoted && words.start > 1 && article(words.start - 2);
        (quoted || capital) && !adjective && !judged
    }
}

/// What a thing is called: "the robot, named *Robogee*", "the treaty, known as *the Pact*".
fn called(scene: &Scene, verb: usize) -> Option<Fact> {
    let naming = Naming::of(scene, verb)?;
    let (tokens, thing) = (scene.referents.tokens(), naming.thing);
    let (words, quoted) = naming.words(scene);
    let noun =
        matches!(tokens.upos(thing), Upos::Noun | Upos::Propn) && scene.referents.time(thing).is_none();
    if !noun || naming.insults(scene) || !naming.is_name(scene, &words, quoted) {
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
    Some(scene.fact(FactKind::Alias, "alias/called", verb, naming.certainty, args))
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
        for term in defined::terms(scene.reading(), words.end) {
            let entity = Arg { role: "entity", span: mention.span, filler: Filler::Entity(mention.entity) };
            let args = vec![entity, scene.text("alias", term)];
            facts.push(scene.fact(FactKind::Alias, "alias/bracket", words.end - 1, PLAIN, args));
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
