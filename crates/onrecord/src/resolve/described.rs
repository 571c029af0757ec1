//! Descriptions: "the Head of State", "our country", "the Chinese side", "both countries".
//!
//! A description is resolved by what it says (an office of a country, a side with an adjective), by who speaks ("our"
//! is the speaker's country) and by what was mentioned last. The document is read once from its beginning, with the
//! few entities that a description can mean kept at hand, so it costs linear time.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use onrecord_resource::lexicon::Class;

use super::adopt::adopt;
use super::cast::Cast;
use crate::document::{Entity, EntityKind, Form, Id, Reading, Speaker};
use crate::name::{Name, Office, Words};
use crate::syntax::{Relation, Upos};

/// Who holds what, for the offices met so far.
struct Held {
    /// Canonical name of the office.
    role: String,
    /// The role's words in lower case: "first president" is not "president".
    written: String,
    /// Whether a word makes it another office: "deputy", "first", "former".
    other: bool,
    top: bool,
    country: Option<String>,
    /// The body that it is an office of: "the CIA director" heads no other one.
    body: Option<Id<Entity>>,
    person: Id<Entity>,
}

/// The branch of those who held an office.
const ELITE: &str = "ELI";

/// Of earlier offices only the latest are compared.
const COMPARED: usize = 64;

/// Words that describe a pair, at most.
const DESCRIBED: usize = 7;

/// What the text before a word offers to its descriptions.
struct Context<'a> {
    words: &'a Words<'a>,
    /// The country of the document: its main speaker's.
    home: Option<Id<Entity>>,
    speakers: &'a [Option<Speaker>],
    /// Who has a turn.
    speaking: &'a BTreeSet<Id<Entity>>,
    held: Vec<Held>,
    /// The words of offices that a conversation has spoken of before it named a holder: "the President" of a press secretary
    /// is nobody whom a question names later.
    known: BTreeSet<String>,
    /// Whether the text names a state of a federation.
    states: bool,
    /// Countries by last mention, the latest last; each once.
    recent: Vec<Id<Entity>>,
    /// How often each was mentioned.
    often: BTreeMap<Id<Entity>, usize>,
    /// Countries that were spoken of last, also by an adjective or by whom they have for a minister, with the sentence and
    /// the word.
    seen: Vec<(usize, usize, Id<Entity>)>,
}

/// Adds titles to people and mentions for descriptions. `entities` are those of `names`, row by row. Returns the person
/// of every office that has one.
pub(super) fn read(
    words: &Words,
    names: &[Name],
    entities: &[Id<Entity>],
    offices: &[Office],
    speakers: &[Option<Speaker>],
    cast: &mut Cast,
) -> Vec<Option<Id<Entity>>> {
    let mut holders: Vec<Option<Id<Entity>>> =
        offices.iter().map(|office| office.person.map(|row| entities[row])).collect();
    for (office, holder) in offices.iter().zip(&holders) {
        let Some(person) = *holder else { continue };
        let country = office.of.clone().and_then(|of| country_of(words, names, entities, cast, of));
        // The spokesman of an army is a soldier, not an official.
        let part = office.of.clone().and_then(|of| branch_of(names, entities, cast, of));
        let branch =
            part.filter(|_| office.branch.as_deref() == Some("GOV")).or_else(|| office.branch.clone());
        let body = office.of.clone().filter(|_| country.is_none());
        let body = body.and_then(|of| body_of(names, entities, cast, of));
        // "the Minister of Foreign Affairs of the Republic of Kazakhstan" is what a later sentence may call him.
        let full =
            office.of.as_ref().is_some_and(|of| of.start >= office.role.end && of.end <= office.words.end);
        if full && !office.former {
            cast.alias(person, &words.written(office.words.clone()));
        }
        let title = words.written(office.role.clone());
        let member = cast.get_mut(person);
        member.gender = member.gender.or_else(|| gendered(&title));
        if !member.row.titles.contains(&title) {
            member.row.titles.push(title);
        }
        // Who heads an international body acts for it.
        if !office.former && member.row.code.is_none() {
            member.row.code = body;
        }
        if !office.former || member.branch.is_none() {
            member.country = country.or_else(|| member.country.take());
            // Who held an office once acts for nobody but is one of the notables (PLOVER's elites), until a later office is named.
            let elite = |branch: &String| branch == ELITE;
            let own = if office.former && branch.is_some() { Some(ELITE.to_owned()) } else { branch };
            member.branch = member.branch.take().filter(|branch| office.former || !elite(branch)).or(own);
        }
    }
    let home = home(words.reading, speakers, cast);
    let speaking = speakers.iter().flatten().filter_map(|speaker| speaker.entity).collect();
    let speaking: &BTreeSet<Id<Entity>> = &speaking;
    // "the Head of State" without a country is that of the country that the document speaks for; who speaks for himself, as two
    // presidents before the press do, is of another one.
    if let Some(code) = home.and_then(|home| cast.get(home).country.clone()) {
        for person in holders.iter().flatten().filter(|person| !speaking.contains(person)) {
            let member = cast.get_mut(*person);
            if member.branch.is_some() && member.country.is_none() {
                member.country = Some(code.clone());
            }
        }
    }
    let mut context = Context {
        words,
        home,
        speakers,
        speaking,
        held: Vec::new(),
        known: BTreeSet::new(),
        states: (0..words.len()).any(|at| words.is_capital(at) && words.is(at, Class::State)),
        recent: Vec::new(),
        often: BTreeMap::new(),
        seen: Vec::new(),
    };
    let (mut name, mut office) = (0, 0);
    let mut at = 0;
    while at < words.len() {
        // An office may begin inside the name that was read last.
        while let Some(next) = offices.get(office).filter(|next| next.words.start <= at) {
            let resolved = context.office(next, holders[office], names, entities, cast);
            holders[office] = holders[office].or(resolved);
            office += 1;
        }
        context.see(at, names.get(name).filter(|next| next.start == at).map(|_| entities[name]), cast);
        if let Some(next) = names.get(name).filter(|next| next.start == at) {
            if next.kind == EntityKind::Country {
                context.met(entities[name]);
            }
            if let Some(range) = context.members(next, entities[name], cast) {
                cast.alias(entities[name], &words.written(range.clone()));
                cast.mention(range, Form::Nominal, entities[name]);
            }
            name += 1;
            at = next.end;
            continue;
        }
        if let Some((range, entity)) = context.description(at, cast) {
            if cast.get(entity).row.kind == EntityKind::Country {
                context.met(entity);
            }
            cast.alias(entity, &words.written(range.clone()));
            cast.mention(range.clone(), Form::Nominal, entity);
        }
        at += 1;
    }
    // Who heads a body has its country or none.
    let of_body = |office: &Office| {
        let named =
            office.of.clone().filter(|of| country_of(words, names, entities, cast, of.clone()).is_none());
        // "the mission's chief"
        let owned = office.role.start.checked_sub(1).is_some_and(|at| matches!(words.text(at), "'s" | "’s"));
        named.is_some() || owned
    };
    let bodies = offices.iter().zip(&holders).filter(|(office, _)| of_body(office));
    let bodies = bodies.filter_map(|(_, holder)| *holder).collect();
    let taken: Vec<(Range<usize>, Option<Id<Entity>>)> = offices
        .iter()
        .zip(&holders)
        .filter_map(|(office, holder)| Some((office.of.clone()?, *holder)))
        .collect();
    adopt(words, &bodies, &taken, speaking, cast);
    holders
}

/// What an office says of who holds it, `f` or `m`: "spokeswoman".
fn gendered(title: &str) -> Option<char> {
    let title = title.to_lowercase();
    let of = |ending: &str| title.ends_with(ending);
    // A woman may be a chairman.
    match (of("woman"), of("man") && !of("chairman")) {
        (true, _) => Some('f'),
        (false, true) => Some('m'),
        (false, false) => None,
    }
}

/// The country that the document speaks for: that of the person with most turns, if turns there are.
fn home(reading: &Reading, speakers: &[Option<Speaker>], cast: &Cast) -> Option<Id<Entity>> {
    let mut said: BTreeMap<Id<Entity>, usize> = BTreeMap::new();
    for (turn, speaker) in reading.turns.iter().zip(speakers) {
        let Some(id) = speaker.as_ref().and_then(|speaker| speaker.entity) else { continue };
        let Some(country) = cast.get(id).country.as_deref().and_then(|code| cast.known_country(code)) else {
            continue;
        };
        *said.entry(country).or_default() += reading.text.slice(turn.span).len();
    }
    said.into_iter().max_by_key(|&(_, bytes)| bytes).map(|(country, _)| country)
}

/// The code of the country that `range` names, by noun or adjective.
fn country_of(
    words: &Words,
    names: &[Name],
    entities: &[Id<Entity>],
    cast: &Cast,
    range: Range<usize>,
) -> Option<String> {
    let row = names.partition_point(|name| name.end <= range.start);
    let named = names.get(row).filter(|name| name.start < range.end);
    let named = named.and_then(|_| cast.get(entities[row]).country.clone());
    named.or_else(|| {
        let adjective = range.clone().find_map(|at| words.code_at(at, Class::Adjective));
        adjective.map(str::to_owned)
    })
}

/// The branch of the body that `range` names.
fn branch_of(names: &[Name], entities: &[Id<Entity>], cast: &Cast, range: Range<usize>) -> Option<String> {
    let row = names.partition_point(|name| name.end <= range.start);
    let body =
        names.get(row).filter(|name| name.start < range.end && name.kind == EntityKind::Organization)?;
    cast.get(entities[row]).branch.clone().filter(|_| body.start < range.end)
}

/// The body that `range` names.
fn named_body(names: &[Name], entities: &[Id<Entity>], range: Range<usize>) -> Option<Id<Entity>> {
    let row = names.partition_point(|name| name.end <= range.start);
    let named = names.get(row).filter(|name| name.start < range.end)?;
    (named.kind == EntityKind::Organization).then(|| entities[row])
}

/// The code of the body without a country that `range` names.
fn body_of(names: &[Name], entities: &[Id<Entity>], cast: &Cast, range: Range<usize>) -> Option<String> {
    let row = names.partition_point(|name| name.end <= range.start);
    let named = names.get(row).filter(|name| name.start < range.end)?;
    let member = cast.get(entities[row]);
    let body = named.kind == EntityKind::Organization && member.country.is_none();
    member.row.code.clone().filter(|_| body)
}

impl Context<'_> {
    /// Notes the country of the name or adjective at word `at`.
    fn see(&mut self, at: usize, name: Option<Id<Entity>>, cast: &Cast) {
        let code = match name {
            Some(id) if cast.get(id).row.kind != EntityKind::Place => cast.get(id).country.as_deref(),
            Some(_) => None,
            None => self.words.code_at(at, Class::Adjective).filter(|_| self.words.is_capital(at)),
        };
        let Some(country) = code.and_then(|code| cast.known_country(code)) else { return };
        let sentence = self.words.reading.sentence_of(at);
        self.seen.retain(|&(row, ..)| row + 1 >= sentence);
        self.seen.push((sentence, at, country));
        // A name of it is counted where it is met.
        let named = name.is_some_and(|id| cast.get(id).row.kind == EntityKind::Country);
        *self.often.entry(country).or_default() += usize::from(!named);
    }

    /// The countries that act upon what the word `noun` stands for: "*China* urged both *countries*".
    fn acting_on(&self, noun: usize) -> Vec<Id<Entity>> {
        let tokens = &self.words.reading.tokens;
        let object = matches!(tokens.relation(noun), Relation::Obj | Relation::Iobj | Relation::Obl);
        let verb = tokens.head(noun).filter(|&verb| object && verb < noun);
        let subject = verb
            .and_then(|verb| tokens.children(verb).find(|&child| tokens.is_subject(child) && child < verb));
        let Some(subject) = subject else { return Vec::new() };
        // "China, a close ally of Oman": as far as its first comma.
        let words = tokens.subtree(subject);
        let end = words.clone().find(|&word| self.words.text(word) == ",").unwrap_or(words.end);
        let own = |&&(_, word, _): &&(usize, usize, Id<Entity>)| (words.start..end).contains(&word);
        self.seen.iter().filter(own).map(|&(.., id)| id).collect()
    }

    /// The two countries that the sentence of word `at` or the one before it speaks of, if they are two besides `acting`.
    fn in_question(&self, at: usize, acting: &[Id<Entity>]) -> Option<(Id<Entity>, Id<Entity>)> {
        let sentence = self.words.reading.sentence_of(at);
        let of = |wanted: usize| {
            let mut found: Vec<Id<Entity>> = Vec::new();
            for &(.., id) in self.seen.iter().filter(|(row, ..)| *row == wanted) {
                if !found.contains(&id) && !acting.contains(&id) {
                    found.push(id);
                }
            }
            match found.as_slice() {
                [one, other] => Some((*one, *other)),
                _ => None,
            }
        };
        of(sentence).or_else(|| of(sentence.checked_sub(1)?))
    }

    fn met(&mut self, country: Id<Entity>) {
        *self.often.entry(country).or_default() += 1;
        self.recent.retain(|&id| id != country);
        self.recent.push(country);
        if self.recent.len() > 8 {
            self.recent.remove(0);
        }
    }

    /// The country of who speaks at word `at`.
    fn own(&self, at: usize, cast: &Cast) -> Option<Id<Entity>> {
        let turn = self.words.reading.turn_of(at)?;
        let speaker = self.speakers.get(turn.row())?.as_ref();
        let country =
            speaker.and_then(|speaker| speaker.entity).and_then(|id| cast.get(id).country.as_deref());
        country.and_then(|code| cast.known_country(code)).or(self.home)
    }

    /// Notes who holds `office`, or finds out whom it describes.
    fn office(
        &mut self,
        office: &Office,
        holder: Option<Id<Entity>>,
        names: &[Name],
        entities: &[Id<Entity>],
        cast: &mut Cast,
    ) -> Option<Id<Entity>> {
        let words = self.words;
        let core = words.hits.longest(words.lexicon, office.role.end - 1, &[Class::Office]);
        let listed =
            office.role.clone().find_map(|at| words.hits.longest(words.lexicon, at, &[Class::Office]));
        let hit = listed.or(core)?;
        let role = words.lexicon.entry(hit).name.clone();
        let written = words.written(office.role.clone()).to_lowercase();
        let other = office.former || words.has_code(office.role.start, Class::OfficeWord, "degree");
        let top = words.lexicon.has(&role, Class::TopOffice);
        let own = office.of.clone().filter(|of| matches!(words.text(of.start), "our" | "my"));
        let country = match (own, office.of.clone()) {
            (Some(_), _) => self.own(office.words.start, cast).and_then(|id| cast.get(id).row.code.clone()),
            (None, Some(of)) => country_of(words, names, entities, cast, of),
            (None, None) => None,
        };
        let body = office.of.clone().and_then(|of| named_body(names, entities, of));
        if let Some(person) = holder {
            let country = country.or_else(|| cast.get(person).country.clone());
            self.held.push(Held { role, written, other, top, country, body, person });
            return None;
        }
        // "The leaders of both countries" are no single person.
        let head = (office.role.start..office.role.end).take_while(|&at| words.text(at) != "of").last();
        if head.is_some_and(|at| matches!(words.reading.tokens.xpos(at), "NNS" | "NNPS")) {
            return None;
        }
        let home = self.home.and_then(|id| cast.get(id).row.code.clone());
        let wanted = country.clone().or(home);
        // Who holds it of no country that is said is meant where nobody holds it of this one.
        let taken =
            wanted.is_some() && self.held.iter().any(|held| held.role == role && held.country == wanted);
        let agrees = |held: &&Held| {
            let countries = match (&held.country, &wanted) {
                // "I told the President": of who speaks here as well, whatever the country.
                (Some(of), Some(wanted)) => {
                    let present = country.is_none() && !taken && self.speaking.contains(&held.person);
                    of == wanted || present
                }
                // With no country said anywhere, only the very same words will do.
                (None, None) => held.written == written,
                (None, Some(_)) => !taken,
                (Some(_), None) => true,
            };
            countries && (body.is_none() || held.body == body)
        };
        // "Macron spoke with our President": of two in a sentence, where nothing says whose country "our" is.
        let sentence = words.reading.sentence_of(office.words.start);
        let ours = office.words.start > 0 && words.text(office.words.start - 1).eq_ignore_ascii_case("our");
        let beside = |person: Id<Entity>| {
            let here = |name: &Name| words.reading.sentence_of(name.start) == sentence;
            names.iter().zip(entities).any(|(name, &id)| id == person && here(name))
        };
        let apart = |held: &&Held| !(ours && wanted.is_none() && beside(held.person));
        let candidates = || self.held.iter().rev().take(COMPARED).filter(agrees).filter(apart);
        let bare = wanted.is_none() && body.is_none() && !words.reading.turns.is_empty();
        if bare && (self.known.contains(&written) || candidates().next().is_none()) {
            self.known.insert(written);
            return None;
        }
        let found = candidates().find(|held| held.written == written).or_else(|| {
            let same = |held: &&Held| held.role == role || (held.top && top);
            candidates().filter(same).find(|held| held.other == other)
        })?;
        let person = found.person;
        if office.words.end - office.words.start == 1 && !self.definite(office.words.start) {
            return None;
        }
        let article = matches!(words.text(office.words.start.wrapping_sub(1)), "the" | "The" | "our" | "Our");
        let range = office.words.start - usize::from(article)..office.words.end;
        cast.alias(person, &words.written(range.clone()));
        cast.mention(range, Form::Nominal, person);
        Some(person)
    }

    /// Whether an article, a possessive or a capital says that somebody known is meant.
    fn definite(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.words.text(at));
        ["the", "our", "this", "his", "her", "their", "'s", "’s"].contains(&before.to_lowercase().as_str())
            || self.words.is_capital(at)
    }

    /// The description that begins with word `at`, and what it means.
    fn description(&self, at: usize, cast: &mut Cast) -> Option<(Range<usize>, Id<Entity>)> {
        let determiner = self.words.text(at).to_lowercase();
        match determiner.as_str() {
            "our" | "the" | "this" | "both" | "two" => {}
            _ => return None,
        }
        let mut noun = at + 1;
        let (mut pair, mut adjective) = (determiner == "both" || determiner == "two", None);
        loop {
            let word = self.words.text(noun);
            if let Some(code) = self.words.code_at(noun, Class::Adjective) {
                adjective = Some(code.to_owned());
            } else if word == "two" {
                pair = true;
            } else if !(self.words.is(noun, Class::DescriptionWord) || pair && self.describes(at, noun)) {
                break;
            }
            noun += 1;
        }
        if let Some(end) = self.words.class_end(noun, Class::PairNoun) {
            let ours = determiner == "our";
            let several =
                pair || ours || (determiner == "the" && matches!(self.words.text(noun), "sides" | "parties"));
            let known = several && !self.followed_by_of(end);
            let acting = if ours { Vec::new() } else { self.acting_on(end - 1) };
            return known.then(|| self.pair(at, ours, &acting, cast)).flatten().map(|id| (at..end, id));
        }
        let end = self.words.class_end(noun, Class::CountryNoun)?;
        // "the state-owned company", "the state visit" speak of no state.
        let part = self.words.text(end) == "-" && self.words.glued(end) && self.words.glued(end + 1);
        let compound = self.words.reading.tokens.relation(end - 1) == Relation::Compound;
        // "the state and prospects of the talks"
        let compound = compound || self.words.text(end) == "and" && self.followed_by_of(end + 2);
        if self.followed_by_of(end) || pair || part || compound {
            return None;
        }
        let other = self.words.code_at(noun, Class::CountryNoun) == Some("other");
        let side = self.words.text(noun) == "side";
        // Where the text speaks of Ohio, "the state" is one of many.
        if self.states && self.words.text(noun) == "state" {
            return None;
        }
        let own = self.own(at, cast);
        let spoken = self.words.reading.turn_of(at).is_some();
        let foreign = || self.recent.iter().rev().copied().find(|&id| Some(id) != own);
        let id = match (determiner.as_str(), adjective) {
            (_, Some(code)) if side || !other => cast.known_country(&code),
            (_, None) if side => None,
            ("our", _) if other => foreign(),
            ("our", _) => own,
            // "the state owns a third", says a minister: his own.
            ("the" | "this", _) if !other && self.words.text(noun) == "state" && spoken => own,
            ("the" | "this", _) if !other => self.recent.last().copied(),
            _ => None,
        }?;
        Some((at..end, id))
    }

    /// Whether the word at `noun` only describes what the determiner at `at` goes with: "the two *nuclear-armed* neighbors".
    fn describes(&self, at: usize, noun: usize) -> bool {
        let words = self.words;
        let tokens = &words.reading.tokens;
        let definite = ["the", "both"].iter().any(|other| words.text(at).eq_ignore_ascii_case(other));
        let hyphen = words.text(noun) == "-" || noun + 1 < words.len() && words.text(noun + 1) == "-";
        let near = definite && noun < at + DESCRIBED && noun + 1 < words.len();
        near && (tokens.upos(noun) == Upos::Adj || hyphen || words.text(noun - 1) == "-")
            && words.class_end(noun, Class::PairNoun).is_none()
    }

    /// The words for the members of the body `name`, which stand for it: "*the CIS countries*". A company's members are none.
    fn members(&self, name: &Name, body: Id<Entity>, cast: &Cast) -> Option<Range<usize>> {
        let words = self.words;
        let of_states = cast.get(body).row.code.as_deref().is_some_and(|code| code.starts_with("IGO"));
        let end = words.class_end(name.end, Class::MemberNoun).filter(|_| of_states)?;
        let article = name.start.checked_sub(1).filter(|&at| matches!(words.text(at), "the" | "The"));
        // "the EU member states' ministers" are others.
        let own = !matches!(words.text(end), "'" | "’" | "'s" | "’s" | "-");
        own.then(|| article.unwrap_or(name.start)..end)
    }

    fn followed_by_of(&self, at: usize) -> bool {
        self.words.text(at) == "of"
    }

    /// The group of the two countries in question at word `at`, where those `acting` are none of them.
    fn pair(&self, at: usize, ours: bool, acting: &[Id<Entity>], cast: &mut Cast) -> Option<Id<Entity>> {
        // Where two act upon them, who they are has to be said.
        if acting.len() > 1 {
            return None;
        }
        let own = self.own(at, cast).filter(|own| !acting.contains(own));
        let mut latest = self.recent.iter().rev().copied().filter(|id| !acting.contains(id));
        let (a, b) = match own {
            // "Our countries" and, in a country's own voice, "both sides" are that country and the other one.
            Some(own) if ours || latest.clone().take(2).any(|id| id == own) => {
                (own, latest.find(|&id| id != own)?)
            }
            // … else the two of whom it is just speaking, or those that the text speaks of most, of equals the latest.
            _ if self.in_question(at, acting).is_some() => self.in_question(at, acting)?,
            _ => {
                let mut most: Vec<Id<Entity>> = latest.collect();
                most.sort_by_key(|id| std::cmp::Reverse(self.often.get(id)));
                (*most.first()?, *most.get(1)?)
            }
        };
        let mut members = vec![a, b];
        members.sort();
        let names: Vec<&str> = members.iter().map(|&id| cast.get(id).row.name.as_str()).collect();
        let name = names.join(" and ");
        let id = cast.named(&name).unwrap_or_else(|| cast.add(EntityKind::Group, &name));
        cast.get_mut(id).members = members;
        Some(id)
    }
}
