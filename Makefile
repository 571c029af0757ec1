.PHONY: demo test models clusters names

# The facts and names of a sample document.
demo:
	cargo run --release -p onrecord-cli --bin onrecord -- extract examples/briefing.txt --format table --layers entities,times,quantities,facts

# All tests.
test:
	cargo test --workspace

# The models of the syntax layer, from treebanks in CORPORA.
models:
	cargo run --release -p onrecord-train -- --corpora $(CORPORA)

# The word classes, from word vectors in the text format of GloVe.
clusters:
	cargo run --release -p onrecord-train -- --corpora . --only cluster --vectors $(VECTORS)

# The finder of names, from the corpora in CORPORA/ner, with the other models as they are; after `models` and `clusters`.
names:
	cargo run --release -p onrecord-train -- --corpora $(CORPORA) --only name
