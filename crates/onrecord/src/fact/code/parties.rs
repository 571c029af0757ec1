//! Who acts on whom by the roles of a fact, and the events that they make in pairs.

use onrecord_resource::frame::Code;

use super::{Act, due, intent};
use crate::document::{Arg, EntityKind, Plover};
use crate::fact::actor;
use crate::fact::scene::Scene;
use crate::syntax::Upos;

/// Roles of those who act and of those who are acted on.
const ACTORS: [&str; 9] =
    ["actor", "visitor", "inviter", "giver", "participants", "parties", "speaker", "member", "person"];
const RECIPIENTS: [&str; 5] = ["recipient", "destination", "invitee", "audience", "group"];

/// Pairs that one fact codes at most.
const PAIRS: usize = 12;

/// Who acts on whom.
pub(super) struct Parties<'s> {
    pub(super) scene: &'s Scene<'s>,
    pub(super) code: &'s Code,
    pub(super) act: Act<'s>,
    /// Heads of the phrases of those who act, and of those whom a role makes them act on.
    pub(super) acting: Vec<usize>,
    pub(super) concerned: Vec<usize>,
    /// Heads of what it is done with.
    pub(super) means: Vec<usize>,
    /// The codes of those who act and of those who are acted on.
    pub(super) actors: Vec<String>,
    pub(super) recipients: Vec<String>,
    /// Pairs that are coded at most.
    most: usize,
}

impl<'s> Parties<'s> {
    /// Those whom the roles name.
    pub(super) fn new(scene: &'s Scene<'s>, code: &'s Code, act: Act<'s>, args: &[Arg]) -> Self {
        let (actors, mut recipients) = (codes(scene, args, &ACTORS), codes(scene, args, &RECIPIENTS));
        recipients.retain(|code| !actors.contains(code));
        let (acting, concerned) = (heads(scene, args, &ACTORS), heads(scene, args, &RECIPIENTS));
        let means = heads(scene, args, &["instrument"]);
        let mut parties =
            Self { scene, code, act, acting, concerned, means, actors, recipients, most: PAIRS };
        // "the countries" that act are told once, whoever stands first; two that agree, in both directions. That they cooperate is
        // how things are, more than what happens.
        let two =
            act.mutual && parties.actors.len() + parties.recipients.len() == 2 && code.event != "COOPERATE";
        if parties.is_group() && !two {
            parties.most = 1;
        }
        parties.set_apart(args);
        parties
    }

    /// "the countries": whether one phrase stands for several of them.
    fn is_group(&self) -> bool {
        self.acting.len() > 1 && self.acting.windows(2).all(|pair| pair[0] == pair[1])
            || self.acting.iter().any(|word| self.concerned.contains(word))
    }

    /// Says which of those who act are acted on, where no role says it: each of those who act on each other, and whom the
    /// first one meets.
    fn set_apart(&mut self, args: &[Arg]) {
        let mutual = self.act.mutual;
        if !self.recipients.is_empty() {
            return;
        }
        let met = has(args, "participants");
        // "*Ode* spoke with Putin and Xi": the two did not speak with each other.
        let across = met && !self.is_group() && self.is_first_unknown(args) && self.is_alone(args);
        if across && !self.actors.is_empty() {
            self.recipients = std::mem::take(&mut self.actors);
        } else if mutual && self.actors.len() > 1 {
            self.recipients.clone_from(&self.actors);
        } else if met && !self.is_group() && self.is_first_unknown(args) && !self.actors.is_empty() {
            self.recipients = std::mem::take(&mut self.actors);
        } else if met && !mutual {
            self.recipients = self.actors.split_off(self.actors.len().min(1));
        }
    }

    /// Of whom nobody knows for whom they act, the others are met: "Secretary *Lee* met President Zelensky".
    fn is_first_unknown(&self, args: &[Arg]) -> bool {
        let first = args.iter().find(|arg| ACTORS.contains(&arg.role));
        first.is_some_and(|arg| actor::codes_of(self.scene, arg).is_empty())
    }

    /// Whether the first of those who act stands alone before what is done, and the others behind it.
    fn is_alone(&self, args: &[Arg]) -> bool {
        let word = self.act.clause.word;
        let acting = args.iter().filter(|arg| ACTORS.contains(&arg.role));
        let before = acting.filter(|arg| self.scene.head_of(arg.span) < word).count();
        before == 1 && self.scene.referents.tokens().upos(word) == Upos::Verb
    }

    /// Whether the roles say whom it concerns, though nobody knows for whom they act.
    pub(super) fn is_aimed(&self, args: &[Arg]) -> bool {
        // "ASEAN leaders met in Jakarta": who meets is said, where they meet is none of them.
        let among = has(args, "participants")
            && self.acting.len() == 1
            && self.scene.clauses.is_plural(self.acting[0]);
        self.is_somebody_told(args) || among || are_two_met(args) && self.actors.len() == 1
    }

    /// "asked Mr. Lee to name the leaders of Kenya": who is asked is somebody, though nobody knows for whom he acts.
    fn is_somebody_told(&self, args: &[Arg]) -> bool {
        let person = |&word: &usize| self.is_kind(word, EntityKind::Person);
        has(args, "topic") && self.concerned.iter().any(person)
    }

    /// Whether the word stands for an entity of the kind.
    pub(super) fn is_kind(&self, word: usize, kind: EntityKind) -> bool {
        self.scene.referents.entity(word).is_some_and(|id| self.scene.referents.kind(id) == kind)
    }

    /// The events, each with another pair.
    pub(super) fn events(&self) -> Vec<Plover> {
        let (actors, recipients) = (each(&self.actors), each(&self.recipients));
        let pairs = actors.iter().flat_map(|&one| recipients.iter().map(move |&other| (one, other)));
        let back = recipients.iter().flat_map(|&one| actors.iter().map(move |&other| (one, other)));
        let back = back.filter(|(one, other)| self.act.together && one.is_some() && other.is_some());
        let mut events: Vec<Plover> = Vec::new();
        for (actor, recipient) in
            pairs.chain(back).filter(|(actor, recipient)| actor.is_none() || actor != recipient)
        {
            let event = self.event(actor, recipient);
            if events.len() < self.most && !events.contains(&event) {
                events.push(event);
            }
        }
        events
    }

    fn event(&self, actor: Option<&String>, recipient: Option<&String>) -> Plover {
        let Self { code, act, .. } = self;
        let event = if act.due { due(&code.event, act.clause) } else { &code.event };
        let same = event == code.event;
        Plover {
            event: event.to_owned(),
            mode: code.mode.clone().filter(|_| same),
            cameo: if same { code.cameo.clone() } else { intent(&code.event, event).map(str::to_owned) },
            actor: actor.cloned(),
            recipient: recipient.cloned(),
        }
    }
}

/// Each of the codes, or that there is none.
fn each(codes: &[String]) -> Vec<Option<&String>> {
    if codes.is_empty() { vec![None] } else { codes.iter().map(Some).collect() }
}

/// Whether a role of that name is filled.
pub(super) fn has(args: &[Arg], role: &str) -> bool {
    args.iter().any(|arg| arg.role == role)
}

/// The heads of the phrases that fill the roles.
fn heads(scene: &Scene, args: &[Arg], roles: &[&str]) -> Vec<usize> {
    let inside = args.iter().filter(|arg| roles.contains(&arg.role));
    inside.map(|arg| scene.head_of(arg.span)).collect()
}

/// The codes of those who fill the roles, each once.
fn codes(scene: &Scene, args: &[Arg], roles: &[&str]) -> Vec<String> {
    let mut codes: Vec<String> = Vec::new();
    let inside = args.iter().filter(|arg| roles.contains(&arg.role));
    for code in inside.flat_map(|arg| actor::codes_of(scene, arg)) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Of two who meet the second is named, though nobody knows for whom they act.
fn are_two_met(args: &[Arg]) -> bool {
    let met: Vec<_> = args.iter().filter(|arg| arg.role == "participants").collect();
    let differ = |one: &Arg, other: &Arg| one.span != other.span || one.filler != other.filler;
    met.windows(2).any(|pair| differ(pair[0], pair[1]))
}
