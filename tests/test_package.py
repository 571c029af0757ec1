"""The installed package, as its users call it."""

import copy
import datetime
import pickle
import subprocess
import sys
from pathlib import Path

import onrecord
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
INTERVIEW = ROOT / "examples" / "interview_dash.txt"
LAYERS = [
    "paragraphs",
    "turns",
    "sentences",
    "tokens",
    "mentions",
    "entities",
    "times",
    "quantities",
    "quotations",
    "facts",
]
SAMPLES = sorted((ROOT.parent / "shared" / "samples").glob("*.txt"))


def spans(value):
    """Every object with offsets in a document's JSON."""
    if isinstance(value, dict):
        if "start" in value and "end" in value:
            yield value
        for item in value.values():
            yield from spans(item)
    elif isinstance(value, list):
        for item in value:
            yield from spans(item)


def test_there_are_examples():
    assert len(EXAMPLES) >= 6


@pytest.mark.parametrize("path", EXAMPLES + SAMPLES, ids=lambda path: path.stem)
def test_every_span_slices_to_its_text(path):
    document = onrecord.extract(path)
    assert document.source == str(path)
    found = list(spans(document.to_dict()))
    assert len(found) > 50
    for span in found:
        assert 0 <= span["start"] < span["end"] <= len(document.text)
        if "text" in span:
            assert document.text[span["start"] : span["end"]] == span["text"]
    for fact in document.facts:
        assert fact.evidence.text == document.text[fact.evidence.start : fact.evidence.end]
        assert all(arg.text == document.text[arg.start : arg.end] for arg in fact.args)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_any_text_is_read(text):
    document = onrecord.extract(text)
    for span in spans(document.to_dict()):
        assert document.text[span["start"] : span["end"]]


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_every_example_has_facts(path):
    document = onrecord.extract(path)
    assert len(document.facts) >= 5, document.facts
    assert document.entities


def test_threads_change_nothing():
    texts = [path.read_text(encoding="utf-8") for path in EXAMPLES] * 3
    one, two, eight = ([d.to_json() for d in onrecord.extract_many(texts, threads=n)] for n in (1, 2, 8))
    assert one == two == eight
    assert len(one) == len(texts)


def test_layers_rows_and_values():
    document = onrecord.extract(
        "On Friday Kenya paid about $ 20 billion.", date=datetime.date(2026, 3, 4), id="a", title="b"
    )
    assert (document.id, document.title, document.date) == ("a", "b", "2026-03-04")
    assert [(time.text, time.value) for time in document.times] == [("Friday", "2026-02-27")]
    assert [(q.value, q.unit, q.mod) for q in document.quantities] == [("20000000000", "USD", "approx")]
    assert document.tokens[2].lemma == "Kenya"
    assert [entity.code for entity in document.entities] == ["KEN"]
    assert [mention.text for mention in document.mentions_of(document.entities[0])] == ["Kenya"]
    assert type(document.tokens[:2]) is onrecord.Layer
    assert not onrecord.extract("Kenya", layers="tokens").facts


def test_facts_by_role():
    document = onrecord.extract("President Xi Jinping visited Kenya in May.")
    (visit,) = [fact for fact in document.facts if fact.kind == "visit"]
    assert visit["visitor"] == ("Xi Jinping",)
    assert visit["destination"] == ("Kenya",)
    assert visit["topic"] == ()
    assert list(visit) == ["visitor", "destination"]
    assert {role: visit[role] for role in visit} == {"visitor": ("Xi Jinping",), "destination": ("Kenya",)}
    for role, filled in [("visitor", True), ("topic", False), ("Kenya", False), (0, False)]:
        assert (role in visit) == filled
    for key in (0, None, slice(1)):
        with pytest.raises(TypeError, match="a role is a string, not "):
            visit[key]
    assert str(visit) == "visit(visitor=Xi Jinping, destination=Kenya)"


def test_turns_of_captions_have_the_spans_of_their_pieces():
    captions = (
        "1\n00:00:01,000 --> 00:00:03,000\nANN ODE: Kenya visited\n\n2\n00:00:03,500 --> 00:00:05,000\nOman in May.\n"
    )
    document = onrecord.extract(captions)
    (turn,) = document.turns
    assert turn.speaker == "Ann Ode"
    assert [span.text.strip() for span in turn.spans] == ["Kenya visited", "Oman in May."]
    assert all(span.text == document.text[span.start : span.end] for span in turn.spans)


@pytest.mark.parametrize("frame", ["to_pandas", "to_polars"])
def test_data_frames_have_their_columns_with_and_without_rows(frame):
    pytest.importorskip(frame.removeprefix("to_"))
    full, empty = onrecord.extract(INTERVIEW), onrecord.extract("")
    for layer in LAYERS:
        filled, none = (getattr(getattr(document, layer), frame)() for document in (full, empty))
        assert (len(filled), len(none)) == (len(getattr(full, layer)), 0)
        assert list(none.columns) == list(filled.columns) != []
    nothing = pickle.loads(pickle.dumps(full.facts[:0]))
    assert "predicate" in getattr(nothing, frame)().columns


def test_times_and_quantities():
    assert [time.value for time in onrecord.times("tomorrow", date="2026-03-02")] == ["2026-03-03"]
    assert [quantity.value for quantity in onrecord.quantities("about $ 20 billion")] == ["20000000000"]


def test_documents_are_values():
    document = onrecord.extract(EXAMPLES[0])
    assert pickle.loads(pickle.dumps(document)) == document
    assert copy.deepcopy(document) == document
    assert document != onrecord.extract("Kenya")
    assert len({document, onrecord.extract(EXAMPLES[0])}) == 1
    document, again = (onrecord.extract(INTERVIEW) for _ in range(2))
    for layer in LAYERS:
        rows = getattr(document, layer)
        assert len(rows) > 0
        assert pickle.loads(pickle.dumps(rows)) == rows
        assert (getattr(again, layer), hash(getattr(again, layer))) == (rows, hash(rows))
    assert len({*document.facts, *again.facts}) == len(document.facts)
    assert f"chars={len(document.text)}" in repr(document)


def test_display_escapes_the_text():
    document = onrecord.extract("<script>alert(1)</script> Kenya visited Oman.")
    for shown in (document._repr_html_(), document.tokens._repr_html_()):
        assert "<script>" not in shown
        assert "&lt;" in shown


def test_bytes_and_paths(tmp_path):
    assert onrecord.extract("“Kenya” café".encode("utf-16")).text == "“Kenya” café"
    assert onrecord.extract("café".encode("latin-1")).text == "café"
    path = tmp_path / "news.txt"
    path.write_bytes("Kenya".encode("utf-8-sig"))
    assert onrecord.extract(path).id == "news"


def test_errors_say_what_is_wrong(tmp_path):
    with pytest.raises(onrecord.InputError, match=r"none\.txt: cannot be read"):
        onrecord.extract(tmp_path / "none.txt")
    (tmp_path / "report.pdf").write_bytes(b"%PDF-1.7")
    for source, name in [(tmp_path / "report.pdf", r"report\.pdf"), (b"%PDF-1.7", "text-0")]:
        with pytest.raises(onrecord.InputError, match=f"{name}: this is a PDF document, no text"):
            onrecord.extract(source)
    with pytest.raises(onrecord.InputError, match="half a character at 1"):
        onrecord.extract("a\ud800")
    with pytest.raises(onrecord.InputError, match="yesterday"):
        onrecord.extract("Kenya", date="yesterday")
    with pytest.raises(ValueError, match="no layer `nouns`; there are paragraphs, "):
        onrecord.extract("Kenya", layers="nouns")
    with pytest.raises(ValueError, match="on_error"):
        onrecord.extract_many([], on_error="ignore")
    results = list(onrecord.extract_many(["Kenya", tmp_path / "none.txt", "Oman"], on_error="return"))
    assert [type(result).__name__ for result in results] == ["Document", "InputError", "Document"]
    with pytest.raises(onrecord.InputError):
        list(onrecord.extract_many(["Kenya", tmp_path / "none.txt"]))
    with pytest.raises(TypeError, match="not NoneType"):
        onrecord.extract(None)
    wrong = [None, 3, float("nan"), ["Kenya"], Path("a\0b"), Path("\udce9"), "\ud800", b"\0\0\1"]
    results = list(onrecord.extract_many(["Kenya", *wrong, "Oman"], on_error="return"))
    assert [type(result).__name__ for result in results] == ["Document", *["InputError"] * len(wrong), "Document"]
    assert str(results[1]) == "text-1: a document is a text, bytes or a path, not NoneType"
    assert results[-1].id == "text-9"


def test_a_text_is_a_str_and_a_file_a_path(tmp_path, monkeypatch):
    (tmp_path / "news.txt").write_text("Kenya visited Oman in May.", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for name in ("news.txt", str(tmp_path / "news.txt")):
        with pytest.raises(ValueError, match=r"a str is the text itself, so give Path\('.*news\.txt'\)"):
            onrecord.extract(name)
    assert onrecord.extract(Path("news.txt")).facts
    for text in ("news", "other.txt", "See news.txt", "."):
        assert onrecord.extract(text).text == text
    results = list(onrecord.extract_many(["news.txt", Path("news.txt")], on_error="return"))
    assert [type(result).__name__ for result in results] == ["InputError", "Document"]


def test_files_that_are_no_plain_text_are_refused(tmp_path):
    page = "<!doctype html><p>Kenya visited Oman in May.</p>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (tmp_path / "rows.csv").write_text("id,text\n1,Kenya visited Oman in May.\n", encoding="utf-8")
    cases = [
        (tmp_path / "page.html", r"page\.html: this is an HTML page, no plain text; .* or give it as a str"),
        (page.encode(), "text-0: this is an HTML page"),
        (tmp_path / "rows.csv", r"rows\.csv: this is a table, no plain text; give its texts as lines of JSON"),
    ]
    for source, told in cases:
        with pytest.raises(onrecord.InputError, match=told):
            onrecord.extract(source)
    assert onrecord.extract(page).text == page


def test_a_speaker_may_be_given():
    text = "Friends, I met Bo Ek in Oman in May."
    document = onrecord.extract(text, speaker="Ann Lee, Minister of Trade")
    assert (document.speaker, document.turns[0].speaker) == ("Ann Lee, Minister of Trade", "Ann Lee")
    (meeting,) = [fact for fact in document.facts if fact.kind == "meeting"]
    assert "Ann Lee" in [arg.entity for arg in meeting.args]
    assert [(source["entity"], source["via"]) for source in meeting.source] == [("Ann Lee", "turn")]
    (again,) = onrecord.extract_many([text], speaker="Ann Lee, Minister of Trade")
    assert again == document
    assert not onrecord.extract(text).turns


def test_many_are_read_as_they_are_asked_for():
    taken = []

    def sources():
        for number in range(10_000):
            taken.append(number)
            yield "Kenya visited Oman. " * 500

    next(onrecord.extract_many(sources(), threads=1, layers="sentences"))
    assert len(taken) < 1000


@pytest.mark.parametrize("threads", [1, 2])
def test_a_call_can_be_interrupted(threads):
    # Minutes of work in one call, which ends all the same.
    script = f"""
import _thread, signal, threading
from onrecord import _onrecord
signal.signal(signal.SIGINT, signal.default_int_handler)  # a background job inherits that it is ignored
text = open({str(INTERVIEW)!r}, encoding="utf-8").read()
texts = [(str(number), text, None, None, None, None) for number in range(100_000)]
threading.Timer(0.2, _thread.interrupt_main).start()
try:
    _onrecord.extract(texts, ["all"], {threads}, ([], []))
except KeyboardInterrupt:
    (line, problem), = _onrecord.extract(texts[:1], ["facts"], {threads}, ([], []))
    print(problem is None)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=True, text=True)
    assert done.stdout == "True\n"


@pytest.mark.parametrize(
    "command", [[sys.executable, "-m", "onrecord"], [str(Path(sys.executable).parent / "onrecord")]]
)
def test_the_command_is_the_same(command):
    path = EXAMPLES[0]
    arguments = ["extract", str(path), "--format", "jsonl", "--layers", "all"]
    done = subprocess.run([*command, *arguments], capture_output=True, check=True)
    assert done.stdout.decode().strip() == onrecord.extract(path).to_json()
    wrong = subprocess.run([*command, "extract", "nowhere.txt"], capture_output=True, check=False)
    assert wrong.returncode == 1
    assert b"nowhere.txt" in wrong.stderr


def test_help_and_version():
    assert "ISO 8601" in onrecord.extract.__doc__
    assert onrecord.__version__.count(".") == 2


def test_a_users_rules_and_names_take_precedence(tmp_path):
    names = tmp_path / "names.csv"
    names.write_text("name,type,aliases,code\nZorbo,country,Zor,ZOR\n", encoding="utf-8")
    rules = tmp_path / "rules.toml"
    rules.write_text(
        """[[frame]]
id = "action/audit"
triggers = { verb = ["audit"] }
role.actor = { from = ["subject"], type = ["actor"] }
role.recipient = { from = ["object"], type = ["actor"] }
example = [
  { text = "Kenya audited Oman.", finds = [{ actor = "Kenya", recipient = "Oman" }] },
  { text = "Kenya saw Oman.", finds = [] },
]
""",
        encoding="utf-8",
    )
    text = "Kenya audited Zorbo in May."
    plain = onrecord.extract(text)
    assert not [fact for fact in plain.facts if fact.rule == "action/audit"]
    own = onrecord.extract(text, rules=rules, names=names)
    (fact,) = [fact for fact in own.facts if fact.rule == "action/audit"]
    assert (fact["actor"], fact["recipient"]) == (("Kenya",), ("Zorbo",))
    assert [entity.code for entity in own.entities if entity.name == "Zorbo"] == ["ZOR"]
    names.write_text("name,type\nZorbo,firm\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"names.csv:2:2: no type `firm`"):
        onrecord.extract(text, names=names)
    with pytest.raises(onrecord.InputError):
        onrecord.extract(text, names=tmp_path / "none.csv")


def test_open_relations_are_made_when_asked_for():
    text = "Kenya built a bridge."
    assert not [fact for fact in onrecord.extract(text).facts if fact.kind == "relation"]
    facts = [fact for fact in onrecord.extract(text, open=True).facts if fact.kind == "relation"]
    assert [(fact["subject"], fact["predicate"], fact["object"]) for fact in facts] == [
        (("Kenya",), ("built",), ("a bridge",))
    ]


def test_a_fact_told_twice_is_linked():
    document = onrecord.extract("Kenya attacked Oman. The minister was sad. Kenya attacked Oman.", layers="facts")
    attacks = [fact for fact in document.facts if fact.predicate == "attack"]
    assert [fact.same_as for fact in attacks] == [None, attacks[0].id]
