//! The command from end to end, on the sample documents.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use serde_json::Value;

fn onrecord(args: &[&str]) -> Command {
    let mut command = Command::new(assert_cmd::cargo_bin!("onrecord"));
    command.args(args);
    command
}

fn example(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../examples").join(name);
    path.to_str().unwrap().to_owned()
}

fn output(args: &[&str]) -> String {
    let done = onrecord(args).assert().success();
    String::from_utf8(done.get_output().stdout.clone()).unwrap()
}

/// What `onrecord extract --format jsonl` says of an example.
fn json(name: &str, layers: &str) -> Value {
    let line = output(&["extract", "--format", "jsonl", "--layers", layers, &example(name)]);
    serde_json::from_str(&line).unwrap()
}

fn rows<'a>(document: &'a Value, layer: &str) -> &'a Vec<Value> {
    document[layer].as_array().unwrap()
}

#[test]
fn an_interview_has_turns_speakers_and_sourced_facts() {
    let document = json("interview_dash.txt", "all");
    let roles: Vec<&str> =
        rows(&document, "turns").iter().map(|turn| turn["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["question", "answer"].repeat(5).into_iter().chain(["question"]).collect::<Vec<_>>());
    assert_eq!(document["turns"][1]["speaker"], "Farida Osmonova");
    let boilerplate = rows(&document, "paragraphs").iter().filter(|row| row["kind"] == "boilerplate").count();
    assert_eq!(boilerplate, 1);
    let kinds: Vec<&str> =
        rows(&document, "facts").iter().map(|fact| fact["kind"].as_str().unwrap()).collect();
    for kind in ["position", "visit", "agreement", "measurement", "ranking", "transfer", "quotation", "event"]
    {
        assert!(kinds.contains(&kind), "no {kind}");
    }
    let signed = rows(&document, "facts").iter().find(|fact| fact["predicate"] == "sign").unwrap();
    assert_eq!(signed["source"][0]["entity"], "Farida Osmonova");
    assert_eq!(signed["source"][0]["via"], "turn");
    assert_eq!(signed["plover"]["event"], "SUPPORT");
}

#[test]
fn labels_name_the_speakers() {
    let document = json("interview_labels.txt", "turns");
    let speakers: Vec<&str> =
        rows(&document, "turns").iter().filter_map(|turn| turn["speaker"].as_str()).collect();
    assert_eq!(speakers.iter().filter(|name| **name == "Hannah Okafor").count(), 6);
}

#[test]
fn offsets_are_in_the_unit_that_was_asked_for() {
    let path = example("speech.txt");
    let text = fs::read_to_string(&path).unwrap();
    let units: Vec<u16> = text.encode_utf16().collect();
    let slice = |unit: &str, start: usize, end: usize| match unit {
        "utf8" => text[start..end].to_owned(),
        "utf16" => String::from_utf16(&units[start..end]).unwrap(),
        _ => text.chars().skip(start).take(end - start).collect(),
    };
    for unit in ["codepoints", "utf8", "utf16"] {
        let line = output(&["extract", "--format", "jsonl", "--offsets", unit, &path]);
        let document: Value = serde_json::from_str(&line).unwrap();
        assert_eq!(document["offsets"], unit);
        for arg in rows(&document, "facts").iter().flat_map(|fact| fact["args"].as_array().unwrap()) {
            let at = |key: &str| usize::try_from(arg[key].as_u64().unwrap()).unwrap();
            assert_eq!(slice(unit, at("start"), at("end")), arg["text"].as_str().unwrap());
        }
    }
}

#[test]
fn every_format_is_written() {
    let path = example("news_report.txt");
    let starts = [
        ("table", "news_report"),
        ("csv", "document,"),
        ("json", "{"),
        ("jsonl", "{\"schema\":1"),
        ("conllu", "# newdoc id = news_report"),
    ];
    for (format, start) in starts {
        let written = output(&["extract", "--format", format, &path]);
        assert!(written.trim_start_matches(['[', '\n']).starts_with(start), "{format}: {}", &written[..60]);
    }
}

/// The first line of a table.
fn header(args: &[&str]) -> Vec<String> {
    output(args).lines().next().unwrap().split(',').map(str::to_owned).collect()
}

#[test]
fn a_table_without_rows_has_the_header_of_one_with_rows() {
    let (_text, empty) = file("empty.txt", "");
    let (_lines, none) = file("none.jsonl", "");
    let full = example("interview_dash.txt");
    for offsets in ["codepoints", "all"] {
        let line = output(&["extract", "--format", "jsonl", "--layers", "all", "--offsets", offsets, &full]);
        let document: Value = serde_json::from_str(&line).unwrap();
        for (layer, rows) in document.as_object().unwrap() {
            let Value::Array(rows) = rows else { continue };
            let csv = ["extract", "--format", "csv", "--offsets", offsets, "--layers", layer];
            let header = |file: &str| header(&[&csv[..], &[file]].concat());
            let columns = header(&full);
            assert_eq!((&header(&empty), &header(&none)), (&columns, &columns), "{layer}");
            // Facts have columns of their own.
            for row in rows.iter().filter(|_| layer != "facts").filter_map(Value::as_object) {
                let known = columns.iter().filter(|column| row.contains_key(*column));
                assert!(known.eq(row.keys()), "{layer}: {columns:?}, {row:?}");
            }
        }
    }
}

#[test]
fn only_the_kinds_that_were_asked_for() {
    let line =
        output(&["extract", "--format", "jsonl", "--kind", "agreement", &example("joint_statement.txt")]);
    let document: Value = serde_json::from_str(&line).unwrap();
    assert!(!rows(&document, "facts").is_empty());
    assert!(rows(&document, "facts").iter().all(|fact| fact["kind"] == "agreement"));
}

#[test]
fn many_documents_come_out_in_order_whatever_the_threads() {
    let lines: Vec<String> = (0..40)
        .map(|n| format!("{{\"id\": \"d{n}\", \"text\": \"Kenya visited Oman {n} times.\"}}\n"))
        .collect();
    let lines = lines.concat();
    let run = |jobs: &str| {
        let mut command = onrecord(&[
            "extract",
            "--input-format",
            "jsonl",
            "--format",
            "jsonl",
            "--layers",
            "all",
            "--jobs",
            jobs,
            "-",
        ]);
        command.write_stdin(lines.clone()).assert().success().get_output().stdout.clone()
    };
    let one = run("1");
    assert_eq!(one, run("2"));
    assert_eq!(one, run("8"));
    assert_eq!(String::from_utf8(one).unwrap().lines().count(), 40);
}

#[test]
fn a_broken_document_is_one_line_and_the_rest_goes_on() {
    let lines = r#"{"id": "a", "text": "Kenya"}
not json
{"id": "c", "text": "Oman"}
{"id": "d", "text": "Oman", "date": "2025-13-01"}
{"text": "Oman", "date": "2025-13-01"}
"#;
    let done = onrecord(&["extract", "--input-format", "jsonl", "--format", "jsonl", "-"])
        .write_stdin(lines)
        .assert()
        .code(1);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&done.get_output().stdout), text(&done.get_output().stderr));
    let ids: Vec<String> = out
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(ids, ["a", "-:2", "c", "d", "-:5"]);
    let places: Vec<&str> = err.lines().map(|line| &line[.."onrecord: -:2".len()]).collect();
    assert_eq!(places, ["onrecord: -:2", "onrecord: -:4", "onrecord: -:5"]);
}

#[test]
fn a_wrong_command_is_told_and_nothing_is_written() {
    for args in
        [&["extract", "--layers", "nouns", "-"][..], &["extract", "--format", "xml", "-"], &["extrakt"]]
    {
        let done = onrecord(args).write_stdin("").assert().code(2);
        assert!(done.get_output().stdout.is_empty());
        assert!(!done.get_output().stderr.is_empty());
    }
}

#[test]
fn phrases_are_read_by_themselves() {
    assert!(
        output(&["times", "tomorrow", "--date", "2026-03-02", "--format", "jsonl"]).contains("2026-03-03")
    );
    assert!(output(&["quantities", "about $ 20 billion", "--format", "jsonl"]).contains("20000000000"));
}

#[cfg(unix)]
#[test]
fn a_device_is_written_to_and_stays_one() {
    onrecord(&["extract", "--format", "jsonl", "-o", "/dev/null", &example("speech.txt")]).assert().success();
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
    let folder = env!("CARGO_TARGET_TMPDIR");
    onrecord(&["extract", "-o", folder, &example("speech.txt")]).assert().code(2);
}

#[test]
fn no_input_is_overwritten() {
    let (folder, text) = file("text.txt", "Kenya visited Oman.");
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    fs::write(path("lines.jsonl"), "{\"text\": \"Kenya visited Oman.\"}\n").unwrap();
    fs::write(path("names.csv"), "name,type\nZorbo,country\n").unwrap();
    let mut cases = vec![
        (vec![text.clone()], text.clone()),
        (vec![example("speech.txt"), text.clone()], path("./text.txt")),
        (vec![path("lines.jsonl")], path("lines.jsonl")),
        (vec![text.clone(), "--names".to_owned(), path("names.csv")], path("names.csv")),
    ];
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&text, path("link.txt")).unwrap();
        cases.push((vec![text.clone()], path("link.txt")));
        cases.push((vec![path("link.txt")], text.clone()));
    }
    for (files, output) in cases {
        let before = fs::read(&output).unwrap();
        let files: Vec<&str> = files.iter().map(String::as_str).collect();
        let done = onrecord(&[&["extract", "-o", &output], &files[..]].concat()).assert().code(2);
        let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
        assert!(told.contains("is read, so -o must not overwrite it") && told.lines().count() == 1, "{told}");
        assert_eq!(fs::read(&output).unwrap(), before, "{output}");
    }
}

#[cfg(unix)]
#[test]
fn an_output_file_is_like_any_other_file() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let (folder, text) = file("text.txt", "Kenya visited Oman.");
    let path = |name: &str| folder.path().join(name);
    let mode = |name: &str| path(name).metadata().unwrap().permissions().mode() & 0o777;
    fs::write(path("old.csv"), "old").unwrap();
    fs::set_permissions(path("old.csv"), fs::Permissions::from_mode(0o640)).unwrap();
    fs::write(path("plain.csv"), "as the umask has it").unwrap();
    fs::create_dir(path("folder")).unwrap();
    symlink("folder/linked.csv", path("link.csv")).unwrap();
    for name in ["old.csv", "new.csv", "link.csv", "link.csv"] {
        output(&["extract", "-o", path(name).to_str().unwrap(), &text]);
        assert!(fs::read_to_string(path(name)).unwrap().starts_with("document,"), "{name}");
    }
    assert_eq!((mode("old.csv"), mode("new.csv")), (0o640, mode("plain.csv")));
    assert!(path("link.csv").is_symlink() && path("folder/linked.csv").is_file());
    let names = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name());
    assert!(
        names.into_iter().all(|name| !name.to_string_lossy().starts_with('.')),
        "a temporary file is left"
    );
}

#[test]
fn the_ending_of_the_output_chooses_the_format() {
    let (folder, text) = file("text.txt", "Kenya visited Oman.");
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    let cases = [
        ("o.csv", "document,"),
        ("o.CSV", "document,"),
        ("o.Json", "[\n{"),
        ("o.jsonl", "{\"schema\":1"),
        ("o.NDJSON", "{\"schema\":1"),
        ("o.conllu", "# newdoc"),
        ("o.txt", "text · facts"),
        ("o", "{\"schema\":1"),
    ];
    for (name, start) in cases {
        output(&["extract", "-o", &path(name), &text]);
        let written = fs::read_to_string(path(name)).unwrap();
        assert!(written.starts_with(start), "{name}: {written}");
    }
    for name in ["o.parquet", "o.html", "o.tsv", "o.csv.gz"] {
        let done = onrecord(&["extract", "-o", &path(name), &text]).assert().code(2);
        let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
        let known =
            "no format has this ending; there is .csv, .json, .jsonl, .ndjson, .conllu, .txt, or --format";
        assert!(told.contains(name) && told.contains(known), "{told}");
        assert!(!folder.path().join(name).exists());
        output(&["extract", "--format", "csv", "-o", &path(name), &text]);
    }
}

#[test]
fn a_file_that_is_no_text_is_told() {
    let (folder, text) = file("text.txt", "Kenya visited Oman.");
    let path = folder.path().join("report.pdf");
    fs::write(&path, b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n").unwrap();
    let pdf = path.to_str().unwrap();
    let done = onrecord(&["extract", "--format", "jsonl", pdf, &text]).assert().code(1);
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    let (out, err) = (text(&done.get_output().stdout), text(&done.get_output().stderr));
    assert_eq!(
        err,
        format!("onrecord: {pdf}: this is a PDF document, no text; give what it holds as plain text\n")
    );
    assert!(out.starts_with("{\"schema\":1,\"id\":\"report\",\"error\":"), "{out}");
    assert_eq!(out.lines().count(), 2);
}

#[test]
fn a_text_that_is_not_plain_is_told_and_read_only_when_asked() {
    let page = "<!doctype html><p>Kenya visited Oman in May.</p>";
    let mail = "MIME-Version: 1.0\nSubject: Rain\n\nKenya visited Oman in May.";
    let table = "id,text\n1,Kenya visited Oman in May.\n";
    let extract = "take the text out of it first";
    let lines = "give its texts as lines of JSON, {\"id\": …, \"text\": …}";
    #[rustfmt::skip]
    let cases = [
        ("page.txt", page, "an HTML page", extract),
        ("letter.eml", mail, "an e-mail as it is sent", extract),
        ("letter.txt", mail, "an e-mail as it is sent", extract),
        ("rows.csv", table, "a table", lines),
        ("rows.tsv", table, "a table", lines),
    ];
    for (name, content, what, advice) in cases {
        let (_folder, path) = file(name, content);
        let told = format!(
            "onrecord: {path}: this is {what}, no plain text; {advice}, or have it read as it is with --input-format text\n"
        );
        onrecord(&["extract", &path]).assert().code(1).stderr(told);
        let read = output(&["extract", "--input-format", "text", "--format", "csv", &path]);
        assert!(read.lines().any(|line| line.contains(",visit,")), "{read}");
        assert!(output(&["explain", "--input-format", "text", &path]).contains("fact visit"));
    }
    let lines = "{\"id\": \"a\", \"text\": \"<p>Kenya visited Oman.</p> <p>It rained.</p>\"}\n";
    onrecord(&["extract", "-"]).write_stdin(lines).assert().success();
    onrecord(&["extract", "-"]).write_stdin("The <p> tag opens a paragraph.").assert().success();
    onrecord(&["extract", "-"]).write_stdin(page).assert().code(1);
}

#[cfg(unix)]
#[test]
fn a_reader_who_has_seen_enough_is_no_error_in_any_format() {
    use std::process::{Command, Stdio};
    let path = example("interview_dash.txt");
    for format in ["table", "csv", "json", "jsonl", "conllu"] {
        let mut command = Command::new(assert_cmd::cargo_bin!("onrecord"));
        command.args(["extract", "--format", format, &path]).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut running = command.spawn().unwrap();
        drop(running.stdout.take());
        let done = running.wait_with_output().unwrap();
        assert_eq!((done.status.code(), &done.stderr[..]), (Some(0), &b""[..]), "{format}");
    }
}

#[test]
fn who_is_given_speaks_in_documents_without_a_speaker() {
    let lines = r#"{"id": "a", "text": "Friends, I met Bo Ek in Oman in May. We signed a treaty with Chad.", "speaker": "LEE, Ann"}
{"id": "b", "text": "We signed a treaty with Chad in May."}
"#;
    let run = ["extract", "--layers", "turns,facts", "--format", "jsonl", "--speaker", "Kenya", "-"];
    let done = onrecord(&run).write_stdin(lines).assert().success();
    let written = String::from_utf8(done.get_output().stdout.clone()).unwrap();
    let documents: Vec<Value> = written.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    for (document, given, name) in [(&documents[0], "LEE, Ann", "Ann Lee"), (&documents[1], "Kenya", "Kenya")]
    {
        assert_eq!((&document["speaker"], &document["turns"][0]["speaker"]), (&given.into(), &name.into()));
        for kind in if name == "Kenya" { &["agreement"][..] } else { &["meeting", "agreement"] } {
            let fact = rows(document, "facts").iter().find(|fact| fact["kind"] == *kind).unwrap();
            let voucher = &fact["source"][0];
            assert_eq!((&voucher["entity"], &voucher["via"]), (&name.into(), &"turn".into()), "{fact}");
            assert!(rows(fact, "args").iter().any(|arg| arg["entity"] == name), "{fact}");
        }
    }
    let (_text, path) = file("text.txt", "I met Bo Ek in Oman in May.");
    assert!(output(&["explain", &path, "--speaker", "Ann Lee"]).contains("fact meeting"));
}

/// A file of the user's in a folder of its own.
fn file(name: &str, content: &str) -> (tempfile::TempDir, String) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    fs::write(&path, content).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (folder, path)
}

const RULES: &str = r#"[[frame]]
id = "action/audit"
triggers = { verb = ["audit"] }
role.actor = { from = ["subject"], type = ["actor"] }
role.recipient = { from = ["object"], type = ["actor"] }
example = [
  { text = "Kenya audited Oman.", finds = [{ actor = "Kenya", recipient = "Oman" }] },
  { text = "Kenya saw Oman.", finds = [] },
]
"#;

#[test]
fn rules_are_tested_by_their_examples() {
    let (_good, path) = file("good.toml", RULES);
    assert!(output(&["rules", "test", &path]).ends_with("1 frames, 2 of 2 examples right\n"));
    let (_bad, path) = file("bad.toml", &RULES.replace("Kenya saw Oman", "Oman audited Kenya"));
    let done = onrecord(&["rules", "test", &path]).assert().code(1);
    let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    assert!(told.contains("bad.toml:8: `action/audit` finds actor"), "{told}");
    let (_worse, path) = file("worse.toml", &RULES.replace("audit\"]", "audit\"], verbs = []"));
    let done = onrecord(&["rules", "test", &path]).assert().code(2);
    let told = String::from_utf8(done.get_output().stderr.clone()).unwrap();
    assert!(told.contains("worse.toml:3:"), "{told}");
}

#[test]
fn a_sentence_is_explained() {
    let (_text, path) = file("text.txt", "It rained.\n\nPresident Tokayev visited China in May.\n");
    let told = output(&["explain", &path, "--at", "3"]);
    assert!(!told.contains("rained"), "{told}");
    for line in
        ["  visited (visit; positive, actual)", "    frame visit/verb: gives a fact", "fact visit/verb: "]
    {
        assert!(told.contains(line), "{told}");
    }
}

#[test]
fn a_line_without_a_sentence_is_told_and_one_that_is_not_there_is_a_mistake() {
    let (_text, path) = file("text.txt", "It rained.\n\nPresident Tokayev visited China in May.\n");
    #[rustfmt::skip]
    let cases = [
        ("2", 0, format!("onrecord: {path}: no sentence is on line 2\n")),
        ("0", 2, format!("onrecord: {path} has no line 0: it has 3, counted from 1\n")),
        ("4", 2, format!("onrecord: {path} has no line 4: it has 3, counted from 1\n")),
        ("1", 0, String::new()),
    ];
    for (at, status, told) in cases {
        onrecord(&["explain", &path, "--at", at]).assert().code(status).stderr(told);
    }
}

#[test]
fn names_of_the_user_take_precedence() {
    let (_text, path) = file("text.txt", "Kenya met Zorbo in May.");
    let (_names, names) = file("names.toml", "[[name]]\nname = 'Zorbo'\ntype = 'country'\ncode = 'ZOR'\n");
    let line = output(&["extract", "--format", "jsonl", "--layers", "entities", "--names", &names, &path]);
    let document: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(rows(&document, "entities")[1]["code"], "ZOR");
}
