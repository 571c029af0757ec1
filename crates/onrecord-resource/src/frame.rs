//! Frames: which verbs, nouns and adjectives carry which kind of fact, and who fills its roles.
//!
//! The idea is Fillmore's (1976): a word evokes a scene with a fixed cast. A frame names the kind of fact, the words
//! that evoke it, and for every role the grammatical functions that can fill it, in the order of preference. The
//! clause reader has undone passives, relative clauses, conjunction and control before a frame is asked, so a frame
//! says `subject` and means who does it. Every frame carries sentences that it finds facts in, and sentences that it
//! leaves alone.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};
use crate::kind;

/// What a word is to the trigger of a frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Function {
    /// Who does it, also of a passive ("by …") and of the light verb that a noun stands with.
    Subject,
    /// Whom or what it is done to, also the subject of a passive.
    Object,
    /// To whom it is given.
    Indirect,
    /// What the subject is or becomes.
    Complement,
    /// A clause that depends on the verb.
    Clause,
    /// An infinitive that depends on the verb: "ordered them *to leave*".
    Infinitive,
    /// A clause that says what ought to be: "insisted that Oman *leave*".
    Demand,
    /// What it is done for: "met *to discuss trade*".
    Purpose,
    /// "China's visit", "his visit".
    Possessor,
    /// Who does what the noun dates: "during a visit to Oman, *he* said".
    Around,
    /// "Sino-Russian talks", "the Chinese visit", "trade talks".
    Compound,
    /// The phrase of the trigger itself.
    Trigger,
    /// What follows the preposition.
    Preposition(String),
}

/// What the verb of a frame may have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Takes {
    /// Whatever verbs have.
    #[default]
    Anything,
    /// No object: "they demonstrated", not "demonstrated their skill".
    NoObject,
    /// Nothing that says more of its object: not "called him *a liar*".
    OnlyObject,
    /// No clause that says to what end or why: not "I am honoured *to be here*".
    NoClause,
    /// Nothing but time and subject matter: "they spoke on Monday", not "spoke *in the hall*", "spoke *of hope*".
    Nothing,
}

/// What may fill a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// An entity of that type.
    Person,
    /// An entity of that type.
    Organization,
    /// An entity of that type.
    Country,
    /// An entity of that type.
    Place,
    /// An entity of that type.
    Event,
    /// An entity of that type.
    Program,
    /// An entity of that type.
    Document,
    /// An entity of that type.
    Product,
    /// An entity of that type.
    Group,
    /// A person, organization, country or group.
    Actor,
    /// Something that a common noun names, and nobody in particular.
    Thing,
    /// A name of which nobody knows what it names.
    Unknown,
    /// A quantity of money.
    Money,
    /// Any quantity.
    Quantity,
}

/// How one role is filled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Role {
    /// One of the roles of the kind.
    pub name: String,
    /// The functions that can fill it; the first that does wins, or all where `many`.
    pub from: Vec<Function>,
    /// What may fill it; anything where empty.
    pub types: Vec<Type>,
    /// Lemmas of which the filler's head must be one, where not empty.
    pub words: Vec<String>,
    /// Lemmas of which the filler's head must be none.
    pub except: Vec<String>,
    /// Whether several can fill it, in coordination or by several functions.
    pub many: bool,
    /// Fillers that it takes at least.
    pub least: u8,
    /// Whether each of several fillers makes a fact of its own.
    pub each: bool,
}

/// The part of speech of a word that evokes a frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Part {
    /// A verb.
    Verb,
    /// A noun.
    Noun,
    /// An adjective that is said of somebody: "is *critical* of it".
    Adjective,
}

/// A word that evokes a frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trigger {
    /// What it has to be.
    pub part: Part,
    /// Its lemma.
    pub lemma: String,
    /// Further lemmas that hang on it: `part` of "take part", `on` of "call on".
    pub with: Vec<String>,
}

/// The code of an event between political actors.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Code {
    /// PLOVER event type.
    pub event: String,
    /// PLOVER mode.
    pub mode: Option<String>,
    /// CAMEO code.
    pub cameo: Option<String>,
}

/// A sentence with what the frame finds in it: one table of role and words a fact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The sentence.
    pub text: String,
    /// Its line in the file.
    pub line: usize,
    /// The facts; `modality` and `polarity` beside the roles.
    pub finds: Vec<BTreeMap<String, Words>>,
}

/// The words that fill a role, or several fillers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Words {
    /// One filler.
    One(String),
    /// Several.
    Many(Vec<String>),
}

/// A frame.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// `kind/name`.
    pub id: String,
    /// What evokes it.
    pub triggers: Vec<Trigger>,
    /// Its roles.
    pub roles: Vec<Role>,
    /// Roles whose value the frame itself gives: `action` of "sign" is `signed`.
    pub set: Vec<(String, String)>,
    /// Its code, for acts between political actors.
    pub plover: Option<Code>,
    /// Whether several actors without a recipient act on each other: "A and B cooperate".
    pub mutual: bool,
    /// Whether it is enough to know who speaks: "the council *refused*".
    pub alone: bool,
    /// What its verb may have.
    pub takes: Takes,
    /// Lemmas of which none hangs on the trigger: a *heart* attack is none on anybody.
    pub without: Vec<String>,
    /// Lemmas of which the sentence that opens a list has one, where the trigger heads a point of that list.
    pub listed: Vec<String>,
    /// Measured precision in percent.
    pub precision: u8,
}

impl Frame {
    /// The kind of fact that the frame makes.
    #[must_use]
    pub fn kind(&self) -> &str {
        self.id.split('/').next().unwrap_or_default()
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Measured precision of the file's frames on the development documents, in percent.
    #[serde(default = "unmeasured")]
    precision: u8,
    /// Words that several roles list, by a name that stands for them: `$troops`.
    #[serde(default)]
    list: BTreeMap<String, Vec<String>>,
    frame: Vec<Written>,
}

/// Of frames that nobody has measured as many facts are taken to be wrong as right.
fn unmeasured() -> u8 {
    50
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    id: Spanned<String>,
    triggers: Triggers,
    #[serde(default)]
    role: BTreeMap<String, WrittenRole>,
    #[serde(default)]
    set: BTreeMap<String, String>,
    plover: Option<Code>,
    #[serde(default)]
    mutual: bool,
    #[serde(default)]
    alone: bool,
    #[serde(default)]
    takes: Takes,
    #[serde(default)]
    without: Vec<String>,
    #[serde(default)]
    listed: Vec<String>,
    #[serde(default)]
    example: Vec<WrittenExample>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenExample {
    text: Spanned<String>,
    finds: Vec<BTreeMap<String, Words>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Triggers {
    #[serde(default)]
    verb: Vec<String>,
    #[serde(default)]
    noun: Vec<String>,
    #[serde(default)]
    adjective: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRole {
    from: Vec<String>,
    #[serde(default, rename = "type")]
    types: Vec<Type>,
    #[serde(default)]
    words: Vec<String>,
    #[serde(default)]
    except: Vec<String>,
    #[serde(default)]
    many: bool,
    /// Whether each filler makes a fact of its own: "A and B were elected".
    #[serde(default)]
    each: bool,
    /// Fillers that it takes at least; one where nothing is said, none makes it optional.
    least: Option<u8>,
}

/// Reads and checks the frames of `source`, each with its examples; the same for the built-in ones and a user's.
///
/// # Errors
/// The first mistake: bad TOML, an unknown kind or role, no trigger, no role, no example or no counter-example.
pub fn frames(source: Source) -> Result<Vec<(Frame, Vec<Example>)>, ResourceError> {
    let File { precision, list, frame } = source.toml()?;
    frame.into_iter().map(|written| check(source, precision, &list, written)).collect()
}

fn check(
    source: Source,
    precision: u8,
    lists: &BTreeMap<String, Vec<String>>,
    written: Written,
) -> Result<(Frame, Vec<Example>), ResourceError> {
    let at = written.id.span().start;
    let id = written.id.into_inner();
    let fail = |problem: String| Err(source.error(at, problem));
    let Some(kind) = kind::named(id.split('/').next().unwrap_or_default()) else {
        let known: Vec<&str> = kind::KINDS.iter().map(|kind| kind.name).collect();
        return fail(format!(
            "`{id}` must begin with a kind and a slash; the kinds are {}",
            known.join(", ")
        ));
    };
    let names = written.role.keys().chain(written.set.keys());
    if let Some(role) = names.into_iter().find(|role| !kind.roles.contains(&role.as_str())) {
        return fail(format!("kind `{}` has no role `{role}`; it has {}", kind.name, kind.roles.join(", ")));
    }
    if written.role.is_empty() {
        return fail(format!("`{id}` has no role"));
    }
    let found = written.example.iter().filter(|example| !example.finds.is_empty()).count();
    if found == 0 || found == written.example.len() {
        return fail(format!("`{id}` needs an example that it finds and one that it leaves alone"));
    }
    let Triggers { verb, noun, adjective } = &written.triggers;
    let parts = [(Part::Verb, verb), (Part::Noun, noun), (Part::Adjective, adjective)];
    let triggers: Vec<Trigger> = parts.into_iter().flat_map(|(part, list)| trigger(part, list)).collect();
    if triggers.is_empty() {
        return fail(format!("`{id}` has no trigger"));
    }
    // In the order of the fact model, so that facts list their arguments in it.
    let position = |name: &str| kind.roles.iter().position(|role| *role == name);
    let roles = written.role.into_iter().map(|(name, role)| role.checked(name, lists));
    let mut roles: Vec<Role> = match roles.collect() {
        Ok(roles) => roles,
        Err(problem) => return fail(problem),
    };
    roles.sort_by_key(|role| position(&role.name));
    let set = written.set.into_iter().collect();
    let Written { plover, mutual, alone, takes, without, listed, example, .. } = written;
    let example = example.into_iter().map(|WrittenExample { text, finds }| Example {
        line: source.line(text.span().start),
        text: text.into_inner(),
        finds,
    });
    let example = example.collect();
    Ok((
        Frame { id, triggers, roles, set, plover, mutual, alone, takes, without, listed, precision },
        example,
    ))
}

fn trigger(part: Part, written: &[String]) -> impl Iterator<Item = Trigger> + '_ {
    written.iter().map(move |phrase| {
        let mut words = phrase.split(' ').map(str::to_owned);
        Trigger { part, lemma: words.next().unwrap_or_default(), with: words.collect() }
    })
}

impl WrittenRole {
    /// The role with the words of the lists that it names.
    fn checked(self, name: String, lists: &BTreeMap<String, Vec<String>>) -> Result<Role, String> {
        let spelt = |words: Vec<String>| -> Result<Vec<String>, String> {
            let word = |word: String| match word.strip_prefix('$') {
                None => Ok(vec![word]),
                Some(list) => {
                    lists.get(list).cloned().ok_or_else(|| format!("the file has no list `{list}`"))
                }
            };
            Ok(words.into_iter().map(word).collect::<Result<Vec<_>, String>>()?.concat())
        };
        let function = |written: String| match written.as_str() {
            "subject" => Function::Subject,
            "object" => Function::Object,
            "indirect" => Function::Indirect,
            "complement" => Function::Complement,
            "clause" => Function::Clause,
            "infinitive" => Function::Infinitive,
            "demand" => Function::Demand,
            "possessor" => Function::Possessor,
            "around" => Function::Around,
            "purpose" => Function::Purpose,
            "compound" => Function::Compound,
            "trigger" => Function::Trigger,
            _ => Function::Preposition(written),
        };
        Ok(Role {
            name,
            from: self.from.into_iter().map(function).collect(),
            types: self.types,
            words: spelt(self.words)?,
            except: spelt(self.except)?,
            many: self.many || self.each,
            each: self.each,
            least: self.least.unwrap_or(1),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EXAMPLES: &str =
        "\n[[frame.example]]\ntext = 'a'\nfinds = [{}]\n[[frame.example]]\ntext = 'b'\nfinds = []";

    #[test]
    fn mistakes_are_named_with_their_place() {
        #[rustfmt::skip]
        let cases = [
            ("id = 'visits/x'\ntriggers.verb = ['a']\nrole.visitor = { from = ['subject'] }",
             "f:3:6: `visits/x` must begin with a kind and a slash; the kinds are position, "),
            ("id = 'visit/x'\ntriggers.verb = ['a']\nrole.guest = { from = ['subject'] }",
             "f:3:6: kind `visit` has no role `guest`; it has visitor, destination, type"),
            ("id = 'visit/x'\ntriggers = {}\nrole.visitor = { from = ['subject'] }",
             "f:3:6: `visit/x` has no trigger"),
            ("id = 'visit/x'\ntriggers.verb = ['a']\nrole.visitor = { form = ['subject'] }",
             "f:5:18: unknown field `form`"),
            ("id = 'visit/x'\ntriggers.verb = ['a']\nrole.visitor = { from = ['subject'], except = ['$troops'] }",
             "f:3:6: the file has no list `troops`"),
        ];
        for (frame, expected) in cases {
            let content = format!("precision = 50\n[[frame]]\n{frame}{EXAMPLES}");
            let error = frames(Source::new("f", &content)).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
        let lonely = "precision = 50\n[[frame]]\nid = 'visit/x'\ntriggers.verb = ['a']\nrole.visitor = { from = ['subject'] }";
        let error = frames(Source::new("f", lonely)).unwrap_err().to_string();
        assert_eq!(error, "f:3:6: `visit/x` needs an example that it finds and one that it leaves alone");
    }
}
