//! Varies texts: names of every culture in the place of American ones, and careless spelling.

use std::collections::BTreeMap;

use onrecord::lexicon::Lexicon;
use onrecord_resource::lexicon::Class;

use super::corpus::{Text, Written};
use crate::perceptron::Random;

/// Names to put in the place of others.
pub(crate) struct Pool {
    given: Vec<String>,
    family: Vec<String>,
    /// Names by themselves, by class.
    listed: Vec<(Class, Vec<String>)>,
    class_of: BTreeMap<String, Class>,
}

/// Classes whose entries may stand for each other.
const EXCHANGED: [Class; 4] = [Class::Country, Class::Capital, Class::Place, Class::Adjective];

/// Particles of family names, and how often in a hundred a new one gets one.
const PARTICLES: [&str; 10] = ["van", "de", "von der", "al", "bin", "da", "del", "van der", "di", "el"];
const WITH_PARTICLE: u64 = 4;

/// Sort of persons and places.
const PERSON: usize = 0;
const PLACE: usize = 2;

impl Pool {
    pub(crate) fn new(lexicon: &Lexicon) -> Self {
        let of = |class: Class| -> Vec<String> {
            lexicon
                .entries()
                .iter()
                .filter(|entry| entry.class == class)
                .map(|entry| entry.name.clone())
                .collect()
        };
        let listed: Vec<(Class, Vec<String>)> = EXCHANGED.map(|class| (class, of(class))).into();
        let names = listed.iter().flat_map(|(class, names)| names.iter().map(|name| (name.clone(), *class)));
        let class_of = names.filter(|(_, class)| *class != Class::Adjective).collect();
        Self { given: of(Class::Given), family: of(Class::Family), listed, class_of }
    }

    fn another(&self, class: Class, random: &mut Random) -> Option<&String> {
        let (_, names) = self.listed.iter().find(|(known, _)| *known == class)?;
        pick(names, random)
    }
}

fn pick<'a, T>(list: &'a [T], random: &mut Random) -> Option<&'a T> {
    let length = u64::try_from(list.len()).ok().filter(|&n| n > 0)?;
    list.get(usize::try_from((random.next() >> 11) % length).ok()?)
}

/// The text, or in six of ten cases one with other names; a few sentences in small letters or in capitals.
pub(crate) fn vary(text: &Text, pool: &Pool, random: &mut Random) -> Text {
    let mut varied = if random.chance(6) { renamed(text, pool, random) } else { text.clone() };
    let mut style = 0;
    for word in &mut varied.words {
        if word.first {
            style = random.next() >> 11 & 31;
        }
        match style {
            0 => word.form = word.form.to_lowercase(),
            1 => word.form = word.form.to_uppercase(),
            _ => {}
        }
    }
    varied
}

/// The text with other names for people and places, the same ones throughout.
fn renamed(text: &Text, pool: &Pool, random: &mut Random) -> Text {
    let mut parts: BTreeMap<String, String> = BTreeMap::new();
    let mut new = Text::default();
    let mut next = 0;
    for (sort, name) in &text.names {
        new.words.extend(text.words[next..name.start].iter().cloned());
        next = name.end;
        let start = new.words.len();
        let old = &text.words[name.clone()];
        let forms = match *sort {
            PERSON => person(old, pool, &mut parts, random),
            PLACE => place(old, pool, &mut parts, random),
            _ => None,
        };
        match forms {
            Some(forms) => {
                let count = forms.len();
                for (at, form) in forms.into_iter().enumerate() {
                    let last = at + 1 == count;
                    let spaced = if last { old[old.len() - 1].spaced } else { Some(true) };
                    new.words.push(Written { form, spaced, first: at == 0 && old[0].first });
                }
            }
            None => new.words.extend(old.iter().cloned()),
        }
        new.names.push((*sort, start..new.words.len()));
    }
    new.words.extend(text.words[next..].iter().cloned());
    new
}

/// Another name for a person: part for part, so that surnames still go with full names.
fn person(
    old: &[Written],
    pool: &Pool,
    parts: &mut BTreeMap<String, String>,
    random: &mut Random,
) -> Option<Vec<String>> {
    let plain = |word: &Written| word.form.chars().all(char::is_alphabetic) && word.form.len() > 2;
    let capital = |word: &Written| word.form.starts_with(char::is_uppercase);
    let mut forms = Vec::new();
    for (at, word) in old.iter().enumerate() {
        if !plain(word) || !capital(word) {
            forms.push(word.form.clone());
            continue;
        }
        let last = at + 1 == old.len();
        if !parts.contains_key(&word.form) {
            let list = if last && (old.len() > 1 || !random.chance(4)) { &pool.family } else { &pool.given };
            let fresh = pick(list, random)?.clone();
            let particle = last && (random.next() >> 11) % 100 < WITH_PARTICLE;
            let fresh = if particle { format!("{} {fresh}", pick(&PARTICLES, random)?) } else { fresh };
            parts.insert(word.form.clone(), fresh);
        }
        forms.extend(parts[&word.form].split(' ').map(str::to_owned));
    }
    Some(forms)
}

/// Another place of the same sort.
fn place(
    old: &[Written],
    pool: &Pool,
    parts: &mut BTreeMap<String, String>,
    random: &mut Random,
) -> Option<Vec<String>> {
    let written = old.iter().map(|word| word.form.as_str()).collect::<Vec<_>>().join(" ");
    let class = *pool.class_of.get(&written)?;
    if !parts.contains_key(&written) {
        parts.insert(written.clone(), pool.another(class, random)?.clone());
    }
    Some(parts[&written].split(' ').map(str::to_owned).collect())
}
