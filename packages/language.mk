# Included by the Makefiles of the kinds of packages.

here := $(abspath $(dir $(lastword $(MAKEFILE_LIST))))
checkout := $(abspath $(here)/..)
made := $(or $(BOOTPAY_PACKAGES),$(checkout)/target/packages)
dist := $(made)/dist
# A folder outside of the checkout, for one recipe.
scratch = scratch=$$(mktemp -d) && trap 'rm -rf "$$scratch"' EXIT INT TERM

.NOTPARALLEL:
