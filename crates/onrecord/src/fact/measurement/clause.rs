//! What a number measures by the clause that carries it: "*Debt* fell to 60 percent", "raised its key *rate* by 75 points",
//! "signed 12 *agreements*".

use std::ops::Range;

use super::{Figure, Measured, PREDICATE};
use crate::document::{EntityKind, QuantityLabel};
use crate::fact::whose::{beside, clause_of, is_nobody};
use crate::fact::{actor, whom};
use crate::syntax::{Relation, Upos};

/// The clause that carries a number.
struct Clause {
    verb: usize,
    subject: usize,
    /// Whether the subject is somebody who acts.
    acts: bool,
    /// Whose the subject is.
    owner: Option<usize>,
    /// The object of the verb, where that is not the number itself.
    object: Option<usize>,
}

impl Figure<'_, '_> {
    /// What the number measures by its clause.
    pub(super) fn by_clause(&self) -> Option<Measured> {
        let verb = clause_of(self.scene, self.carrier)?;
        let subject = self.subject(verb).filter(|&subject| subject != self.carrier)?;
        // "46 percent *to 43 percent*": the other's.
        let second = self.is_second();
        if let Some(found) = self.ahead(verb, subject, second) {
            return Some(found);
        }
        if second {
            return None;
        }
        if let Some(votes) = self.tallied() {
            return Some(self.of_clause(verb, subject, votes..votes + 1, "measurement/count"));
        }
        if let Some(found) = self.polled(verb, subject) {
            return Some(found);
        }
        if self.counts() && !self.is_made(verb) {
            let undergone = self.attending(verb, subject).or_else(|| self.afflicted(verb, subject));
            return Some(undergone.unwrap_or_else(|| self.counted_by(verb, subject)));
        }
        let clause = self.clause(verb, self.receiver(verb).unwrap_or(subject));
        let found = self
            .moved_object(&clause)
            .or_else(|| self.changed_object(&clause))
            .or_else(|| self.level(&clause))
            .or_else(|| self.for_whom(&clause))
            .or_else(|| self.before_noun(&clause))
            .or_else(|| self.share(&clause))
            .or_else(|| self.bare_object(&clause));
        if found.is_some() || self.is_number_of_noun() {
            return found;
        }
        self.beside_object(&clause).or_else(|| self.owned(&clause)).or_else(|| self.own(&clause))
    }

    /// "The count gave *Ann Lee* 53 percent": who gets the share has it.
    fn receiver(&self, verb: usize) -> Option<usize> {
        let share = self.quantity.label == QuantityLabel::Percent && self.is_object();
        self.scene.referents.tokens().child(verb, &[Relation::Iobj]).filter(|_| share)
    }

    fn clause(&self, verb: usize, subject: usize) -> Clause {
        let object = self.scene.referents.tokens().child(verb, &[Relation::Obj]);
        Clause {
            verb,
            subject,
            acts: self.scene.referents.entity(subject).is_some() || actor::acts(self.scene, subject),
            // "Ann Lee's *Freedom Party* fell to 19 percent": the party's own.
            owner: beside(self.scene, subject)
                .filter(|_| !self.is_body(subject))
                .filter(|&owner| {
                    // "*our* trade": the speaker's.
                    !is_nobody(self.scene, owner) || whom::ours(self.scene, owner).is_some()
                })
                .or_else(|| self.of_what(subject))
                .or_else(|| self.seer(verb)),
            // "rose *9 percent* last year to $4 billion": another figure is nothing that is changed.
            object: object.filter(|&object| {
                let figure = self.scene.referents.quantity(object).is_some();
                object != self.carrier && self.is_noun(object) && !figure
            }),
        }
    }

    /// Whether the noun is the name of a body.
    fn is_body(&self, noun: usize) -> bool {
        let referents = self.scene.referents;
        referents.entity(noun).is_some_and(|id| referents.kind(id) == EntityKind::Organization)
    }

    /// "*Ann Lee* leads Jan Novak 46 percent to 43 percent": the first figure is hers, the second his.
    fn ahead(&self, verb: usize, subject: usize, second: bool) -> Option<Measured> {
        let clauses = &self.scene.clauses;
        let share = self.quantity.label == QuantityLabel::Percent;
        let leads = share && clauses.is_listed(verb, &clauses.governors.leading);
        let other = self.scene.referents.tokens().child(verb, &[Relation::Obj, Relation::Iobj]);
        let other = other.filter(|&other| leads && self.scene.referents.entity(other).is_some())?;
        let who = if second { other } else { subject };
        // "beat Jan Novak with 58 percent *of the vote*"
        let measure = self.whole().map_or(verb..verb + 1, |whole| self.phrase(whole));
        Some(self.of_clause(verb, who, measure, "measurement/ahead"))
    }

    /// Whether it is the second of two shares of which the first is more: "46 percent to *43 percent*".
    fn is_second(&self) -> bool {
        let first = self.number.start;
        let share = self.quantity.label == QuantityLabel::Percent;
        let before = first > 1 && share && self.text(first - 1) == "to";
        let referents = self.scene.referents;
        let other = before.then(|| referents.quantity(first - 2)).flatten();
        other.map(|other| &referents.named.quantities[other]).is_some_and(|other| {
            let start = referents.words_of(other.span).start;
            other.unit == self.quantity.unit && start > 0 && self.text(start - 1) != "from"
        })
    }

    /// "by 61 votes to *38*": of what the other side has so many.
    fn tallied(&self) -> Option<usize> {
        let clauses = &self.scene.clauses;
        let counted = self.number.start.checked_sub(2).filter(|at| self.text(at + 1) == "to")?;
        let tally = self.quantity.unit.is_none() && clauses.is_listed(counted, &clauses.governors.tallies);
        tally.then_some(counted)
    }

    /// "A poll put *Ann Lee* at 46 percent": the figure is of who is asked about, and the poll is what measures it.
    fn polled(&self, verb: usize, subject: usize) -> Option<Measured> {
        let clauses = &self.scene.clauses;
        let share = self.quantity.label == QuantityLabel::Percent;
        let poll = share && self.whole().is_none() && clauses.is_listed(subject, &clauses.governors.surveys);
        let whom = self.scene.referents.tokens().child(verb, &[Relation::Iobj, Relation::Obj]);
        let whom = whom.filter(|&whom| poll && self.scene.referents.entity(whom).is_some())?;
        Some(self.of_clause(verb, whom, self.core(subject), "measurement/poll"))
    }

    /// "a ceremony attended *by 20 ministers*": so many attended. "Kenya was hit *by 14 storms*": so many there were.
    fn attending(&self, verb: usize, subject: usize) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let clauses = &self.scene.clauses;
        // "was carried by seven *votes*"
        let votes = clauses.is_listed(self.carrier, &clauses.governors.tallies);
        let agent = tokens.xpos(verb) == "VBN" && tokens.head(self.carrier) == Some(verb) && !votes;
        (agent && self.case() == Some("by")).then(|| {
            let counted = self.counted_phrase();
            if !actor::acts(self.scene, self.carrier) {
                return self.of_clause(verb, subject, counted, "measurement/count");
            }
            let attended = self.of_clause(verb, self.carrier, verb..verb + 1, "measurement/count");
            Measured { subject: counted, ..attended }
        })
    }

    /// "The blast left *12 officers* dead", "the war forced *ten million people* from their homes": so many people it happened to.
    fn afflicted(&self, verb: usize, subject: usize) -> Option<Measured> {
        let (tokens, clauses) = (self.scene.referents.tokens(), &self.scene.clauses);
        let noun = Some(self.carrier)
            .filter(|&noun| noun >= self.number.end && self.is_object() && actor::acts(self.scene, noun))?;
        let state = noun + 1 < tokens.len() && self.is_casualty(noun + 1);
        let thing =
            !actor::acts(self.scene, subject) && clauses.is_listed(verb, &clauses.governors.afflicting);
        let measure = match (state, thing) {
            (true, _) => noun + 1..noun + 2,
            (_, true) => verb..verb + 1,
            _ => return None,
        };
        let found = self.of_clause(verb, noun, measure, "measurement/count");
        Some(Measured { subject: self.number.end..noun + 1, ..found })
    }

    /// "killed 38 people and wounded *61*": who is counted is the object of the verb before.
    fn people_before(&self, verb: usize) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        let first = tokens.head(verb).filter(|_| tokens.relation(verb) == Relation::Conj)?;
        let people =
            tokens.child(first, &[Relation::Obj]).filter(|&people| people > first && people < verb)?;
        let counted = tokens.child(people, &[Relation::Nummod]).is_some();
        (counted && actor::acts(self.scene, people)).then_some(people)
    }

    /// "The company employs 40 people": so many of what is counted are the subject's.
    fn counted_by(&self, verb: usize, subject: usize) -> Measured {
        // "thanked Italy for *its contribution* of 800 troops": of who contributes them.
        let tokens = self.scene.referents.tokens();
        let head = tokens.head(self.carrier);
        let whose = head.filter(|&noun| self.is_noun(noun)).and_then(|noun| beside(self.scene, noun));
        // "a review of *the company's* 14 plants"
        let own = tokens.child(self.carrier, &[Relation::NmodPoss]);
        let whose = whose.or(own.filter(|&owner| tokens.upos(owner) != Upos::Pron));
        let subject = whose.filter(|&whose| !is_nobody(self.scene, whose)).unwrap_or(subject);
        self.of_clause(verb, subject, self.counted_phrase(), "measurement/count")
    }

    /// "The cuts push *the deficit* above 2 percent", "put *the cost* at 200 million": what comes to the figure.
    fn moved_object(&self, clause: &Clause) -> Option<Measured> {
        let clauses = &self.scene.clauses;
        let moves = clauses.is_listed(clause.verb, &clauses.governors.moving);
        let bound = matches!(self.case(), Some("to" | "at" | "above" | "below" | "over" | "under"));
        let object = clause.object.filter(|&object| moves && bound && object < self.number.start)?;
        let whose = beside(self.scene, object).filter(|&owner| !is_nobody(self.scene, owner));
        let whose = whose.unwrap_or(object);
        Some(self.of_clause(clause.verb, whose, self.phrase(object), "measurement/object"))
    }

    /// "The project will cut *our imports* by a fifth": what is changed is measured, not what changes it.
    fn changed_object(&self, clause: &Clause) -> Option<Measured> {
        let object = clause.object.filter(|_| self.is_bound_change(clause.verb))?;
        // "Kenya's central bank raised *its* key rate": the bank's.
        let own = |&owner: &usize| self.scene.referents.tokens().upos(owner) == Upos::Pron && clause.acts;
        // "The *drug* reduced deaths": what is nobody has none.
        let who = if clause.acts { clause.subject } else { object };
        let whose = beside(self.scene, object).filter(|owner| !own(owner)).unwrap_or(who);
        Some(self.of_clause(clause.verb, whose, self.phrase(object), "measurement/object"))
    }

    /// "Debt fell to 60 percent of GDP", "reached a record £7.5 billion": how much the subject is.
    fn level(&self, clause: &Clause) -> Option<Measured> {
        let Clause { verb, subject, .. } = *clause;
        let figure = self.scene.clauses.is_listed(subject, &self.scene.clauses.governors.figures);
        let copula = verb == self.carrier
            && self.scene.referents.tokens().child(self.carrier, &[Relation::Cop]).is_some();
        // "Boeing is *worth* $90 billion": a body that acts may be what is measured.
        let worth = self.scene.referents.tokens().lemma(verb) == "worth";
        // "Kenya's *debt* is 68 percent of GDP"; but "women are 27 percent of members".
        let one = !self.scene.clauses.is_plural(subject) && self.scene.referents.entity(subject).is_none();
        let ratio = copula && one && self.quantity.label == QuantityLabel::Percent;
        if !worth && (clause.acts && !figure || !(self.is_level(verb) || ratio || figure && copula)) {
            return None;
        }
        let (whose, what) = match clause.owner {
            Some(owner) => (owner, self.without_owner(subject, owner)),
            None => (subject, self.core(subject)),
        };
        Some(self.of_clause(verb, whose, what, "measurement/level"))
    }

    /// "approved €300m in assistance for Moldova": the figure is of whom it is for.
    fn for_whom(&self, clause: &Clause) -> Option<Measured> {
        let verb = clause.verb;
        let whom = self.beneficiary().filter(|_| !self.is_change(verb))?;
        let inside = self.whole().or_else(|| self.purpose());
        let measure = inside.map_or(verb..verb + 1, |noun| self.before_for(self.phrase(noun)));
        Some(self.of_clause(verb, whom, measure, "measurement/for"))
    }

    /// "a €50 million *loan*", "a 25 percent *stake* in the company": the noun that the sum or share stands before.
    fn before_noun(&self, clause: &Clause) -> Option<Measured> {
        let Clause { verb, subject, .. } = *clause;
        let noun = self.carrier;
        let before = self.is_sum() && noun >= self.number.end && self.is_noun(noun) && verb != noun;
        before.then(|| self.of_clause(verb, subject, self.after_number(noun), "measurement/noun"))
    }

    /// "40 percent of global uranium production", "€300m in assistance"
    fn share(&self, clause: &Clause) -> Option<Measured> {
        // "dropped 11 percent *in Seoul*", "fell 2 percent *in early trading*": where and when that was.
        let site = |noun: usize| {
            let within = self.scene.clauses.case(noun).is_some_and(|case| self.text(case) == "in");
            let share = self.quantity.label == QuantityLabel::Percent;
            within && (self.is_place(noun) || share) && self.is_change(clause.verb)
        };
        let noun = self.whole().filter(|&noun| !site(noun))?;
        Some(self.of_clause(clause.verb, clause.subject, self.phrase(noun), "measurement/share"))
    }

    /// "killed 107 or more": of what there are so many, the verb says.
    fn bare_object(&self, clause: &Clause) -> Option<Measured> {
        let Clause { verb, subject, .. } = *clause;
        let made = self.is_made(verb);
        let object = self.is_object() && !self.is_noun(self.carrier);
        let bare = self.quantity.label == QuantityLabel::Number && (made || object);
        let what = if made { self.number.end } else { verb };
        let people = self.people_before(verb).filter(|_| !made);
        let found =
            bare.then(|| self.of_clause(verb, people.unwrap_or(subject), what..what + 1, "measurement/bare"));
        found.map(|found| match people {
            Some(people) => Measured { subject: people..people + 1, ..found },
            None => found,
        })
    }

    /// "left 30,000 *homeless*": whether right behind the number stands what the verb makes them.
    fn is_made(&self, verb: usize) -> bool {
        let tokens = self.scene.referents.tokens();
        let next = self.number.end;
        let made = tokens.child(verb, &[Relation::Xcomp]) == Some(next);
        // … though a parser hangs it on the number.
        made || self.is_object() && next < tokens.len() && self.is_casualty(next)
    }

    /// Whether the word says what has happened to people: "30 *dead*".
    pub(super) fn is_casualty(&self, at: usize) -> bool {
        let clauses = &self.scene.clauses;
        clauses.is_listed(at, &clauses.governors.casualties)
    }

    /// "posts 542 and 543": whether it is a bare number that hangs on a noun, which is its own.
    fn is_number_of_noun(&self) -> bool {
        let relation = self.scene.referents.tokens().relation(self.carrier);
        self.quantity.label == QuantityLabel::Number
            && !matches!(relation, Relation::Obj | Relation::Obl | Relation::Root)
    }

    /// "raised its key rate by 75 basis points": the object is the measure.
    fn beside_object(&self, clause: &Clause) -> Option<Measured> {
        // "raised cattle *for* four years", "welcomed them *at* minus 14 degrees": how long, and how warm it was.
        let degree = self.quantity.unit.as_deref().is_some_and(|unit| unit.contains("degree"));
        let long = self.case() == Some("for") && self.quantity.label != QuantityLabel::Money;
        if long || degree {
            return None;
        }
        let measure = self.phrase(clause.object?);
        Some(self.of_clause(clause.verb, clause.subject, measure, "measurement/object"))
    }

    /// "*China's* share exceeds 18 percent": the subject is the measure.
    fn owned(&self, clause: &Clause) -> Option<Measured> {
        let owner = clause.owner?;
        let measure = self.without_owner(clause.subject, owner);
        Some(self.of_clause(clause.verb, owner, measure, "measurement/subject"))
    }

    /// What the subject has so much of by the rest of the clause.
    fn own(&self, clause: &Clause) -> Option<Measured> {
        let Clause { verb, subject, acts, .. } = *clause;
        // "put $4.6bn into renewable energy": of whoever acts, what the figure goes to; "took $2m *from Boeing*" says nothing of what.
        let somebody = |noun: &usize| {
            let from = self.scene.clauses.case(*noun).is_some_and(|case| self.text(case) == "from");
            from && self.scene.referents.entity(*noun).is_some()
        };
        let noun = self.around(verb).or_else(|| self.purpose()).filter(|noun| !somebody(noun));
        // "is 620 kilometres *long*"
        let extent = self.quantity.label == QuantityLabel::Measure
            && self.scene.referents.tokens().xpos(verb) == "JJ"
            && self.carrier + 1 == verb;
        let measure = match noun.filter(|_| acts || !self.is_change(verb)) {
            _ if extent => verb..verb + 1,
            _ if self.beyond().is_some() => self.beyond()?,
            Some(noun) => self.phrase(noun),
            // "The cuts *cost* 1.9 billion", but "*debt* rose 5 percent", "the tower is 60 metres"
            None if !acts && self.says_how_much(verb, subject) => self.with_particle(verb),
            None if !acts => self.core(subject),
            // "The party *slumped* to 17.9 percent"
            None if self.is_done() || self.is_bound_change(verb) => verb..verb + 1,
            None => return None,
        };
        Some(self.of_clause(verb, subject, measure, "measurement/own"))
    }

    /// Whether the verb itself says what the figure is of: "cost", "save", which is none of change, level or being.
    fn says_how_much(&self, verb: usize, subject: usize) -> bool {
        let (tokens, clauses) = (self.scene.referents.tokens(), &self.scene.clauses);
        let governors = &clauses.governors;
        let lists = [&governors.statistics, &governors.accounts, &governors.amounts, &governors.measures];
        let figure = lists.into_iter().any(|list| clauses.is_listed(subject, list));
        let plain = tokens.upos(verb) == Upos::Verb && tokens.child(verb, &[Relation::Cop]).is_none();
        let sum = matches!(self.quantity.label, QuantityLabel::Money | QuantityLabel::Percent);
        // "The wage will *go up* to $20"
        let up = |child: usize| {
            let beside = matches!(tokens.relation(child), Relation::Advmod | Relation::CompoundPrt);
            beside && [&governors.more, &governors.less].iter().any(|list| clauses.is_listed(child, list))
        };
        let moves = tokens.children(verb).any(up) || self.is_change(verb) || self.is_level(verb);
        plain && sum && !figure && !moves
    }

    /// The verb with the particle right behind it: "*brought in* $1.1 billion".
    fn with_particle(&self, verb: usize) -> Range<usize> {
        let particle = self.scene.referents.tokens().child(verb, &[Relation::CompoundPrt]);
        verb..particle.filter(|&particle| particle == verb + 1).unwrap_or(verb) + 1
    }

    /// The noun behind a preposition beside the verb that the figure is about.
    fn around(&self, verb: usize) -> Option<usize> {
        let tokens = self.scene.referents.tokens();
        // "up 18 percent, *according to* the bank"
        let told = |child: usize| {
            let case = self.scene.clauses.case(child).map(|case| self.text(case));
            case.is_some_and(|case| case.eq_ignore_ascii_case("according"))
        };
        // "travel 500 miles from Herat": how far, not how much of Herat.
        let length = self.quantity.label == QuantityLabel::Measure;
        let place =
            |child: usize| length && self.scene.referents.mention(child).is_some() || self.is_place(child);
        // "on *track* for their worst day": how it goes, not what of.
        let clauses = &self.scene.clauses;
        let manner = |child: usize| clauses.is_listed(child, &clauses.governors.beside);
        tokens.children(verb).find(|&child| {
            tokens.relation(child) == Relation::Obl
                && child != self.carrier
                // "*Under the deal*, Ankara will buy": what opens the sentence is none of it.
                && child > verb
                && self.scene.referents.time(child).is_none()
                && self.is_noun(child)
                && self.scene.referents.quantity(child).is_none()
                && !told(child)
                && !place(child)
                && !manner(child)
        })
    }

    /// "pledged EUR 1 billion", "received 35.8 percent", "earn 12 percent more than women": whether the figure is how much of it
    /// somebody does.
    fn is_done(&self) -> bool {
        self.comparative().is_some()
            || self.is_sum() && self.is_object()
            || self.quantity.label == QuantityLabel::Measure
    }

    fn is_object(&self) -> bool {
        self.scene.referents.tokens().relation(self.carrier) == Relation::Obj
    }

    /// Whether it is a sum of money or a share.
    fn is_sum(&self) -> bool {
        matches!(self.quantity.label, QuantityLabel::Money | QuantityLabel::Percent)
    }

    /// Whether the verb says how much the subject is: it names a level, or a change whose end follows a preposition.
    pub(super) fn is_level(&self, verb: usize) -> bool {
        let clauses = &self.scene.clauses;
        clauses.is_listed(verb, &clauses.governors.level) || self.is_bound_change(verb)
    }

    /// "fell *to* 60 percent", "cut *by* a fifth": whether the verb is one of change and a preposition says by how much or to
    /// where.
    fn is_bound_change(&self, verb: usize) -> bool {
        let bound = ["to", "by", "at", "below", "above", "under", "over"];
        self.is_change(verb) && self.case().is_some_and(|case| bound.contains(&case))
    }

    pub(super) fn is_change(&self, verb: usize) -> bool {
        let clauses = &self.scene.clauses;
        clauses.is_listed(verb, &clauses.governors.rising)
            || clauses.is_listed(verb, &clauses.governors.falling)
    }

    /// What a sum is in or goes into: the noun after the preposition that follows it.
    fn purpose(&self) -> Option<usize> {
        let (referents, at) = (self.scene.referents, self.number.end);
        let tokens = referents.tokens();
        if at >= tokens.len() || !matches!(self.text(at), "in" | "into" | "on") {
            return None;
        }
        let noun = tokens.head(at).filter(|&noun| noun > at && self.is_noun(noun))?;
        (referents.time(noun).is_none() && !self.is_place(noun)).then_some(noun)
    }

    /// "dropped 11 percent in *Seoul*": whether the noun says where it was.
    fn is_place(&self, noun: usize) -> bool {
        let referents = self.scene.referents;
        let kind = referents.entity(noun).map(|id| referents.kind(id));
        matches!(kind, Some(EntityKind::Place | EntityKind::Country))
    }

    /// Whom a sum is for: the noun after the "for" that follows it.
    fn beneficiary(&self) -> Option<usize> {
        if self.quantity.label != QuantityLabel::Money {
            return None;
        }
        let referents = self.scene.referents;
        let tokens = referents.tokens();
        let end = tokens.len().min(self.number.end + PREDICATE);
        let near = (self.number.end..end).take_while(|&at| tokens.upos(at) != Upos::Punct);
        // Where it goes to somebody, what it is for is its purpose.
        let mut near = near.take_while(|&at| self.text(at) != "to");
        let at = near.find(|&at| self.text(at) == "for")?;
        let noun = tokens.head(at).filter(|&noun| noun > at && self.is_noun(noun))?;
        let figure = tokens.subtree(noun).any(|at| referents.quantity(at).is_some());
        (referents.time(noun).is_none() && !figure).then_some(noun)
    }
}
