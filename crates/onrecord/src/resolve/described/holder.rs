//! Who holds an office that the text speaks of without a name: "the *Head of State*", "the CIA *director*".

use onrecord_resource::lexicon::Class;

use super::Context;
use crate::document::{Entity, Form, Id};
use crate::name::{Name, Office};
use crate::resolve::cast::Cast;

/// Of earlier offices only the latest are compared.
const COMPARED: usize = 64;

/// An office as it is called.
pub(super) struct Called {
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
}

/// Who holds what, for the offices met so far.
pub(super) struct Held {
    office: Called,
    person: Id<Entity>,
}

/// An office whose holder is looked for.
struct Sought<'s> {
    office: &'s Office,
    called: &'s Called,
    /// The country that is said, or that of the document.
    country: Option<String>,
    /// Whether somebody holds it of that country.
    taken: bool,
}

impl Context<'_> {
    /// Notes who holds `office`, or finds out whom it describes.
    pub(super) fn office(
        &mut self,
        office: &Office,
        holder: Option<Id<Entity>>,
        cast: &mut Cast,
    ) -> Option<Id<Entity>> {
        let called = self.called(office, cast)?;
        if let Some(person) = holder {
            let country = called.country.or_else(|| cast.get(person).country.clone());
            self.held.push(Held { office: Called { country, ..called }, person });
            return None;
        }
        if self.is_plural(office) || self.is_indefinite(office) {
            return None;
        }
        let person = self.only(office, &called).or_else(|| self.holder(office, called, cast))?;
        let words = self.words;
        if office.words.end - office.words.start == 1 && !self.definite(office.words.start) {
            return None;
        }
        let article = matches!(words.text(office.words.start.wrapping_sub(1)), "the" | "The" | "our" | "Our");
        let range = office.words.start - usize::from(article)..office.words.end;
        cast.alias(person, &words.written(range.clone()));
        cast.mention(range, Form::Nominal, person);
        Some(person)
    }

    /// What the office is called, and of what it is one.
    fn called(&self, office: &Office, cast: &Cast) -> Option<Called> {
        let words = self.words;
        let core = words.hits.longest(words.lexicon, office.role.end - 1, &[Class::Office]);
        let listed =
            office.role.clone().find_map(|at| words.hits.longest(words.lexicon, at, &[Class::Office]));
        let hit = listed.or(core)?;
        let role = words.lexicon.entry(hit).name.clone();
        let top = words.lexicon.has(&role, Class::TopOffice);
        let country = office.of.as_ref().and_then(|of| {
            if matches!(words.text(of.start), "our" | "my") {
                self.own(office.words.start, cast).and_then(|id| cast.get(id).row.code.clone())
            } else {
                self.names.country(cast, of)
            }
        });
        Some(Called {
            role,
            written: words.written(office.role.clone()).to_lowercase(),
            other: office.is_former() || words.has_code(office.role.start, Class::OfficeWord, "degree"),
            top,
            country,
            body: office.of.as_ref().and_then(|of| self.names.body(of)),
        })
    }

    /// "The leaders of both countries" are no single person.
    fn is_plural(&self, office: &Office) -> bool {
        let head = office.role.clone().take_while(|&at| self.words.text(at) != "of").last();
        head.is_some_and(|at| matches!(self.words.reading.tokens.xpos(at), "NNS" | "NNPS"))
    }

    /// "*A* Kremlin spokesman" is one of whom the text has not told.
    fn is_indefinite(&self, office: &Office) -> bool {
        let before = office.words.start.checked_sub(1).map_or("", |at| self.words.text(at));
        matches!(before, "a" | "an" | "A" | "An")
    }

    /// "the *minister*" where the text has told of one minister only, whatever his office is called.
    fn only(&self, office: &Office, called: &Called) -> Option<Id<Entity>> {
        let before = office.words.start.checked_sub(1).map_or("", |at| self.words.text(at));
        let bare = office.words.len() == 1 && called.country.is_none() && called.body.is_none();
        if !bare || !matches!(before, "the" | "The") {
            return None;
        }
        let near = self.held.iter().rev().take(COMPARED);
        let mut same = near.filter(|held| {
            let rest = held.office.written.strip_suffix(&called.written);
            rest.is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        });
        let first = same.next().filter(|held| held.office.written != called.written);
        let person = first.filter(|_| !self.known.contains(&called.written))?.person;
        same.all(|held| held.person == person).then_some(person)
    }

    /// Who holds the office, as far as the text has told.
    fn holder(&mut self, office: &Office, called: Called, cast: &Cast) -> Option<Id<Entity>> {
        let home = self.home.and_then(|id| cast.get(id).row.code.clone());
        let country = called.country.clone().or(home);
        let taken = country.is_some()
            && self.held.iter().any(|held| held.office.role == called.role && held.office.country == country);
        let bare = country.is_none() && called.body.is_none() && !self.words.reading.turns.is_empty();
        let sought = Sought { office, called: &called, country, taken };
        let candidates =
            || self.held.iter().rev().take(COMPARED).filter(|held| self.is_candidate(&sought, held));
        let unknown = self.known.contains(&called.written) || candidates().next().is_none();
        let same = |held: &&Held| held.office.role == called.role || held.office.top && called.top;
        let found = candidates()
            .find(|held| held.office.written == called.written)
            .or_else(|| candidates().filter(same).find(|held| held.office.other == called.other));
        let person = found.map(|held| held.person);
        if bare && unknown {
            self.known.insert(called.written);
            return None;
        }
        person
    }

    /// Whether who held an office met before can be meant.
    fn is_candidate(&self, sought: &Sought, held: &Held) -> bool {
        let Called { body, country, .. } = sought.called;
        // "the president of *Kenya*" is not who presides over a bank.
        let other = country.is_some() && held.office.country.is_none() && held.office.body.is_some();
        self.agrees(sought, held)
            && !self.is_speaking(sought, held)
            && (body.is_none() || held.office.body == *body)
            && !other
            && !self.is_at_hand(sought, held)
    }

    /// Whether the country is that of the office that is looked for.
    fn agrees(&self, sought: &Sought, held: &Held) -> bool {
        match (&held.office.country, &sought.country) {
            // "I told the President": of who speaks here as well, whatever the country.
            (Some(of), Some(wanted)) => {
                let unsaid = sought.called.country.is_none() && !sought.taken;
                of == wanted || unsaid && self.speaking.contains(&held.person)
            }
            // With no country said anywhere, only the very same words will do.
            (None, None) => held.office.written == sought.called.written,
            // Who holds it of no country that is said is meant where nobody holds it of this one.
            (None, Some(_)) => !sought.taken,
            (Some(_), None) => true,
        }
    }

    /// "I have invited *the prime minister*", says one: another.
    fn is_speaking(&self, sought: &Sought, held: &Held) -> bool {
        let at = sought.office.words.start;
        let speaker = self.words.reading.turn_of(at).and_then(|turn| self.speakers.get(turn.row())?.as_ref());
        let first = |word: usize| matches!(self.words.text(word), "I" | "we" | "We");
        let sentence = self.words.reading.sentences[self.words.reading.sentence_of(at)].tokens.clone();
        speaker.is_some_and(|speaker| speaker.entity == Some(held.person)) && sentence.clone().any(first)
    }

    /// "Macron spoke with our President": of two in a sentence, where nothing says whose country "our" is.
    fn is_at_hand(&self, sought: &Sought, held: &Held) -> bool {
        let words = self.words;
        let at = sought.office.words.start;
        let ours = at > 0 && words.text(at - 1).eq_ignore_ascii_case("our");
        let sentence = words.reading.sentence_of(at);
        let here = |name: &Name| words.reading.sentence_of(name.start) == sentence;
        let mut names = self.names.rows.iter().zip(self.names.entities);
        ours && sought.country.is_none() && names.any(|(name, &id)| id == held.person && here(name))
    }

    /// Whether an article, a possessive or a capital says that somebody known is meant.
    fn definite(&self, at: usize) -> bool {
        let before = at.checked_sub(1).map_or("", |at| self.words.text(at));
        ["the", "our", "this", "his", "her", "their", "'s", "’s"].contains(&before.to_lowercase().as_str())
            || self.words.is_capital(at)
    }
}
