//! Who acts where no role says it or nobody knows for whom: "*an Israeli* air strike killed six", "*the army* attacked Beirut".

use super::is_visit;
use super::parties::Parties;
use crate::document::{Arg, EntityKind, Filler};
use crate::fact::actor;
use crate::fact::scene::Scene;
use crate::syntax::clause::Function;
use crate::syntax::{Relation, Upos};

/// Words of a means within which its country stands.
const MEANS: usize = 12;

impl Parties<'_> {
    /// Looks for who acts: in the words of the means, then among those of the recipient's country.
    ///
    /// Who acts by a means becomes an argument of the fact.
    pub(super) fn look_for_actor(&mut self, args: &mut Vec<Arg>) {
        if let Some((word, code)) = self.by_means(args).filter(|_| self.actors.is_empty()) {
            self.actors.push(code);
            // A treaty is an instrument that nobody wields.
            let armed = matches!(self.code.event.as_str(), "ASSAULT" | "MOBILIZE");
            if armed && self.acting.is_empty() {
                args.splice(0..0, self.wielder(word));
            }
        }
        // … but a guest is hardly of the country that he visits.
        let guest = is_visit(self.code);
        if let ([], [recipient, ..], false) = (self.actors.as_slice(), self.recipients.as_slice(), guest) {
            self.actors.extend(self.at_home(recipient));
        }
    }

    /// "*an Israeli air strike* killed six": who has done it stands with the means; whose the troops are that are deployed, with
    /// them. The word for who it is, and the code.
    fn by_means(&self, args: &[Arg]) -> Option<(usize, String)> {
        let (scene, tokens) = (self.scene, self.scene.referents.tokens());
        let role = if self.code.event == "MOBILIZE" { "topic" } else { "instrument" };
        let mut means = args.iter().filter(|arg| arg.role == role);
        let words = means.clone().flat_map(|arg| scene.referents.words_of(arg.span)).take(MEANS);
        let mut before = words.take_while(|&at| tokens.upos(at) != Upos::Adp);
        let code = |at: usize| actor::first_codes(scene, at..at + 1, &self.recipients).1.pop();
        let first = before.find_map(|at| Some((at, code(at)?)));
        first.or_else(|| means.find_map(|arg| launched(scene, arg)))
    }

    /// Whoever the word stands for or belongs to, as one who acts: of "a *Kabul* bombing" nobody.
    fn wielder(&self, word: usize) -> Option<Arg> {
        if self.is_kind(word, EntityKind::Place) {
            return None;
        }
        let arg = self.scene.phrase("actor", word);
        let country = || self.scene.referents.country_among(word..word + 1).map(Filler::Entity);
        let filler = match arg.filler {
            Filler::Text => country().unwrap_or(Filler::Text),
            known => known,
        };
        Some(Arg { filler, ..arg })
    }

    /// The code of an actor that the text gives no country: of the recipient's.
    fn at_home(&self, recipient: &str) -> Option<String> {
        let state = recipient.get(..3)?;
        match self.acting.first() {
            Some(&word) => self.of_country(word, recipient, state),
            None if self.code.event == "ASSAULT" => Some(self.attacker(recipient, state)),
            None => None,
        }
    }

    /// The code of the actor at the word by the country `state` of the recipient, or by who says it or where it happens.
    fn of_country(&self, word: usize, recipient: &str, state: &str) -> Option<String> {
        let (scene, at) = (self.scene, self.act.clause.word);
        let of = |state: &str| actor::domestic(scene, scene.referents.phrase(word), state);
        // "the leaders condemned *Russia*", "the foreign ministry condemned the *Kenyan* army": a government acts on itself last of all.
        let own = of(state);
        let is = |code: &str, branches: &[&str]| branches.iter().any(|branch| code.ends_with(branch));
        let abroad = recipient.len() == 3 || is(recipient, &["GOV", "MIL"]);
        if abroad && own.as_deref().is_some_and(|code| is(code, &["GOV", "LEG"])) {
            return None;
        }
        // "Israel's minister said *the army* would attack Beirut": that of who says so.
        let source = scene.source_of(at).and_then(|source| actor::codes(scene, source).into_iter().next());
        let said = source.as_deref().and_then(|code| code.get(..3)).filter(|said| *said != state);
        let ours = said.and_then(of);
        if ours.is_some() {
            return ours;
        }
        // "kidnapped by gunmen *in Nigeria*": armed men are of where they strike, not of whom they strike.
        let armed = ["REB", "UAF", "CRM"]
            .iter()
            .any(|branch| own.as_ref().is_some_and(|code| code.ends_with(branch)));
        let there = scene.place_of(at).filter(|_| armed).and_then(|place| actor::state(scene, place));
        there.and_then(|state| of(&state)).or(own)
    }

    /// An assault by nobody in particular is by who struck when it happened, or by unidentified armed actors of the place that the
    /// sentence names, or of the recipient's country.
    fn attacker(&self, recipient: &str, state: &str) -> String {
        let scene = self.scene;
        let by = || {
            let strikes = scene.clauses.of_verb(self.struck()?);
            let (_, who) = *strikes.fillers.iter().find(|(function, _)| *function == Function::Subject)?;
            actor::codes(scene, who).into_iter().next()
        };
        by().unwrap_or_else(|| {
            let row = scene.reading().sentence_of(self.act.clause.word);
            let sentence = scene.reading().sentences[row].tokens.clone();
            let named = actor::first_codes(scene, sentence, &[recipient.to_owned()]).1.into_iter().next();
            let place = named.filter(|code| code.len() == 3);
            place.unwrap_or_else(|| state.to_owned()) + "UAF"
        })
    }
}

/// Who has sent the means: "drones *launched by the rebels*", "an attack *by the rebels*".
fn launched(scene: &Scene, means: &Arg) -> Option<(usize, String)> {
    let tokens = scene.referents.tokens();
    let head = scene.head_of(means.span);
    let coded = |at: usize| Some((at, actor::codes(scene, at).into_iter().next()?));
    let by = |&at: &usize| scene.clauses.case(at).is_some_and(|case| scene.referents.text(case) == "by");
    if let Some(sender) = tokens.children(head).filter(by).find_map(coded) {
        return Some(sender);
    }
    let participle = |&at: &usize| tokens.relation(at) == Relation::Acl && tokens.xpos(at) == "VBN";
    // … also where a parser makes the means the subject of the participle.
    let above = || tokens.head(head).filter(|&at| tokens.xpos(at) == "VBN" && at > head);
    let verb = tokens.children(head).find(participle).or_else(above)?;
    let clause = scene.clauses.of_verb(verb);
    coded(clause.filler(Function::Subject)?)
}
