//! Words that introduce what somebody says, thinks, means to do or shows.
//!
//! A cue is a group of words that report in the same way: what sort of act they are, and in which constructions what is
//! reported stands with them ("said *that it rained*", "vowed *to sign*", "called *it a fraud*"). A word outside its
//! constructions reports nothing, so the constructions are what keeps "He told the truth" apart. Every entry carries
//! sentences that it finds something in and sentences that it leaves alone.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};

/// What stands for the owner in a phrase: "in … words".
pub const GAP: &str = "…";

/// What the source does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    /// Says it.
    Speech,
    /// Thinks, knows or feels it.
    Thought,
    /// Means to do it.
    Intention,
    /// Shows it, as texts and figures do.
    Evidence,
}

/// A construction in which something is reported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// A clause, with "that" or without: "said *it rained*".
    Clause,
    /// The same, of verbs that have quotation marks beside them for no speech: "showed *that it rained*".
    That,
    /// A clause without "that" right behind the verb, whatever the parser makes of it: "said Monday *it rained*".
    Bare,
    /// The same of verbs that have hardly ever a noun for an object, whose clause has a verb that looks like a participle:
    /// "said *a unit also attended*".
    Rest,
    /// A clause, behind whom it is said to where that is said: "told the voters *that it rained*".
    Told,
    /// Words in quotation marks beside the cue.
    Quote,
    /// An infinitive: "vowed *to sign*".
    Infinitive,
    /// The same of a refusal, where the infinitive reports nothing itself: "declined *to comment*", but "declined to say
    /// *whether it rained*".
    Refusal,
    /// The infinitive of who is to act: "urged Oman *to sign*".
    Bidding,
    /// Who is to act, with the infinitive: "expects *Oman to sign*".
    Expected,
    /// Somebody or something, with "to be" or "to have": "found *it to be a fraud*".
    ToBe,
    /// An object with what it is said to be: "called *it a fraud*".
    Predicate,
    /// An object with "as" before what it is said to be: "described *it as a fraud*".
    As,
    /// A phrase with "of", with or without an object before it: "accused *Oman of fraud*".
    Of,
    /// The same with "for".
    For,
    /// The same with "to".
    To,
    /// The same with "on".
    On,
    /// The same with "at".
    At,
    /// The same with "about".
    About,
    /// The same with "against".
    Against,
    /// The same with "with".
    With,
    /// An object alone, with "any", of a noun of saying or a deed: "denied *any deal*", "denied *the charges*", "denied
    /// *wrongdoing*".
    Object,
    /// What there is none of: "found *no evidence that it rained*".
    Lack,
    /// A word that is an answer by itself: "said *no*".
    Answer,
    /// A phrase with words in quotation marks: "mocked *his “old ideas”*".
    Marked,
    /// A clause with a short subject and no mark right behind the verb: "fear *a loss would hurt*".
    Plain,
    /// A clause right behind the verb of who speaks, over a comma too: "I mean, *it rained*".
    Opening,
    /// An infinitive, with or without who is to act, of what somebody means now: "wants *Oman to sign*".
    Wish,
    /// The same behind "would": "would like *Oman to sign*".
    Would,
    /// Somebody, with how a survey or a picture has them: "shows *Ode leading Lee*".
    Portrait,
    /// A plain object, where it is no person: "predicted *a deal by May*".
    Thing,
    /// The same while it goes on: "is planning *a trip*".
    Pending,
    /// What somebody did or would do, as a participle with something behind it: "denied *taking money*".
    Gerund,
    /// An infinitive with the subject of a passive: "*He* is said *to be ill*".
    Raised,
    /// What a sentence with "what" puts behind "is": "What worries him is *that it rains*".
    Cleft,
}

/// How a word reports in one of its entries.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Use {
    /// What the source does.
    pub class: Class,
    /// The constructions, in the order in which they are tried.
    pub takes: Vec<Takes>,
}

/// The cues by word, lemmas in lower case.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cues {
    /// Verbs, with their uses in the order of the file.
    pub verbs: BTreeMap<String, Vec<Use>>,
    /// Nouns with a clause: "the claim *that it rained*".
    pub nouns: BTreeMap<String, Class>,
    /// Adjectives of whoever thinks or knows: "sure *that it rained*".
    pub adjectives: BTreeMap<String, Class>,
    /// Adverbs that say that others tell it: "*reportedly*".
    pub adverbs: BTreeMap<String, Class>,
    /// Nouns with a phrase behind their owner: "the minister's *promise* of a wall".
    pub owned: Vec<String>,
    /// Nouns of what people deny having done, where no article stands before them: "denied *wrongdoing*".
    pub deeds: Vec<String>,
    /// Nouns with words in quotation marks: "chants of *“Shame!”*".
    pub voices: Vec<String>,
    /// Phrases before a source, in words: "according to".
    pub phrases: Vec<Vec<String>>,
    /// Nouns that something is done by rather than told by behind a phrase: "chosen according to the *rules*".
    pub measures: Vec<String>,
    /// Nouns that say whose claim a headline is: "*Poll*: Ode leads".
    pub titles: Vec<String>,
    /// Past forms that no ending tells, with the base form of the verb.
    pub past: BTreeMap<String, String>,
    /// Participles that are conjunctions where they stand alone: "*considering* that it rained".
    pub conjunctions: Vec<String>,
    /// Participles of what a speaker does by what is said, behind a comma and no part of it: "said it was late, *echoing* Ode".
    pub comments: Vec<String>,
    /// Nouns of what something is said in: "in a *statement*", "at a *news conference*".
    pub media: Vec<String>,
    /// Names of what something is said on: "on *Twitter*".
    pub networks: Vec<String>,
    /// Verbs of what somebody often says: "as Ode *likes* to say".
    pub habits: Vec<String>,
    /// Adverbs that only join a sentence to the one before: "*finally*, he said, it rained".
    pub joints: Vec<String>,
    /// Verbs that make a noun of saying: "a claim that Ode *made*".
    pub makers: Vec<String>,
    /// Verbs of who has the thought that a noun names: "*shared* the view that it rained".
    pub sharers: Vec<String>,
    /// Verbs of a thing that makes others think something: "*stoked* fears that it rained".
    pub rousers: Vec<String>,
    /// Nouns before the colon of a headline that tell what follows, not who says it: "*Analysis*: Ann Ode".
    pub bylines: Vec<String>,
    /// Words for some of several that may stand without a noun: "*many* said".
    pub quantifiers: Vec<String>,
    /// Nouns for people who hold no office: "a *voter*".
    pub people: BTreeSet<String>,
    /// Phrases before a number that bound it, in words: "*more than* half".
    pub bounds: Vec<Vec<String>>,
    /// Adverbs that belong to the noun behind them: "*even* Ms. Ode".
    pub focus: Vec<String>,
    /// Words that are an answer by themselves: "said *no*".
    pub answers: Vec<String>,
}

/// A sentence with what the words of an entry report in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The entry.
    pub id: String,
    /// The words of the entry.
    pub words: Vec<String>,
    /// The sentence.
    pub text: String,
    /// Its line in the file.
    pub line: usize,
    /// What is reported.
    pub finds: Vec<Reported>,
}

/// What an example reports.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reported {
    /// Whose words or thoughts; nobody's where nothing is said.
    #[serde(default)]
    pub source: String,
    /// The reported words.
    pub content: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    past: BTreeMap<Spanned<String>, String>,
    #[serde(default)]
    conjunction: Vec<String>,
    #[serde(default)]
    comment: Vec<String>,
    #[serde(default)]
    medium: Vec<String>,
    #[serde(default)]
    network: Vec<String>,
    #[serde(default)]
    habit: Vec<String>,
    #[serde(default)]
    joint: Vec<String>,
    #[serde(default)]
    maker: Vec<String>,
    #[serde(default)]
    sharer: Vec<String>,
    #[serde(default)]
    rouser: Vec<String>,
    #[serde(default)]
    byline: Vec<String>,
    #[serde(default)]
    quantifier: Vec<String>,
    #[serde(default)]
    people: BTreeSet<String>,
    #[serde(default)]
    bound: Vec<String>,
    #[serde(default)]
    focus: Vec<String>,
    #[serde(default)]
    answer: Vec<String>,
    cue: Vec<Written>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: Spanned<String>,
    class: Class,
    #[serde(default)]
    verb: Vec<String>,
    #[serde(default)]
    noun: Vec<String>,
    #[serde(default)]
    adjective: Vec<String>,
    #[serde(default)]
    adverb: Vec<String>,
    #[serde(default)]
    phrase: Vec<String>,
    #[serde(default)]
    measure: Vec<String>,
    #[serde(default)]
    title: Vec<String>,
    #[serde(default)]
    voice: Vec<String>,
    #[serde(default)]
    owned: Vec<String>,
    #[serde(default)]
    deed: Vec<String>,
    #[serde(default)]
    takes: Vec<Takes>,
    #[serde(default)]
    example: Vec<WrittenExample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExample {
    text: Spanned<String>,
    finds: Vec<Reported>,
}

/// Reads and checks the cues, with their examples.
///
/// # Errors
/// The first mistake: bad TOML, no words, a verb without constructions, a word twice in one entry, no example or no
/// counter-example, a past form of no verb.
pub fn cues(source: Source) -> Result<(Cues, Vec<Example>), ResourceError> {
    let File {
        past,
        conjunction,
        comment,
        medium,
        network,
        habit,
        joint,
        maker,
        sharer,
        rouser,
        byline,
        quantifier,
        people,
        bound,
        focus,
        answer,
        cue,
    } = source.toml()?;
    let bounds = bound.iter().map(|phrase| split(phrase)).collect();
    let mut made = Cues {
        conjunctions: conjunction,
        comments: comment,
        media: medium,
        networks: network,
        habits: habit,
        joints: joint,
        makers: maker,
        sharers: sharer,
        rousers: rouser,
        bylines: byline,
        quantifiers: quantifier,
        people,
        bounds,
        focus,
        answers: answer,
        ..Cues::default()
    };
    let mut examples = Vec::new();
    for mut written in cue {
        let words: Vec<String> = written.lists().into_iter().flatten().cloned().collect();
        written.check().map_err(|problem| source.error(written.id.span().start, problem))?;
        let id = written.id.get_ref().clone();
        let own = std::mem::take(&mut written.example).into_iter();
        examples.extend(own.map(|WrittenExample { text, finds }| Example {
            id: id.clone(),
            words: words.clone(),
            line: source.line(text.span().start),
            text: text.into_inner(),
            finds,
        }));
        made.add(written);
    }
    for (form, base) in past {
        // "shoot" of "shoot back".
        if !made.verbs.keys().any(|verb| verb.split(' ').next() == Some(&base)) {
            return Err(source.error(form.span().start, format!("`{base}` is no verb of an entry")));
        }
        made.past.insert(form.into_inner(), base);
    }
    Ok((made, examples))
}

/// The words of a phrase.
fn split(phrase: &str) -> Vec<String> {
    phrase.split(' ').map(str::to_owned).collect()
}

impl Written {
    /// The lists of its words, a list a sort.
    fn lists(&self) -> [&[String]; 10] {
        [
            &self.verb,
            &self.noun,
            &self.adjective,
            &self.adverb,
            &self.phrase,
            &self.measure,
            &self.title,
            &self.voice,
            &self.owned,
            &self.deed,
        ]
    }

    /// What is wrong with the entry by itself.
    fn check(&self) -> Result<(), String> {
        let id = self.id.get_ref();
        if self.lists().into_iter().all(<[String]>::is_empty) {
            return Err(format!("`{id}` has no words"));
        }
        for list in self.lists() {
            if let Some(twice) = list.iter().enumerate().find(|(row, word)| list[..*row].contains(word)) {
                return Err(format!("`{id}` has `{}` twice", twice.1));
            }
        }
        if self.takes.is_empty() != self.verb.is_empty() {
            return Err(format!("`{id}` needs `takes` for its verbs, and only for them"));
        }
        let found = self.example.iter().filter(|example| !example.finds.is_empty()).count();
        if found == 0 || found == self.example.len() {
            return Err(format!("`{id}` needs an example that it finds and one that it leaves alone"));
        }
        Ok(())
    }
}

impl Cues {
    /// Whether the lemma is that of a noun whose claim a headline can be: "*Poll*: Ode leads".
    #[must_use]
    pub fn is_title(&self, lemma: &str) -> bool {
        self.titles.iter().any(|title| title.eq_ignore_ascii_case(lemma))
    }

    /// Adds the words of an entry.
    fn add(&mut self, written: Written) {
        let class = written.class;
        for verb in written.verb {
            let used = Use { class, takes: written.takes.clone() };
            self.verbs.entry(verb).or_default().push(used);
        }
        self.nouns.extend(written.noun.into_iter().map(|noun| (noun, class)));
        self.adjectives.extend(written.adjective.into_iter().map(|word| (word, class)));
        self.adverbs.extend(written.adverb.into_iter().map(|word| (word, class)));
        self.titles.extend(written.title);
        self.measures.extend(written.measure);
        self.owned.extend(written.owned);
        self.deeds.extend(written.deed);
        self.voices.extend(written.voice);
        self.phrases.extend(written.phrase.iter().map(|phrase| split(phrase)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLES: &str = "example = [{ text = 'He says it rains.', finds = [{ source = 'He', content = 'it rains' }] }, \
                            { text = 'He says no.', finds = [] }]";

    #[test]
    fn past_forms_are_those_of_verbs() {
        let read = |past: &str| {
            let content = format!(
                "[past]\n{past}\n[[cue]]\nid = 'x'\nclass = 'speech'\nverb = ['say', 'shoot back']\ntakes = ['clause']\n{EXAMPLES}"
            );
            cues(Source::new("f", &content))
                .map(|(cues, _)| cues.past.len())
                .map_err(|error| error.to_string())
        };
        assert_eq!(read("said = 'say'\nshot = 'shoot'"), Ok(2));
        assert_eq!(read("went = 'go'"), Err("f:2:1: `go` is no verb of an entry".to_owned()));
    }

    #[test]
    fn mistakes_are_named_with_their_place() {
        let lonely = "example = [{ text = 'He says no.', finds = [] }]";
        #[rustfmt::skip]
        let cases = [
            ("verb = ['say']\ntakes = ['clause']", EXAMPLES, None),
            ("", EXAMPLES, Some("f:2:6: `x` has no words")),
            ("verb = ['say', 'say']\ntakes = ['clause']", EXAMPLES, Some("f:2:6: `x` has `say` twice")),
            ("verb = ['say']", EXAMPLES, Some("f:2:6: `x` needs `takes` for its verbs, and only for them")),
            ("noun = ['claim']\ntakes = ['clause']", EXAMPLES, Some("f:2:6: `x` needs `takes` for its verbs, and only for them")),
            ("verb = ['say']\ntakes = ['clause']", lonely,
             Some("f:2:6: `x` needs an example that it finds and one that it leaves alone")),
            ("verb = ['say']\ntakes = ['clauses']", EXAMPLES, Some("f:5:10: unknown variant `clauses`")),
        ];
        for (body, examples, expected) in cases {
            let content = format!("[[cue]]\nid = 'x'\nclass = 'speech'\n{body}\n{examples}");
            let found = cues(Source::new("f", &content)).err().map(|error| error.to_string());
            let fits = match (&found, expected) {
                (Some(found), Some(expected)) => found.starts_with(expected),
                (None, None) => true,
                _ => false,
            };
            assert!(fits, "{body}: {found:?}");
        }
    }
}
