//! Quantities: numbers with what they count.
//!
//! The grammar in `resources/quantity` finds amounts (a number with its unit, a range, a vague "dozens of"); here each
//! gets its modifier ("nearly", "at least", in the words before it) and the noun that it counts, and what only looks like
//! a quantity is dropped: numbers inside times, names (`G20`, `Boeing 737`) and references (`Article 5`).

mod amount;
mod around;
mod shared;

use crate::document::{Quantity, QuantityLabel, QuantityMod, Reading, Time, TimeKind};
use crate::embedded::BadData;
use crate::grammar::{Asked, Atoms, Beside, Exact, Forms, Machine, Phrase, Scanned};
use amount::Amount;

/// Finds numbers and says what they count.
#[derive(Debug)]
pub struct Quantities {
    machine: Machine,
    /// Words around a number.
    beside: Beside,
    found: Asked,
}

impl Quantities {
    /// The stage with its data; its words are added to `forms`.
    ///
    /// # Errors
    /// Data of another build.
    pub fn new(forms: &mut Forms) -> Result<Self, BadData> {
        let blob = include_bytes!(concat!(env!("OUT_DIR"), "/quantity.bin"));
        let bad = BadData::of("quantity");
        let machine = Machine::new(onrecord_resource::decode(blob).map_err(bad)?, forms);
        let found = machine.asked("found").map_err(bad)?;
        let blob = include_bytes!(concat!(env!("OUT_DIR"), "/quantity-around.bin"));
        let lists = onrecord_resource::decode(blob).map_err(bad)?;
        let beside = Beside::new(lists, &around::LISTS).map_err(bad)?;
        Ok(Self { machine, beside, found })
    }

    /// The quantities of `reading`, in text order: read off its `atoms`; numbers inside `times` are left to them.
    #[must_use]
    pub fn read(&self, reading: &Reading, atoms: &Atoms<'_>, times: &[Time]) -> Vec<Quantity> {
        let mut quantities = Vec::new();
        let mut next = 0;
        self.machine.paragraphs::<Amount>(atoms, &self.found, |scanned, phrases| {
            for (nth, found) in phrases.iter().enumerate() {
                let found = shared::with_unit(
                    &self.beside,
                    scanned,
                    found,
                    phrases.get(nth + 1..).unwrap_or_default(),
                );
                for quantity in around::readings(&self.beside, scanned, found)
                    .filter_map(|f| quantity(&self.beside, reading, scanned, &f))
                {
                    // Both are in text order: one step through the two together.
                    while times.get(next).is_some_and(|time| time.span.end() <= quantity.span.start()) {
                        next += 1;
                    }
                    let time = times.get(next).filter(|time| time.span.overlaps(quantity.span));
                    // "500 years old" is an age, and what it says as a duration is no time of its own.
                    let holds =
                        |time: &Time| time.kind == TimeKind::Duration || quantity.span.contains(time.span);
                    if time.is_none_or(|time| quantity.unit.is_some() && holds(time)) {
                        quantities.push(quantity);
                    }
                }
            }
        });
        quantities
    }

    /// The examples of the words around a number, for the test that runs them.
    #[must_use]
    pub fn examples_around(&self) -> Vec<&crate::grammar::Example> {
        self.beside.examples().collect()
    }

    /// The examples of the grammar, for the test that runs them.
    #[must_use]
    pub fn examples(&self) -> Vec<&crate::grammar::Example> {
        self.machine.grammar().rules.iter().flat_map(|rule| &rule.examples).collect()
    }
}

/// The row of one phrase, or `None` where it is no quantity.
fn quantity(
    words: &Beside,
    reading: &Reading,
    scanned: Scanned<'_>,
    found: &Phrase<Amount>,
) -> Option<Quantity> {
    let amount = &found.meaning;
    if amount.none || around::is_part_of_a_name(words, scanned, found.start, found.end, amount) {
        return None;
    }
    let (first, last) = (scanned.atoms.get(found.start)?, scanned.atoms.get(found.end.checked_sub(1)?)?);
    let span = reading.text.span(first.start as usize..last.end as usize)?;
    let label = if amount.high.is_some() { QuantityLabel::Range } else { amount.label };
    let plain = amount.unit.is_none() && matches!(label, QuantityLabel::Number | QuantityLabel::Range);
    let modifier = amount.modifier.or_else(|| around::modifier(words, scanned, found.start, found.end));
    let counted = plain.then(|| around::counted(words, reading, scanned, found.end)).flatten();
    // "*a third* report" is one more, and no share.
    let two = found.end == found.start + 2 && scanned.word(found.start).eq_ignore_ascii_case("a");
    let below_one = || amount.value?.compare(Exact::int(1)).filter(|order| order.is_lt());
    if two && counted.is_some() && below_one().is_some() {
        return None;
    }
    Some(Quantity {
        span,
        label,
        value: amount.value.map(Exact::decimal),
        high: amount.high.map(Exact::decimal),
        unit: amount.unit.clone(),
        modifier: modifier.and_then(QuantityMod::named),
        counted,
    })
}
