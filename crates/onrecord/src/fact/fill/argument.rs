//! The argument that a phrase makes for a role: an entity, an amount, or the words that describe somebody or something.

use std::ops::Range;

use onrecord_resource::frame::Type;

use super::Blank;
use crate::document::{Arg, Entity, EntityKind, Filler, Form, Id, QuantityLabel};
use crate::fact::scene::Scene;
use crate::fact::{actor, whom};
use crate::syntax::{Relation, Upos};

impl Blank<'_> {
    /// The argument that the phrase of `word` makes, or several for a group, or none where the role's types forbid it.
    pub(super) fn arguments(&self, word: usize) -> Vec<Arg> {
        if let Some(args) = self.ourselves(word) {
            return args;
        }
        let word = whom::titled(self.scene, whom::behind(self.scene, word));
        if !self.is_worded(word) {
            Vec::new()
        } else if self.asks(Type::Money) || self.asks(Type::Quantity) {
            self.amount(word).into_iter().collect()
        } else if self.role.types.is_empty() {
            self.anything(word).into_iter().collect()
        } else {
            match self.scene.entity(word).or_else(|| self.named_behind(word)).or_else(|| self.divided(word)) {
                Some(entity) => self.named(word, entity),
                None if is_second_office(self.scene, word) => Vec::new(),
                None => self.described(word),
            }
        }
    }

    fn asks(&self, kind: Type) -> bool {
        self.role.types.contains(&kind)
    }

    /// The entities, each for the phrase of `word`.
    fn entities(&self, word: usize, entities: impl IntoIterator<Item = Id<Entity>>) -> Vec<Arg> {
        let span = self.scene.span(word);
        let arg = |entity| Arg { role: self.name, span, filler: Filler::Entity(entity) };
        entities.into_iter().map(arg).collect()
    }

    /// Those for whom somebody speaks, or who sign together: "*we* agreed".
    fn ourselves(&self, word: usize) -> Option<Vec<Arg>> {
        let actor = self.role.types.is_empty() || self.asks(Type::Actor);
        if !actor || !self.role.words.is_empty() {
            return None;
        }
        if let Some(entity) = whom::ours(self.scene, word) {
            return Some(self.entities(word, [entity]));
        }
        let signers = whom::together(self.scene, word)?;
        let most = if self.role.many { usize::MAX } else { 1 };
        Some(self.entities(word, signers.into_iter().take(most)))
    }

    /// Whether the word is one of those that the role asks for.
    pub(super) fn is_worded(&self, word: usize) -> bool {
        let (scene, role) = (self.scene, self.role);
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

    /// The sum or number in the phrase.
    fn amount(&self, word: usize) -> Option<Arg> {
        let referents = self.scene.referents;
        let fits = |label: QuantityLabel, at: usize| {
            if self.asks(Type::Money) {
                label == QuantityLabel::Money
            } else {
                // "two agreements on a $44 billion loan": how many is said before the noun.
                label == QuantityLabel::Number && at <= word
            }
        };
        let id = referents.tokens().subtree(word).find_map(|at| {
            referents.quantity(at).filter(|&id| fits(referents.named.quantities[id].label, at))
        })?;
        let span = referents.named.quantities[id].span;
        // "gave Oman a hospital *worth* $10 million": the hospital is given.
        let before = referents.words_of(span).start.checked_sub(1);
        let worth = before.is_some_and(|at| referents.text(at) == "worth") && self.name == "amount";
        (!worth).then_some(Arg { role: self.name, span, filler: Filler::Quantity(id) })
    }

    /// Whatever the phrase says, for a role that asks for nothing in particular.
    fn anything(&self, word: usize) -> Option<Arg> {
        let (scene, name) = (self.scene, self.name);
        // Words that point at something that the text has not named say nothing.
        let pointing = scene.entity(word).is_none() && scene.referents.tokens().upos(word) == Upos::Pron;
        if pointing || scene.referents.time(word).is_some() {
            None
        } else if matches!(name, "role" | "type") {
            // An office is what it is called, not who holds it; a *state* visit is none of the state.
            let words = before_aside(scene, scene.referents.words_of(scene.span(word)));
            Some(scene.text(name, with_second(scene, words)))
        } else if let Some(words) = said_to_be(scene, word).or_else(|| self.demanded(word)) {
            Some(scene.text(name, words))
        } else {
            Some(scene.person(name, word))
        }
    }

    /// A clause with its subject, where nobody who acts is told of: "proposed that *a summit be held*", but "demanded that Oman
    /// *leave*".
    fn demanded(&self, word: usize) -> Option<Range<usize>> {
        let (scene, tokens) = (self.scene, self.scene.referents.tokens());
        let clause = self.name == "topic" && tokens.relation(word) == Relation::Ccomp;
        let subject = tokens.children(word).find(|&child| tokens.is_subject(child) && child < word)?;
        let noun = matches!(tokens.upos(subject), Upos::Noun | Upos::Propn);
        // "asked *what happens* if it rains"
        let thing = (noun || tokens.xpos(subject).starts_with('W'))
            && !actor::acts(scene, subject)
            && scene.entity(subject).is_none();
        let end = scene.referents.words_of(scene.span(word)).end;
        (clause && thing).then(|| tokens.subtree(subject).start..end)
    }

    /// Whether the role asks for an entity of that kind.
    fn fits(&self, entity: Id<Entity>) -> bool {
        let kind = self.scene.referents.kind(entity);
        self.role.types.iter().any(|&asked| is_of(kind, asked))
    }

    /// "the capital, *Niamey*": the name behind a comma, where the noun before it is nobody's.
    fn named_behind(&self, word: usize) -> Option<Id<Entity>> {
        let tokens = self.scene.referents.tokens();
        let one = tokens.xpos(word) != "NNS";
        let behind = tokens.child(word, &[Relation::Appos]).filter(|&behind| one && behind > word)?;
        self.scene.referents.entity(behind).filter(|&entity| self.fits(entity))
    }

    /// "most of *Fallujah*": the place of which a part is told.
    fn divided(&self, word: usize) -> Option<Id<Entity>> {
        let whole = actor::divided(self.scene, word)?;
        let place = |&id: &Id<Entity>| {
            matches!(self.scene.referents.kind(id), EntityKind::Place | EntityKind::Country)
        };
        self.scene.entity(whole).filter(place)
    }

    /// The entity or its members, where the role asks for such, or for who acts and it is the seat of a government.
    fn named(&self, word: usize, entity: Id<Entity>) -> Vec<Arg> {
        let referents = self.scene.referents;
        let seat = || {
            self.asks(Type::Actor)
                && referents.kind(entity) == EntityKind::Place
                && actor::is_seat(self.scene, word)
        };
        let resolves = || self.asks(Type::Actor) && actor::resolves(self.scene, word);
        if !(self.fits(entity) || seat() || resolves()) || self.is_storm(word) {
            return Vec::new();
        }
        match referents.members(entity) {
            [] => self.entities(word, [entity]),
            members => self.entities(word, members.iter().copied()),
        }
    }

    /// "*Cyclone* Gafilo": what is named after what befalls people acts on nobody.
    fn is_storm(&self, word: usize) -> bool {
        let referents = self.scene.referents;
        let first = |id: Id<_>| referents.words_of(referents.named.mentions[id].span).start;
        let accident = &self.scene.clauses.governors.accident;
        let name = referents.mention(word).map(first).filter(|_| self.name == "actor");
        name.is_some_and(|at| accident.contains(&referents.text(at).to_lowercase()))
    }

    /// Whom or what the text does not name here.
    fn described(&self, word: usize) -> Vec<Arg> {
        let (scene, name) = (self.scene, self.name);
        let actor = self.asks(Type::Actor);
        let pair = if actor && self.role.many { whom::pair(scene, word) } else { Vec::new() };
        if !pair.is_empty() {
            self.entities(word, pair)
        } else if actor
            && (is_somebody(scene, word) || actor::resolves(scene, word) || is_author(scene, word))
            || self.asks(Type::Person) && is_officer(scene, word)
        {
            vec![scene.person(name, word)]
        } else if self.asks(Type::Place) && actor::locality(scene, word)
            || self.asks(Type::Thing) && is_thing(scene, word)
            || self.asks(Type::Unknown) && is_unknown(scene, word)
        {
            vec![scene.phrase(name, word)]
        } else {
            Vec::new()
        }
    }
}

/// Whether the text does not name but describes them, "Hungarian officials", or names them so that nobody knows what sort they
/// are.
fn is_somebody(scene: &Scene, word: usize) -> bool {
    actor::acts(scene, word) || is_unknown(scene, word)
}

/// "*I* thank Kenya" in a speech of which the text does not say who gives it.
fn is_author(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    let feats = tokens.feats(word);
    let first =
        tokens.upos(word) == Upos::Pron && feats.contains("Person=1") && feats.contains("Number=Sing");
    first && tokens.is_subject(word) && scene.reading().turns.is_empty() && scene.source_of(word).is_none()
}

/// "the *minister* gave a lecture": an office is a person, whoever holds it.
fn is_officer(scene: &Scene, word: usize) -> bool {
    let one = scene.referents.tokens().xpos(word) != "NNS";
    one && scene.referents.office(word).is_some() && is_thing(scene, word)
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

/// "as President *and Chief Executive Officer*": the office with a second one of the same holder.
fn with_second(scene: &Scene, words: Range<usize>) -> Range<usize> {
    let referents = scene.referents;
    let second = words.end + 1;
    let joined = second < referents.tokens().len() && referents.text(words.end) == "and";
    let office =
        if joined { referents.office(second).filter(|office| office.start >= words.start) } else { None };
    let capital = || referents.text(second).starts_with(char::is_uppercase);
    office.filter(|_| capital()).map_or(words.clone(), |office| words.start..office.end)
}

/// Whether the word is an office that only an arc joins to a person: "named Ann Lee as President and *Chief Executive Officer*".
fn is_second_office(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    let bare = tokens.child(word, &[Relation::Det, Relation::NmodPoss]).is_none();
    let joined = tokens.relation(word) == Relation::Conj && bare && scene.referents.office(word).is_some();
    joined && tokens.head(word).is_some_and(|first| scene.referents.mention(first).is_some())
}

/// Whether the word is a name that no list and no model knows.
fn is_unknown(scene: &Scene, word: usize) -> bool {
    let referents = scene.referents;
    let unknown = referents.covering(word).is_none() && referents.office(word).is_none();
    let name = referents.tokens().xpos(word) == "NNP" && unknown;
    name && referents.time(word).is_none() && referents.text(word).starts_with(char::is_uppercase)
}

/// Whether the phrase of `word` names something: the loudspeakers of "attacked the loudspeakers"; a sum of money is an amount.
fn is_thing(scene: &Scene, word: usize) -> bool {
    let referents = scene.referents;
    let upos = referents.tokens().upos(word);
    let quantity = referents.quantity(word).map(|id| &referents.named.quantities[id]);
    let sum = quantity.is_some_and(|quantity| quantity.label == QuantityLabel::Money);
    matches!(upos, Upos::Noun | Upos::Propn | Upos::Num) && referents.time(word).is_none() && !sum
}

pub(super) fn is_of(kind: EntityKind, asked: Type) -> bool {
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
