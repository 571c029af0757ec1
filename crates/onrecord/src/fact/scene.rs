//! What every kind of fact needs to be put together: arguments, evidence, time, place, and who vouches for it.

use std::collections::BTreeMap;
use std::ops::Range;

use super::quoting::Quoting;
use super::{actor, position, when, whom};
use crate::document::{
    Arg, CueClass, Entity, EntityKind, Fact, FactKind, Filler, Id, Manner, Modality, Place, Polarity,
    Quotation, Reading, Time, TurnRole, Via, Voucher,
};
use crate::resolve::refer::Referents;
use crate::syntax::clause::{Clause, Clauses, Function, is_verb};
use crate::syntax::{Relation, Upos};
use crate::text::Span;

/// One document while its facts are read.
pub(super) struct Scene<'a> {
    pub(super) clauses: Clauses<'a>,
    pub(super) referents: &'a Referents<'a>,
    pub(super) quotations: &'a [Quotation],
    quoted: Quoting,
    /// Rows of the quotations by the last word of their cue.
    cues: BTreeMap<usize, usize>,
    /// The country or body whose office a person holds, by the person's row.
    bodies: BTreeMap<usize, Id<Entity>>,
    /// The words that say of what somebody holds an office, by the person's row and the office in small letters.
    offices: BTreeMap<(usize, String), Range<usize>>,
    /// The codes of people who are said to hold an office of a country or body, by the person's row.
    codes: BTreeMap<usize, String>,
    /// Who "we" are that make a joint statement.
    pub(super) signers: Vec<Id<Entity>>,
}

/// How a fact is meant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Certainty {
    pub(super) polarity: Polarity,
    pub(super) modality: Modality,
}

/// Prepositions behind which a place stands.
const WHERE: [&str; 10] =
    ["in", "at", "near", "outside", "inside", "through", "across", "along", "around", "throughout"];

/// Words from a predicate within which its place stands.
const NEAR: usize = 24;

/// Signs that may stand behind the mark that ends a sentence.
const CLOSING: [char; 5] = ['”', '"', '’', '\'', ')'];

/// The confidence of a rule that nobody has measured, in percent.
const UNMEASURED: u8 = 50;

/// Affirmed and actual.
pub(super) const PLAIN: Certainty = Certainty { polarity: Polarity::Positive, modality: Modality::Actual };

impl<'a> Scene<'a> {
    pub(super) fn new(
        clauses: Clauses<'a>,
        referents: &'a Referents<'a>,
        quotations: &'a [Quotation],
    ) -> Self {
        let quoted = Quoting::new(quotations, referents);
        let last = |quotation: &Quotation| referents.words_of(*quotation.cue.last()?).last();
        let cues = quotations.iter().enumerate().filter_map(|(row, one)| Some((last(one)?, row))).collect();
        let mut bodies = BTreeMap::new();
        let mut offices = BTreeMap::new();
        for (office, holder) in &referents.named.ties.offices {
            let body = position::body(referents, office).filter(|_| !office.is_former());
            if let (Some(person), Some(body)) = (holder, body) {
                bodies.entry(person.row()).or_insert(body);
                let called = position::called(referents, office);
                let of = office.of.clone().unwrap_or(office.role.clone());
                offices.entry((person.row(), called)).or_insert(of);
            }
        }
        if let Some(host) = whom::host(referents) {
            let turns = &referents.reading.turns;
            let speaking = turns.iter().zip(&referents.named.speakers);
            let briefs = speaking.filter(|(turn, _)| turn.role != TurnRole::Question);
            for speaker in briefs.filter_map(|(_, speaker)| speaker.as_ref()?.entity) {
                bodies.entry(speaker.row()).or_insert(host);
            }
        }
        let signers = whom::signers(&clauses, referents);
        let codes = BTreeMap::new();
        let mut scene =
            Self { clauses, referents, quotations, quoted, cues, bodies, offices, codes, signers };
        scene.learn();
        scene
    }

    /// Learns for whom people act of whom a clause says so: "Ann Lee *has been Kenya's minister of health* since May".
    fn learn(&mut self) {
        let entity = |fact: &Fact, role: &str| {
            fact.args.iter().find(|arg| arg.role == role).and_then(|arg| match arg.filler {
                Filler::Entity(id) => Some(id),
                _ => None,
            })
        };
        for (word, fact) in position::said_of(self) {
            let (Some(person), Some(body)) = (entity(&fact, "person"), entity(&fact, "organization")) else {
                continue;
            };
            let now = fact.polarity == Polarity::Positive && fact.modality == Modality::Actual;
            let past = self
                .referents
                .tokens()
                .child(word, &[Relation::Cop])
                .is_some_and(|is| matches!(self.referents.text(is), "was" | "were"));
            if !now || past || self.referents.named.entities[person].code.is_some() {
                continue;
            }
            let role =
                fact.args.iter().find(|arg| arg.role == "role").map(|arg| self.referents.words_of(arg.span));
            let code = role.and_then(|role| actor::officer(self, body, role));
            self.bodies.entry(person.row()).or_insert(body);
            if let Some(code) = code {
                self.codes.entry(person.row()).or_insert(code);
            }
        }
    }

    /// The code of a person whose office a clause has told.
    pub(super) fn code_of(&self, person: Id<Entity>) -> Option<String> {
        self.codes.get(&person.row()).cloned()
    }

    /// The country or body whose office the person holds.
    pub(super) fn body_of(&self, person: Id<Entity>) -> Option<Id<Entity>> {
        self.bodies.get(&person.row()).copied()
    }

    /// The words that say elsewhere of what the person holds the office that is so called.
    pub(super) fn office_of(&self, person: Id<Entity>, called: String) -> Option<Range<usize>> {
        self.offices.get(&(person.row(), called)).cloned()
    }

    pub(super) fn reading(&self) -> &'a Reading {
        self.referents.reading
    }

    pub(super) fn lemma(&self, word: usize) -> String {
        self.referents.tokens().lemma(word).to_lowercase()
    }

    /// What the word stands for: the entity of its mention, or the body that it takes up by a noun.
    pub(super) fn entity(&self, word: usize) -> Option<Id<Entity>> {
        self.referents.entity(word).or_else(|| whom::called(self, word))
    }

    /// The clause of the verb. Who is quoted with it is its subject, whatever the arcs say: "wrote that Ann Lee is “great” and
    /// *accused* Kenya of “games”".
    pub(super) fn clause(&self, verb: usize) -> Clause {
        let mut clause = self.clauses.of_verb(verb);
        let source = self.quotation_of(verb).and_then(|quotation| quotation.source.first());
        if let Some(source) = source.filter(|_| !self.clauses.is_passive(verb)) {
            let words = self.referents.words_of(*source);
            let subject = |(function, _): &(Function, usize)| *function == Function::Subject;
            let inside = |(_, word): &(Function, usize)| words.contains(word);
            if !clause.fillers.iter().any(|filler| subject(filler) && inside(filler)) {
                clause.fillers.retain(|filler| !subject(filler));
                clause.fillers.insert(0, (Function::Subject, self.referents.tokens().head_of(words)));
            }
        }
        clause
    }

    /// The quotation that the verb is the cue of.
    fn quotation_of(&self, verb: usize) -> Option<&'a Quotation> {
        self.quotations.get(*self.cues.get(&verb)?)
    }

    /// Whether the verb reports a question: "“What now?” she *asked*", "*asked* whether they would leave".
    pub(super) fn reports_question(&self, verb: usize) -> bool {
        let content = self.quotation_of(verb).map_or(&[][..], |quotation| &quotation.content);
        let text = |span: &Span| self.reading().text.slice(*span);
        let marked = content.last().is_some_and(|last| text(last).trim_end_matches(CLOSING).ends_with('?'));
        let whether = |first: &Span| {
            let words = self.referents.words_of(*first);
            matches!(self.referents.text(words.start), "whether" | "if")
        };
        marked || content.first().is_some_and(whether)
    }

    /// The head of the words of the span.
    pub(super) fn head_of(&self, span: Span) -> usize {
        self.referents.tokens().head_of(self.referents.words_of(span))
    }

    /// Whether the time is what the arguments give as a value: "lasted *three hours*".
    fn is_measured(&self, time: Id<Time>, args: &[Arg]) -> bool {
        let span = self.referents.named.times[time].span;
        args.iter().any(|arg| arg.role == "value" && arg.span.contains(span))
    }

    /// A measure that no word of the text says.
    pub(super) fn unsaid(measure: &str, span: Span) -> Arg {
        Arg { role: "measure", span, filler: Filler::Value { value: measure.to_owned(), unit: None } }
    }

    /// An argument whose words are the phrase of `word`: the entity behind it, or just the words.
    pub(super) fn phrase(&self, role: &'static str, word: usize) -> Arg {
        let filler = self.entity(word).map_or(Filler::Text, Filler::Entity);
        Arg { role, span: self.span(word), filler }
    }

    /// The phrase of `word` without the copula before it.
    pub(super) fn span(&self, word: usize) -> Span {
        let tokens = self.referents.tokens();
        let span = self.referents.span(word);
        let words = self.referents.words_of(span);
        // "the man arrested *is* his friend": the verb is none of it.
        let copula = tokens.child(word, &[Relation::Cop]).filter(|be| (words.start..word).contains(be));
        copula.map_or(span, |cut| tokens.cover(cut + 1..words.end))
    }

    /// An argument as [`Self::phrase`]; of people without what they are to do: "summoned the envoy *to protest*".
    pub(super) fn person(&self, role: &'static str, word: usize) -> Arg {
        let tokens = self.referents.tokens();
        let arg = self.phrase(role, word);
        // … or of what they are accused: "accused the forces *of killing* civilians".
        let held = |child: usize| {
            let mark = tokens.child(child, &[Relation::Mark]);
            tokens.xpos(child) == "VBG" && mark.is_some_and(|mark| tokens.xpos(mark) == "IN")
        };
        let infinitive = |&child: &usize| {
            let clause = child > word && tokens.relation(child) == Relation::Acl;
            clause && (self.clauses.is_infinitive(child) || held(child))
        };
        let words = self.referents.words_of(arg.span);
        if let Some(charge) = tokens.children(word).find(|&child| self.clauses.is_charge(child, word)) {
            let end = tokens.subtree(charge).start.clamp(word + 1, words.end.max(word + 1));
            return Arg { span: tokens.cover(words.start..end), ..arg };
        }
        match tokens.children(word).find(infinitive) {
            Some(verb) if arg.filler == Filler::Text && actor::acts(self, word) => {
                let end = tokens.subtree(verb).start.clamp(word + 1, words.end);
                Arg { span: tokens.cover(words.start..end), ..arg }
            }
            _ => arg,
        }
    }

    /// An argument of just the words `words`.
    pub(super) fn text(&self, role: &'static str, words: Range<usize>) -> Arg {
        Arg { role, span: self.referents.tokens().cover(words), filler: Filler::Text }
    }

    /// An argument of the words `words`: the entity that their head stands for, or just the words.
    pub(super) fn covering(&self, role: &'static str, words: Range<usize>) -> Arg {
        let entity = self.entity(self.referents.tokens().head_of(words.clone()));
        Arg { filler: entity.map_or(Filler::Text, Filler::Entity), ..self.text(role, words) }
    }

    /// The fact of `kind` at `word`, which the rule `rule` makes; its evidence covers the arguments and `word`.
    pub(super) fn fact(
        &self,
        kind: FactKind,
        rule: &str,
        word: usize,
        certainty: Certainty,
        args: Vec<Arg>,
    ) -> Fact {
        let tokens = self.referents.tokens();
        let row = self.reading().sentence_of(word);
        let sentence = &self.reading().sentences[row];
        let inside = args.iter().map(|arg| arg.span).filter(|&span| sentence.span.contains(span));
        let evidence = inside.fold(tokens.span(word), |all: Span, span| all.to(span));
        let lasting = [FactKind::Position, FactKind::Alias, FactKind::Membership].contains(&kind)
            && tokens.upos(word) != Upos::Verb;
        let time = match kind {
            _ if lasting => when::lasting(self, word),
            FactKind::Measurement => when::of_figure(self, word).filter(|&id| !self.is_measured(id, &args)),
            FactKind::Event => when::of(self, word).or_else(|| when::beside(self, word)),
            _ => when::of(self, word),
        };
        // Where something was told is no place of an office or a name.
        let place = self.place(word, &args).filter(|_| !lasting);
        Fact {
            kind,
            predicate: self.lemma(word),
            args,
            time,
            place,
            polarity: certainty.polarity,
            modality: certainty.modality,
            source: self.vouchers(word),
            plover: None,
            evidence,
            sentence: Id::new(row),
            rule: rule.to_owned(),
            confidence: UNMEASURED,
            same_as: None,
        }
    }

    /// The place of the predicate, or of the verb whose clause its participle ends: "exploded *in Cali*, killing five".
    fn place(&self, word: usize, args: &[Arg]) -> Option<Place> {
        let tokens = self.referents.tokens();
        let participle = tokens.relation(word) == Relation::Advcl && tokens.xpos(word) == "VBG";
        let main = tokens.head(word).filter(|&head| participle && head < word && is_verb(tokens, head));
        self.near(word, args).or_else(|| self.near(main?, args))
    }

    /// The place that modifies the predicate or the verb that carries it, else the nearest one in its clause; not what is an
    /// argument already.
    fn near(&self, word: usize, args: &[Arg]) -> Option<Place> {
        let tokens = self.referents.tokens();
        let placed = |at: usize| {
            let case = self.clauses.case(at).map(|case| self.referents.text(case));
            if !case.is_some_and(|case| WHERE.contains(&case.to_lowercase().as_str())) {
                return None;
            }
            // "discussed the situation *in Kenya*": where the situation is.
            let case = self.clauses.case(at).and_then(|case| case.checked_sub(1));
            if case.is_some_and(|noun| self.clauses.is_listed(noun, &self.clauses.governors.situations)) {
                return None;
            }
            // "at *Constitution Hall*", "in *a packed hall*": where people come together.
            let venues = &self.clauses.governors.venues;
            let site = venues.contains(&self.referents.text(at).to_lowercase());
            let span = self.referents.span(at);
            if site && !args.iter().any(|arg| arg.span.contains(span) || span.contains(arg.span)) {
                return Some(Place { span, entity: self.referents.entity(at) });
            }
            let Some(entity) = self.referents.entity(at) else {
                // "in *the Uzbek capital*", "in the capital, *Minsk*"
                let known = actor::locality(self, at);
                let name = tokens.child(at, &[Relation::Appos]).filter(|&name| {
                    self.referents.entity(name).is_some_and(|id| self.referents.kind(id) == EntityKind::Place)
                });
                let span = self.referents.span(name.unwrap_or(at));
                let entity = name.and_then(|name| self.referents.entity(name));
                return (known || name.is_some()).then_some(Place { span, entity });
            };
            let kind = self.referents.kind(entity);
            let span = self.referents.span(at);
            let taken = args.iter().any(|arg| arg.span == span);
            let place = matches!(kind, EntityKind::Place | EntityKind::Country) && !taken;
            place.then_some(Place { span, entity: Some(entity) })
        };
        let below = |at: usize| tokens.children(at).find_map(placed);
        let carrier = tokens.head(word).filter(|&head| is_verb(tokens, head));
        // "were killed and 400 wounded *in Kenya*": of two verbs that are joined the last has the place of both.
        let shared = || {
            let joined =
                |&at: &usize| tokens.relation(at) == Relation::Conj && is_verb(tokens, at) && at > word;
            let own = |at: usize| tokens.child(at, &[Relation::Aux, Relation::AuxPass]).is_some();
            let passive = tokens.child(word, &[Relation::AuxPass]).is_some();
            tokens.children(word).find(joined).filter(|&at| passive && !own(at)).and_then(below)
        };
        below(word).or_else(|| carrier.and_then(below)).or_else(shared).or_else(|| {
            let clause = when::clause(self, word);
            let sentence = &self.reading().sentences[self.reading().sentence_of(word)].tokens;
            let near = sentence.start.max(word.saturating_sub(NEAR))..sentence.end.min(word + NEAR);
            // "discussed the war *in Syria*": where what they speak of is.
            let about = |at: usize| {
                let noun = tokens.head(at).filter(|_| tokens.relation(at) == Relation::Nmod);
                let light = |noun: usize| {
                    let verb = tokens.head(noun);
                    verb.is_some_and(|verb| self.clauses.is_listed(verb, &self.clauses.governors.light))
                };
                noun.is_some_and(|noun| {
                    noun != word && tokens.relation(noun) == Relation::Obj && !light(noun)
                })
            };
            let inside =
                near.filter(|&at| placed(at).is_some() && !about(at) && when::clause(self, at) == clause);
            inside.min_by_key(|&at| at.abs_diff(word)).and_then(placed)
        })
    }

    /// The word that names the place of the predicate at `word`.
    pub(super) fn place_of(&self, word: usize) -> Option<usize> {
        let place = self.place(word, &[])?;
        Some(self.referents.tokens().head_of(self.referents.words_of(place.span)))
    }

    /// The quotations whose content has the word, outermost first.
    fn quoting(&self, word: usize) -> impl DoubleEndedIterator<Item = &'a Quotation> + use<'_, 'a> {
        self.quoted.at(word).into_iter().map(|row| &self.quotations[row])
    }

    /// Who vouches for what is said at `word`: the turn's speaker, then those quoted.
    pub(super) fn vouchers(&self, word: usize) -> Vec<Voucher> {
        let named = self.referents.named;
        let turn = self.reading().turn_of(word).and_then(|turn| named.speakers.get(turn.row())?.as_ref());
        let mut chain: Vec<Voucher> = turn
            .map(|speaker| Voucher { name: speaker.name.clone(), entity: speaker.entity, via: Via::Turn })
            .into_iter()
            .collect();
        for quotation in self.quoting(word) {
            let Some(&source) = quotation.source.first() else { continue };
            // "both sides plan *to sign*": who means to do something does not say so.
            if quotation.class == CueClass::Intention {
                continue;
            }
            // "expressed its *gratitude* to Kenya": who expresses it does not say that there is any.
            let tokens = self.referents.tokens();
            let noun = tokens.relation(word) == Relation::Obj && tokens.upos(word) == Upos::Noun;
            let whole = |span: &Span| tokens.head_of(self.referents.words_of(*span)) == word;
            if noun && quotation.content.first().is_some_and(whole) {
                continue;
            }
            let known = quotation.entity.map(|id| named.entities[id].name.clone());
            let called = || self.reading().text.slice(self.called_by(source).unwrap_or(source)).to_owned();
            let name = known.unwrap_or_else(called);
            // A speaker who says "I think" vouches once.
            let again = chain.iter().any(|voucher| voucher.name == name);
            if !again && !self.referents.is_party(source) {
                chain.push(Voucher { name, entity: quotation.entity, via: Via::Quotation });
            }
        }
        chain
    }

    /// The words for those whom a source that is a pronoun stands for, though nobody has named them: "*two analysts* saw the deal.
    /// They warned". In a conversation "they" may be anybody.
    pub(super) fn called_by(&self, source: Span) -> Option<Span> {
        let pronoun = self.referents.words_of(source).next()?;
        let told = self.reading().turn_of(pronoun).is_none() && self.referents.entity(pronoun).is_none();
        let noun = whom::behind(self, pronoun);
        (told && noun != pronoun && noun < pronoun).then(|| self.span(noun))
    }

    /// The head of the source of the innermost quotation that the word stands in, other than the pronoun itself.
    pub(super) fn source_of(&self, word: usize) -> Option<usize> {
        self.head_of_source(self.quoting(word).next_back()?)
    }

    /// The head of the source of the innermost quotation in marks that the word stands in: "we" of words that are only reported are
    /// those of who reports them.
    pub(super) fn speaker_of(&self, word: usize) -> Option<usize> {
        let mut quoting = self.quoting(word).filter(|quotation| quotation.manner != Manner::Indirect);
        self.head_of_source(quoting.next_back()?)
    }

    fn head_of_source(&self, quotation: &Quotation) -> Option<usize> {
        let source = *quotation.source.first()?;
        let head = self.referents.tokens().head_of(self.referents.words_of(source));
        (self.referents.tokens().upos(head) != Upos::Pron || self.referents.entity(head).is_some())
            .then_some(head)
    }

    /// The end of the innermost quotation that the word stands in, as far as it goes on without a break.
    pub(super) fn said_until(&self, word: usize) -> Option<usize> {
        let content = &self.quoting(word).next_back()?.content;
        content
            .iter()
            .map(|span| self.referents.words_of(*span))
            .find(|words| words.contains(&word))
            .map(|w| w.end)
    }

    /// The lemma of what opens the innermost quotation that the word stands in.
    pub(super) fn cue_of(&self, word: usize) -> Option<&str> {
        self.quoting(word).next_back()?.cue_lemma.as_deref()
    }

    /// Whether the word stands in a question: what is asked is not said.
    pub(super) fn is_asked(&self, word: usize) -> bool {
        let sentence = &self.reading().sentences[self.reading().sentence_of(word)];
        let mark = |text: &str| text.trim_end_matches(CLOSING).ends_with('?');
        mark(self.reading().text.slice(sentence.span)) || self.is_bidden(word)
    }

    /// Whether the word stands in what who asks bids the other do: "please *tell* us about the visit".
    fn is_bidden(&self, word: usize) -> bool {
        let reading = self.reading();
        let turn = reading.turn_of(word).map(|turn| &reading.turns[turn.row()]);
        let tokens = self.referents.tokens();
        let mut sentence = reading.sentences[reading.sentence_of(word)].tokens.clone();
        let bids = |&at: &usize| {
            let bare = tokens.xpos(at) == "VB" && tokens.lemma(at) != "let";
            let alone = [Relation::Aux, Relation::Mark, Relation::Nsubj];
            bare && tokens.relation(at) == Relation::Root && tokens.child(at, &alone).is_none()
        };
        let asks = turn.is_some_and(|turn| turn.role == TurnRole::Question);
        asks && sentence.any(|at| bids(&at) || tokens.lemma(at) == "please")
    }
}
