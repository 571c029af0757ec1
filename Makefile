# The few commands of the project. Needs cargo and Python 3.11 or later; everything Python goes into .venv.

.PHONY: demo test lint bench taught vectors models names confidence
PYTHON ?= python3
VENV = .venv
BIN = $(VENV)/bin

# Builds and installs the package, then shows the facts of a sample interview.
demo: installed
	$(BIN)/onrecord extract examples/interview_dash.txt --format table --layers facts

# All tests: the crates, the command, the installed wheel.
test: installed
	cargo test --workspace
	$(BIN)/pip install --quiet 'pytest>=8' 'hypothesis>=6'
	$(BIN)/pytest --quiet --doctest-modules tests $(shell pwd)/python/onrecord/__init__.py --import-mode=importlib

.PHONY: installed
installed:
	test -d $(VENV) || $(PYTHON) -m venv $(VENV)
	rm -rf target/wheels
	$(BIN)/pip wheel --quiet --no-deps --wheel-dir target/wheels .
	$(BIN)/pip install --quiet --force-reinstall --no-deps target/wheels/*.whl

# Format, lints, types and the stub.
lint: installed
	cargo fmt --all --check
	cargo clippy --workspace --all-targets -- -D warnings
	$(BIN)/pip install --quiet 'ruff>=0.9' 'mypy>=1.14'
	$(BIN)/ruff format --check python tests crates/onrecord-train/teacher
	$(BIN)/ruff check python tests crates/onrecord-train/teacher
	$(BIN)/mypy --strict python/onrecord
	$(BIN)/python -m mypy.stubtest onrecord._onrecord

# Words per second on one core, stage by stage; instructions per word and the peak of memory.
bench:
	cargo bench --package onrecord

# Sentences that a larger network annotates for `models` to learn from: CORPORA/taught.conllu.gz.
taught: installed
	$(BIN)/pip install --quiet --requirement crates/onrecord-train/teacher/requirements.txt
	PATH=$(BIN):$$PATH $(BIN)/python crates/onrecord-train/teacher --corpora $(CORPORA)

# Word VECTORS, lengthened by what the teacher's encoder makes of every word: the file LONGER.
vectors: installed
	$(BIN)/pip install --quiet --requirement crates/onrecord-train/teacher/requirements.txt
	$(BIN)/python crates/onrecord-train/teacher/vectors.py --vectors $(VECTORS) --corpora $(CORPORA) --out $(LONGER)

# The models of the syntax layer, from treebanks and taught sentences in CORPORA and a file of word VECTORS, the longer ones.
models:
	cargo run --release -p onrecord-train -- --corpora $(CORPORA) --vectors $(VECTORS) --taught taught

# The finder of names, from CORPORA/ner, with word classes from a file of word VECTORS.
names:
	cargo run --release -p onrecord-train -- --corpora $(CORPORA) --only cluster --vectors $(VECTORS)
	cargo run --release -p onrecord-train -- --corpora $(CORPORA) --only name

# How often every rule of facts is right, measured on the annotated documents in GOLD.
confidence:
	cargo run --release -p onrecord-train -- --only confidence --gold $(GOLD)
