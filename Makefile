# Everything a newcomer types. Needs: a Rust toolchain (1.95 or later) and a C compiler.

.PHONY: quickstart test lint bench setup

GENSEN = $(or $(CARGO_TARGET_DIR),target)/release/gensen

quickstart: setup
	cargo build --release --locked -p gensen
	$(GENSEN) run recipes/starter.toml
	@if [ -t 0 ] && [ -t 1 ]; then $(GENSEN) chat starter; else echo "now talk with it: $(GENSEN) chat starter"; fi

test: setup
	@if cargo nextest --version >/dev/null 2>&1; then \
		cargo nextest run --workspace --locked && cargo test --workspace --locked --doc; \
	else \
		cargo test --workspace --locked; \
	fi

lint: setup
	cargo fmt --all --check
	cargo clippy --workspace --all-targets --locked -- -D warnings
	@if cargo deny --version >/dev/null 2>&1; then cargo deny check; else echo "cargo-deny is not installed: licences and advisories were not checked"; fi

bench: setup
	bench/run

setup:
	@command -v cargo >/dev/null || { echo "cargo is missing: install Rust from https://rustup.rs" >&2; exit 1; }
	@command -v cc >/dev/null || { echo "a C compiler is missing (blake3 needs one): install gcc or clang" >&2; exit 1; }
