# Included by the Makefiles of the kinds of packages.

here := $(abspath $(dir $(lastword $(MAKEFILE_LIST))))
checkout := $(abspath $(here)/..)
made := $(or $(BOOTPAY_PACKAGES),$(checkout)/target/packages)
dist := $(made)/dist
# A folder outside of the checkout, for one recipe.
scratch = scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT INT TERM

# TRIPLES  of targets.tsv: those that are built here by default; all, with those that other machines have built
TRIPLES ?=
rows = $(shell awk -F '\t' '!/^\#/ && $$1 != "triple" $(1) { print $$1 }' $(here)/targets.tsv)
triples = $(if $(filter all,$(TRIPLES)),$(rows),$(or $(TRIPLES),$(call rows,&& $$2 == "packages")))

.NOTPARALLEL:
