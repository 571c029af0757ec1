//! Trains the sentence splitter on the paragraphs of the treebanks.
//!
//! Treebanks do not keep line breaks, so some paragraphs are broken here: at 72 columns, or one sentence a line.

use onrecord::model::Writer;
use onrecord::token::sentence::{Paragraph, State, features, is_candidate};

use crate::conllu::Sentence;
use crate::perceptron::{Perceptron, Random, argmax};

const EPOCHS: usize = 8;

/// A paragraph with the places where its sentences end.
#[derive(Default)]
struct Text<'a> {
    words: Vec<&'a str>,
    gaps: Vec<u8>,
    ends: Vec<bool>,
}

/// The model file of the splitter.
pub(crate) fn train(sentences: &[Sentence]) -> Vec<u8> {
    let mut random = Random::new();
    let texts = paragraphs(sentences, &mut random);
    let mut order: Vec<usize> = (0..texts.len()).collect();
    let mut model = Perceptron::new(2);
    let (mut seen, mut scores) = (Vec::new(), Vec::new());
    for _ in 0..EPOCHS {
        random.shuffle(&mut order);
        for &row in &order {
            let text = &texts[row];
            let paragraph = Paragraph { words: &text.words, gaps: &text.gaps };
            let mut state = State::default();
            for at in 0..text.words.len() - 1 {
                state.read(text.words[at]);
                if is_candidate(paragraph, at) {
                    features(paragraph, at, &state, &mut seen);
                    model.score(&seen, &mut scores);
                    let (good, guess) = (usize::from(text.ends[at]), argmax(&scores, |_| true));
                    if good != guess {
                        model.update(&seen, good, guess);
                    }
                    model.tick();
                }
                if text.ends[at] {
                    state = State::default();
                }
            }
        }
    }
    let mut file = Writer::new();
    model.finish(2, 1.0).write(&mut file);
    file.finish()
}

/// The paragraphs that sentences make up, some of them with line breaks.
fn paragraphs<'a>(sentences: &'a [Sentence], random: &mut Random) -> Vec<Text<'a>> {
    let mut texts: Vec<Text> = Vec::new();
    let (mut wraps, mut lines, mut column, mut spaced) = (false, false, 0, true);
    for sentence in sentences {
        if sentence.paragraph || texts.is_empty() {
            texts.push(Text::default());
            (wraps, lines, column) = (random.chance(2), random.chance(1), 0);
        }
        let Some(text) = texts.last_mut() else { continue };
        for (at, form) in sentence.forms.iter().enumerate() {
            let breaks = spaced && ((wraps && column + form.len() > 72) || (lines && at == 0));
            column = if breaks { 0 } else { column } + form.len() + usize::from(spaced);
            text.gaps.push(if breaks { 2 } else { u8::from(spaced) });
            text.words.push(form);
            text.ends.push(at + 1 == sentence.forms.len());
            spaced = sentence.spaced[at];
        }
    }
    texts
}
