//! From the files of a grammar to its automaton, with every mistake named by its place.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::means::parse;
use super::pattern::{Element, atoms, expand, literal};
use super::{Accept, Datum, Example, Expr, Grammar, Label, Reading, Rule, State, Word};
use crate::{ResourceError, Source};

/// A file as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    /// Words by class. `capital` and `weak` name classes that need a capital or do not start an expression alone.
    #[serde(default)]
    class: BTreeMap<String, BTreeMap<String, Value>>,
    #[serde(default)]
    capital: Vec<String>,
    #[serde(default)]
    weak: Vec<String>,
    #[serde(default)]
    rule: Vec<WrittenRule>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Value {
    Int(i64),
    Text(String),
    /// One value for many words: `september = { is = 9, also = ["sep", "sept"] }`.
    Many {
        is: Box<Value>,
        also: Vec<String>,
    },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    makes: Spanned<String>,
    patterns: Vec<Spanned<String>>,
    means: Spanned<String>,
    #[serde(default)]
    examples: Vec<Spanned<String>>,
    /// Examples of phrases on their own, which are read with a time of day.
    #[serde(default)]
    asked: Vec<Spanned<String>>,
}

/// The categories that the engine's scanner makes by itself, numbered from 0: any digits, one or two of them, exactly two, four,
/// eight, digits with separators, decimals.
pub const SHAPES: [&str; 7] = ["int", "short", "pair", "four", "eight", "grouped", "decimal"];

/// Compiles `files` into one grammar.
///
/// # Errors
/// The first mistake: bad TOML, a category that nothing makes, a pattern or meaning that does not parse, a rule without an
/// example of both sorts.
pub fn compile(files: &[Source<'_>]) -> Result<Grammar, ResourceError> {
    let mut maker = Maker::default();
    maker.grammar.states.push(State::default());
    for shape in SHAPES {
        maker.category(shape);
        maker.made.push(shape.to_owned());
    }
    for source in files {
        let written: Written = source.toml()?;
        for (class, words) in &written.class {
            let marks = (written.capital.contains(class), !written.weak.contains(class));
            maker.class(class, words, marks);
        }
        for rule in written.rule {
            maker.rule(*source, rule)?;
        }
    }
    maker.finish()
}

#[derive(Default)]
struct Maker {
    grammar: Grammar,
    categories: BTreeMap<String, u16>,
    words: BTreeMap<String, Vec<Reading>>,
    names: BTreeMap<String, u16>,
    /// Categories that a class, a rule or the scanner makes.
    made: Vec<String>,
    /// Categories that a pattern asks for, with the place of the first.
    asked: BTreeMap<String, ResourceError>,
}

impl Maker {
    fn category(&mut self, name: &str) -> u16 {
        if let Some(&known) = self.categories.get(name) {
            return known;
        }
        let number = short(self.grammar.categories.len());
        self.grammar.categories.push(name.to_owned());
        self.categories.insert(name.to_owned(), number);
        if let Some(word) = name.strip_prefix('\'') {
            let reading = Reading { category: number, datum: Datum::Literal, capital: false, key: false };
            self.words.entry(word.to_owned()).or_default().push(reading);
            self.made.push(name.to_owned());
        }
        number
    }

    fn name(&mut self, text: &str) -> u16 {
        if let Some(&known) = self.names.get(text) {
            return known;
        }
        let number = short(self.grammar.names.len());
        self.grammar.names.push(text.to_owned());
        self.names.insert(text.to_owned(), number);
        number
    }

    fn class(&mut self, class: &str, words: &BTreeMap<String, Value>, marks: (bool, bool)) {
        self.made.push(class.to_owned());
        for (word, value) in words {
            let (datum, also) = self.datum(value);
            self.word(class, word, datum, marks);
            for other in also {
                self.word(class, other, datum, marks);
            }
        }
    }

    fn datum<'v>(&mut self, value: &'v Value) -> (Datum, &'v [String]) {
        match value {
            Value::Int(number) => (Datum::Int(*number), &[]),
            Value::Text(text) => (Datum::Name(self.name(text)), &[]),
            Value::Many { is, also } => (self.datum(is).0, also),
        }
    }

    fn word(&mut self, class: &str, word: &str, datum: Datum, (capital, key): (bool, bool)) {
        let category = self.category(class);
        let atoms: Vec<_> = atoms(word).collect();
        if let [(form, _)] = atoms.as_slice() {
            let reading = Reading { category, datum, capital, key };
            self.words.entry(form.clone()).or_default().push(reading);
            return;
        }
        // Several atoms: a rule of their literals.
        let means = match datum {
            Datum::Int(number) => Expr::Int(number),
            Datum::Name(name) => Expr::Name(name),
            Datum::Literal => Expr::Absent,
        };
        let rule = short(self.grammar.rules.len());
        self.grammar.rules.push(Rule { makes: category, means, examples: Vec::new() });
        let sequence = literal(word, false);
        // The longest word is the rarest, and reason enough to look at the others.
        let letters = |e: &Element| e.category.chars().filter(|c| c.is_alphabetic()).count();
        let rarest = sequence.iter().map(letters).max();
        for element in &sequence {
            let literal = self.category(&element.category);
            if Some(letters(element)) == rarest {
                let readings = self.words.entry(element.category[1..].to_owned()).or_default();
                readings.iter_mut().filter(|r| r.category == literal).for_each(|r| r.key |= key);
            }
        }
        self.sequence(&sequence, Accept { rule, elements: Vec::new() });
    }

    fn rule(&mut self, source: Source<'_>, written: WrittenRule) -> Result<(), ResourceError> {
        let makes = self.category(written.makes.get_ref());
        self.made.push(written.makes.get_ref().clone());
        let mut sequences = Vec::new();
        for pattern in &written.patterns {
            let at = pattern.span().start + 1;
            let expanded =
                expand(pattern.get_ref()).map_err(|(offset, what)| source.error(at + offset, what))?;
            for element in expanded.iter().flatten() {
                let problem = format!("nothing makes `{}`", element.category);
                self.asked.entry(element.category.clone()).or_insert_with(|| source.error(at, problem));
            }
            sequences.extend(expanded);
        }

        // Variables are numbered as the meaning first names them.
        let mut variables: Vec<String> = Vec::new();
        let known = |name: &str| sequences.iter().flatten().any(|e| e.name == name);
        let mut element = |name: &str| {
            let at = variables.iter().position(|v| v == name).or_else(|| {
                known(name).then(|| {
                    variables.push(name.to_owned());
                    variables.len() - 1
                })
            })?;
            u8::try_from(at).ok()
        };
        let at = written.means.span().start + 1;
        let means = parse(written.means.get_ref(), &mut element, &mut |text| self.name(text))
            .map_err(|(offset, what)| source.error(at + offset, what))?;

        let mut examples = Vec::new();
        for example in &written.examples {
            examples.push(self::example(source, example)?);
        }
        for example in &written.asked {
            examples.push(Example { asked: true, ..self::example(source, example)? });
        }
        let sorts = [true, false].map(|found| examples.iter().any(|e| e.finds.is_empty() != found));
        if sorts != [true, true] {
            let problem = "a rule needs an example that it finds and one in which nothing is found";
            return Err(source.error(written.makes.span().start, problem));
        }

        let rule = short(self.grammar.rules.len());
        self.grammar.rules.push(Rule { makes, means, examples });
        for sequence in &sequences {
            let place = |name: &String| sequence.iter().position(|e| e.name == *name);
            let elements =
                variables.iter().map(|name| place(name).and_then(|at| u8::try_from(at).ok())).collect();
            self.sequence(sequence, Accept { rule, elements });
        }
        Ok(())
    }

    /// Adds one plain sequence to the trie.
    fn sequence(&mut self, sequence: &[Element], accept: Accept) {
        let mut state = 0;
        for element in sequence {
            let label = Label { category: self.category(&element.category), glued: element.glued };
            let next = u32::try_from(self.grammar.states.len()).unwrap_or(u32::MAX);
            let arcs = &mut self.grammar.states[state].arcs;
            state = match arcs.binary_search_by_key(&label, |arc| arc.0) {
                Ok(found) => arcs[found].1 as usize,
                Err(place) => {
                    arcs.insert(place, (label, next));
                    self.grammar.states.push(State::default());
                    next as usize
                }
            };
        }
        self.grammar.states[state].accepts.push(accept);
    }

    fn finish(mut self) -> Result<Grammar, ResourceError> {
        for (category, error) in self.asked {
            if !category.starts_with('\'') && !self.made.contains(&category) {
                return Err(error);
            }
        }
        self.grammar.words = self.words.into_iter().map(|(form, readings)| Word { form, readings }).collect();
        Ok(self.grammar)
    }
}

/// Reads `on [May 5=XXXX-05-05]`.
pub(super) fn example(source: Source<'_>, written: &Spanned<String>) -> Result<Example, ResourceError> {
    let at = written.span().start + 1;
    let mut text = String::new();
    let mut finds = Vec::new();
    let mut rest = written.get_ref().as_str();
    while let Some(open) = rest.find('[') {
        let close = rest[open..].find(']').map(|length| open + length);
        let marked = close.and_then(|close| Some((close, rest[open + 1..close].rsplit_once('=')?)));
        let Some((close, (words, value))) = marked else {
            return Err(source.error(at, "an example marks what it finds as `[words=value]`"));
        };
        text.push_str(&rest[..open]);
        let start = text.len();
        text.push_str(words);
        finds.push((start, text.len(), value.to_owned()));
        rest = &rest[close + 1..];
    }
    text.push_str(rest);
    let line = source.error(at, "").line;
    Ok(Example { text, finds, asked: false, place: format!("{}:{line}", source.file) })
}

/// Categories, rules and names are counted in 16 bits; no grammar comes near.
fn short(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_without_both_sorts_of_example_is_refused() {
        let refused =
            "rules.toml:3:9: a rule needs an example that it finds and one in which nothing is found";
        #[rustfmt::skip]
        let cases = [
            ("examples = [\"in [May=05]\", \"may be\"]", None),
            ("asked = [\"in [May=05]\", \"may be\"]", None),
            ("examples = [\"in [May=05]\"]\nasked = [\"may be\"]", None),
            ("examples = [\"in [May=05]\"]", Some(refused)),
            ("asked = [\"may be\"]", Some(refused)),
            ("", Some(refused)),
        ];
        for (examples, expected) in cases {
            let text = format!(
                "class.month.may = 5\n[[rule]]\nmakes = \"m\"\npatterns = [\"n:month\"]\nmeans = \"n\"\n{examples}\n"
            );
            let found = compile(&[Source::new("rules.toml", &text)]).err().map(|error| error.to_string());
            assert_eq!(found.as_deref(), expected, "{examples}");
        }
    }
}
