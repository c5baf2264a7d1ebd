# Included by the Makefiles of kotlin/ and swift/.

root := $(abspath $(dir $(lastword $(MAKEFILE_LIST)))..)
export CARGO_TARGET_DIR ?= $(root)/target
library := $(CARGO_TARGET_DIR)/debug
export BOOTPAY_LIBRARY := $(library)
# The local Bootpay for `test`, and the chaos run that is part of it: programs that are given, or built here.
export BOOTPAY_EMULATOR ?= $(library)/bootpay-emulator
export BOOTPAY_CHAOS ?= $(library)/bootpay-chaos
CHAOS = $(BOOTPAY_CHAOS) --brief --seed 4 --lives 60

generate := cd $(root) && $(library)/generate $(library)/libbootpay_bindings.so uniffi.toml
# Leaves unchanged files untouched, so that nothing is compiled again.
update := install -C -D -m 644

.NOTPARALLEL:
.PHONY: build generate lint test demo chaos package clean toolchain emulator

lint:
	@$(MAKE) --no-print-directory -C .. lint

emulator:
	@test -x $(BOOTPAY_EMULATOR) -a -x $(BOOTPAY_CHAOS) || \
		{ cd $(root) && cargo build --quiet -p bootpay-emulator -p bootpay-chaos; }
