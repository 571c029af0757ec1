//! The rank in what somebody is said to be: "is *one of the largest* economies", "became *number two*", "BASF, the world's
//! *largest* company", "the *largest* party is the SPD".

use std::ops::Range;

use super::{before_aside, ordinal_value};
use crate::document::{Arg, Fact, FactKind, Filler};
use crate::fact::scene::{Certainty, Scene};
use crate::syntax::clause::{Clause, Function};
use crate::syntax::{Relation, Upos};

/// "China is one of the largest economies in the world": a superlative or an ordinal in what the subject is.
pub(super) fn read(scene: &Scene, word: usize) -> Option<Fact> {
    let said = || {
        let said = Said::new(scene, word)?;
        said.numbered().or_else(|| {
            let top = said.top().filter(|top| top.place.is_none() || !said.is_no_rank())?;
            Some(said.ranked(&top))
        })
    };
    let reversed = || {
        let said = Said::reversed(scene, word)?;
        Some(said.ranked(&said.top().filter(|top| top.place.is_none())?))
    };
    let owned = || {
        let said = Said::owned(scene, word)?;
        Some(said.ranked(&said.top()?))
    };
    said().or_else(reversed).or_else(owned)
}

/// What somebody is said to be.
struct Said<'s, 'a> {
    scene: &'s Scene<'a>,
    word: usize,
    /// The noun that the rank is said of.
    noun: usize,
    /// The word by which it is one of several: "*one* of the largest economies", "*among* the largest", where the rank is said of
    /// the plural.
    one: Option<usize>,
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
        let named = beside(scene, word).or_else(|| one_beside(scene, word));
        let beside = named.is_some();
        let rated = rated(scene, word);
        let said = copula || becomes(scene, word) || is_joined(scene, word) || beside || rated.is_some();
        if !noun || !said || scene.is_asked(word) {
            return None;
        }
        let verb = if copula { word } else { tokens.head(word)? };
        let clause = if beside { scene.clauses.of_noun(word) } else { scene.clauses.of_verb(verb) };
        // "*Exporting gas* is the easiest business"
        let doing = || tokens.child(verb, &[Relation::Csubj]);
        let subject = named.or(rated).or_else(|| clause.filler(Function::Subject)).or_else(doing)?;
        if is_nobody(scene, subject) {
            return None;
        }
        let one = (tokens.lemma(word) == "one").then_some(word);
        let noun = if one.is_some() {
            tokens.children(word).find(|&child| tokens.relation(child) == Relation::Nmod)?
        } else {
            word
        };
        // "Among other things, China is the largest market" is said of no plural.
        let apart = |case: usize| (case..word).any(|at| scene.referents.text(at) == ",");
        let among = || scene.clauses.case(word).filter(|&at| tokens.lemma(at) == "among" && !apart(at));
        let one = one.or_else(among);
        Some(Self { scene, word, noun, one, verb, beside, clause, subject })
    }

    /// "*The largest party* is the SPD", "the biggest buyers were China and India": the subject ranks who is named behind it.
    fn reversed(scene: &'s Scene<'a>, word: usize) -> Option<Self> {
        let (referents, tokens) = (scene.referents, scene.referents.tokens());
        let named = referents.mention(word).is_some() && referents.entity(word).is_some();
        tokens.child(word, &[Relation::Cop]).filter(|_| named && !scene.is_asked(word))?;
        // "The largest square is *a* World Heritage Site": one of several is not who ranks.
        let one = tokens.child(word, &[Relation::Det]).is_some_and(|det| tokens.lemma(det) == "a");
        let clause = scene.clauses.of_verb(word);
        let noun = clause.filler(Function::Subject).filter(|&noun| noun < word)?;
        let definite = tokens.child(noun, &[Relation::Det, Relation::NmodPoss]);
        let definite = definite.is_some_and(|at| tokens.upos(at) != Upos::Det || tokens.lemma(at) == "the");
        (definite && !one && tokens.upos(noun) == Upos::Noun && scene.clauses.case(word).is_none()).then_some(
            Self { scene, word: noun, noun, one: None, verb: word, beside: false, clause, subject: word },
        )
    }

    /// "It was *Finland's* first defeat since 1992": who has what is the first of its sort ranks by it, in a time that is told.
    fn owned(scene: &'s Scene<'a>, word: usize) -> Option<Self> {
        let (referents, tokens) = (scene.referents, scene.referents.tokens());
        tokens.child(word, &[Relation::Cop]).filter(|_| !scene.is_asked(word))?;
        let owner = tokens.child(word, &[Relation::NmodPoss]).filter(|&at| referents.entity(at).is_some())?;
        let clause = scene.clauses.of_verb(word);
        let it = clause.filler(Function::Subject)?;
        let pointing = matches!(referents.text(it).to_lowercase().as_str(), "it" | "this" | "that");
        let mut told = word + 1..tokens.subtree(word).end.max(word + 1);
        let since =
            told.any(|at| matches!(referents.text(at), "since" | "ever" | "history" | "decades" | "years"));
        (pointing && since).then_some(Self {
            scene,
            word,
            noun: word,
            one: None,
            verb: word,
            beside: false,
            clause,
            subject: owner,
        })
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
        let before = || tokens.children(self.noun).filter(|&child| self.is_modifier(child));
        // "one of *the most popular* in Africa"
        let bare = || Some(self.noun).filter(|&at| is_most(scene, at));
        let at = before().find(ranks).or_else(bare).or_else(|| before().find(|&at| self.leads(at)))?;
        Some(Top { at, place: ordinal_value(scene, at), nth: self.nth(at), few: few(at) })
    }

    /// "*the leading* producer", but "a leading producer" is one of many, as are "the leading producers".
    fn leads(&self, adjective: usize) -> bool {
        let tokens = self.scene.referents.tokens();
        let one = tokens.child(self.noun, &[Relation::Det]);
        let one = one.is_some_and(|det| self.scene.referents.text(det) == "the")
            || one.is_none() && tokens.child(self.noun, &[Relation::NmodPoss]).is_some();
        let written = self.scene.referents.text(adjective).to_lowercase();
        one && !self.scene.clauses.is_plural(self.noun)
            && self.scene.clauses.governors.premier.contains(&written)
    }

    /// Whether the word says what sort of noun it is: of "*Best* is the director" it is a name.
    fn is_modifier(&self, child: usize) -> bool {
        let tokens = self.scene.referents.tokens();
        child < self.noun
            && !tokens.is_subject(child)
            && (tokens.xpos(child) == "JJS"
                || matches!(tokens.upos(child), Upos::Adj | Upos::Num)
                || tokens.xpos(child) == "VBG"
                || is_most(self.scene, child) && tokens.upos(child) != Upos::Adv)
    }

    /// The ordinal before a superlative: "the *eighth* largest exporter", its place among the largest.
    fn nth(&self, top: usize) -> Option<(usize, String)> {
        let tokens = self.scene.referents.tokens();
        let superlative = |&at: &usize| tokens.xpos(top) == "JJS" || is_most(self.scene, top) && at > 0;
        let at = top.checked_sub(1).filter(superlative)?;
        let at = most_before(self.scene, top).map_or(at, |most| most.saturating_sub(1));
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
        // "Reading it was my first pleasure" counts what one did.
        let doing = tokens.upos(self.subject) == Upos::Verb;
        // "elected her the 45th president"
        let named = self.verb != self.word
            && self.scene.clauses.is_listed(self.verb, &self.scene.clauses.governors.naming);
        self.beside || held || more || visit || doing || named
    }

    fn ranked(&self, top: &Top) -> Fact {
        let tokens = self.scene.referents.tokens();
        // "the *most important* partner"
        let most = most_before(self.scene, top.at);
        let from = self.one.or(most).unwrap_or(top.at);
        let words = match top.nth {
            Some((at, _)) if self.one.is_none() && !top.few => at..at + 1,
            _ => from.min(top.at)..top.at + 1 + usize::from(top.few),
        };
        let rank = Arg { role: "rank", span: tokens.cover(words), filler: self.value(top) };
        self.fact("ranking/complement", rank, self.scope(top))
    }

    /// The place as a number, or only its words where it is one of several.
    fn value(&self, top: &Top) -> Filler {
        if self.one.is_some() || top.few {
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
            Some((at, _)) if self.one.is_none() => at + 1 + usize::from(referents.text(at + 1) == "-"),
            _ if self.one.is_some() || top.place.is_some() => top.at + 1,
            _ => most_before(self.scene, top.at).unwrap_or(top.at),
        };
        let end = referents.phrase(self.noun).end.max(referents.phrase(self.word).end);
        // "Among the largest exporters *were* Kenya and Oman"
        let be = referents.tokens().child(self.word, &[Relation::Cop]).filter(|be| (start..end).contains(be));
        let end = be.unwrap_or(end);
        start..before_aside(self.scene, self.noun..end)
    }

    fn fact(&self, rule: &str, rank: Arg, scope: Range<usize>) -> Fact {
        // "were *China and India*", "*China and India* are among": two that are named.
        let among = self.one.is_some_and(|one| one != self.word);
        let several = !self.beside && (self.subject == self.verb || among);
        let mut args: Vec<Arg> = if several {
            let named = self.scene.clauses.conjuncts(self.subject);
            named.map(|at| self.scene.phrase("subject", at)).collect()
        } else {
            vec![self.scene.phrase("subject", self.subject)]
        };
        args.push(rank);
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

/// Whom a verb makes or calls what the word says: "ranks *Kenya* as the 135th largest", "named *Oslo* the best city".
fn rated(scene: &Scene, word: usize) -> Option<usize> {
    let (tokens, governors) = (scene.referents.tokens(), &scene.clauses.governors);
    let verb = tokens.head(word).filter(|&verb| tokens.upos(verb) == Upos::Verb)?;
    let names = scene.clauses.is_listed(verb, &governors.naming);
    let orders = scene.clauses.is_listed(verb, &governors.ranking);
    let case = scene.clauses.case(word).map(|case| scene.referents.text(case));
    let said = match tokens.relation(word) {
        Relation::Xcomp => names,
        Relation::Obl => (names || orders) && case == Some("as"),
        _ => false,
    };
    // "scored twice and was named *the best player*": of whom the verb is told with another.
    let whom = || scene.clauses.of_verb(verb).filler(Function::Object);
    let beside = tokens.child(verb, &[Relation::Obj, Relation::NsubjPass]);
    beside.or_else(|| if said { whom() } else { None }).filter(|&whom| said && whom < word)
}

/// "the festival, *one* of the most popular in Africa": what a noun without a name is one of.
fn one_beside(scene: &Scene, word: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let one = tokens.lemma(word) == "one" && tokens.relation(word) == Relation::Appos;
    tokens.head(word).filter(|&head| one && head < word && tokens.upos(head) == Upos::Noun)
}

/// The name beside which the word says what is named: "*BASF*, the world's largest chemical company", "exports to *Finland*, our
/// biggest customer", "the city's biggest employer, *Boeing*".
pub(super) fn beside(scene: &Scene, word: usize) -> Option<usize> {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let named = |at: usize| referents.mention(at).is_some() && referents.entity(at).is_some();
    if tokens.relation(word) != Relation::Appos {
        let comma = |at: usize| at > 0 && referents.text(at - 1) == ",";
        let one = tokens.xpos(word) == "NN";
        let apposed = tokens.child(word, &[Relation::Appos]).filter(|&at| at > word && one);
        // "its biggest shareholder, the pension fund *Boeing*"
        let inside = |noun: usize| tokens.child(noun, &[Relation::Appos]).filter(|&name| name == noun + 1);
        let name = |at: usize| if named(at) { Some(at) } else { inside(at) };
        let behind = apposed.filter(|&at| comma(referents.phrase(at).start)).and_then(name);
        return behind.filter(|&name| named(name));
    }
    // "Hurricane *Katrina*": a name, though nobody knows of what.
    let called = |at: usize| named(at) || tokens.upos(at) == Upos::Propn;
    let head = tokens.head(word).filter(|&head| head < word && called(head));
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
    let very = |most: usize| most > 0 && scene.referents.text(most - 1).eq_ignore_ascii_case("a");
    most_before(scene, adjective).is_some_and(|most| !very(most))
}

/// The "most" of an adjective: "the *most* cited scholar", "the *most* widely spoken language".
fn most_before(scene: &Scene, adjective: usize) -> Option<usize> {
    let tokens = scene.referents.tokens();
    let most = |&at: &usize| tokens.lemma(at) == "most" && tokens.relation(at) == Relation::Advmod;
    let degree = |at: usize| (tokens.xpos(at) == "RB" && at + 1 == adjective).then_some(at);
    let own = tokens.children(adjective).find(most);
    own.or_else(|| {
        tokens.children(adjective).filter_map(degree).flat_map(|at| tokens.children(at)).find(most)
    })
}

/// The place of "number two", "No. 2" and "#2" before a noun.
pub(super) fn numbered(scene: &Scene, word: usize) -> Option<String> {
    let tokens = scene.referents.tokens();
    let number = matches!(scene.referents.text(word), "number" | "No." | "no." | "#");
    let next = Some(word + 1).filter(|&next| number && next < tokens.len())?;
    let counted = || scene.referents.named.quantities[scene.referents.quantity(next)?].value.clone();
    // No quantity stands behind "#".
    let written = || scene.referents.text(next).parse::<u32>().ok().map(|place| place.to_string());
    counted().or_else(written).filter(|_| tokens.upos(next) == Upos::Num)
}
