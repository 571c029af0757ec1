.PHONY: demo test models

# The facts and names of a sample document.
demo:
	cargo run --release -p onrecord-cli --bin onrecord -- extract examples/briefing.txt --format table --layers entities,times,quantities,facts

# All tests.
test:
	cargo test --workspace

# The models of the syntax layer, from treebanks in CORPORA.
models:
	cargo run --release -p onrecord-train -- --corpora $(CORPORA)
