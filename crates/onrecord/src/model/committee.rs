//! Networks that decide together.

use super::bytes::Reader;
use super::network::{Memo, Network};
use super::situation::Situation;
use super::vectors::Vectors;

/// A lead with which one network decides alone: nine decisions in ten, with the same parses to a hundredth of a point (measured
/// 2026-11).
const SURE: i32 = 300_000;

/// Networks that decide together: the scores of those that are asked are added up. The next one is asked while the best class
/// hardly leads.
#[derive(Debug)]
pub struct Committee(Vec<Network>);

impl Committee {
    /// Networks that agree in their classes.
    ///
    /// # Errors
    /// No network, or networks that differ in slots, values or classes.
    pub fn new(networks: Vec<Network>) -> Result<Self, String> {
        let [first, rest @ ..] = &networks[..] else { return Err("a committee has members".to_owned()) };
        if rest.iter().all(|network| network.size() == first.size()) {
            Ok(Self(networks))
        } else {
            Err("the members of a committee differ".to_owned())
        }
    }

    /// Reads a model file: the number of members, then each of them.
    ///
    /// # Errors
    /// A file that is damaged or was written by another version.
    pub fn load(file: &[u8], vectors: &Vectors) -> Result<Self, String> {
        let mut file = Reader::new(file)?;
        let members = file.u32()?;
        Self::new((0..members).map(|_| Network::read(&mut file, vectors)).collect::<Result<_, _>>()?)
    }

    /// Whether it decides situations as large as `situation` among `classes` classes.
    #[must_use]
    pub fn fits(&self, situation: &Situation, classes: usize) -> bool {
        let [slots, values] = situation.size();
        self.0.iter().all(|network| network.size() == [slots, values, classes])
    }

    /// Begins a sentence whose words have the vectors `rows`; then come the rows for an empty slot and for the root.
    pub fn begin(&self, rows: &[u32], memo: &mut Memo) {
        memo.begin(rows, self.0.iter().map(|network| network.size()[0]).sum());
    }

    /// The score of every class in `situation`, into `scores`. Allocates nothing once `memo` has seen a sentence as long.
    pub fn score(&self, situation: &Situation, vectors: &Vectors, memo: &mut Memo, scores: &mut Vec<i32>) {
        scores.clear();
        scores.resize(self.0.first().map_or(0, |network| network.size()[2]), 0);
        let mut base = 0;
        for network in &self.0 {
            network.score(situation, vectors, base, memo, scores);
            base += network.size()[0];
            if lead(scores) >= SURE {
                break;
            }
        }
    }
}

/// By how much the largest score leads the next one.
fn lead(scores: &[i32]) -> i32 {
    let [mut first, mut second] = [i32::MIN / 2; 2];
    for &score in scores {
        (first, second) = if score > first { (score, first) } else { (first, second.max(score)) };
    }
    first.saturating_sub(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{HIDDEN, LARGEST, Numbers, WIDTH, Writer};

    /// A network of one slot and two fields that likes words with a large first number, and the second value of the last
    /// field.
    fn numbers() -> Numbers {
        let mut weights = [[0; HIDDEN]; WIDTH];
        weights[0][0] = 4;
        let mut marks = vec![[0; HIDDEN]; 5];
        marks[4][1] = 3;
        let mut out = vec![[0; HIDDEN]; 2];
        out[1][0] = 1;
        out[1][1] = 10;
        Numbers {
            weights: vec![weights],
            shift: 1,
            marks,
            step: 2,
            bias: [0; HIDDEN],
            out,
            out_bias: vec![5, 0],
        }
    }

    fn vectors() -> Vectors {
        let vector = |first: i8| std::array::from_fn(|at| if at == 0 { first } else { 0 });
        Vectors::new(&[7, 8], [0, 0, 0, 100, -100].map(vector).to_vec()).unwrap()
    }

    #[test]
    fn scores_are_the_sums_of_words_and_values_in_every_member() {
        let vectors = vectors();
        let mut file = Writer::new();
        file.u32(2);
        numbers().write(&mut file);
        numbers().write(&mut file);
        let file = file.finish();
        let committee = Committee::load(&file, &vectors).unwrap();
        let (mut memo, mut scores) = (Memo::default(), Vec::new());
        committee.begin(&[3, 4, 0, 1], &mut memo);
        #[rustfmt::skip]
        let cases = [
            // The first word brings 100 · 4 / 2 = 200; the other one is negative, which the rectifier takes away.
            (0, 0, [10, 400]), (1, 0, [10, 0]), (2, 0, [10, 0]),
            // The value brings 3 · 2 = 6; a larger one counts as the last.
            (0, 1, [10, 520]), (0, 9, [10, 520]), (3, 1, [10, 120]),
        ];
        for (word, value, expected) in cases {
            let mut situation = Situation::default();
            situation.word(word);
            situation.mark(0, 3);
            situation.mark(value, 2);
            assert!(committee.fits(&situation, 2) && !committee.fits(&situation, 3));
            committee.score(&situation, &vectors, &mut memo, &mut scores);
            assert_eq!(scores, expected, "word {word}, value {value}");
        }
    }

    #[test]
    fn damage_is_noticed() {
        let mut file = Writer::new();
        file.u32(1);
        numbers().write(&mut file);
        let file = file.finish();
        assert!(Committee::load(&file, &vectors()).is_ok());
        for cut in [0, 12, 15, 17, 30, file.len() / 2, file.len() - 1] {
            assert!(Committee::load(&file[..cut], &vectors()).is_err(), "cut at {cut}");
        }
        let large = Numbers { out: vec![[LARGEST + 1; HIDDEN]; 2], ..numbers() };
        assert!(Network::new(large, &vectors()).is_err());
        assert!(Committee::new(Vec::new()).is_err());
    }
}
