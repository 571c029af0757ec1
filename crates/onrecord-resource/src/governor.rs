//! Words that change how certain a clause below them is, and verbs that only carry a noun.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use toml::Spanned;

use crate::error::{ResourceError, Source};

/// The lists by lemma.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Governors {
    /// What depends on them is to be: "plan to", "ready to".
    pub planned: Vec<String>,
    /// What depends on them may be: "try to", "possible".
    pub possible: Vec<String>,
    /// What depends on them ought to be: "urge", "have to".
    pub required: Vec<String>,
    /// Verbs whose object does what the infinitive says: "invited Oman to join".
    pub bidding: Vec<String>,
    /// What depends on them is not so: "fail to", "refuse to".
    pub negative: Vec<String>,
    /// Those of them that are none when they are denied: "did not fail to sign" has signed, "did not refuse to sign" may have.
    pub unfailing: Vec<String>,
    /// Verbs of whose object nothing comes: "cancelled the visit".
    pub cancelling: Vec<String>,
    /// Adverbs before a verb by which it is not so: "almost signed".
    pub almost: Vec<String>,
    /// Words before "of" or "to" and a verb by which it is not so: "stopped *short* of signing".
    pub short: Vec<String>,
    /// The same by which it is not so yet: "on the *verge* of signing".
    pub near: Vec<String>,
    /// Verbs behind which a gerund says what their subject has done: "denied *meeting* them".
    pub confessing: Vec<String>,
    /// Verbs behind which a gerund is nobody's act yet: "opposed *sending* troops".
    pub judging: Vec<String>,
    /// Of whom an infinitive behind them says what they have done: "the first to sign".
    pub foremost: Vec<String>,
    /// Nouns of which an infinitive says nothing done: "the only way to sign".
    pub means: Vec<String>,
    /// Nouns of what who has them is to do: "a plan to sign".
    pub intents: Vec<String>,
    /// Verbs by which one binds oneself to them: "sign an agreement to buy".
    pub binding: Vec<String>,
    /// Verbs by which somebody is held to have done something: "accuse Kenya of fraud".
    pub charging: Vec<String>,
    /// Auxiliaries of the four modalities, in lower case.
    pub auxiliary: BTreeMap<String, Vec<String>>,
    /// Words that deny: "not", "never".
    pub denial: Vec<String>,
    /// Words that open a condition: "if".
    pub condition: Vec<String>,
    /// Adjectives of what is to come: "upcoming".
    pub coming: Vec<String>,
    /// Prepositions after which a noun of action happened: "after the attack".
    pub dating: Vec<String>,
    /// Nouns that say beside what something is done, not what about: "on the sidelines of the summit".
    pub beside: Vec<String>,
    /// What happens to people though nobody does it: "earthquake".
    pub accident: Vec<String>,
    /// Verbs of what befalls things: "killed when the hotel *collapsed*".
    pub collapsing: Vec<String>,
    /// What people do who gather to do it: "marched to *protest*".
    pub voicing: Vec<String>,
    /// Verbs and nouns of gathering: "*marched* to protest".
    pub gathering: Vec<String>,
    /// Verbs of means, by which an end is reached: "*used* tear gas to disperse them".
    pub using: Vec<String>,
    /// Verbs of helping, of what is given for somebody: "pledged $5 million to *help* Oman".
    pub helping: Vec<String>,
    /// What is done by saying that one would like to: "I would like to *thank* Oman".
    pub performing: Vec<String>,
    /// The words that say so: "like", "wish".
    pub wishing: Vec<String>,
    /// What is attacked and struck in words alone: "attacked her *record*", "struck a *deal*".
    pub ideal: Vec<String>,
    /// Verbs of saying by which nothing is demanded: "explained that Oman must leave".
    pub conceding: Vec<String>,
    /// Nouns that have a place of their own: "discussed the *situation* in Oman".
    pub situations: Vec<String>,
    /// Verbs that carry a noun: "hold talks".
    pub light: Vec<String>,
    /// Verbs whose subject does the noun that they are in: "engaged in *talks*".
    pub engaging: Vec<String>,
    /// Verbs that carry a noun for its receiver: "receive support".
    pub receiving: Vec<String>,
    /// Verbs after which stands what the subject is: "become".
    pub becoming: Vec<String>,
    /// Verbs after whose object stands what it is made or called: "elect".
    pub naming: Vec<String>,
    /// Those of them whose object goes by what it is called: "nicknamed".
    pub nicknaming: Vec<String>,
    /// Words by which a title says that several speak as one: "joint".
    pub joint: Vec<String>,
    /// Verbs by which who is named follows another: "replace".
    pub following: Vec<String>,
    /// What is said or written rather than given: "deliver a message".
    pub spoken: Vec<String>,
    /// Verbs by whose object the subject may be the first of its sort: "received the largest vote".
    pub attaining: Vec<String>,
    /// Verbs after which stands a place in an order: "rank first".
    pub ranking: Vec<String>,
    /// Letters of parties behind who holds an office, with what they stand for: "(R-Texas)".
    pub parties: Vec<(String, String)>,
    /// Last words of the names of parties: "Green *Party*".
    pub party: Vec<String>,
    /// Verbs of changing place in an order, besides those of what rises and falls: "*moved* to second place".
    pub placing: Vec<String>,
    /// Verbs of who is first in an order: "tops the list".
    pub topping: Vec<String>,
    /// Nouns of what has an order: "tops the list".
    pub orders: Vec<String>,
    /// Adjectives of who comes first: "the *leading* producer".
    pub premier: Vec<String>,
    /// Verbs of who has more than another: "*leads* him 46 percent to 43 percent".
    pub leading: Vec<String>,
    /// What measures how many are for somebody: "poll".
    pub surveys: Vec<String>,
    /// Verbs of going up: "rise".
    pub rising: Vec<String>,
    /// Verbs of going down: "fall".
    pub falling: Vec<String>,
    /// Of what a body is said to have so many, before its name: "the 15-*member* council".
    pub members: Vec<String>,
    /// Participles by which somebody is another's friend, not their own: "Rwandan-*backed* rebels".
    pub backing: Vec<String>,
    /// Nouns of number before an act: "a *package* of sanctions".
    pub groups: Vec<String>,
    /// Words beside a figure by which it says how much more another one is: "up 3 percent".
    pub more: Vec<String>,
    /// … and how much less.
    pub less: Vec<String>,
    /// Verbs after which stands how much the subject is: "reach".
    pub level: Vec<String>,
    /// Verbs behind which "for" says what is wanted: "asked for ten years".
    pub wanting: Vec<String>,
    /// Verbs by which something is brought to a figure: "pushed the deficit above 2 percent".
    pub moving: Vec<String>,
    /// Verbs of what happens to people through things: "the war displaced ten million people".
    pub afflicting: Vec<String>,
    /// Verbs of who goes somewhere for something: "*flew* to Oman for talks".
    pub travelling: Vec<String>,
    /// Happenings that act as those do who have come together: "the summit urged Iran to stop".
    pub assemblies: Vec<String>,
    /// Happenings that are told apart by when they are: "the January elections".
    pub scheduled: Vec<String>,
    /// Verbs of the mind by which nothing is claimed: "learned that it was late". Lemmas.
    pub unclaimed: Vec<String>,
    /// Nouns of how much or how many there is of something: "the price of oil".
    pub measures: Vec<String>,
    /// Nouns of what two have together: "*trade* between Kenya and Oman".
    pub shared: Vec<String>,
    /// Adjectives of what two have together: "*bilateral* trade".
    pub mutual: Vec<String>,
    /// Verbs whose participle says how somebody is: "visiting President Ann Lee".
    pub attributive: Vec<String>,
    /// Nouns for places, which a name or an adjective tells: "the town of Badme".
    pub localities: Vec<String>,
    /// Nouns of where a number of people live: "the city of half a million people".
    pub homes: Vec<String>,
    /// Titles of those at the head of a state or of its government.
    pub leaders: Vec<String>,
    /// Adjectives behind a length: "waters six metres deep".
    pub extents: Vec<String>,
    /// What people are whom something has happened to: "left 30 dead".
    pub casualties: Vec<String>,
    /// What stands for a deed of which only the end is said: "did *much* to help".
    pub anything: Vec<String>,
    /// … where none is done: "did *nothing* to help".
    pub nothing: Vec<String>,
    /// Verbs of those who have what they see change: "see" ("saw exports fall").
    pub seeing: Vec<String>,
    /// Words of a part: "most of the city".
    pub partitive: Vec<String>,
    /// Nouns of which a small number is no news: "two things".
    pub vague: Vec<String>,
    /// Nouns of which two sides have so many each: "by 61 votes to 38".
    pub tallies: Vec<String>,
    /// Words by which a length says from where to where: "60 kilometres *east* of the town".
    pub directions: Vec<String>,
    /// Nouns of where people come together: "at *Constitution Hall*".
    pub venues: Vec<String>,
    /// Nouns of what takes its time: "two hours of *talks*".
    pub happening: Vec<String>,
    /// Verbs by which a court says for how long: "*sentenced* to three years in prison".
    pub sentencing: Vec<String>,
    /// Verbs after which stands how long the subject goes on.
    pub lasting: Vec<String>,
    /// Statistics of an economy, of whatever country the text is about: "consumer price". Lemmas.
    pub statistics: Vec<String>,
    /// Words by which they are of more than one country: "global". Lemmas.
    pub wider: Vec<String>,
    /// What a company has in its accounts, of whatever company the text is about: "net profit". Lemmas.
    pub accounts: Vec<String>,
    /// Nouns of which a number of things may be said to be: "a crowd of 500 people".
    pub amounts: Vec<String>,
    /// Nouns that are figures themselves, though they may stand for people who act: "the population reached".
    pub figures: Vec<String>,
    /// What has a height where others have a length: "tower".
    pub upright: Vec<String>,
    /// What a unit measures of the thing that it stands before: "kilogram", the weight.
    pub dimensions: BTreeMap<String, String>,
    /// Verbs and adverbs that say how many times as much it has become: "double", "fivefold".
    pub multiples: BTreeMap<String, String>,
}

/// Reads the lists.
///
/// # Errors
/// Bad TOML, or an auxiliary of no modality.
pub fn governors(source: Source) -> Result<Governors, ResourceError> {
    #[derive(Deserialize)]
    struct Places {
        auxiliary: BTreeMap<Spanned<String>, Vec<String>>,
    }
    let made: Governors = source.toml()?;
    let places: Places = source.toml()?;
    let known = ["planned", "possible", "required", "hypothetical"];
    match places.auxiliary.keys().find(|key| !known.contains(&key.as_ref().as_str())) {
        Some(key) => Err(source.error(
            key.span().start,
            format!("no modality `{}`; there are {}", key.as_ref(), known.join(", ")),
        )),
        None => Ok(made),
    }
}
