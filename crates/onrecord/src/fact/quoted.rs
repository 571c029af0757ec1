//! What is quoted, as facts: everything that somebody other than the speaker of the turn is said to say.

use std::collections::BTreeSet;

use onrecord_resource::cue::{Cues, Takes, Use};

use super::actor;
use super::hearer::Saying;
use super::scene::{Certainty, PLAIN, Scene};
use crate::document::{Arg, CueClass, Fact, FactKind, Filler, Id, Manner, Polarity, Quotation};
use crate::syntax::{Relation, Upos};
use crate::text::Span;

pub(super) fn read(scene: &Scene, cues: &Cues) -> Vec<Fact> {
    scene.quotations.iter().filter_map(|quotation| fact(scene, cues, quotation)).collect()
}

/// Drops what is only reported of those who demand, reject or accuse by it: the act tells it. Their words stay.
pub(super) fn settle(scene: &Scene, acts: &[(usize, Fact)], facts: &mut Vec<Fact>) {
    let acting: BTreeSet<usize> =
        acts.iter().filter(|(_, fact)| is_act(fact)).map(|(word, _)| *word).collect();
    let arg = |fact: &Fact, role: &str| fact.args.iter().find(|arg| arg.role == role).map(|arg| arg.span);
    let reported: BTreeSet<Span> = scene
        .quotations
        .iter()
        .filter(|quotation| quotation.manner == Manner::Indirect)
        .filter_map(|quotation| quotation.content.first().copied())
        .collect();
    facts.retain(|fact| {
        let quotation = fact.kind == FactKind::Quotation;
        let cue = arg(fact, "cue").filter(|_| quotation).map(|cue| scene.head_of(cue));
        let content = arg(fact, "content").is_some_and(|content| reported.contains(&content));
        !(content && cue.is_some_and(|cue| acting.contains(&cue)))
    });
}

/// Whether it is an act that words do: a demand, a refusal, an accusation.
fn is_act(fact: &Fact) -> bool {
    let event = fact.plover.as_ref().map(|plover| plover.event.as_str());
    fact.kind == FactKind::Action && matches!(event, Some("REQUEST" | "REJECT" | "ACCUSE" | "CONCEDE"))
}

/// Whether the content is a clause with a subject of its own, which can be true or false: not "to go", "what he said".
fn is_told(scene: &Scene, content: Span) -> bool {
    let tokens = scene.referents.tokens();
    let words = scene.referents.words_of(content);
    let verb = tokens.head_of(words.clone());
    let question = words.clone().next().is_some_and(|word| tokens.xpos(word).starts_with('W'));
    !question && tokens.children(verb).any(|child| tokens.is_subject(child) && words.contains(&child))
}

/// Whether the noun names something that is read, which claims what it shows: "a *poll* showed that", not "an *aide* feared that".
fn is_text(scene: &Scene, cues: &Cues, noun: usize) -> bool {
    cues.is_title(scene.referents.tokens().lemma(noun)) && !actor::acts(scene, noun)
}

/// Who says it, without what is told of them: "Prosecutors, *who had demanded 25 years*".
fn untold(scene: &Scene, source: Span) -> Span {
    let (referents, tokens) = (scene.referents, scene.referents.tokens());
    let words = referents.words_of(source);
    let tells =
        |&at: &usize| referents.text(at) == "," && at + 1 < words.end && tokens.xpos(at + 1).starts_with('W');
    words.clone().skip(1).find(tells).map_or(source, |comma| tokens.cover(words.start..comma))
}

/// Whether the content is what is to be done: "to go".
fn is_infinitive(scene: &Scene, content: Span) -> bool {
    let tokens = scene.referents.tokens();
    let words = scene.referents.words_of(content);
    let mut first = words.filter(|&word| !matches!(tokens.upos(word), Upos::Punct | Upos::Part));
    let to =
        |verb: usize| tokens.child(verb, &[Relation::Mark]).is_some_and(|mark| tokens.lemma(mark) == "to");
    first.next().is_some_and(|verb| scene.clauses.is_infinitive(verb) && to(verb))
}

/// Whether the content has no verb that could be true or false of a subject: "great interest in trade".
fn is_phrase(scene: &Scene, content: &[Span]) -> bool {
    let tokens = scene.referents.tokens();
    let verb = |word: usize| matches!(tokens.xpos(word), "VBD" | "VBZ" | "VBP" | "MD");
    !content
        .iter()
        .any(|piece| scene.referents.words_of(*piece).any(|word| tokens.is_subject(word) || verb(word)))
}

fn fact(scene: &Scene, cues: &Cues, quotation: &Quotation) -> Option<Fact> {
    let referents = scene.referents;
    let content = *quotation.content.first()?;
    let source = *quotation.source.first()?;
    let words = referents.words_of(source);
    let head =
        words.clone().find(|&word| referents.entity(word) == quotation.entity).or(Some(words.start))?;
    // The speaker's own thinking and the reader's are nobody else's words.
    let pronoun = quotation.entity.is_none() && referents.tokens().upos(head) == Upos::Pron;
    let called = if pronoun { scene.called_by(source) } else { None };
    let unknown = pronoun && called.is_none();
    let own = referents.is_party(source) || unknown;
    let speaker = scene.vouchers(head).first().and_then(|voucher| voucher.entity);
    // A verb stands behind its auxiliaries; "according to" is all of it the cue.
    let phrase = quotation.cue_lemma.is_none();
    let cue = quotation.cue.last().map(|&last| if phrase { quotation.cue[0].to(last) } else { last });
    let word = cue.and_then(|cue| referents.words_of(cue).next()).unwrap_or(head);
    // "asked the school *to pay*" and "rejected *the charges*" are acts, not words; "called it *a fraud*" is a claim.
    let claims =
        |used: &Use| [Takes::Predicate, Takes::As, Takes::To].iter().any(|takes| used.takes.contains(takes));
    let uses = quotation.cue_lemma.as_ref().and_then(|lemma| cues.verbs.get(lemma));
    let named = uses.is_some_and(|uses| uses.iter().any(claims)) && !unknown;
    if cue.is_some()
        && (is_infinitive(scene, content)
            || !named && quotation.manner == Manner::Indirect && is_phrase(scene, &quotation.content))
    {
        return None;
    }
    // What somebody else thinks is on the record where it is known who it is.
    // … or by a noun of whom the text has told, or of several: "the *researchers* found", not "a teacher thought".
    let noun = scene.head_of(called.unwrap_or(source));
    let article = scene.referents.tokens().child(noun, &[Relation::Det]);
    let one = article.is_some_and(|at| referents.tokens().lemma(at) == "a");
    let somebody = quotation.entity.is_some() || !unknown && !one && actor::acts(scene, noun);
    // "learned that it was late", "feared that it was": no claim.
    let lists = &scene.clauses.governors.unclaimed;
    let unclaimed = quotation.cue_lemma.as_ref().is_some_and(|lemma| lists.contains(lemma));
    let says = cue.is_none()
        || quotation.class == CueClass::Speech
        || quotation.class == CueClass::Thought && !unclaimed && somebody && is_told(scene, content)
        || quotation.class != CueClass::Intention && is_text(scene, cues, noun) && is_told(scene, content);
    if own || !says || quotation.entity.is_some() && quotation.entity == speaker {
        return None;
    }
    let mut args = vec![Arg {
        role: "source",
        span: called.unwrap_or_else(|| untold(scene, source)),
        filler: quotation.entity.map_or(Filler::Text, Filler::Entity),
    }];
    // "“A,” Ode said. “B.”": each piece by itself, since what stands between them is not said.
    let piece = |&span: &Span| Arg { role: "content", span, filler: Filler::Text };
    args.extend(quotation.content.iter().map(piece));
    args.extend(cue.map(|span| Arg { role: "cue", span, filler: Filler::Text }));
    if cue.is_some() && !phrase {
        let saying = Saying { cues, verb: word, content: &quotation.content };
        args.extend(saying.addressee(scene));
        args.extend(saying.medium(scene));
    }
    let denied = scene.clauses.of_verb(word).polarity == Polarity::Negative;
    let certainty = if denied { Certainty { polarity: Polarity::Negative, ..PLAIN } } else { PLAIN };
    let mut fact = scene.fact(FactKind::Quotation, "quotation/cue", word, certainty, args);
    if let Some(cue) = cue.filter(|_| phrase) {
        fact.predicate = scene.reading().text.slice(cue).to_lowercase();
    }
    // A quotation without a cue is shown by itself: who says it may be named in another sentence.
    if cue.is_none() {
        "say".clone_into(&mut fact.predicate);
        let first = referents.words_of(content).start;
        let row = scene.reading().sentence_of(first);
        if row != fact.sentence.row() {
            fact.sentence = Id::new(row);
            fact.evidence = quotation.content.iter().fold(content, |all, &piece| all.to(piece));
        }
    }
    // Nobody vouches for their own words but the one who reports them.
    fact.source.retain(|voucher| voucher.entity.is_none() || voucher.entity != quotation.entity);
    Some(fact)
}
