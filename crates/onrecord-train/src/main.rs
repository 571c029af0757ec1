//! Makes the models from treebanks.

fn main() {}
