//! The rank in what somebody is said to be: "is *one of the largest* economies", "became *number two*", "BASF, the world's
//! *largest* company".

use std::ops::Range;

use super::{before_aside, ordinal_value};
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::fact::scene::{Certainty, Scene};
use crate::syntax::clause::{Clause, Function};
use crate::syntax::{Relation, Upos};

/// "China is one of the largest economies in the world": a superlative or an ordinal in what the subject is.
pub(super) fn read(scene: &Scene, word: usize) -> Option<Fact> {
    let said = Said::new(scene, word)?;
    said.numbered().or_else(|| {
        let top = said.top().filter(|top| top.place.is_none() || !said.is_no_rank())?;
        Some(said.ranked(&top))
    })
}

/// What somebody is said to be.
struct Said<'s, 'a> {
    scene: &'s Scene<'a>,
    word: usize,
    /// The noun that the rank is said of.
    noun: usize,
    /// Whether it is one of several: "one of the largest economies", where the rank is said of the plural.
    one: bool,
    /// The verb that says it, or the word itself by a copula.
    verb: usize,
    /// Whether it only stands beside a name.
    beside: bool,
    clause: Clause,
    subject: usize,
}

/// The word that ranks.
struct Top {
    at: usize,
    /// The place, where the word is an ordinal.
    place: Option<String>,
    /// The place among those that a superlative ranks highest, with its word: "the *eighth largest* exporter".
    nth: Option<(usize, String)>,
    /// Whether it is one of the first few: "entered the *top three* largest investors".
    few: bool,
}

impl<'s, 'a> Said<'s, 'a> {
    fn new(scene: &'s Scene<'a>, word: usize) -> Option<Self> {
        let tokens = scene.referents.tokens();
        let noun = matches!(tokens.upos(word), Upos::Noun | Upos::Propn | Upos::Num);
        let copula = tokens.child(word, &[Relation::Cop]).is_some();
        let named = beside(scene, word);
        let beside = named.is_some();
        let said = copula || becomes(scene, word) || is_joined(scene, word) || beside;
        if !noun || !said || scene.is_asked(word) {
            return None;
        }
        let verb = if copula { word } else { tokens.head(word)? };
        let clause = if beside { scene.clauses.of_noun(word) } else { scene.clauses.of_verb(verb) };
        let subject = named.or_else(|| clause.filler(Function::Subject))?;
        if is_nobody(scene, subject) {
            return None;
        }
        let one = tokens.lemma(word) == "one";
        let noun = if one {
            tokens.children(word).find(|&child| tokens.relation(child) == Relation::Nmod)?
        } else {
            word
        };
        Some(Self { scene, word, noun, one, verb, beside, clause, subject })
    }

    /// "is *number two* in the world"
    fn numbered(&self) -> Option<Fact> {
        let tokens = self.scene.referents.tokens();
        let number_at = |at: usize| Some((at, numbered(self.scene, at)?));
        // "the number two economy", where the parser takes the number for the noun as well.
        let before = || {
            let inside = [Relation::Compound, Relation::Amod, Relation::Nummod];
            let modifiers = tokens.children(self.noun);
            modifiers.filter(|&child| inside.contains(&tokens.relation(child))).find_map(number_at)
        };
        let (number, value) = number_at(self.word).or_else(before)?;
        let span = tokens.cover(number..number + 2);
        let rank = Arg { role: "rank", span, filler: Filler::Value { value, unit: None } };
        let end = self.scene.referents.phrase(self.word).end;
        let quoted = number + 2 < end && tokens.upos(number + 2) == Upos::Punct;
        Some(self.fact("ranking/number", rank, number + 2 + usize::from(quoted)..end))
    }

    /// The superlative or ordinal before the noun.
    fn top(&self) -> Option<Top> {
        let (scene, tokens) = (self.scene, self.scene.referents.tokens());
        let few = |at: usize| tokens.lemma(at) == "top" && tokens.upos(at + 1) == Upos::Num;
        let ranks = |&child: &usize| {
            tokens.xpos(child) == "JJS"
                || few(child)
                || is_most(scene, child)
                || ordinal_value(scene, child).is_some()
        };
        let at = tokens.children(self.noun).filter(|&child| self.is_modifier(child)).find(ranks)?;
        Some(Top { at, place: ordinal_value(scene, at), nth: self.nth(at), few: few(at) })
    }

    /// Whether the word says what sort of noun it is: of "*Best* is the director" it is a name.
    fn is_modifier(&self, child: usize) -> bool {
        let tokens = self.scene.referents.tokens();
        child < self.noun
            && !tokens.is_subject(child)
            && (tokens.xpos(child) == "JJS"
                || matches!(tokens.upos(child), Upos::Adj | Upos::Num)
                || is_most(self.scene, child))
    }

    /// The ordinal before a superlative: "the *eighth* largest exporter", its place among the largest.
    fn nth(&self, top: usize) -> Option<(usize, String)> {
        let tokens = self.scene.referents.tokens();
        let superlative = |&at: &usize| tokens.xpos(top) == "JJS" || is_most(self.scene, top) && at > 0;
        let at = top.checked_sub(1).filter(superlative)?;
        let at = if tokens.lemma(at) == "most" { at - 1 } else { at };
        let at = if self.scene.referents.text(at) == "-" { at.saturating_sub(1) } else { at };
        Some((at, ordinal_value(self.scene, at)?))
    }

    /// Whether an ordinal here counts what follows on each other, and ranks nobody.
    fn is_no_rank(&self) -> bool {
        let tokens = self.scene.referents.tokens();
        // "held the fifth round of talks" ranks nobody, "holds the fifth place" does.
        let held = self.verb != self.word
            && self.scene.lemma(self.verb) == "hold"
            && !matches!(tokens.lemma(self.noun), "place" | "position" | "rank" | "spot");
        // "was part of a *second* plot": one more.
        let article = tokens.child(self.noun, &[Relation::Det]);
        let more = article.is_some_and(|at| tokens.lemma(at) == "a");
        // "It was the first visit in years": the visit, not what was spoken of before.
        let visit =
            tokens.upos(self.subject) == Upos::Pron && tokens.feats(self.subject).contains("Gender=Neut");
        self.beside || held || more || visit
    }

    fn ranked(&self, top: &Top) -> Fact {
        let tokens = self.scene.referents.tokens();
        // "the *most important* partner"
        let most = tokens.children(top.at).find(|&child| tokens.lemma(child) == "most");
        let from = if self.one { self.word } else { most.unwrap_or(top.at) };
        let words = match top.nth {
            Some((at, _)) if !self.one && !top.few => at..at + 1,
            _ => from.min(top.at)..top.at + 1 + usize::from(top.few),
        };
        let rank = Arg { role: "rank", span: tokens.cover(words), filler: self.value(top) };
        self.fact("ranking/complement", rank, self.scope(top))
    }

    /// The place as a number, or only its words where it is one of several.
    fn value(&self, top: &Top) -> Filler {
        if self.one || top.few {
            return Filler::Text;
        }
        let nth = top.nth.as_ref().map(|(_, value)| value);
        let value = top.place.as_ref().or(nth).map_or("1", String::as_str);
        Filler::Value { value: value.to_owned(), unit: None }
    }

    /// Among what it ranks. The superlative itself says of what kind the order is ("the largest economies"), an ordinal does not.
    fn scope(&self, top: &Top) -> Range<usize> {
        let referents = self.scene.referents;
        let start = match top.nth {
            _ if top.few => top.at + 2,
            Some((at, _)) if !self.one => at + 1 + usize::from(referents.text(at + 1) == "-"),
            _ => top.at + usize::from(self.one || top.place.is_some()),
        };
        let end = referents.phrase(self.noun).end.max(referents.phrase(self.word).end);
        start..before_aside(self.scene, self.noun..end)
    }

    fn fact(&self, rule: &str, rank: Arg, scope: Range<usize>) -> Fact {
        let mut args = vec![self.scene.phrase("subject", self.subject), rank];
        if !scope.is_empty() {
            args.push(self.scene.text("scope", scope));
        }
        let certainty = Certainty { polarity: self.clause.polarity, modality: self.clause.modality };
        self.scene.fact(FactKind::Ranking, rule, self.word, certainty, args)
    }
}

/// "became *the largest* exporter", "took *first place*": whether a verb says that somebody is now what the word says.
fn becomes(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    let governors = &scene.clauses.governors;
    let listed = |verb: usize, list: &[String]| scene.clauses.is_listed(verb, list);
    tokens.head(word).is_some_and(|verb| match tokens.relation(word) {
        Relation::Xcomp => listed(verb, &governors.becoming),
        Relation::Obj => listed(verb, &governors.becoming) || listed(verb, &governors.attaining),
        _ => false,
    })
}

/// The name beside which the word says what is named: "*BASF*, the world's largest chemical company", "exports to *Finland*, our
/// biggest customer", "the city's biggest employer, *Boeing*".
pub(super) fn beside(scene: &Scene, word: usize) -> Option<usize> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let named = |at: usize| referents.mention(at).is_some() && referents.entity(at).is_some();
    if tokens.relation(word) != Relation::Appos {
        let comma = |at: usize| at > 0 && referents.text(at - 1) == ",";
        let one = tokens.xpos(word) == "NN";
        let behind = tokens.child(word, &[Relation::Appos]).filter(|&name| name > word && named(name));
        return behind.filter(|&name| one && comma(referents.phrase(name).start));
    }
    let head = tokens.head(word).filter(|&head| head < word && named(head));
    // The name right before the comma, where what the arcs have are several.
    let several = || tokens.head(word).is_some_and(|head| scene.clauses.is_plural(head));
    let nearest = || {
        let comma = referents.phrase(word).start.checked_sub(1).filter(|&at| referents.text(at) == ",")?;
        let mention = referents.covering(comma.checked_sub(1)?)?;
        Some(tokens.head_of(referents.named.ties.mentions[mention.row()].clone()))
    };
    head.or_else(|| nearest().filter(|_| several() && !scene.clauses.is_plural(word)))
}

/// "is its largest partner and *its third-largest market*"
fn is_joined(scene: &Scene, word: usize) -> bool {
    let tokens = scene.referents.tokens();
    let first = tokens.head(word).filter(|&head| tokens.relation(word) == Relation::Conj && head < word);
    first.is_some_and(|head| tokens.child(head, &[Relation::Cop]).is_some())
}

/// Whether the word points at something that the text has not named: of "this is the first", nobody ranks.
fn is_nobody(scene: &Scene, subject: usize) -> bool {
    let pointing = matches!(scene.referents.tokens().upos(subject), Upos::Pron | Upos::Det);
    pointing && scene.referents.entity(subject).is_none()
}

/// "the most cited scholar", but "a most important partner" is only a very important one.
fn is_most(scene: &Scene, adjective: usize) -> bool {
    let tokens = scene.referents.tokens();
    let very = |most: usize| most > 0 && scene.referents.text(most - 1).eq_ignore_ascii_case("a");
    tokens.children(adjective).any(|child| {
        tokens.lemma(child) == "most" && tokens.relation(child) == Relation::Advmod && !very(child)
    })
}

/// The place of "number two" and "No. 2" before a noun.
fn numbered(scene: &Scene, word: usize) -> Option<String> {
    let tokens = scene.referents.tokens();
    let number = matches!(scene.referents.text(word), "number" | "No." | "no.");
    let next = Some(word + 1).filter(|&next| number && next < tokens.len())?;
    let quantity = &scene.referents.named.quantities[scene.referents.quantity(next)?];
    quantity.value.clone().filter(|_| tokens.upos(next) == Upos::Num)
}
