//! The fact that a frame makes of a clause that evokes it, or what it lacks.

use onrecord_resource::frame::{Code, Frame, Function as Asked, Part, Role, Takes, Trigger};

use super::lack::Lack;
use super::point;
use super::told::is_doer;
use crate::document::{Arg, EntityKind, Fact, FactKind, Filler, Form};
use crate::fact::scene::{Certainty, Scene};
use crate::fact::{actor, code, fill, position};
use crate::syntax::clause::{Clause, Function};
use crate::syntax::{Relation, Upos};

/// A frame that a clause evokes.
pub(super) struct Evoked<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) clause: &'s Clause,
    pub(super) frame: &'s Frame,
    pub(super) trigger: &'s Trigger,
    pub(super) kind: FactKind,
}

impl Evoked<'_> {
    /// The fact of the frame, or what it lacks.
    pub(super) fn fact(&self) -> Result<Fact, Lack> {
        let Self { scene, clause, frame, kind, .. } = *self;
        let mut args = self.args()?;
        fill::reciprocate(scene, &mut args);
        if let Some(lack) = self.lack(&args) {
            return Err(lack);
        }
        if kind == FactKind::Action && self.codes(code::is_judging) {
            args.extend(fill::owner(scene, &args));
        }
        fill::trim(scene, clause.word, &mut args);
        if let Some(body) = self.organization(&args) {
            self.leave_out(&body, &mut args);
            args.push(body);
        }
        args.extend(self.office(&args));
        args.extend(self.thing(&args));
        args.extend(self.set());
        let certainty = Certainty { polarity: clause.polarity, modality: clause.modality };
        let fact = scene.fact(kind, &frame.id, clause.word, certainty, args);
        Ok(Fact { confidence: frame.precision, ..fact })
    }

    /// The body of the office that the fact tells of, where no role has it: "took over as governor of *the Bank of Estonia*".
    fn organization(&self, args: &[Arg]) -> Option<Arg> {
        let office = matches!(self.kind, FactKind::Appointment | FactKind::Position);
        let known = args.iter().any(|arg| arg.role == "organization");
        let role = args.iter().find(|arg| arg.role == "role").filter(|_| office && !known)?;
        position::organization_within(self.scene, &self.scene.referents.words_of(role.span))
    }

    /// Ends the role before the body that it is held at: "took over as *governor* of the Bank of Estonia".
    fn leave_out(&self, body: &Arg, args: &mut [Arg]) {
        let (referents, tokens) = (self.scene.referents, self.scene.referents.tokens());
        let first = referents.words_of(body.span).start;
        let Some(role) = args.iter_mut().find(|arg| arg.role == "role" && arg.span.contains(body.span))
        else {
            return;
        };
        let words = referents.words_of(role.span);
        let small = |at: &usize| matches!(tokens.upos(*at), Upos::Adp | Upos::Det);
        let end = (words.start..first).rev().take_while(small).last();
        if let Some(end) = end.filter(|&end| end > words.start) {
            role.span = tokens.cover(words.start..end);
        }
    }

    /// The office that somebody leaves or is followed in, where the text has told it before: "sports minister Ann Lee … *resigned*".
    fn office(&self, args: &[Arg]) -> Vec<Arg> {
        let known = args.iter().any(|arg| matches!(arg.role, "role" | "organization"));
        let leaves =
            self.frame.set.iter().any(|(_, value)| matches!(value.as_str(), "resigned" | "dismissed"));
        let whose = if leaves { "person" } else { "predecessor" };
        let holder =
            args.iter().find(|arg| arg.role == whose && self.kind == FactKind::Appointment && !known);
        match holder.map(|arg| &arg.filler) {
            Some(&Filler::Entity(person)) => position::office_by(self.scene, person, self.clause.word),
            _ => Vec::new(),
        }
    }

    /// What the sum is that somebody gives or gets: "granted it *a loan* of 5 million", "a 5 million dollar *contract*".
    fn thing(&self, args: &[Arg]) -> Option<Arg> {
        let tokens = self.scene.referents.tokens();
        let known = args.iter().any(|arg| arg.role == "thing");
        let amount =
            args.iter().find(|arg| arg.role == "amount" && self.kind == FactKind::Transfer && !known)?;
        let number = self.scene.referents.words_of(amount.span);
        let noun = tokens.head(tokens.head_of(number.clone()))?;
        let object = |&(function, word): &(Function, usize)| function == Function::Object && word == noun;
        let given = noun == self.clause.word || self.clause.fillers.iter().any(object);
        let plain = tokens.upos(noun) == Upos::Noun && self.scene.referents.quantity(noun).is_none();
        // "$5 worth of *medicine*"
        let of = |child: &usize| tokens.relation(*child) == Relation::Nmod;
        let bought = || tokens.children(noun).find(of).filter(|_| tokens.lemma(noun) == "worth");
        let start = if noun > number.start { number.end } else { self.scene.referents.phrase(noun).start };
        let words = bought().map_or(start..noun + 1, |thing| self.scene.referents.phrase(thing));
        (given && plain && start <= noun).then(|| self.scene.text("thing", words))
    }

    /// Whether the frame has a code of which that is true.
    fn codes(&self, of: impl Fn(&Code) -> bool) -> bool {
        self.frame.plover.as_ref().is_some_and(of)
    }

    /// The role of the kind that has the name.
    fn role(&self, name: &str) -> Option<&'static str> {
        self.kind.roles().iter().copied().find(|known| *known == name)
    }

    /// What the frame says of itself, whatever the clause says.
    fn set(&self) -> Vec<Arg> {
        let span = self.scene.referents.tokens().span(self.clause.word);
        let arg = |(role, value): &(String, String)| {
            let filler = Filler::Value { value: value.clone(), unit: None };
            Some(Arg { role: self.role(role)?, span, filler })
        };
        self.frame.set.iter().filter_map(arg).collect()
    }

    /// What fills the roles of the frame, or the first role that has too little.
    fn args(&self) -> Result<Vec<Arg>, Lack> {
        let Self { scene, clause, frame, trigger, kind } = *self;
        let mut args: Vec<Arg> = Vec::new();
        for role in &frame.roles {
            let Some(name) = self.role(&role.name) else { continue };
            let mut filled = fill::Blank { scene, clause, trigger, role, name }.fill(&args);
            // Who signs all the documents of a list is said once, before it.
            let opening = if filled.is_empty() { self.opening() } else { None };
            if let Some(verb) = opening {
                let clause = &scene.clauses.of_verb(verb);
                filled = fill::Blank { scene, clause, trigger, role, name }.fill(&args);
            }
            fill::keep_apart(scene, kind, &mut filled, &args);
            self.drop_told(&mut filled, &args);
            if name == "recipient" && filled.is_empty() && self.is_each_other(&args) {
                args.iter_mut().filter(|arg| arg.role == "actor").skip(1).for_each(|arg| arg.role = name);
            } else if !self.is_enough(role, &filled) {
                return Err(Lack::Role { role: name, fillers: filled.len(), least: role.least });
            }
            args.extend(filled);
        }
        Ok(args)
    }

    /// The verb that opens the list of which the trigger heads a point.
    fn opening(&self) -> Option<usize> {
        if self.frame.listed.is_empty() {
            return None;
        }
        let verb = point::opening(self.scene, self.clause.word, &self.frame.listed)?;
        (self.scene.referents.tokens().upos(verb) == Upos::Verb).then_some(verb)
    }

    /// Drops what is told already. The same words do not fill two roles, and nobody acts on himself.
    fn drop_told(&self, filled: &mut Vec<Arg>, args: &[Arg]) {
        let pronoun = |arg: &Arg| {
            let words = self.scene.referents.words_of(arg.span);
            words.len() == 1 && matches!(self.scene.referents.tokens().xpos(words.start), "PRP")
        };
        // "talks between *the ministries of Kenya and Oman*": Oman is told already.
        let spans: Vec<_> = filled.iter().map(|arg| arg.span).collect();
        filled.retain(|arg| !spans.iter().any(|span| *span != arg.span && span.contains(arg.span)));
        filled.retain(|arg| {
            let same = |other: &Arg| {
                let acts = matches!((other.role, arg.role), ("actor" | "giver", "recipient"));
                other.span == arg.span
                    || (acts || self.kind == FactKind::Action && pronoun(arg))
                        && other.filler == arg.filler
                        && arg.filler != Filler::Text
            };
            !args.iter().any(same)
        });
    }

    /// How many they are. A plural stands for several where it is who does it: "the ministers met".
    fn count(&self, args: &[Arg]) -> usize {
        let one = |arg: &Arg| self.is_told() && !is_doer(self.scene, self.clause, arg);
        args.iter().map(|arg| if one(arg) { 1 } else { actor::count(self.scene, arg) }).sum()
    }

    /// Whether they are as many as the role needs.
    fn is_enough(&self, role: &Role, filled: &[Arg]) -> bool {
        let least = usize::from(role.least);
        // "all senators called witnesses": however many they are, they call somebody else.
        let among = self.frame.takes != Takes::OnlyObject;
        filled.len() >= least || among && !filled.is_empty() && self.count(filled) >= least
    }

    /// "Kenya and Oman cooperate": the first acts on the others; "the ministers cooperate" need no other.
    fn is_each_other(&self, args: &[Arg]) -> bool {
        // "rescuers battled *to reach* the town": what they struggle for.
        let aim =
            |&(function, _): &(Function, usize)| matches!(function, Function::Clause | Function::Purpose);
        let struggles = self.is_assault() && self.clause.fillers.iter().any(aim);
        self.frame.mutual && !struggles && self.count(args) > 1
    }

    /// Whether a clause says it, not a noun.
    fn is_told(&self) -> bool {
        self.trigger.part != Part::Noun
    }

    /// What the arguments lack to be a fact.
    fn lack(&self, args: &[Arg]) -> Option<Lack> {
        let (verb, word) = (self.is_told(), self.clause.word);
        let action = self.kind == FactKind::Action;
        if verb && self.has_only_hosts(args) {
            Some(Lack::Object)
        } else if self.is_of_nobody(args) {
            Some(Lack::Somebody)
        } else if action && !verb && !self.scene.clauses.is_told(word) || self.says_which(args) {
            Some(Lack::Told)
        } else if action && verb && self.is_done_by_nobody(args) {
            Some(Lack::Doer)
        } else if action && self.is_of_words_alone(args) || self.is_assault_on_words(args) {
            Some(Lack::Aim)
        } else if self.kind == FactKind::Appointment && args.iter().any(|arg| self.is_no_office(arg)) {
            Some(Lack::Office)
        } else {
            None
        }
    }

    /// "the topics *discussed by both*": the participle says which topics are meant, not that they met.
    fn says_which(&self, args: &[Arg]) -> bool {
        let tokens = self.scene.referents.tokens();
        let noun =
            tokens.head(self.clause.word).filter(|_| tokens.relation(self.clause.word) == Relation::Acl);
        let topic = |arg: &Arg| arg.role == "topic" && noun == Some(self.scene.head_of(arg.span));
        self.kind == FactKind::Meeting && args.iter().any(topic)
    }

    /// "both sides welcomed the news": who receives a guest is not the guest.
    fn has_only_hosts(&self, args: &[Arg]) -> bool {
        let hosts = self.kind == FactKind::Meeting && self.codes(code::is_visit);
        hosts && args.iter().all(|arg| is_doer(self.scene, self.clause, arg))
    }

    /// A fact is about somebody: a pronoun that nobody is behind, or only plain words, say too little.
    fn is_of_nobody(&self, args: &[Arg]) -> bool {
        match self.kind {
            FactKind::Transfer => !args.iter().any(|arg| matches!(arg.role, "giver" | "recipient")),
            FactKind::Action => {
                let armed = args.iter().any(|arg| arg.role == "instrument") && self.is_weapon();
                !args.iter().any(|arg| self.is_somebody(arg, armed))
            }
            _ => false,
        }
    }

    /// Whether it is somebody who acts or is acted on; `armed` if a weapon is named.
    fn is_somebody(&self, arg: &Arg, armed: bool) -> bool {
        let head = || self.scene.head_of(arg.span);
        let hit = || arg.role == "recipient" && self.is_assault();
        // "hit *an Israeli base*": whose it is is known; "*drones* hit a depot": somebody has sent them.
        matches!(arg.filler, Filler::Entity(_))
            || actor::acts(self.scene, head())
            || actor::resolves(self.scene, head())
            || hit() && (armed || !actor::codes(self.scene, head()).is_empty())
    }

    /// Words alone act on nobody: "he agreed" does not say to what, where the frame does not take it.
    fn is_of_words_alone(&self, args: &[Arg]) -> bool {
        !self.frame.alone && args.iter().all(|arg| arg.role == "actor") && self.codes(code::is_verbal)
    }

    /// "attacked her *record*": only words do.
    fn is_assault_on_words(&self, args: &[Arg]) -> bool {
        let clauses = &self.scene.clauses;
        let ideal = |arg: &Arg| {
            arg.role == "recipient"
                && arg.filler == Filler::Text
                && clauses.is_listed(self.scene.head_of(arg.span), &clauses.governors.ideal)
        };
        self.is_assault() && args.iter().any(ideal)
    }

    /// Whether the frame is one of force against somebody.
    fn is_assault(&self) -> bool {
        self.codes(|code| code.event == "ASSAULT")
    }

    /// Whether the frame is one of weapons: it asks with what, not who.
    fn is_weapon(&self) -> bool {
        let asks = |name: &str| self.frame.roles.iter().any(|role| role.name == name);
        asks("instrument") && !asks("actor")
    }

    /// Whether the argument is called an office and is none: "a sergeant named *Ali Ode*", "dismissed her as *a fraud*", "named
    /// *the best player*".
    fn is_no_office(&self, arg: &Arg) -> bool {
        let (referents, tokens) = (self.scene.referents, self.scene.referents.tokens());
        let head = self.scene.head_of(arg.span);
        let mention = referents.covering(head).map(|id| &referents.named.mentions[id]);
        let name = mention.is_some_and(|row| row.kind == EntityKind::Person && row.form == Form::Name);
        let dismissed = self.frame.set.iter().any(|(_, value)| value == "dismissed");
        let article = tokens.child(head, &[Relation::Det]);
        let described = dismissed && article.is_some_and(|at| tokens.lemma(at) == "a");
        // "named *the most valuable player*" gives a rank, "the youngest minister" an office.
        let mut before = referents.words_of(arg.span).take_while(|&at| at < head);
        let best = before.any(|at| match tokens.xpos(at) {
            "JJS" => !matches!(tokens.lemma(at), "young" | "old"),
            penn => penn == "RBS",
        });
        arg.role == "role" && (name || described || best)
    }

    /// Whether the clause says by a noun who does it, and no role of the frame takes it: of "an earthquake struck the town" no
    /// actor struck.
    fn is_done_by_nobody(&self, args: &[Arg]) -> bool {
        let asks = self.frame.roles.iter().any(|role| role.from.contains(&Asked::Subject));
        asks && (self.is_accident(args) || self.is_doer_left_out(args))
    }

    /// "killed in a crash", "killed when the hotel collapsed": nobody killed.
    fn is_accident(&self, args: &[Arg]) -> bool {
        let (clauses, tokens) = (&self.scene.clauses, self.scene.referents.tokens());
        let accident = |&(function, word): &(Function, usize)| {
            matches!(function, Function::Preposition(_))
                && clauses.is_listed(word, &clauses.governors.accident)
        };
        let happens = |at: usize| {
            tokens.relation(at) == Relation::Advcl && clauses.is_listed(at, &clauses.governors.collapsing)
        };
        let accident =
            self.clause.fillers.iter().any(accident) || tokens.children(self.clause.word).any(happens);
        accident && !args.iter().any(|arg| arg.role == "actor")
    }

    fn is_doer_left_out(&self, args: &[Arg]) -> bool {
        let mut fillers = self.clause.fillers.iter();
        let doer = fillers.find(|(function, _)| *function == Function::Subject);
        let Some(&(_, doer)) = doer else { return false };
        let noun = matches!(self.scene.referents.tokens().upos(doer), Upos::Noun | Upos::Propn);
        // "Interpol and the police": one of them is enough.
        let taken = |arg: &Arg| {
            let words = self.scene.referents.words_of(arg.span);
            self.scene.clauses.conjuncts(doer).any(|one| words.contains(&one))
        };
        noun && !args.iter().any(taken)
    }
}
