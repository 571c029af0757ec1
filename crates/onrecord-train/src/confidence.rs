//! Measures how often the rules are right, on documents with annotated facts.
//!
//! A fact is right if an annotated fact of its kind overlaps its evidence and has the same in all required roles: an
//! entity by any of its names, a number by value, other words by half of them (token F1 of at least 0.5). Matching is one
//! to one, in text order. A rule that was seen a few times only leans towards the precision of its kind.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};
use onrecord::document::{Document, Fact, FactKind, Filler};
use onrecord::{Engine, Input, Layers, Unit};
use serde_json::Value;

/// Required roles of every kind; of `agreement`, `transfer` and `action` those that the annotated fact has.
#[rustfmt::skip]
const REQUIRED: [(&str, &[&str]); 16] = [
    ("position", &["person", "role"]), ("appointment", &["person", "role"]), ("alias", &["entity", "alias"]),
    ("quotation", &["source", "content"]), ("meeting", &["participants"]), ("visit", &["visitor", "destination"]),
    ("speech", &["speaker"]), ("attendance", &["participants", "event"]), ("invitation", &["inviter", "invitee"]),
    ("agreement", &["instrument", "count"]), ("event", &["name"]), ("measurement", &["subject", "measure", "value"]),
    ("ranking", &["subject", "rank"]), ("transfer", &["giver", "recipient", "amount", "thing"]),
    ("membership", &["member", "group"]), ("action", &["actor", "recipient"]),
];

/// Facts of its kind that a rule is taken to have been right or wrong in before it was measured.
const PRIOR: f64 = 4.0;

/// Right and all.
type Count = (u32, u32);

/// The content of `fact/confidence.toml` from the annotated documents below `folder`.
pub(crate) fn measure(folder: &Path) -> Result<String> {
    let engine = Engine::new()?;
    let mut rules: BTreeMap<String, Count> = BTreeMap::new();
    let mut files: Vec<PathBuf> = fs::read_dir(folder)
        .with_context(|| format!("{} cannot be read", folder.display()))?
        .map(|file| file.map(|file| file.path()))
        .collect::<Result<_, _>>()?;
    files.retain(|file| file.to_string_lossy().ends_with(".gold.json"));
    files.sort();
    for file in &files {
        let read = |path: &Path| {
            fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))
        };
        let gold: Value = serde_json::from_str(&read(file)?).with_context(|| file.display().to_string())?;
        let name = gold["file"].as_str().ok_or_else(|| anyhow!("{}: no `file`", file.display()))?;
        let text = read(&file.with_file_name(name))?;
        let document = engine.extract(Input { text, ..Input::default() }, Layers::FACTS)?;
        count(&document, &gold, &mut rules);
    }
    let mut kinds: BTreeMap<String, Count> = BTreeMap::new();
    for (rule, (right, all)) in &rules {
        let kind = rule.split('/').next().unwrap_or_default();
        let sum = kinds.entry(kind.to_owned()).or_default();
        *sum = (sum.0 + right, sum.1 + all);
    }
    let share = |(right, all): Count, prior: f64| {
        100.0 * (f64::from(right) + PRIOR * prior) / (f64::from(all) + PRIOR)
    };
    let mut out = format!(
        "# Precision of the rules in percent, measured on {} annotated documents. Written by `make confidence`, not by hand.\n\n[rule]\n",
        files.len()
    );
    for (rule, &counted) in &rules {
        let kind = rule.split('/').next().unwrap_or_default();
        let prior = share(kinds.get(kind).copied().unwrap_or_default(), 0.5) / 100.0;
        writeln!(out, "{rule:?} = {:.0}", share(counted, prior))?;
    }
    out.push_str("\n[kind]\n");
    for (kind, &counted) in &kinds {
        writeln!(out, "{kind} = {:.0}", share(counted, 0.5))?;
    }
    Ok(out)
}

/// Adds what the rules got right and what they found in one document.
fn count(document: &Document, gold: &Value, rules: &mut BTreeMap<String, Count>) {
    let limit = gold["annotated_to"].as_u64().unwrap_or(u64::MAX);
    let empty = Vec::new();
    let facts = gold["facts"].as_array().unwrap_or(&empty);
    let names: Vec<BTreeSet<String>> =
        gold["entities"].as_array().unwrap_or(&empty).iter().map(known).collect();
    let mut used = vec![false; facts.len()];
    let mut told = BTreeSet::new();
    for fact in document.said.facts.iter().filter(|fact| fact.kind != FactKind::Relation) {
        let offset = |at: usize| document.reading.text.offset(at, Unit::CodePoints) as u64;
        let (start, end) = (offset(fact.evidence.start()), offset(fact.evidence.end()));
        // A fact with several pairs of actors is one.
        if start >= limit || !told.insert((start, end, fact.rule.clone())) {
            continue;
        }
        let overlaps = |row: &Value| {
            let at = |key: &str| row["evidence"][key].as_u64().unwrap_or_default();
            at("start") < end && start < at("end") && row["kind"].as_str() == Some(fact.kind.name())
        };
        let found = facts
            .iter()
            .enumerate()
            .position(|(row, gold)| !used[row] && overlaps(gold) && same(document, fact, gold, &names));
        let counted = rules.entry(fact.rule.clone()).or_default();
        counted.1 += 1;
        if let Some(row) = found {
            used[row] = true;
            counted.0 += 1;
        }
    }
}

/// The names of an annotated entity.
fn known(entity: &Value) -> BTreeSet<String> {
    let aliases = entity["aliases"].as_array().into_iter().flatten();
    let names = std::iter::once(&entity["name"]).chain(aliases);
    names.filter_map(Value::as_str).map(|name| words(name).join(" ")).collect()
}

/// Whether the fact has what the annotated one has in its required roles.
fn same(document: &Document, fact: &Fact, gold: &Value, names: &[BTreeSet<String>]) -> bool {
    let required = REQUIRED.iter().find(|row| row.0 == fact.kind.name()).map_or(&[][..], |row| row.1);
    required.iter().all(|role| {
        let wanted = match &gold["args"][role] {
            Value::Null => return true,
            Value::Array(list) => list.clone(),
            one => vec![one.clone()],
        };
        let mine: Vec<Vec<String>> =
            fact.args.iter().filter(|arg| arg.role == *role).map(|arg| readings(document, arg)).collect();
        let hit = |wanted: &Value| mine.iter().any(|arg| arg.iter().any(|text| alike(wanted, text, names)));
        2 * wanted.iter().filter(|wanted| hit(wanted)).count() >= wanted.len()
    })
}

/// What an argument may be compared by: the entity's names, the value, the words.
fn readings(document: &Document, arg: &onrecord::document::Arg) -> Vec<String> {
    let mut all = vec![document.reading.text.slice(arg.span).to_owned()];
    match &arg.filler {
        Filler::Entity(id) => {
            let row = &document.named.entities[*id];
            all.extend(std::iter::once(row.name.clone()).chain(row.aliases.iter().cloned()));
        }
        Filler::Quantity(id) => all.extend(document.named.quantities[*id].value.clone()),
        Filler::Value { value, .. } | Filler::Length { value, .. } => all.push(value.clone()),
        Filler::Time(_) | Filler::Text => {}
    }
    all
}

fn alike(wanted: &Value, found: &str, names: &[BTreeSet<String>]) -> bool {
    if let Some(value) = wanted.get("value") {
        let number = |text: &str| text.parse::<f64>().ok();
        let wanted = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        return wanted == found || number(&wanted).is_some() && number(&wanted) == number(found);
    }
    let wanted = wanted.as_str().unwrap_or_default();
    let (a, b) = (words(wanted), words(found));
    let (one, other) = (a.join(" "), b.join(" "));
    let named = names.iter().any(|names| names.contains(&one) && names.contains(&other));
    let shared = a.iter().collect::<BTreeSet<_>>().intersection(&b.iter().collect()).count();
    named || one == other || 4 * shared >= a.len() + b.len()
}

/// The words of a text without those that say nothing.
fn words(text: &str) -> Vec<String> {
    let small = ["the", "a", "an", "of", "its", "his", "her", "their", "our"];
    let lower = text.to_lowercase().replace('’', "'");
    let words =
        lower.split(|c: char| !c.is_alphanumeric() && c != '_' && c != '.').filter(|word| !word.is_empty());
    words.filter(|word| !small.contains(word)).map(str::to_owned).collect()
}
