//! What the words of a phrase refer to: from a word of the text to the entity behind it.

use std::ops::Range;

use crate::document::{Entity, EntityKind, Form, Id, Mention, Named, Quantity, Reading, Time};
use crate::name::Office;
use crate::syntax::{Relation, Tokens, Upos};
use crate::text::Span;

/// Mentions, times and quantities of one document, by word. Built once a document, in linear time.
pub(crate) struct Referents<'a> {
    pub(crate) reading: &'a Reading,
    pub(crate) named: &'a Named,
    /// The mention that a word heads.
    headed: Vec<Option<Id<Mention>>>,
    /// The shortest mention that has the word.
    covered: Vec<Option<Id<Mention>>>,
    /// The office that has the word.
    offices: Vec<Option<Id<Office>>>,
    quantities: Vec<Option<Id<Quantity>>>,
    times: Vec<Option<Id<Time>>>,
}

impl<'a> Referents<'a> {
    pub(crate) fn new(reading: &'a Reading, named: &'a Named) -> Self {
        let tokens = &reading.tokens;
        let mut headed = vec![None; tokens.len()];
        let mut covered = vec![None; tokens.len()];
        for (row, words) in named.ties.mentions.iter().enumerate() {
            let id = Id::new(row);
            headed[tokens.head_of(words.clone())].get_or_insert(id);
            covered[words.clone()].fill(Some(id));
        }
        let mut offices = vec![None; tokens.len()];
        for (row, (office, _)) in named.ties.offices.iter().enumerate() {
            offices[office.words.clone()].fill(Some(Id::new(row)));
        }
        let mut made = Self {
            reading,
            named,
            headed,
            covered,
            offices,
            quantities: vec![None; tokens.len()],
            times: vec![None; tokens.len()],
        };
        for (row, quantity) in named.quantities.iter().enumerate() {
            let words = made.words_of(quantity.span);
            made.quantities[words].fill(Some(Id::new(row)));
        }
        for (row, time) in named.times.iter().enumerate() {
            let words = made.words_of(time.span);
            made.times[words].fill(Some(Id::new(row)));
        }
        made
    }

    pub(crate) fn tokens(&self) -> &'a Tokens {
        &self.reading.tokens
    }

    /// The words inside `span`, as far as they overlap it.
    pub(crate) fn words_of(&self, span: Span) -> Range<usize> {
        let spans = self.reading.tokens.spans();
        let start = spans.partition_point(|word| word.end() <= span.start());
        let end = spans.partition_point(|word| word.start() < span.end());
        start..end.max(start)
    }

    pub(crate) fn text(&self, word: usize) -> &'a str {
        self.reading.text.slice(self.reading.tokens.span(word))
    }

    /// The mention of the phrase that `word` heads.
    pub(crate) fn mention(&self, word: usize) -> Option<Id<Mention>> {
        // "UN Secretary-General *Antonio Guterres*": of a name that runs on into a person's, the person.
        let own = self.headed[word].map(|id| self.runs_on(word, id).unwrap_or(id));
        let held = || self.holder(word).and_then(|person| self.name_beside(word, person));
        own.or_else(held).or_else(|| self.named_beside(word)).or(self.covered[word])
    }

    /// The shortest mention that has the word; none behind the end of the text.
    pub(crate) fn covering(&self, word: usize) -> Option<Id<Mention>> {
        self.covered.get(word).copied().flatten()
    }

    /// The entities that `entity` stands for: its members where it is a group of others, else itself.
    pub(crate) fn members(&self, entity: Id<Entity>) -> &[Id<Entity>] {
        &self.named.ties.members[entity.row()]
    }

    /// The entity that the phrase of `word` stands for.
    pub(crate) fn entity(&self, word: usize) -> Option<Id<Entity>> {
        let found = self.mention(word).map(|id| self.named.mentions[id].entity);
        // "leaders", "78 people, including Ann Lee": several are no single person.
        let several = self.tokens().xpos(word) == "NNS";
        found.or_else(|| self.holder(word)).filter(|&id| !several || self.kind(id) != EntityKind::Person)
    }

    /// What sort of entity it is.
    pub(crate) fn kind(&self, entity: Id<Entity>) -> EntityKind {
        self.named.entities[entity].kind
    }

    /// The first country of which a name or an adjective stands among the words: of "*Korean* exports" Korea.
    pub(crate) fn country_among(&self, words: Range<usize>) -> Option<Id<Entity>> {
        let code = self.named.ties.countries.range(words).next()?.1;
        let is = |entity: &Entity| entity.kind == EntityKind::Country && entity.code.as_ref() == Some(code);
        self.named.entities.iter().position(is).map(Id::new)
    }

    pub(crate) fn quantity(&self, word: usize) -> Option<Id<Quantity>> {
        self.quantities[word]
    }

    /// The time that the word belongs to; none past the end of the text.
    pub(crate) fn time(&self, word: usize) -> Option<Id<Time>> {
        self.times.get(word).copied().flatten()
    }

    /// Whether the words are a pronoun for who speaks or listens: "I", "we", "you".
    pub(crate) fn is_party(&self, span: Span) -> bool {
        let words = self.words_of(span);
        let feats = self.tokens().feats(words.start);
        let pronoun = words.len() == 1 && self.tokens().upos(words.start) == Upos::Pron;
        pronoun && ["Person=1", "Person=2"].iter().any(|person| feats.contains(person))
    }

    /// The words of the office that has the word.
    pub(crate) fn office(&self, word: usize) -> Option<Range<usize>> {
        let row = self.offices[word]?.row();
        self.named.ties.offices.get(row).map(|(office, _)| office.words.clone())
    }

    /// Who holds the office that has the word.
    fn holder(&self, word: usize) -> Option<Id<Entity>> {
        let row = self.offices[word]?.row();
        let (office, holder) = self.named.ties.offices.get(row)?;
        // "the spokesman of the President": only the office's own words stand for its holder.
        office.role.contains(&word).then_some(*holder).flatten()
    }

    /// A name of `person` that hangs on the word: "President *Tokayev*".
    fn name_beside(&self, word: usize, person: Id<Entity>) -> Option<Id<Mention>> {
        let mut below = self.tokens().children(word).filter_map(|child| self.headed[child]);
        below.find(|&id| {
            let mention = &self.named.mentions[id];
            mention.entity == person && mention.form == Form::Name
        })
    }

    /// The person's name that is a further part of the name at `word`, which is that of a body or country.
    fn runs_on(&self, word: usize, own: Id<Mention>) -> Option<Id<Mention>> {
        let tokens = self.tokens();
        let person = |id: &Id<Mention>| self.named.mentions[*id].kind == EntityKind::Person;
        let flat = tokens.children(word).filter(|&child| match tokens.relation(child) {
            Relation::Flat => true,
            // … or so that nothing but a title stands between.
            Relation::Appos => (word + 1..child).all(|at| self.text(at) != "," && self.text(at) != "("),
            _ => false,
        });
        let mut below = flat.filter_map(|child| self.headed[child]);
        if person(&own) { None } else { below.find(person) }
    }

    /// A person's name in apposition or flat below the word: "philosopher *Noam Chomsky*".
    fn named_beside(&self, word: usize) -> Option<Id<Mention>> {
        // "the *Trump* administration", "a *Kasich* strategist" are others than they are called by.
        let beside = [Relation::Flat, Relation::Appos, Relation::NmodDesc];
        let mut below =
            self.tokens().children(word).filter(|&child| beside.contains(&self.tokens().relation(child)));
        below.find_map(|child| {
            let id = self.headed[child]?;
            let mention = &self.named.mentions[id];
            (mention.form == Form::Name && self.kind(mention.entity) == EntityKind::Person).then_some(id)
        })
    }

    /// The words of the noun phrase that `word` heads, without its preposition, and without relative clauses,
    /// conjuncts and what else follows after a comma.
    pub(crate) fn phrase(&self, word: usize) -> Range<usize> {
        let tokens = self.tokens();
        let whole = tokens.subtree(word);
        let (mut start, mut end) = (whole.start, whole.end);
        for child in tokens.children(word).filter(|&child| self.is_outside(word, child, &whole)) {
            if child < word {
                start = start.max(tokens.subtree(child).end);
            } else if child > word {
                end = end.min(tokens.subtree(child).start);
            }
        }
        self.phrase_start(start.min(word), word)..self.phrase_end(word, end)
    }

    /// Whether what hangs on `word` by its child is no part of its phrase, though of its `whole` subtree.
    fn is_outside(&self, word: usize, child: usize, whole: &Range<usize>) -> bool {
        use Relation::{AclRelcl, Advcl, Appos, Case, Cc, Conj, Cop, Mark, Parataxis, Punct};
        let tokens = self.tokens();
        let relation = tokens.relation(child);
        let opens = tokens.subtree(child).start;
        // "using its consulates *to train insurgents*": what it is done for is a part of the deed.
        let purpose = relation == Advcl
            && tokens.upos(word) == Upos::Verb
            && tokens.xpos(child) == "VB"
            && opens > word
            && self.text(opens) == "to";
        let clause = [AclRelcl, Advcl, Parataxis, Conj].contains(&relation) && !purpose;
        let stop = |at: usize| matches!(self.text(at), "," | "(" | "–" | "—");
        let apart = relation == Appos
            && (stop(opens)
                || stop(opens.saturating_sub(1))
                || matches!(self.text(child.saturating_sub(1)), "the" | "a"));
        // "the Community on Monday": the time is the clause's.
        let nmod = [Relation::Nmod, Relation::NmodUnmarked, Relation::OblUnmarked].contains(&relation);
        let dated = nmod && self.time(child).is_some() && (child > word || self.text(child + 1) != "'s");
        // "told a news conference *that it would go*" is told, and no part of whom it is told.
        let hearer = tokens.head(word).filter(|&verb| verb < word && tokens.lemma(verb) == "tell");
        let told = hearer.is_some() && relation == Relation::Acl && self.text(opens) == "that";
        // "14 prisoners, *including two priests*" names some of them.
        let some = nmod && child > word && stop(opens) | stop(opens.saturating_sub(1));
        // "more *than* twelve people" is one number.
        let number = relation == Case && self.text(child) == "than";
        // "Armenian *and* Greek forces" is one phrase.
        let inside = relation == Cc && (whole.start..child).any(|at| tokens.upos(at) != Upos::Punct);
        let small = [Case, Cc, Mark, Cop, Punct].contains(&relation) && child < word;
        let small = small && !number && !inside;
        clause || apart || told || dated || some || small || tokens.is_subject(child)
    }

    /// Where the phrase of `word` ends that its children end at `end`.
    fn phrase_end(&self, word: usize, end: usize) -> usize {
        let tokens = self.tokens();
        // A relative clause ends the phrase however deep it hangs: "hundreds of people *who marched*".
        let clause = |at: usize| tokens.relation(at) == Relation::AclRelcl;
        // … and so does a finite verb that a parser joins to an infinitive: "the orders to shoot *and called* for calm".
        let finite = |at: usize| {
            let first = tokens.head(at).filter(|_| tokens.relation(at) == Relation::Conj);
            matches!(tokens.xpos(at), "VBD" | "VBZ") && first.is_some_and(|first| tokens.xpos(first) == "VB")
        };
        let cuts = (word + 1..end).filter(|&at| clause(at) || finite(at));
        let mut end = cuts.map(|at| tokens.subtree(at).start.max(word + 1)).min().unwrap_or(end).min(end);
        while end > word + 1
            && matches!(tokens.upos(end - 1), Upos::Punct | Upos::Cconj)
            && self.text(end - 1) != ")"
        {
            end -= 1;
        }
        end.max(word + 1)
    }

    /// Where the phrase of `word` begins that its children begin at `start`.
    fn phrase_start(&self, mut start: usize, word: usize) -> usize {
        let tokens = self.tokens();
        // "ASTANA — Foreign Minister Murat Nurtleu": not the place where it was written; but "the Asia – Germany summit".
        let name = |at: usize| tokens.upos(at) == Upos::Propn;
        let joins = |at: usize| {
            self.text(at) == "–"
                && at > start
                && name(at - 1)
                && name(at + 1)
                && tokens.upos(word) == Upos::Noun
        };
        if let Some(dash) = (start..word).rev().find(|&at| matches!(self.text(at), "—" | "–") && !joins(at))
        {
            start = dash + 1;
        }
        // The preposition of a number is its own: "*at* least twelve people".
        let opens = |at: usize| tokens.relation(at) == Relation::Case && tokens.xpos(at + 1) != "JJS";
        // "*“Central Asia – Germany”* summit": a mark that is closed inside stays.
        let closed = |at: usize| {
            let closer = |next: usize| matches!(self.text(next), "\"" | "”" | "’" | "''");
            matches!(self.text(at), "\"" | "“" | "‘" | "``") && (at + 1..word).any(closer)
        };
        // "*2.* The leaders": the number of the paragraph.
        let item = |at: usize| tokens.xpos(at) == "LS";
        // "*both* Ann Lee and Joe Biden": it joins the two and is none of the first.
        let joint = |at: usize| tokens.relation(at) == Relation::CcPreconj;
        while start < word
            && (tokens.upos(start) == Upos::Punct && !closed(start)
                || opens(start)
                || item(start)
                || joint(start))
        {
            start += 1;
        }
        // "shot dead | *an Israeli settler*", "shot dead | *two settlers*"
        let before = |next: usize| match tokens.upos(next) {
            Upos::Det => tokens.xpos(next - 1) == "JJ",
            Upos::Num => tokens.lemma(next - 1) == "dead",
            _ => false,
        };
        while start + 1 < word && before(start + 1) {
            start += 1;
        }
        start
    }

    /// The characters of the phrase; of a name, with the titles before it and without what follows.
    pub(crate) fn span(&self, word: usize) -> Span {
        let mut words = self.phrase(word);
        // "the party's leader | *Mahmoud Abbas*", of which a parser makes two.
        let next = self.covering(words.end).map(|id| &self.named.mentions[id]);
        let own = |next: &&Mention| {
            next.form == Form::Name
                && next.kind == EntityKind::Person
                && self.words_of(next.span).start == words.end
                && self.holder(word) == Some(next.entity)
        };
        words.end = next.filter(own).map_or(words.end, |next| self.words_of(next.span).end);
        let name = self.mention(word).filter(|&id| self.named.mentions[id].form == Form::Name);
        if let Some(id) = name {
            let own = &self.named.ties.mentions[id.row()];
            if words.start < own.end && own.end > word {
                words.end = own.end;
            }
            if own.contains(&word) {
                words.start = words.start.min(own.start);
            }
        }
        self.tokens().cover(words)
    }
}
