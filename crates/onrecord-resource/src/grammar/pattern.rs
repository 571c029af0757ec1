//! Patterns: elements in a row, some of them optional or alternatives.
//!
//! A pattern is expanded into the plain sequences that it stands for, which a trie then folds together again.
//! That is simpler than an automaton with empty moves, and a bound on the number of sequences keeps it small.

/// One element of a plain sequence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Element {
    /// Name of the category, or the literal word with a `'` before it.
    pub(super) category: String,
    /// How `means` calls it; empty for a literal.
    pub(super) name: String,
    /// Whether no space may stand before it.
    pub(super) glued: bool,
}

type Sequence = Vec<Element>;

/// Most sequences that one pattern may stand for.
const MOST: usize = 2048;

/// The sequences of `pattern`, or the byte offset and nature of a mistake.
pub(super) fn expand(pattern: &str) -> Result<Vec<Sequence>, (usize, String)> {
    let mut at = 0;
    let sequences = alternatives(pattern, &mut at)?;
    if at < pattern.len() {
        return Err((at, "this `)` closes nothing".to_owned()));
    }
    if sequences.iter().any(Vec::is_empty) {
        return Err((0, "the pattern matches nothing at all: make one element obligatory".to_owned()));
    }
    Ok(sequences)
}

fn alternatives(pattern: &str, at: &mut usize) -> Result<Vec<Sequence>, (usize, String)> {
    let mut all = Vec::new();
    let mut open = vec![Sequence::new()];
    loop {
        let rest = &pattern[*at..];
        let Some(c) = rest.chars().next() else { break };
        match c {
            ')' => break,
            '|' => {
                all.append(&mut open);
                open.push(Sequence::new());
                *at += 1;
            }
            c if c.is_whitespace() => *at += c.len_utf8(),
            _ => {
                let start = *at;
                let mut choices = item(pattern, at)?;
                if pattern[*at..].starts_with('?') {
                    *at += 1;
                    choices.push(Sequence::new());
                }
                if open.len() * choices.len() > MOST {
                    return Err((
                        start,
                        format!("the pattern stands for more than {MOST} sequences: split it"),
                    ));
                }
                open = open
                    .iter()
                    .flat_map(|head| choices.iter().map(|tail| [head.as_slice(), tail].concat()))
                    .collect();
            }
        }
    }
    all.append(&mut open);
    Ok(all)
}

fn item(pattern: &str, at: &mut usize) -> Result<Vec<Sequence>, (usize, String)> {
    let start = *at;
    let glued = pattern[start..].starts_with('~');
    *at += usize::from(glued);
    let rest = &pattern[*at..];
    if rest.starts_with('(') {
        *at += 1;
        let mut choices = alternatives(pattern, at)?;
        if !pattern[*at..].starts_with(')') {
            return Err((start, "this `(` is not closed".to_owned()));
        }
        *at += 1;
        for first in choices.iter_mut().filter_map(|c| c.first_mut()) {
            first.glued |= glued;
        }
        return Ok(choices);
    }
    // A literal is in single quotes, or in double ones if it is an apostrophe.
    if let Some(quote @ ('\'' | '"')) = rest.chars().next() {
        let length = rest[1..].find(quote).ok_or((start, "this quotation mark is not closed".to_owned()))?;
        *at += length + 2;
        return Ok(rest[1..=length].split('|').map(|word| literal(word, glued)).collect());
    }
    let length = rest.find(|c: char| !(c.is_alphanumeric() || "-_:".contains(c))).unwrap_or(rest.len());
    if length == 0 {
        return Err((start, format!("`{}` begins no element", &rest[..1.max(rest.find(' ').unwrap_or(1))])));
    }
    *at += length;
    let (name, category) = rest[..length].split_once(':').unwrap_or((&rest[..length], &rest[..length]));
    Ok(vec![vec![Element { category: category.to_owned(), name: name.to_owned(), glued }]])
}

/// A literal of several atoms ("o'clock", "a few") as a sequence: what the engine's scanner makes of it.
pub(super) fn literal(words: &str, glued: bool) -> Sequence {
    atoms(words)
        .map(|(word, near)| Element { category: format!("'{word}"), name: String::new(), glued: near })
        .enumerate()
        .map(|(i, element)| if i == 0 { Element { glued, ..element } } else { element })
        .collect()
}

/// The atoms of `text`, lower case, and whether each stands close to the one before: runs of letters, runs of digits,
/// and single other characters. The engine cuts text in the same way.
pub(super) fn atoms(text: &str) -> impl Iterator<Item = (String, bool)> {
    let sort = |c: char| if c.is_alphabetic() { 1 } else { 2 * u8::from(c.is_ascii_digit()) };
    let mut all: Vec<(String, bool)> = Vec::new();
    let (mut last, mut near) = (0, false);
    for c in text.chars() {
        if c.is_whitespace() {
            (last, near) = (0, false);
            continue;
        }
        match all.last_mut() {
            Some((atom, _)) if sort(c) != 0 && sort(c) == last => atom.extend(c.to_lowercase()),
            _ => all.push((c.to_lowercase().collect(), near)),
        }
        (last, near) = (sort(c), true);
    }
    all.into_iter()
}
