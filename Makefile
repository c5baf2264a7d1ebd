# The only entry: `make help` prints the targets. Each language's own steps are in its folder, with the same
# target names in each.

LANGUAGES ?= rust python node kotlin swift
comma := ,
space := $(subst ,, )
export BOOTPAY_EMULATOR := $(CURDIR)/target/debug/bootpay-emulator
export BOOTPAY_CHAOS := $(CURDIR)/target/debug/bootpay-chaos
FOLDER_rust := .
FOLDER_python := python
FOLDER_node := node
FOLDER_kotlin := bindings/kotlin
FOLDER_swift := bindings/swift
others := $(filter-out rust,$(LANGUAGES))
# Those whose package has a surface or a page of its own that is committed.
generated := $(filter rust python node,$(LANGUAGES))
official := $(filter node python,$(LANGUAGES))

.DEFAULT_GOAL := help
.PHONY: help demo test check everything chaos chaos-peers fuzz bench generate measure sizes deny clean
.PHONY: lint emulator chaos-program peers official-node official-python consumers merchants packages packages-test
.PHONY: browser screenshots live
.PHONY: $(foreach what,needs test demo chaos generate measure toolchain,$(addprefix $(what)-,rust python node kotlin swift))

##@ Targets (LANGUAGES="rust python" narrows any of them)

help: ## print this list
	@awk -F ':.*## ' '/^##@/ { print substr($$0, 5) } /^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' Makefile

demo: emulator ## a payment's life in every language on a local Bootpay, compared (5 min)
	@tests/demo/run $(LANGUAGES)

# Each language by itself is serial, and cargo must not wait for make's own job slots.
serial := env -u MAKEFLAGS

# Everything that several languages use is built first, once; then two languages at a time. Their output is
# printed when each has ended. No language is skipped because its toolchain is missing.
test: $(addprefix needs-,$(LANGUAGES)) lint emulator $(addprefix official-,$(official)) ## all tests that a change must pass; CI runs this (30 min)
	@$(MAKE) --no-print-directory --jobs=2 --output-sync=target $(addprefix test-,$(LANGUAGES))
	@$(MAKE) --no-print-directory peers
	@$(if $(filter python,$(LANGUAGES)),$(if $(filter node,$(trading)),$(MAKE) --no-print-directory merchants-node PAYMENTS=100 SEED=4))
	@$(if $(filter node,$(LANGUAGES)),$(MAKE) --no-print-directory -C tests/browser payment)
	@for language in $(consuming); do $(MAKE) --no-print-directory -C tests/consumers/$$language consumer || exit 1; done
	@echo "All tests passed: $(LANGUAGES)"

check: lint test-rust ## formatting, lints and Rust's tests (5 min)

everything: test sizes measure deny demo ## every check there is; bench, fuzz and chaos stay apart (50 min)

# A life that fails is lived again alone: the run prints how.
CHAOS = $(CURDIR)/target/chaos/bootpay-chaos $(if $(SEED),--seed $(SEED)) --lives
chaos: $(addprefix chaos-,$(LANGUAGES)) ## payment lives under faults, 100,000 in Rust, 5,000 in each other language; LIVES, SEED (60 min)

chaos-peers: $(addprefix official-,$(official)) ## 2,000 lives with each official SDK and with ours; LIVES, SEED (30 min)
	cargo run -q --profile chaos -p bootpay-chaos --bin bootpay-chaos-peers -- --lives $(or $(LIVES),2000) \
		$(if $(SEED),--seed $(SEED)) $(if $(filter node,$(LANGUAGES)),--node node) \
		$(if $(filter python,$(LANGUAGES)),--python $(CURDIR)/tests/peers/python/.venv/bin/python)

# Small apps of merchants, each installed from a package laid out as it ships; one of each is part of `test`.
consuming := $(patsubst tests/consumers/%/Makefile,%,$(wildcard $(addsuffix /Makefile,$(addprefix tests/consumers/,$(LANGUAGES)))))
consumers: $(addprefix consumers-,$(consuming)) ## real apps on packages as they ship, with each framework and version promised (40 min)
$(addprefix consumers-,$(consuming)): consumers-%: emulator
	@$(MAKE) --no-print-directory -C tests/consumers/$* consumers

# Whole servers of merchants, whose webhooks are lost, doubled, reordered and forged: tests/merchants.
trading := $(filter $(notdir $(wildcard tests/merchants/*)),$(LANGUAGES))
merchants: $(addprefix merchants-,$(trading)) ## merchants' servers under bad webhooks, compared with the emulator's records; PAYMENTS, SEED (5 min)
$(addprefix merchants-,$(trading)): merchants-%: emulator
	@$(MAKE) --no-print-directory -C $(FOLDER_$*) merchant

browser: emulator ## the official browser SDK in Chromium on the emulator: tests/browser; FILES="card separate" (15 min)
	@$(serial) $(MAKE) --no-print-directory -C tests/browser browser

screenshots: emulator ## the pictures of the buyer's page and the console in docs/images (2 min)
	@$(serial) $(MAKE) --no-print-directory -C tests/browser screenshots

SECONDS ?= 600
TARGETS ?= replies attempts paths amounts headers webhooks windows

# New inputs are kept in core/fuzz/corpus, what breaks a promise in core/fuzz/artifacts: its file
# becomes a seed, so that `make test-rust` tries it again.
fuzz: ## core against arbitrary bytes; SECONDS, TARGETS; needs nightly Rust and cargo-fuzz (40 min)
	@command -v cargo-fuzz >/dev/null || { echo "cargo-fuzz is missing: cargo install cargo-fuzz"; exit 1; }
	@cargo +nightly --version >/dev/null 2>&1 || { echo "nightly Rust is missing: rustup toolchain install nightly"; exit 1; }
	cd core && for target in $(TARGETS); do \
		mkdir -p fuzz/corpus/$$target && \
		cargo +nightly fuzz run -O $$target fuzz/corpus/$$target fuzz/seeds/$$target -- \
			-max_total_time=$(SECONDS) -max_len=4096 -timeout=10 || exit 1; \
	done

# OPTIONS=--built measures what was built before, OPTIONS=--again writes the page anew from the last figures.
bench: ## ours against other SDKs and HTTP clients; writes docs/performance.md; ROUNDS, CALLS (30 min)
	@$(MAKE) -s -C benches bench LANGUAGES="$(LANGUAGES)"

# The tests of each language fail when its surface is stale.
generate: $(addprefix generate-,$(generated)) ## write the committed surfaces and pages anew (10 min)

measure: $(addprefix measure-,$(official)) ## import and load times of release builds (8 min)

# Budgets of the libraries as they ship, stripped, in bytes; Kotlin and Swift have one in common. Raise one
# only with a reason; lower it when a change has earned it.
WEIGHT_python := 6150000
WEIGHT_node := 5100000
WEIGHT_bindings := 5800000
# What an app carries: nothing of the client, and no row of the table.
WEIGHT_window := 1500000
FOLDER_window := bindings/window
weighed := $(sort $(official) $(if $(filter kotlin swift,$(LANGUAGES)),bindings window))
sizes: $(if $(ROWS),rows,$(addprefix size-,$(weighed))) ## weigh the libraries as they ship, against their budgets; ROWS: what a row of the table costs (8 min)
size-%:
	@bytes=$$($(MAKE) -s --no-print-directory -C $(or $(FOLDER_$*),$*) size) && \
		echo "$*: the library has $$bytes bytes, stripped; $(WEIGHT_$*) are allowed" && test $$bytes -le $(WEIGHT_$*)

# With that many made-up rows, in a copy of the checkout.
.PHONY: rows
rows:
	@python3 benches/weight.py rows $(ROWS) $(filter-out window,$(weighed))

deny: ## licences, sources and bans of every dependency; needs cargo-deny (1 min)
	@command -v cargo-deny >/dev/null || { echo "cargo-deny is missing: cargo install cargo-deny"; exit 1; }
	cargo deny check bans licenses sources

# KINDS: rust python node jvm swift. TRIPLES: of packages/targets.tsv, "all" for those that other machines have built.
packages: ## every package as it is published, in target/packages/dist; KINDS, TRIPLES (40 min)
	@$(MAKE) --no-print-directory -C packages package

packages-test: ## each package in an empty project, without Rust, through a payment's life; KINDS (15 min)
	@env -u BOOTPAY_EMULATOR $(MAKE) --no-print-directory -C packages test

clean: ## remove what was built
	rm -rf target tests/browser/node_modules tests/peers/node/node_modules tests/peers/python/.venv \
	    benches/python/.venv benches/node/node_modules benches/kotlin/target benches/swift/contender/.build
	@for folder in python node bindings; do $(MAKE) -s -C $$folder clean; done

lint:
	cargo fmt --all --check
	cargo fmt --manifest-path core/fuzz/Cargo.toml --check
	cargo clippy -q --all-targets -- -D warnings
	cargo clippy -q $(FUZZ) --features targets --all-targets -- -D warnings
	for half in server window; do \
		cargo clippy -q -p bootpay-core --no-default-features --features $$half -- -D warnings || exit 1; \
	done

# With the program of the chaos run, of which each language's tests have a short version.
emulator: live
	@cargo build -q -p bootpay-emulator -p bootpay-chaos

# The script of the console's live updates, built into the program. Without npm or a network the pages are the same,
# and do not update themselves.
live:
	@test -d emulator/live/node_modules || ! command -v npm >/dev/null || \
		(cd emulator/live && npm ci --silent --ignore-scripts) || \
		echo "emulator: its console is built without live updates: npm ci failed in emulator/live"

chaos-program:
	@cargo build -q --profile chaos -p bootpay-chaos

toolchain-rust:
	@command -v cargo >/dev/null || echo "cargo is missing: install Rust 1.88 or newer"
	@command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || \
		echo "initdb is missing: install PostgreSQL's server (Debian: postgresql)"
toolchain-python toolchain-node toolchain-kotlin toolchain-swift: toolchain-%:
	@$(MAKE) -s --no-print-directory -C $(FOLDER_$*) toolchain
needs-rust needs-python needs-node needs-kotlin needs-swift: needs-%:
	@missing=$$($(MAKE) -s --no-print-directory toolchain-$*); [ -z "$$missing" ] || \
		{ echo "$*: $$missing (or narrow LANGUAGES)"; exit 1; }

# Without a fuzzer: the checks of the targets, on their seeds.
FUZZ := --manifest-path core/fuzz/Cargo.toml --target-dir target --no-default-features
test-rust: emulator
	$(serial) cargo test -q
	cargo test -q -p bootpay-core --features tracing --test tracing
	$(serial) cargo test -q $(FUZZ)
chaos-rust: chaos-program
	@$(CHAOS) $(or $(LIVES),100000)
generate-rust:
	@cargo run -q -p bootpay-core --example pages -- .

demo-rust:
	@cargo run -q -p bootpay-core --example payment_life

test-python test-node test-kotlin test-swift: test-%: emulator
	@$(serial) $(MAKE) --no-print-directory -C $(FOLDER_$*) test
	@$(if $(filter $*,$(consuming)),$(serial) $(MAKE) --no-print-directory -C tests/consumers/$* consumer)
demo-python demo-node demo-kotlin demo-swift: demo-%: emulator
	@$(MAKE) -C $(FOLDER_$*) demo
chaos-python chaos-node chaos-kotlin chaos-swift: chaos-%: chaos-program
	@$(MAKE) -C $(FOLDER_$*) chaos CHAOS="$(CHAOS) $(or $(LIVES),5000)"
generate-python generate-node measure-python measure-node:
	@$(MAKE) -C $(FOLDER_$(lastword $(subst -, ,$@))) $(firstword $(subst -, ,$@))
generate-python: generate-parity
generate-parity:
	@python3 tests/peers/python/parity_page.py docs/parity.md

# The official SDKs, unmodified, as their registries have them.
official-node:
	cd tests/peers/node && npm ci --silent
official-python:
	cd tests/peers/python && python3 -m venv .venv && .venv/bin/pip install -q -r requirements.txt

# They on the emulator; in Python, beside ours; and a few lives of the comparison under faults.
peers: emulator $(addprefix official-,$(official))
ifneq ($(filter node,$(LANGUAGES)),)
	cd tests/peers/node && npm test
endif
ifneq ($(filter python,$(LANGUAGES)),)
	@$(MAKE) -C python build
	cd tests/peers/python && \
		.venv/bin/pytest -q --official $(subst $(space),$(comma),$(official))
endif
ifneq ($(official),)
	$(if $(filter node,$(LANGUAGES)),PEERS_NODE=node) \
		$(if $(filter python,$(LANGUAGES)),PEERS_PYTHON=$(CURDIR)/tests/peers/python/.venv/bin/python) \
		cargo test -q -p bootpay-chaos --test peers -- --ignored
endif
