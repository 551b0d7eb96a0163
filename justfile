# The recipes of the project; `just check` is what CI runs besides the README's two commands.

set shell := ["bash", "-euo", "pipefail", "-c"]

# Everything that must hold before a change lands
check: format lint test-rust types wheel instructions

# Formatting of Rust and Python
format:
    cargo fmt --check
    ruff format --check python tests benches notebooks

# Lints of Rust, with and without the bindings, and of Python
lint:
    cargo clippy --locked --all-targets -- -D warnings
    cargo clippy --locked --all-targets --features python,dictionary,collation -- -D warnings
    RUSTDOCFLAGS="-D warnings" cargo doc --locked --no-deps --quiet
    ruff check python tests benches notebooks

# Tests of the core, which needs no Python
test-rust:
    cargo test --locked --quiet
    cargo test --locked --quiet --features dictionary dictionary

# Words against the crate's at full size: every shared corpus, every character, 10 million random texts
test-words:
    python benches/export_texts.py
    HUSTINGS_RANDOM_STRINGS=10000000 cargo test --release --lib segment -- --include-ignored

# Fuzzing with the law that words are those of the crate (needs cargo-fuzz and a nightly toolchain)
fuzz seconds="60":
    cargo +nightly fuzz run words -- -max_total_time={{seconds}}

# Types: mypy over the package, and the stub against the compiled module
types:
    mypy
    python -m mypy.stubtest hustings._core

# One wheel for every Python from 3.11 on, tried on each that is here
wheel:
    rm -rf dist
    maturin build --release --locked --out dist
    bash .ci/try-wheel dist/*.whl
    maturin sdist --out dist
    bash .ci/check-sdist dist/*.tar.gz

# Instructions of fixed work, compared with benches/instructions/baseline.json
instructions:
    python benches/instructions/count.py

# Accept the instructions of this commit as the baseline
instructions-baseline:
    python benches/instructions/count.py --write

# Figures against peers, of benches/README.md
bench:
    python benches/run.py

# Figures of segmentation against other libraries, of benches/README.md
bench-words:
    python benches/export_texts.py
    cargo bench --bench words --bench build
