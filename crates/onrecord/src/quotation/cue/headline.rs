//! Headlines that name who says it: "Ode: the plan is a disaster", "Police: two men were held", "Ode Says Plan Has Failed".

use std::ops::Range;

use onrecord_resource::cue::{Class, Takes};

use super::Scene;
use super::forms::bases;
use crate::document::{CueClass, EntityKind};
use crate::quotation::{Attribution, Source};
use crate::syntax::Upos;

/// Words before the colon, at most.
const NAME: usize = 4;

/// Words of a subject before its verb, at most.
const SUBJECT: usize = 10;

/// Words of the claim, at least.
const CLAIM: usize = 3;

impl Scene<'_> {
    /// The claim of the headline `row`, a sentence of the words `bounds`: behind a colon and without marks.
    pub(super) fn headline(&self, row: usize, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let reading = self.referents.reading;
        let sentence = &reading.sentences[row];
        let title = self.is_headline(sentence.paragraph.row());
        if bounds.is_empty() || reading.turn_of(bounds.start).is_some() {
            return None;
        }
        if !title {
            return self.agency(bounds);
        }
        // "EXCLUSIVE — Ode: …"
        let label = self.text(bounds.start).chars().filter(|c| c.is_uppercase()).count() > 3
            && matches!(self.text(bounds.start + 1), "—" | "–" | "-" | "--" | ":" | "|");
        let bounds = &(bounds.start + 2 * usize::from(label && bounds.len() > 2)..bounds.end);
        let Some(colon) = bounds.clone().take(NAME + 1).find(|&at| self.text(at) == ":") else {
            return self.capital_verb(bounds);
        };
        if colon == bounds.start {
            return None;
        }
        // "Ode *to Lee*: Stop it": to whom.
        let to = (bounds.start + 1..colon).find(|&at| self.text(at) == "to" && self.capital(at + 1));
        let source = bounds.start..to.unwrap_or(colon);
        let content = self.trimmed(colon + 1..bounds.end);
        let head = tokens.head_of(source.clone());
        let kind = self.referents.entity(head).map(|entity| self.referents.kind(entity));
        // "Poll: …", whether or not the tagger takes it for a name.
        let last = tokens.lemma(colon - 1).to_lowercase();
        // "Transcript: Interview with Ode" says what follows, "Analysis: Ann Ode, BBC News" who wrote it.
        let titled = self.cues.titles.contains(&last) && !self.cues.bylines.contains(&last);
        // … and "FBI director: …".
        let titled =
            titled || self.referents.office(head).is_some() || self.cues.people.contains(tokens.lemma(head));
        let somebody = matches!(kind, Some(EntityKind::Person | EntityKind::Organization))
            || self.referents.named.ties.branches.contains_key(&(colon - 1))
            || titled
            || self.cues.nouns.get(tokens.lemma(head)) == Some(&Class::Speech)
                && tokens.upos(head) == Upos::Noun;
        let clause = content.clone().any(|at| self.is_finite(at) || tokens.xpos(at) == "VB");
        // What stands in marks as a whole is found beside them.
        let marked = content.clone().next().and_then(|at| self.outer_at(at));
        let marked = marked.is_some_and(|quote| quote.marked.end >= content.end || !clause);
        let plain = source.clone().all(|at| tokens.upos(at) != Upos::Punct && tokens.upos(at) != Upos::Verb);
        // "Officials: Russia Behind Hack", "Ode: Poverty ‘a state of mind’": whose claims have no verb.
        let quotes = content.clone().any(|at| self.opens_quote(at) && !self.capital(at + 1));
        let verbless = (titled || quotes) && content.len() > CLAIM;
        let told = to.is_some() && content.len() > 1;
        let said = told || (clause || verbless) && content.len() >= CLAIM;
        (somebody && said && plain && !marked).then(|| Attribution {
            content: vec![content],
            cue: Vec::new(),
            lemma: None,
            class: CueClass::Speech,
            source: Some(Source { head, words: source }),
        })
    }

    /// "*Reuters*: Two men were held.": in a summary of the press whose report it is stands before a colon.
    fn agency(&self, bounds: &Range<usize>) -> Option<Attribution> {
        let colon = bounds.clone().take(NAME + 1).find(|&at| self.text(at) == ":")?;
        let source = Some(bounds.start..colon).filter(|source| !source.is_empty())?;
        let head = self.tokens().head_of(source.clone());
        let entity = self.referents.entity(head)?;
        let code = self.referents.named.entities[entity].code.as_deref().unwrap_or_default();
        let whole = source.clone().all(|at| self.referents.entity(at) == Some(entity));
        let content = self.trimmed(colon + 1..bounds.end);
        let clause = content.len() >= CLAIM && content.clone().any(|at| self.is_finite(at));
        // What stands in marks is found beside them.
        let marked = self.opens_quote(content.start);
        (code.ends_with("JRN") && whole && clause && !marked).then(|| Attribution {
            content: vec![content],
            cue: Vec::new(),
            lemma: None,
            class: CueClass::Speech,
            source: Some(Source { head, words: source }),
        })
    }

    /// "Ode *Says* Plan Has Failed": where every word has a capital, the tagger takes the verb for a name.
    fn capital_verb(&self, bounds: &Range<usize>) -> Option<Attribution> {
        self.verb_at_end(bounds).or_else(|| self.verb_inside(bounds))
    }

    /// "Plan Would Add to Debt, *Analysis Says*"
    fn verb_at_end(&self, bounds: &Range<usize>) -> Option<Attribution> {
        let verb = bounds.clone().next_back().filter(|&word| self.says(word) || self.rules(word))?;
        let comma = (bounds.start..verb).rev().take(NAME + 1).find(|&at| self.text(at) == ",")?;
        let content = self.trimmed(bounds.start..comma);
        let told = comma + 1 < verb && content.len() >= CLAIM;
        told.then(|| self.told_in_headline(verb, comma + 1..verb, content))
    }

    /// "*Top Economist Admits* Premiums Will Spike"
    fn verb_inside(&self, bounds: &Range<usize>) -> Option<Attribution> {
        let tokens = self.tokens();
        let reports = |word: usize| self.says(word) || self.admits(word, bounds);
        let verb = (bounds.start + 1..bounds.end).take(SUBJECT).find(|&word| reports(word))?;
        // "Ode Says Lee ‘Unfit’ to Lead" leaves the verb of its clause out.
        let clause = (verb + 1..bounds.end).any(|word| self.is_finite(word));
        let tagged = tokens.upos(verb) == Upos::Verb && matches!(tokens.xpos(verb), "VBZ" | "VBP") && clause;
        let nominal = |word: usize| self.is_nominal(word) || tokens.upos(word) == Upos::Adp;
        let comma = (bounds.start..verb).rev().find(|&word| self.text(word) == ",");
        let words = comma.map_or(bounds.start, |comma| comma + 1)..verb;
        let content = self.trimmed(verb + 1..bounds.end);
        let plain = !words.is_empty() && words.clone().all(nominal);
        let title = content.clone().filter(|&word| self.capital(word)).count() * 2 > content.len();
        if tagged || !plain || content.len() < CLAIM || !title || self.outer_at(content.start).is_some() {
            return None;
        }
        Some(self.told_in_headline(verb, words, content))
    }

    fn says(&self, word: usize) -> bool {
        matches!(self.text(word), "Says" | "Say")
    }

    /// "Law Discriminates, Appeals Court *Rules*"
    fn rules(&self, word: usize) -> bool {
        self.is_capital_verb(word, &[Takes::Bare, Takes::That])
    }

    /// "Top Economist *Admits* Premiums Will Spike": a verb of saying with a clause behind it.
    fn admits(&self, word: usize, bounds: &Range<usize>) -> bool {
        let finite = |at: usize| {
            self.is_finite(at)
                || matches!(self.text(at), "Will" | "Would" | "Is" | "Are" | "Was" | "Has" | "Can")
        };
        self.is_capital_verb(word, &[Takes::Bare]) && (word + 1..bounds.end).any(finite)
    }

    /// Whether the word with its capital is a present form of a verb with one of the constructions.
    fn is_capital_verb(&self, word: usize, all: &[Takes]) -> bool {
        let said = |base: &String| {
            let mut uses = self.cues.verbs.get(base).into_iter().flatten();
            uses.any(|used| used.takes.iter().any(|takes| all.contains(takes)))
        };
        let form = self.capital(word) && self.text(word).ends_with('s');
        form && bases(self.text(word), &self.cues.past).iter().any(said)
    }

    /// What the verb of a headline introduces.
    fn told_in_headline(&self, verb: usize, source: Range<usize>, content: Range<usize>) -> Attribution {
        Attribution {
            content: vec![content],
            cue: vec![verb],
            lemma: Some(bases(self.text(verb), &self.cues.past).pop().unwrap_or_default()),
            class: CueClass::Speech,
            source: Some(Source { head: self.tokens().head_of(source.clone()), words: source }),
        }
    }
}
