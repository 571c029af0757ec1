//! The base forms that a word can have as a verb, by its spelling: for words that the tagger took for something else.

use std::collections::BTreeMap;

/// The base forms of `form`, the likelier first: "noted" is one of "note" and "not" of "noted". `past` has those
/// that no ending tells.
pub(super) fn bases(form: &str, past: &BTreeMap<String, String>) -> Vec<String> {
    let form = form.to_lowercase();
    if let Some(base) = past.get(&form) {
        return vec![base.clone()];
    }
    let mut bases = vec![form.clone()];
    let cut = |ending: &str| form.strip_suffix(ending).filter(|stem| stem.len() > 1).map(str::to_owned);
    bases.extend(cut("d").filter(|stem| stem.ends_with('e')));
    if let Some(stem) = cut("ed") {
        // "quipped"
        let mut last = stem.chars().rev();
        let double = last.next() == last.next();
        bases.extend(
            double
                .then(|| stem[..stem.len() - stem.chars().next_back().map_or(0, char::len_utf8)].to_owned()),
        );
        bases.push(stem);
    }
    bases.extend(cut("ied").or_else(|| cut("ies")).map(|stem| stem + "y"));
    if let Some(stem) = cut("ing") {
        bases.extend([stem.clone() + "e", stem]);
    }
    bases.extend(cut("s"));
    bases.extend(cut("es"));
    bases
}

#[test]
fn forms_have_their_bases() {
    #[rustfmt::skip]
    let cases = [
        ("shot",     "shoot",  true),
        ("quipped",  "quip",   true),
        ("noted",    "note",   true),
        ("replied",  "reply",  true),
        ("demurred", "demur",  true),
        ("says",     "say",    true),
        ("warned",   "warn",   true),
        ("promising", "promise", true),
        ("sheriff",  "say",    false),
        ("s",        "",       false),
        ("ed",       "",       false),
    ];
    let past = BTreeMap::from([("shot".to_owned(), "shoot".to_owned())]);
    for (form, base, is_one) in cases {
        assert_eq!(bases(form, &past).iter().any(|other| other == base), is_one, "{form}");
    }
}
