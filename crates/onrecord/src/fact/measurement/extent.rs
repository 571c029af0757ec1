//! How far, how deep, how heavy: lengths and weights of what stands beside them.

use std::ops::Range;

use super::words::STRONG;
use super::{Figure, Measured};
use crate::document::QuantityLabel;
use crate::syntax::Upos;

/// Words of a figure in brackets at most.
const BRACKET: usize = 6;

/// Words of a direction at most.
const DIRECTION: usize = 8;

impl Figure<'_, '_> {
    /// "60 kilometres *east of Bandiagara*", "29 metres *above the road*": from where to where a length is.
    pub(super) fn beyond(&self) -> Option<Range<usize>> {
        let tokens = self.scene.referents.tokens();
        let next = self.carrier.max(self.number.end - 1) + 1;
        let measure = self.quantity.label == QuantityLabel::Measure && next < tokens.len();
        let directions = &self.scene.clauses.governors.directions;
        let direction = measure && directions.iter().any(|word| word == self.text(next));
        let end = (next + 1..tokens.len().min(next + DIRECTION))
            .find(|&at| matches!(tokens.upos(at), Upos::Punct | Upos::Verb | Upos::Cconj | Upos::Aux));
        direction.then(|| next..end.unwrap_or(next + 1))
    }

    /// "struck *Dankoro*, 60 kilometres east of Bandiagara": how far the place is that is named right before.
    pub(super) fn distance(&self) -> Option<Measured> {
        let referents = self.scene.referents;
        let comma = self.number.start.checked_sub(1).filter(|&at| self.text(at) == ",")?;
        let (beyond, last) = (self.beyond()?, comma.checked_sub(1)?);
        let mention = referents.covering(last).map(|id| referents.named.ties.mentions[id.row()].clone());
        let name = referents.tokens().upos(last) == Upos::Propn;
        let place = mention.or(name.then_some(last..comma))?;
        let word = referents.tokens().head_of(place.clone());
        let found = self.plain(word, word, "measurement/distance");
        Some(Measured { subject: place, measure: beyond, ..found })
    }

    /// "waters 6m (20ft) *deep*": of the noun right before the number.
    pub(super) fn extent(&self) -> Option<Measured> {
        let tokens = self.scene.referents.tokens();
        let measure = self.quantity.label == QuantityLabel::Measure;
        let clauses = &self.scene.clauses;
        let next = self.past_bracket();
        let deep = next < tokens.len() && clauses.is_listed(next, &clauses.governors.extents);
        let noun = self.number.start.checked_sub(1).filter(|&noun| measure && deep && self.is_noun(noun))?;
        let subject = self.phrase(noun).start.min(noun)..noun + 1;
        let measure = next..next + 1;
        Some(Measured { subject, measure, ..self.plain(noun, next, "measurement/extent") })
    }

    /// The word behind the number and the same again in brackets: "6m *(20ft)*".
    pub(super) fn past_bracket(&self) -> usize {
        let (tokens, end) = (self.scene.referents.tokens(), self.number.end);
        let bracket = end < tokens.len() && self.text(end) == "(";
        let close = (end..tokens.len().min(end + BRACKET)).find(|&at| bracket && self.text(at) == ")");
        close.map_or(end, |close| close + 1)
    }

    /// What the number says of a thing that it stands before: "a 1,350kg load" has a weight, "a 70-metre tower" a height, "a 40-strong
    /// team" members.
    pub(super) fn dimension(&self, found: &Measured) -> Option<&str> {
        let clauses = &self.scene.clauses;
        if found.rule == "measurement/members" && self.text(found.measure.start) == STRONG {
            return Some("members");
        }
        let unit = self.quantity.unit.as_deref().filter(|_| found.rule == "measurement/size")?;
        let dimension = clauses.governors.dimensions.get(unit)?;
        let head = self.scene.referents.tokens().head_of(found.subject.clone());
        let upright = dimension == "length" && clauses.is_listed(head, &clauses.governors.upright);
        Some(if upright { "height" } else { dimension })
    }
}
