//! Whom words stand for that name nobody: "the two ministers", "we", "they".
//!
//! What a pronoun refers to is settled before facts are read, where that is certain. What is left is read here from the
//! clause around it, since only a fact needs to know: who "we" are depends on who speaks, who "they" are on whose act the
//! sentence before has told.

use std::ops::Range;

use super::actor::acts;
use super::scene::Scene;
use crate::document::{Entity, EntityKind, Form, Id, TurnRole};
use crate::resolve::refer::Referents;
use crate::syntax::clause::Clauses;
use crate::syntax::{Relation, Upos};

/// People that "they" are at most.
const THEY: usize = 4;

/// Words from "the ministers" back to "the two ministers".
const AGAIN: usize = 200;

/// Mentions that "the two ministers" reaches back.
const REACH: usize = 12;

/// Mentions from "the ministers" back to whom the text has named.
const FAR: usize = 100;

/// The two that "the two ministers", "both presidents" and "they" are: the last two holders of an office that the text has named;
/// of "they" all whom the sentence before has named, up to four.
pub(super) fn pair(scene: &Scene, head: usize) -> Vec<Id<Entity>> {
    let (tokens, named) = (scene.referents.tokens(), scene.referents.named);
    let two =
        |child: usize| child < head && matches!(scene.referents.text(child), "two" | "both" | "Both" | "Two");
    let plural = tokens.feats(head).contains("Number=Plur");
    if is_couple(scene, head) {
        return couple_before(scene, head);
    }
    // "two peacekeepers", "the two envoys from Chad": others than those of whom the text has told.
    let told = |child: usize| {
        let word = scene.referents.text(child).to_lowercase();
        child < head && matches!(word.as_str(), "the" | "these" | "those" | "both" | "our" | "their")
    };
    // … but "the two heads of state".
    let own = tokens.children(head).any(|child| match tokens.relation(child) {
        Relation::Acl | Relation::AclRelcl => true,
        Relation::Nmod => scene.referents.covering(child).is_some(),
        _ => false,
    });
    // "the two Presidents" may have a capital.
    let noun = matches!(tokens.upos(head), Upos::Noun | Upos::Propn)
        && tokens.children(head).any(two)
        && tokens.children(head).any(told)
        && !own
        && !named.ties.sides.contains(&head)
        && acts(scene, head);
    let they = tokens.upos(head) == Upos::Pron
        && tokens.feats(head).contains("Person=3")
        && scene.referents.entity(head).is_none();
    // "*The two ministers* met. *The ministers* signed": the same two.
    let bare = matches!(tokens.upos(head), Upos::Noun | Upos::Propn)
        && scene.referents.covering(head).is_none()
        && plural
        && !noun
        && tokens.children(head).filter(|&child| child < head).eq(head.checked_sub(1))
        && tokens.children(head).any(told)
        && !own;
    if bare {
        let two_before = |&at: &usize| {
            scene.lemma(at) == scene.lemma(head)
                && scene.clauses.is_plural(at)
                && tokens.children(at).any(|child| {
                    child < at && matches!(scene.referents.text(child), "two" | "both" | "Both" | "Two")
                })
        };
        let earlier = (head.saturating_sub(AGAIN)..head).rev().find(two_before);
        return earlier.map_or_else(|| holders_before(scene, head), |at| pair(scene, at));
    }
    if !plural || !noun && !they {
        return Vec::new();
    }
    let joined = if they { joined_before(scene, head) } else { Vec::new() };
    if !joined.is_empty() {
        return joined;
    }
    if they && others_before(scene, head) {
        return Vec::new();
    }
    let end = named.ties.mentions.partition_point(|words| words.start < head);
    // "they" are those of the sentence before, or of the one before "The two met. *They* signed".
    let reading = scene.reading();
    let row = reading.sentence_of(head);
    let told = row.checked_sub(1).map(|row| reading.sentences[row].tokens.clone());
    let again = told.as_ref().is_some_and(|words| words.clone().any(|at| is_couple(scene, at)));
    let before = row.checked_sub(1 + usize::from(again)).map(|row| reading.sentences[row].tokens.clone());
    let near = |row: usize| {
        noun || before.as_ref().is_some_and(|words| words.contains(&named.ties.mentions[row].start))
    };
    let mut found: Vec<Id<Entity>> = Vec::new();
    let most = if noun { 2 } else { THEY };
    for row in (end.saturating_sub(REACH)..end).rev().filter(|&row| near(row)) {
        let id = named.mentions[row].entity;
        if named.entities[id].kind == EntityKind::Person && !found.contains(&id) && found.len() < most {
            found.push(id);
        }
    }
    found.reverse();
    let holds = found.iter().any(|&id| !named.entities[id].titles.is_empty());
    if found.len() > 1 && holds { found } else { Vec::new() }
}

/// "*The two* met", "*the pair* discussed trade", "*both* left": whether the words stand for two that the text has named.
fn is_couple(scene: &Scene, head: usize) -> bool {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let the = head > 0 && matches!(referents.text(head - 1), "the" | "The");
    let alone = tokens.children(head).all(|child| child < head);
    match referents.text(head) {
        "two" | "pair" | "duo" => the && alone,
        "Both" | "both" => alone && tokens.is_subject(head),
        _ => false,
    }
}

/// Those whom the sentence before names together as its subject: "*Kenya and Oman* praised the union. They …".
fn joined_before(scene: &Scene, head: usize) -> Vec<Id<Entity>> {
    let (reading, tokens) = (scene.reading(), scene.referents.tokens());
    let row = reading.sentence_of(head);
    let opens = reading.sentences[row].tokens.start == head;
    let before = row.checked_sub(1).map(|row| reading.sentences[row].tokens.clone()).filter(|_| opens);
    let root = before.into_iter().flatten().find(|&at| tokens.relation(at) == Relation::Root);
    let Some(subject) = root.and_then(|root| tokens.child(root, &[Relation::Nsubj])) else {
        return Vec::new();
    };
    let members: Option<Vec<_>> =
        scene.clauses.conjuncts(subject).map(|member| scene.referents.entity(member)).collect();
    members.filter(|members| members.len() > 1).unwrap_or_default()
}

/// The two people, or else the two countries, that the sentence before names; nobody where it names more.
pub(super) fn couple_before(scene: &Scene, head: usize) -> Vec<Id<Entity>> {
    let (reading, named) = (scene.reading(), scene.referents.named);
    let Some(before) = reading.sentence_of(head).checked_sub(1).map(|row| &reading.sentences[row]) else {
        return Vec::new();
    };
    let first = named.ties.mentions.partition_point(|words| words.start < before.tokens.start);
    let rows = first..named.ties.mentions.partition_point(|words| words.start < before.tokens.end);
    let of = |kind: EntityKind| {
        let mut found: Vec<Id<Entity>> = Vec::new();
        for id in rows.clone().map(|row| named.mentions[row].entity) {
            if named.entities[id].kind == kind && !found.contains(&id) {
                found.push(id);
            }
        }
        found
    };
    let people = of(EntityKind::Person);
    let found = if people.is_empty() { of(EntityKind::Country) } else { people };
    if found.len() == 2 { found } else { Vec::new() }
}

/// Whether the sentence before has people without a name do or say something: "*Two officials* said that Ann Lee had told Bo
/// Ode. They spoke of a rift".
fn others_before(scene: &Scene, head: usize) -> bool {
    let (reading, tokens) = (scene.reading(), scene.referents.tokens());
    let row = reading.sentence_of(head);
    let Some(before) = row.checked_sub(1).map(|row| &reading.sentences[row]) else { return false };
    let says = |at: usize| {
        let according = scene.clauses.case(at).is_some_and(|case| tokens.lemma(case) == "accord");
        tokens.is_subject(at) || according
    };
    let people =
        |at: usize| tokens.xpos(at) == "NNS" && scene.referents.entity(at).is_none() && acts(scene, at);
    let nameless = |at: usize| tokens.children(at).all(|child| scene.referents.covering(child).is_none());
    before.tokens.clone().any(|at| says(at) && people(at) && nameless(at))
}

/// The two people of whom the sentence before names the office: "The Foreign Minister of Kenya, A, met Foreign Minister B. *The
/// ministers* signed"; where it names none, the only two that the text has named so far, as each paragraph of a joint statement
/// tells of its makers. Nobody where those are one, or more than two.
fn holders_before(scene: &Scene, head: usize) -> Vec<Id<Entity>> {
    let (reading, named) = (scene.reading(), scene.referents.named);
    let row = reading.sentence_of(head);
    let before = row.checked_sub(1).map(|before| &reading.sentences[before]);
    let before = before.filter(|one| one.paragraph == reading.sentences[row].paragraph);
    let mentions = &named.ties.mentions;
    let near = before.map(|before| {
        let first = mentions.partition_point(|words| words.start < before.tokens.start);
        first..mentions.partition_point(|words| words.end <= before.tokens.end)
    });
    let end = mentions.partition_point(|words| words.start < head);
    let nearest = near.map(|near| holders(scene, head, near)).unwrap_or_default();
    let found = if nearest.is_empty() { holders(scene, head, end.saturating_sub(FAR)..end) } else { nearest };
    if found.len() == 2 {
        return found;
    }
    // "The leaders", of a text that names their ministers too, are those at the head of states.
    let leads = |&id: &Id<Entity>| {
        let leader = |title: &String| {
            scene.clauses.governors.leaders.iter().any(|word| title.eq_ignore_ascii_case(word))
        };
        named.entities[id].titles.iter().any(leader)
    };
    let leaders: Vec<Id<Entity>> = found.into_iter().filter(|id| is_any(scene, head) && leads(id)).collect();
    if leaders.len() == 2 { leaders } else { Vec::new() }
}

/// "The leaders", "The heads of government": whether the noun may stand for holders of any office.
fn is_any(scene: &Scene, head: usize) -> bool {
    matches!(scene.lemma(head).as_str(), "leader" | "head")
}

/// Whom the mentions of these rows name that hold the office of the noun at `head`.
fn holders(scene: &Scene, head: usize, rows: Range<usize>) -> Vec<Id<Entity>> {
    let named = scene.referents.named;
    let lemma = scene.lemma(head);
    let any = is_any(scene, head);
    let holds = |id: Id<Entity>| {
        // "*Minister* of Trade"
        let field = |word: &&str| matches!(*word, "of" | "for" | "to");
        let noun = |title: &String| {
            let words = title.split_whitespace().take_while(|word| !field(word));
            words.last().map(str::to_lowercase)
        };
        named.entities[id].titles.iter().any(|title| any || noun(title).as_ref() == Some(&lemma))
    };
    let mut found: Vec<Id<Entity>> = Vec::new();
    for id in rows.map(|row| named.mentions[row].entity) {
        if named.entities[id].kind == EntityKind::Person && holds(id) && !found.contains(&id) {
            found.push(id);
        }
    }
    found
}

/// Who "we" are: the country or body of who speaks for one, a minister who is asked or a spokesman who is quoted; else the
/// speaker of the turn, who counts himself in.
pub(super) fn ours(scene: &Scene, word: usize) -> Option<Id<Entity>> {
    let (tokens, named) = (scene.referents.tokens(), scene.referents.named);
    let feats = tokens.feats(word);
    // "thank *you*" is courtesy.
    if tokens.upos(word) == Upos::Pron && feats.contains("Person=2") {
        return asked(scene, word).filter(|_| tokens.is_subject(word));
    }
    if tokens.upos(word) != Upos::Pron || !feats.contains("Person=1") {
        return home(scene, word);
    }
    if !feats.contains("Number=Plur") {
        // "I" of a speech that is printed without turns.
        let known = scene.referents.entity(word).is_some() || scene.speaker_of(word).is_some();
        let person = |&id: &Id<Entity>| scene.referents.kind(id) == EntityKind::Person;
        return author(scene).filter(|_| !known).filter(person);
    }
    if let Some(source) = scene.speaker_of(word) {
        return scene.referents.entity(source).and_then(|speaker| spoken_for(scene, speaker));
    }
    if scene.reading().turns.is_empty() {
        // For whom the title says they speak: the nearest country may be their host's.
        return author(scene).map(|speaker| scene.body_of(speaker).unwrap_or(speaker));
    }
    let turn = scene.reading().turn_of(word)?;
    let speaker = named.speakers.get(turn.row())?.as_ref()?.entity?;
    spoken_for(scene, speaker).or(Some(speaker))
}

/// Whom "you" of a question is: who answers it.
fn asked(scene: &Scene, word: usize) -> Option<Id<Entity>> {
    let turns = &scene.reading().turns;
    let turn = scene.reading().turn_of(word).filter(|turn| turns[turn.row()].role == TurnRole::Question)?;
    let mut behind = turn.row() + 1..turns.len().min(turn.row() + 1 + ANSWERS);
    let answer = behind.find(|&row| turns[row].answers == Some(turn))?;
    scene.referents.named.speakers.get(answer)?.as_ref()?.entity
}

/// Turns behind a question within which its answer begins.
const ANSWERS: usize = 3;

/// The country of "his country": that of the person whose it is.
fn home(scene: &Scene, word: usize) -> Option<Id<Entity>> {
    let tokens = scene.referents.tokens();
    let country = tokens.lemma(word) == "country" && scene.referents.entity(word).is_none();
    let whose = tokens.child(word, &[Relation::NmodPoss]).filter(|_| country)?;
    let person = scene.referents.entity(whose)?;
    let person = Some(person).filter(|&id| scene.referents.kind(id) == EntityKind::Person)?;
    spoken_for(scene, person).filter(|&body| scene.referents.kind(body) == EntityKind::Country)
}

/// Who "we" are in the author's voice of a joint statement: "*We, the ministers of Kenya and Oman*, met", or those of its title,
/// "Joint Statement of *Kenya and Oman*". Countries if it names several, else bodies; of "We, the leaders of the G7, met" the one.
pub(super) fn signers(clauses: &Clauses, referents: &Referents) -> Vec<Id<Entity>> {
    let (tokens, named) = (referents.tokens(), referents.named);
    if !referents.reading.turns.is_empty() {
        return Vec::new();
    }
    let within = |words: Range<usize>| {
        let first = named.ties.mentions.partition_point(|mention| mention.start < words.start);
        let inside =
            (first..named.mentions.len()).take_while(|&row| named.ties.mentions[row].end <= words.end);
        let rows: Vec<Id<Entity>> = inside.map(|row| named.mentions[row].entity).take(SIGNERS).collect();
        let of = |kind: EntityKind| {
            let mut found: Vec<Id<Entity>> = Vec::new();
            for &id in rows.iter().filter(|&&id| named.entities[id].kind == kind) {
                if !found.contains(&id) {
                    found.push(id);
                }
            }
            found
        };
        let countries = of(EntityKind::Country);
        if countries.len() > 1 { countries } else { of(EntityKind::Organization) }
    };
    let comma = |at: usize| at + 1 < tokens.len() && referents.text(at + 1) == ",";
    let we = (0..tokens.len()).find(|&at| matches!(referents.text(at), "We" | "WE" | "we") && comma(at));
    let verb = we.and_then(|we| Some((we, tokens.head(we).filter(|&verb| verb > we)?)));
    let mut own = verb.map(|(we, verb)| within(we..verb.min(we + OPENING))).unwrap_or_default();
    if own.len() > 1 {
        return own;
    }
    // "“We, the people of Acme, …”" is somebody's within a report.
    own.retain(|_| we.is_some_and(|we| referents.reading.starts_sentence(we)));
    let Some(title) = referents.reading.sentences.first().map(|row| row.tokens.clone()) else { return own };
    let joint = |&at: &usize| clauses.governors.joint.contains(&referents.text(at).to_lowercase());
    let from = title.clone().take(TITLE).find(joint).map(|at| at..title.end);
    let titled = from.map(within).unwrap_or_default();
    if titled.len() > 1 { titled } else { own }
}

/// Those for whom a plural pronoun stands: "we" of a joint statement for who makes it, "they" for those joined before the verb
/// above, "*Kenya and Oman* said that they would meet".
pub(super) fn together(scene: &Scene, word: usize) -> Option<Vec<Id<Entity>>> {
    let tokens = scene.referents.tokens();
    let feats = tokens.feats(word);
    if tokens.upos(word) != Upos::Pron || !feats.contains("Number=Plur") {
        return None;
    }
    if feats.contains("Person=1") {
        let author = scene.signers.len() > 1 && scene.source_of(word).is_none();
        return author.then(|| scene.signers.clone());
    }
    if !feats.contains("Person=3") || scene.referents.entity(word).is_some() {
        return None;
    }
    let above = std::iter::successors(tokens.head(word), |&at| tokens.head(at)).take(GOVERNORS);
    let mut subjects = above.filter_map(|at| tokens.child(at, &[Relation::Nsubj])).filter(|&at| at < word);
    let first = subjects.next()?;
    let joined: Vec<usize> = scene.clauses.conjuncts(first).collect();
    let found: Vec<Id<Entity>> = joined.iter().filter_map(|&at| scene.referents.entity(at)).collect();
    (found.len() > 1 && found.len() == joined.len()).then_some(found)
}

/// Mentions of those who make a joint statement at most, and words that name them.
const SIGNERS: usize = 40;
const OPENING: usize = 160;

/// The body that briefs the press, by the heading above the first turn: "Daily Press Briefing, *Department of State*".
pub(super) fn host(referents: &Referents) -> Option<Id<Entity>> {
    let (reading, named, tokens) = (referents.reading, referents.named, referents.tokens());
    let first = reading.turns.first()?;
    let heading = reading.sentences.iter().take_while(|sentence| sentence.span.start() < first.span.start());
    let end = heading.last().map(|sentence| sentence.tokens.end).filter(|&end| end <= TITLE * 2)?;
    let briefing = |at: usize| matches!(&*tokens.lemma(at).to_lowercase(), "briefing" | "gaggle");
    let mut bodies = named.mentions.iter().zip(&named.ties.mentions);
    let body = bodies.find(|(mention, words)| {
        let several = words.len() > 1 || named.entities[mention.entity].code.is_some();
        mention.kind == EntityKind::Organization && words.end <= end && several
    });
    body.filter(|_| (0..end).any(briefing)).map(|(mention, _)| mention.entity)
}

/// Who gives the speech or the statement that the document is, by its title: "Remarks by *President Michel*", "Statement by the
/// *Ministry of Trade*".
fn author(scene: &Scene) -> Option<Id<Entity>> {
    let (reading, named) = (scene.reading(), scene.referents.named);
    let title = reading.sentences.first()?.tokens.clone();
    let speech = |&at: &usize| SPEECHES.contains(&scene.lemma(at).as_str());
    if let [one] = scene.signers.as_slice() {
        return Some(*one);
    }
    let several = scene.signers.len() > 1;
    if several
        || !reading.turns.is_empty()
        || title.len() > TITLE
        || !title.clone().take(2).any(|at| speech(&at))
    {
        return None;
    }
    let by = title.clone().find(|&at| matches!(scene.referents.text(at), "by" | "of"))?;
    let first = named.ties.mentions.iter().position(|words| words.start > by)?;
    let author = &named.mentions[first];
    let speaks = matches!(author.kind, EntityKind::Person | EntityKind::Organization | EntityKind::Country);
    (speaks && named.ties.mentions[first].end <= title.end).then_some(author.entity)
}

/// What the title of a speech begins with, and its words at most.
const SPEECHES: [&str; 8] =
    ["remark", "remarks", "speech", "statement", "address", "lecture", "keynote", "intervention"];
const TITLE: usize = 40;

/// Whom the person speaks for: the country whose government they are of, or the body whose office they hold.
fn spoken_for(scene: &Scene, speaker: Id<Entity>) -> Option<Id<Entity>> {
    let entities = &scene.referents.named.entities;
    let state = entities[speaker].code.as_deref().and_then(|code| code.strip_suffix("GOV"));
    let is = |row: &Entity| row.kind == EntityKind::Country && row.code.as_deref() == state;
    let country = || state.and_then(|_| entities.iter().position(is)).map(Id::new);
    scene.body_of(speaker).or_else(country)
}

/// The noun that a pronoun without an entity stands for: of "we" in a quotation its source; else the subject of the
/// clause above its own, as in "the *leaders* said they would sign" and "the *rebels* repeated their demand", or of the
/// sentence before. Any other word itself.
pub(super) fn behind(scene: &Scene, word: usize) -> usize {
    let tokens = scene.referents.tokens();
    if tokens.upos(word) == Upos::Pron && tokens.feats(word).contains("Person=1") {
        return scene.source_of(word).unwrap_or(word);
    }
    let third = tokens.upos(word) == Upos::Pron && tokens.feats(word).contains("Person=3");
    // "Warsaw warned that *it* would": a place acts by its name alone.
    let known = |entity: Id<Entity>| scene.referents.kind(entity) != EntityKind::Place;
    if !third || scene.referents.entity(word).is_some_and(known) {
        return word;
    }
    if let Some(object) = object_before(scene, word) {
        return object;
    }
    let above = std::iter::successors(tokens.head(word), |&at| tokens.head(at)).take(GOVERNORS);
    let plural = |at: usize| tokens.feats(at).contains("Number=Plur");
    let subject = above.filter_map(|at| tokens.child(at, &[Relation::Nsubj, Relation::NsubjPass]));
    let subject = subject.filter(|&at| at < word && matches!(tokens.upos(at), Upos::Noun | Upos::Propn));
    // "A spokesman for *the rebels* said they had": those for whom somebody speaks.
    let spoken_for = |at: usize| {
        let of = |&child: &usize| {
            let case = scene.clauses.case(child).map(|case| scene.referents.text(case));
            tokens.relation(child) == Relation::Nmod && matches!(case, Some("for" | "of"))
        };
        tokens.children(at).find(of).filter(|_| plural(word) && !plural(at))
    };
    let mut nouns = subject.flat_map(|at| std::iter::once(at).chain(spoken_for(at)));
    // "Helion announced that *it* had signed": also a name that nobody knows.
    let name = |at: usize| tokens.xpos(at) == "NNP" && scene.referents.time(at).is_none();
    // … but "it" is no person.
    let person = |at: usize| {
        scene.referents.entity(at).is_some_and(|id| scene.referents.kind(id) == EntityKind::Person)
    };
    let thing = tokens.feats(word).contains("Gender=Neut");
    let fits = |at: &usize| {
        plural(*at) == plural(word) && (acts(scene, *at) || name(*at)) && !(thing && person(*at))
    };
    nouns.find(fits).or_else(|| subject_before(scene, word).filter(fits)).unwrap_or(word)
}

/// Whom a pronoun takes up that is the object of a second verb: of "kidnapped *79 students* and freed them" the students.
fn object_before(scene: &Scene, word: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let verb = tokens.head(word).filter(|_| tokens.relation(word) == Relation::Obj)?;
    let first = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Conj)?;
    let object = tokens.child(first, &[Relation::Obj]).filter(|&object| object < word)?;
    let plural = |at: usize| tokens.feats(at).contains("Number=Plur");
    (tokens.upos(object) == Upos::Noun && plural(object) == plural(word) && acts(scene, object))
        .then_some(object)
}

/// The body that a noun with an article takes up by the word for what it is: "*the court*" for the International Criminal
/// Court, "*the ministry*" for the Ministry of Energy; the latest of that sort.
pub(super) fn called(scene: &Scene, word: usize) -> Option<Id<Entity>> {
    let (referents, tokens, named) = (scene.referents, scene.referents.tokens(), scene.referents.named);
    let mut children =
        tokens.children(word).filter(|&child| child < word && tokens.relation(child) != Relation::Case);
    let the = children.next().is_some_and(|det| matches!(referents.text(det), "the" | "The"));
    let bare =
        the && children.next().is_none() && tokens.upos(word) == Upos::Noun && !scene.clauses.is_plural(word);
    // "the bank of Kenya" is another.
    let of = |&child: &usize| {
        let case = scene.clauses.case(child).map(|case| referents.text(case));
        tokens.relation(child) == Relation::Nmod && matches!(case, Some("of" | "in"))
    };
    let own = tokens.children(word).any(|child| of(&child))
        || tokens.child(word, &[Relation::Appos, Relation::AclRelcl]).is_some();
    if !bare || own || referents.entity(word).is_some() {
        return None;
    }
    let lemma = tokens.lemma(word);
    let end = named.ties.mentions.partition_point(|words| words.start < word);
    let mut before = (end.saturating_sub(BODIES)..end).rev();
    let is = |row: &usize| {
        let (mention, words) = (&named.mentions[*row], named.ties.mentions[*row].clone());
        let body = mention.form == Form::Name && mention.kind == EntityKind::Organization && words.len() > 1;
        let of = words.clone().find(|&at| matches!(referents.text(at), "of" | "for"));
        let sort = of.unwrap_or(words.end).checked_sub(1);
        body && sort.is_some_and(|at| referents.text(at).eq_ignore_ascii_case(lemma))
    };
    before.find(is).map(|row| named.mentions[row].entity)
}

/// Mentions that "the court" reaches back.
const BODIES: usize = 60;

/// The name behind an office that a parser took for the head: "with President *Saied*". Any other word itself.
pub(super) fn titled(scene: &Scene, word: usize) -> usize {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    if referents.entity(word).is_some() {
        return word;
    }
    let name = || {
        let office = referents.office(word)?;
        let behind = Some(office.end).filter(|&end| end < tokens.len())?;
        let mention = referents.covering(behind)?;
        let row = &referents.named.mentions[mention];
        let words = referents.named.ties.mentions[mention.row()].clone();
        (row.kind == EntityKind::Person && words.start == office.end).then(|| tokens.head_of(words))
    };
    name().unwrap_or(word)
}

/// The subject of the sentence before that of `word`, in the same paragraph; through pronouns, of the one before them.
fn subject_before(scene: &Scene, word: usize) -> Option<usize> {
    let reading = scene.reading();
    let row = reading.sentence_of(word);
    let tokens = scene.referents.tokens();
    let one = |row: usize| {
        let root = reading.sentences[row].tokens.clone().find(|&at| tokens.relation(at) == Relation::Root)?;
        tokens.child(root, &[Relation::Nsubj, Relation::NsubjPass])
    };
    let together = |&before: &usize| {
        let (before, own) = (&reading.sentences[before], &reading.sentences[row]);
        before.paragraph == own.paragraph && before.turn == own.turn
    };
    let before = (row.saturating_sub(SENTENCES)..row).rev().take_while(together);
    // "The minister will travel. *She* will meet them. *She* is to speak": as long as it goes on.
    let pronoun = |at: usize| {
        let third = tokens.upos(at) == Upos::Pron && tokens.feats(at).contains("Person=3");
        third && scene.referents.entity(at).is_none()
    };
    let mut subjects = before.map(one).skip_while(|subject| subject.is_some_and(pronoun));
    let subject = subjects.next().flatten()?;
    let nobody = scene.referents.entity(subject).is_none();
    let noun = tokens.upos(subject) == Upos::Noun || tokens.upos(subject) == Upos::Propn && nobody;
    noun.then_some(subject)
}

/// Sentences that a pronoun reaches back through others like it.
const SENTENCES: usize = 4;

/// Clauses above a pronoun that are asked for whom it stands for.
const GOVERNORS: usize = 6;
