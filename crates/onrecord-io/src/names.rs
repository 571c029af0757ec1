//! A user's names from a file: TOML, or CSV with a header.

use onrecord_resource::name::{Name, mistake, names};
use onrecord_resource::{ResourceError, Source};

/// Reads the content of `file`, CSV if its name ends so: columns `name`, `type`, and perhaps `aliases` (with semicolons)
/// and `code`.
///
/// # Errors
/// What is wrong, with file, line and column.
pub fn read(file: &str, content: &str) -> Result<Vec<Name>, ResourceError> {
    let source = Source::new(file, content);
    if file.to_lowercase().ends_with(".csv") { table(source) } else { names(source) }
}

fn table(source: Source) -> Result<Vec<Name>, ResourceError> {
    let failed = |line: u64, column: usize, problem: String| ResourceError {
        file: source.file.to_owned(),
        line: usize::try_from(line).unwrap_or_default(),
        column,
        problem,
    };
    let of = |error: &csv::Error| {
        let line = error.position().map_or(1, csv::Position::line);
        failed(line, 1, error.to_string())
    };
    let mut reader =
        csv::ReaderBuilder::new().trim(csv::Trim::All).flexible(true).from_reader(source.content.as_bytes());
    let head = reader.headers().map_err(|error| of(&error))?.clone();
    let column = |wanted: &str| head.iter().position(|name| name == wanted);
    let (Some(name), Some(sort)) = (column("name"), column("type")) else {
        return Err(failed(
            1,
            1,
            "the first line names the columns: name, type, and perhaps aliases and code".to_owned(),
        ));
    };
    let (aliases, code) = (column("aliases"), column("code"));
    let mut found = Vec::new();
    for row in reader.records() {
        let row = row.map_err(|error| of(&error))?;
        let line = row.position().map_or(1, csv::Position::line);
        let at = |column: Option<usize>| column.and_then(|column| row.get(column)).unwrap_or_default();
        if let Some(problem) = mistake(at(Some(name)), at(Some(sort))) {
            let wrong = if at(Some(name)).is_empty() { name } else { sort };
            return Err(failed(line, 1 + wrong, problem));
        }
        let split = at(aliases).split(';').map(str::trim).filter(|alias| !alias.is_empty());
        found.push(Name {
            name: at(Some(name)).to_owned(),
            sort: at(Some(sort)).to_owned(),
            aliases: split.map(str::to_owned).collect(),
            code: Some(at(code)).filter(|code| !code.is_empty()).map(str::to_owned),
        });
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_from_toml_and_csv() {
        let toml =
            "[[name]]\nname = 'Acme'\ntype = 'organization'\naliases = ['ACM', 'Acme Co']\ncode = 'USABUS'";
        let csv = "name,type,aliases,code\nAcme,organization,ACM; Acme Co,USABUS\n";
        assert_eq!(read("n.toml", toml).unwrap(), read("n.csv", csv).unwrap());
        #[rustfmt::skip]
        let cases = [
            ("name,type\nAcme,firm\n", "n.csv:2:2: no type `firm`; there are person, "),
            ("word\nAcme\n", "n.csv:1:1: the first line names the columns"),
            ("name,type\n,person\n", "n.csv:2:1: a name needs letters"),
        ];
        for (content, expected) in cases {
            let error = read("n.csv", content).unwrap_err().to_string();
            assert!(error.starts_with(expected), "{error}");
        }
    }
}
