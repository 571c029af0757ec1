//! Parts of speech and Penn tags.
//!
//! From left to right: a network decides the class of a word from the word in its context, its ending, and the classes of the
//! two words before it, with its neighbours as they are in theirs. Words that the training text always tagged alike are looked up.
//! What only the tags on the right can tell is put right afterwards: *has* before a participle is an auxiliary, *free* between
//! "to" and a noun phrase a verb, and a sentence that has no finite verb ("Ten thousand people *rallied* in Sofia.") had one.

use super::Tag;
use super::features::{Scratch, Words};
use super::tagset::Tagset;
use super::vocabulary::Upos;
use crate::model::{Network, Situation, best};

/// Values of the fields: classes of the tag set, hashed words, hashed endings.
const CLASSES: u32 = 128;
const FORMS: u32 = 2048;
const ENDINGS: u32 = 512;

/// What the network is told of the word that comes after those with `tags`.
pub fn situation(words: &Words, tags: &[Tag], out: &mut Situation) {
    let at = tags.len();
    out.clear();
    // Where there is no word, the row of nothing comes after the words.
    let near = |at: Option<usize>| at.filter(|&at| at < words.len()).unwrap_or(words.len());
    for place in [at.checked_sub(1), Some(at), Some(at + 1)] {
        out.word(near(place));
    }
    for back in 1..=2 {
        let class =
            at.checked_sub(back).and_then(|at| tags.get(at)).map_or(0, |tag| 1 + usize::from(tag.class));
        out.mark(class, CLASSES);
    }
    let form = words.get(at).map_or(0, |word| word.lower);
    out.mark(usize::try_from(form % u64::from(FORMS)).unwrap_or_default(), FORMS);
    for length in [2, 3, 4] {
        let ending = words.get(at).map_or(0, |word| word.suffix[length - 1]);
        out.mark(usize::try_from(ending % u64::from(ENDINGS)).unwrap_or_default(), ENDINGS);
    }
}

/// Forms of the verb that helps participles.
const HAVE: [&str; 4] = ["have", "has", "had", "having"];

/// Makes *has* in "has threatened", "has not yet threatened" an auxiliary.
fn help(tagset: &Tagset, words: &Words, tags: &mut [Tag]) {
    for at in 0..tags.len() {
        if tags[at].upos != Upos::Verb || !HAVE.contains(&words.lower(at)) {
            continue;
        }
        let between = |tag: &&Tag| tag.upos == Upos::Adv || tag.upos == Upos::Part;
        let next = at + 1 + tags[at + 1..].iter().take(BETWEEN).take_while(between).count();
        if tags.get(next).is_some_and(|tag| tagset.is_participle(*tag)) {
            tags[at] = tagset.with_upos(tags[at], Upos::Aux);
        }
    }
}

/// Makes *free* in "to free the men", "would free 15 men" a verb: an adjective between what verbs stand behind and a noun phrase.
fn act(tagset: &Tagset, tags: &mut [Tag]) {
    let Some(verb) = tagset.verb("VB") else { return };
    for at in 1..tags.len() {
        let Some(next) = tags.get(at + 1) else { break };
        let opens = matches!(next.upos, Upos::Det | Upos::Num | Upos::Propn) || tagset.is_penn(*next, "PRP$");
        let behind = ["TO", "MD"].iter().any(|penn| tagset.is_penn(tags[at - 1], penn));
        if behind && opens && tagset.is_penn(tags[at], "JJ") {
            tags[at] = verb;
        }
    }
}

/// Makes *rallied* in "Ten thousand people rallied in Sofia." a past: a participle behind a noun, in a sentence with a full stop
/// that has no finite verb and no "by". Headlines, which leave out the auxiliary ("Two held in Sofia"), end with no full stop.
fn tell(tagset: &Tagset, words: &Words, tags: &mut [Tag]) {
    let Some(past) = tagset.verb("VBD") else { return };
    let stops = (0..words.len()).rev().take(2).any(|at| words.form(at) == ".");
    let finite = |tag: &Tag| FINITE.iter().any(|penn| tagset.is_penn(*tag, penn));
    if !stops || tags.iter().any(finite) {
        return;
    }
    let behind = |at: usize| at > 0 && matches!(tags[at - 1].upos, Upos::Noun | Upos::Propn);
    let done = |at: usize| (at + 1..words.len()).any(|next| words.lower(next) == "by");
    let tells = |&at: &usize| tagset.is_participle(tags[at]) && words.lower(at).ends_with("ed");
    if let Some(at) = (0..tags.len()).find(tells).filter(|&at| behind(at) && !done(at)) {
        tags[at] = past;
    }
}

/// Tags of the verbs that say when.
const FINITE: [&str; 4] = ["VBD", "VBP", "VBZ", "MD"];

/// Words between an auxiliary and its participle that are looked over.
const BETWEEN: usize = 2;

/// The tagger.
#[derive(Debug)]
pub struct Tagger {
    network: Network,
}

impl Tagger {
    /// Reads a model file, made for the classes of `tagset`.
    ///
    /// # Errors
    /// A file that is damaged, or made for other situations or classes.
    pub fn load(file: &[u8], tagset: &Tagset) -> Result<Self, String> {
        let network = Network::load(file)?;
        let mut empty = Situation::default();
        situation(&Words::default(), &[], &mut empty);
        let fits = network.fits(&empty, tagset.classes());
        if fits { Ok(Self { network }) } else { Err("the tagger was made for another build".to_owned()) }
    }

    /// Adds the tag of every word, without features.
    pub fn tag(&self, tagset: &Tagset, words: &Words, scratch: &mut Scratch, tags: &mut Vec<Tag>) {
        let Scratch { situation: told, rows, tagging: memo, scores, .. } = scratch;
        self.network.begin(rows, memo);
        let start = tags.len();
        for at in 0..words.len() {
            let class = tagset.fixed(words, at).unwrap_or_else(|| {
                situation(words, &tags[start..], told);
                self.network.score(told, rows, memo, scores);
                u8::try_from(best(scores)).unwrap_or_default()
            });
            tags.push(tagset.tag(class));
        }
        help(tagset, words, &mut tags[start..]);
        act(tagset, &mut tags[start..]);
        tell(tagset, words, &mut tags[start..]);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::syntax::lemma::Lemmatizer;
    use crate::syntax::tagset::Parts;

    fn tagset(classes: &[&str]) -> Tagset {
        let parts = Parts {
            classes: classes.iter().map(|&class| class.to_owned()).collect(),
            feats: vec![String::new()],
            fixed: Vec::new(),
            features: Vec::new(),
            lemmas: Lemmatizer::default(),
        };
        Tagset::new(parts).unwrap()
    }

    #[test]
    fn have_before_a_participle_is_an_auxiliary() {
        let classes = ["AUX VBZ", "VERB VBZ", "VERB VBN", "ADV RB", "NOUN NN"];
        let tagset = tagset(&classes);
        #[rustfmt::skip]
        let cases = [
            ("has threatened", [1, 2].as_slice(), Upos::Aux), ("has not threatened", &[1, 3, 2], Upos::Aux),
            ("has plans", &[1, 4], Upos::Verb), ("has plans changed", &[1, 4, 2], Upos::Verb),
            ("keeps threatened", &[1, 2], Upos::Verb), ("has", &[1], Upos::Verb),
        ];
        for (text, classes, expected) in cases {
            let words = Words::of(text.split(' '));
            let mut tags: Vec<Tag> = classes.iter().map(|&class| tagset.tag(class)).collect();
            help(&tagset, &words, &mut tags);
            assert_eq!(tags[0].upos, expected, "{text}");
        }
    }

    #[test]
    fn an_adjective_between_to_and_a_noun_phrase_is_a_verb() {
        let classes = ["PART TO", "AUX MD", "ADJ JJ", "DET DT", "NUM CD", "NOUN NN", "VERB VB", "ADP IN"];
        let tagset = tagset(&classes);
        #[rustfmt::skip]
        let cases = [
            ("to free the men", [0, 2, 3, 5].as_slice(), Upos::Verb), ("would free 15 men", &[1, 2, 4, 5], Upos::Verb),
            ("of free the", &[7, 2, 3], Upos::Adj), ("would free trade", &[1, 2, 5], Upos::Adj), ("to free", &[0, 2], Upos::Adj),
        ];
        for (text, classes, expected) in cases {
            let mut tags: Vec<Tag> = classes.iter().map(|&class| tagset.tag(class)).collect();
            act(&tagset, &mut tags);
            assert_eq!(tags[1].upos, expected, "{text}");
        }
    }
    #[test]
    fn a_sentence_without_a_finite_verb_had_one() {
        let classes =
            ["NOUN NNS", "VERB VBN", "ADP IN", "PROPN NNP", "PUNCT .", "VERB VBD", "ADJ JJ", "DET DT"];
        let tagset = tagset(&classes);
        #[rustfmt::skip]
        let cases = [
            ("People rallied in Sofia .", [0, 1, 2, 3, 4].as_slice(), "VBD"), ("People rallied in Sofia", &[0, 1, 2, 3], "VBN"),
            ("Men held in Sofia .", &[0, 1, 2, 3, 4], "VBN"), ("Books printed by Oman .", &[0, 1, 2, 3, 4], "VBN"),
            ("Books donated to us by Oman .", &[0, 1, 2, 0, 2, 3, 4], "VBN"),
            ("People rallied in Sofia won .", &[0, 1, 2, 3, 5, 4], "VBN"), ("the elected leaders .", &[7, 1, 0, 4], "VBN"),
        ];
        for (text, classes, expected) in cases {
            let words = Words::of(text.split(' '));
            let mut tags: Vec<Tag> = classes.iter().map(|&class| tagset.tag(class)).collect();
            tell(&tagset, &words, &mut tags);
            assert!(tagset.is_penn(tags[1], expected), "{text}");
        }
    }
}
