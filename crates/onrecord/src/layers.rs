//! The layers that a document can have, and what each needs.
//!
//! A layer is made only if it was asked for, or if one that was asked for is read off it. [`Layers::closed`] adds
//! those, so a stage asks one question (`want.has(Layers::TIMES)`) and costs nothing when the answer is no.

use std::ops::BitOr;

/// A set of layers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layers(u16);

impl Layers {
    /// Blocks of text with their kinds.
    pub const PARAGRAPHS: Self = Self(1);
    /// One speaker's uninterrupted contributions.
    pub const TURNS: Self = Self(1 << 1);
    /// Sentences.
    pub const SENTENCES: Self = Self(1 << 2);
    /// Words, as Universal Dependencies cuts them.
    pub const TOKENS: Self = Self(1 << 3);
    /// Parts of speech, features and lemmas of the tokens.
    pub const TAGS: Self = Self(1 << 4);
    /// Heads and relations of the tokens.
    pub const ARCS: Self = Self(1 << 5);
    /// Time expressions.
    pub const TIMES: Self = Self(1 << 6);
    /// Numbers with what they count.
    pub const QUANTITIES: Self = Self(1 << 7);
    /// Places where an entity is named.
    pub const MENTIONS: Self = Self(1 << 8);
    /// Things in the world.
    pub const ENTITIES: Self = Self(1 << 9);
    /// Somebody else's words or claims.
    pub const QUOTATIONS: Self = Self(1 << 10);
    /// Propositions that the document supports.
    pub const FACTS: Self = Self(1 << 11);
    /// Every other clause as a fact of kind `relation`; never part of [`Layers::ALL`].
    pub const OPEN: Self = Self(1 << 12);

    /// No layer.
    pub const NONE: Self = Self(0);
    /// Every layer but the open relations.
    pub const ALL: Self = Self((1 << 12) - 1);

    /// The name of each layer, as users write it, in the order of the pipeline; with the layers it is read off.
    pub const NAMED: [(&'static str, Self, Self); 12] = [
        ("paragraphs", Self::PARAGRAPHS, Self::NONE),
        ("turns", Self::TURNS, Self::ENTITIES),
        ("sentences", Self::SENTENCES, Self::NONE),
        ("tokens", Self::TOKENS, Self::SENTENCES),
        ("tags", Self::TAGS, Self::TOKENS),
        ("arcs", Self::ARCS, Self::TAGS),
        ("times", Self::TIMES, Self::PARAGRAPHS),
        // A number inside a date is none of them.
        ("quantities", Self::QUANTITIES, Self::TIMES),
        ("mentions", Self::MENTIONS, Self::ENTITIES),
        ("entities", Self::ENTITIES, Self::ARCS),
        ("quotations", Self::QUOTATIONS, Self(Self::ENTITIES.0 | Self::TIMES.0)),
        ("facts", Self::FACTS, Self(Self::QUOTATIONS.0 | Self::TIMES.0 | Self::QUANTITIES.0)),
    ];

    /// The layer of that name; `all` for all but the open relations, which are called `relations`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let all = match name {
            "all" => Some(Self::ALL),
            "relations" => Some(Self::OPEN),
            _ => None,
        };
        all.or_else(|| Self::NAMED.iter().find(|row| row.0 == name).map(|row| row.1))
    }

    /// Whether every layer of `other` is in the set.
    #[must_use]
    pub fn has(self, other: Self) -> bool {
        self.0 & other.0 == other.0
    }

    /// Whether one layer of `other` is in the set.
    #[must_use]
    pub fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The set with all that its layers are read off.
    #[must_use]
    pub fn closed(self) -> Self {
        // Every layer stands after those it needs or needs one that does, so a few rounds suffice.
        let round = |set: Self| {
            let needs = Self::NAMED.iter().filter(|row| set.has(row.1)).map(|row| row.2);
            needs.fold(set, BitOr::bitor)
        };
        let open = if self.has(Self::OPEN) { self | Self::FACTS } else { self };
        std::iter::successors(Some(open), |&set| Some(round(set)).filter(|&more| more != set))
            .last()
            .unwrap_or(open)
    }
}

impl BitOr for Layers {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_is_closed_over_what_its_layers_need_and_nothing_else() {
        #[rustfmt::skip]
        let cases = [
            ("paragraphs", Layers::PARAGRAPHS),
            ("tokens", Layers::TOKENS | Layers::SENTENCES),
            ("times", Layers::TIMES | Layers::PARAGRAPHS),
            ("quantities", Layers::QUANTITIES | Layers::TIMES | Layers::PARAGRAPHS),
            ("all", Layers::ALL),
        ];
        for (name, expected) in cases {
            assert_eq!(Layers::named(name).map(Layers::closed), Some(expected), "{name}");
        }
        let facts = Layers::FACTS.closed();
        assert!(facts.has(Layers::ARCS | Layers::TIMES | Layers::QUOTATIONS));
        assert!(Layers::OPEN.closed().has(facts));
        assert_eq!(Layers::named("fact"), None);
    }
}
