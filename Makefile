# The only entry: what to run, and in what order. Each language's own steps are in its folder.
#
#   make demo    a payment through its life in every language, on a local Bootpay
#   make test    every test of the project
#   make check   a verdict in a few minutes: formatting, lints, Rust's tests
#   make chaos   random payment lives under faults, 100,000 in Rust and 5,000 in every other language
#                (LIVES, SEED): is a promise about money broken?
#   make chaos-peers   2,000 of the same with each official SDK and with our core (LIVES, SEED), compared
#   make fuzz    core against arbitrary bytes (SECONDS for each target); needs nightly Rust and cargo-fuzz
#   make sizes   what the libraries weigh as they ship, against their budgets
#   make bench   this core against what its users have today (ROUNDS, CALLS): docs/performance.md
#
# LANGUAGES="rust python" narrows any of them.

LANGUAGES ?= rust python node kotlin swift
comma := ,
space := $(subst ,, )
export BOOTPAY_EMULATOR := $(CURDIR)/target/debug/bootpay-emulator
export BOOTPAY_CHAOS := $(CURDIR)/target/debug/bootpay-chaos

.PHONY: demo test check chaos chaos-peers fuzz bench lint generate measure sizes clean emulator chaos-program peers generate-peers deny
.PHONY: official-node official-python
.PHONY: $(foreach what,test demo chaos measure toolchain generate,$(addprefix $(what)-,rust python node kotlin swift))

demo: emulator
	@tests/demo/run $(LANGUAGES)

test: $(addprefix needs-,$(LANGUAGES)) lint $(addprefix test-,$(LANGUAGES)) peers sizes
	@echo "All tests passed: $(LANGUAGES)"

check: lint test-rust

# Without a fuzzer: what the targets check, on their seeds.
FUZZ := --manifest-path core/fuzz/Cargo.toml --target-dir target --no-default-features

# A life that fails is lived again alone: the run prints how.
CHAOS = $(CURDIR)/target/chaos/bootpay-chaos $(if $(SEED),--seed $(SEED)) --lives
chaos: $(addprefix chaos-,$(LANGUAGES))

chaos-peers: $(addprefix official-,$(filter node python,$(LANGUAGES)))
	cargo run -q --profile chaos -p bootpay-chaos --bin bootpay-chaos-peers -- --lives $(or $(LIVES),2000) \
		$(if $(SEED),--seed $(SEED)) $(if $(filter node,$(LANGUAGES)),--node node) \
		$(if $(filter python,$(LANGUAGES)),--python $(CURDIR)/tests/peers/python/.venv/bin/python)

SECONDS ?= 600
TARGETS ?= replies attempts paths amounts

# New inputs are kept in core/fuzz/corpus, what breaks a promise in core/fuzz/artifacts: its file
# becomes a seed, so that `make test-rust` tries it again.
fuzz:
	@command -v cargo-fuzz >/dev/null || { echo "cargo-fuzz is missing: cargo install cargo-fuzz"; exit 1; }
	@cargo +nightly --version >/dev/null 2>&1 || { echo "nightly Rust is missing: rustup toolchain install nightly"; exit 1; }
	cd core && for target in $(TARGETS); do \
		mkdir -p fuzz/corpus/$$target && \
		cargo +nightly fuzz run -O $$target fuzz/corpus/$$target fuzz/seeds/$$target -- \
			-max_total_time=$(SECONDS) -max_len=4096 -timeout=10 || exit 1; \
	done

# Writes docs/performance.md and its plot. OPTIONS=--built measures what was built before, OPTIONS=--again
# writes them anew from the last run's figures.
bench:
	@$(MAKE) -s -C benches bench LANGUAGES="$(LANGUAGES)"

# Nothing is skipped in silence: what cannot be run stops `make test`.
needs-%:
	@missing=$$($(MAKE) -s toolchain-$*); [ -z "$$missing" ] || \
		{ echo "$*: $$missing (or narrow LANGUAGES)"; exit 1; }

lint:
	cargo fmt --all --check
	cargo fmt --manifest-path core/fuzz/Cargo.toml --check
	cargo clippy -q --all-targets -- -D warnings
	cargo clippy -q $(FUZZ) --features targets --all-targets -- -D warnings

# With the program of the chaos run, of which each language's tests have a short version.
emulator:
	@cargo build -q -p bootpay-emulator -p bootpay-chaos
chaos-program:
	@cargo build -q --profile chaos -p bootpay-chaos

# The generated surfaces and pages that are committed; the tests of each language fail when they are stale.
generate: generate-rust generate-python generate-node generate-peers

# Import and load times, library sizes, of release builds.
measure: $(addprefix measure-,$(filter python node,$(LANGUAGES))) sizes

# What the libraries may weigh as they ship, in bytes; Kotlin and Swift have one in common. Raise one only
# with a reason; lower it when a change has earned it.
WEIGHT_python := 7200000
WEIGHT_node := 5100000
WEIGHT_bindings := 6500000
sizes: $(addprefix size-,$(sort $(filter python node,$(LANGUAGES)) $(if $(filter kotlin swift,$(LANGUAGES)),bindings)))
size-%:
	@bytes=$$(($$($(MAKE) -s -C $* size))) && echo "$*: the library has $$bytes bytes, stripped; $(WEIGHT_$*) are allowed" && \
		test $$bytes -le $(WEIGHT_$*)

# Licences, sources and bans of every dependency; needs cargo-deny.
deny:
	cargo deny check bans licenses sources

toolchain-rust:
	@command -v cargo >/dev/null || echo "cargo is missing: install Rust 1.88 or newer"
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
		echo "initdb is missing: install PostgreSQL's server (Debian: postgresql)"
toolchain-python:
	@command -v python3 >/dev/null || echo "python3 is missing: install Python 3.10 or newer"
toolchain-node:
	@command -v npm >/dev/null || echo "npm is missing: install Node 20 or newer"
toolchain-kotlin:
	@command -v mvn >/dev/null || echo "mvn is missing: install JDK 17 and Maven"
	@command -v javac >/dev/null || echo "javac is missing: install JDK 17 and Maven"
toolchain-swift:
	@$(MAKE) -s -C bindings swift-toolchain

test-rust: emulator
	cargo test -q
	cargo test -q $(FUZZ)
chaos-rust: chaos-program
	@$(CHAOS) $(or $(LIVES),100000)
demo-rust:
	@cargo run -q -p bootpay-core --example payment_life
generate-rust:
	@cargo run -q -p bootpay-core --example pages -- .

chaos-python chaos-node: chaos-%: chaos-program
	@$(MAKE) -C $* chaos CHAOS="$(CHAOS) $(or $(LIVES),5000)"
chaos-kotlin chaos-swift: chaos-%: chaos-program
	@$(MAKE) -C bindings $*-chaos CHAOS="$(CHAOS) $(or $(LIVES),5000)"

test-python demo-python generate-python measure-python: %-python: emulator
	@$(MAKE) -C python $*
test-node demo-node generate-node measure-node: %-node: emulator
	@$(MAKE) -C node $*
test-kotlin demo-kotlin: %-kotlin: emulator
	@$(MAKE) -C bindings kotlin-$*
test-swift demo-swift: %-swift: emulator
	@$(MAKE) -C bindings swift-$*

# The official SDKs, unmodified, as their registries have them.
official-node:
	cd tests/peers/node && npm ci --silent
official-python:
	cd tests/peers/python && python3 -m venv .venv && .venv/bin/pip install -q -r requirements.txt

# They on the emulator; in Python, beside ours; and a few lives of the comparison under faults.
peers: emulator $(addprefix official-,$(filter node python,$(LANGUAGES)))
ifneq ($(filter node,$(LANGUAGES)),)
	cd tests/peers/node && npm test
endif
ifneq ($(filter python,$(LANGUAGES)),)
	@$(MAKE) -C python build
	cd tests/peers/python && \
		.venv/bin/pytest -q --official $(subst $(space),$(comma),$(filter node python,$(LANGUAGES)))
endif
ifneq ($(filter node python,$(LANGUAGES)),)
	$(if $(filter node,$(LANGUAGES)),PEERS_NODE=node) \
		$(if $(filter python,$(LANGUAGES)),PEERS_PYTHON=$(CURDIR)/tests/peers/python/.venv/bin/python) \
		cargo test -q -p bootpay-chaos --test peers -- --ignored
endif
generate-peers:
	@python3 tests/peers/python/parity_page.py docs/parity.md

clean:
	rm -rf target python/.venv node/node_modules tests/peers/node/node_modules tests/peers/python/.venv \
	    benches/python/.venv benches/node/node_modules benches/kotlin/target benches/swift/contender/.build \
	    bindings/kotlin/target bindings/swift/.build
