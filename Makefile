# The developer's list. `make` alone prints it; the operator's list is `.venv/bin/hemicycle --help`.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.NOTPARALLEL:

export HEMICYCLE_DATA ?= var
export PIP_DISABLE_PIP_VERSION_CHECK := 1

BIN := .venv/bin
BUILT := $(or $(HEMICYCLE_BUILD),src/hemicycle/build)
# Once testing is installed, running must not take it away again.
LOCKED := $(if $(wildcard .venv/test.stamp),test,run)
# What the served files are made of; folders too, so that a deleted file counts as a change.
SERVED := $(shell find src/hemicycle -path $(BUILT) -prune -o \( -path '*/static*' -o -name '*.po' \) -print 2>/dev/null)
WORKERS ?= 2

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-10s %s\n", $$1, $$2}' Makefile

run: $(BUILT)/stamp ## start the site on http://127.0.0.1:8000 (PORT and HEMICYCLE_DATA are respected)
	@exec $(BIN)/hemicycle serve

install: $(BUILT)/stamp ## install and build without starting anything, for servers and upgrades

test: system $(BUILT)/stamp .venv/test.stamp ## everything: lint, types, shape, all tests on SQLite and on PostgreSQL
	@$(MAKE) --no-print-directory lint types shape
	env -u DATABASE_URL $(BIN)/pytest -q -n $(WORKERS) --dist loadfile
	$(BIN)/python tests/postgres.py -- $(BIN)/pytest -q -n $(WORKERS) --dist loadfile

quick: $(BUILT)/stamp .venv/test.stamp ## what takes seconds: lint, shape, and the unit tests on SQLite
	@$(MAKE) --no-print-directory lint shape
	env -u DATABASE_URL $(BIN)/pytest -q -n $(WORKERS) --dist loadfile -m "not slow and not browser" src

lint: .venv/test.stamp ## ruff: mistakes, then form
	$(BIN)/ruff check --no-cache .
	$(BIN)/ruff format --no-cache --check .

types: .venv/test.stamp ## mypy, strict
	$(BIN)/mypy

shape: .venv/test.stamp ## import-linter: who may import whom
	$(BIN)/lint-imports

fmt: .venv/test.stamp ## bring code into the agreed form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: $(BUILT)/stamp .venv/test.stamp ## measure: start, pages, search; prints figures and never fails on them
	$(BIN)/python bench/start.py
	$(BIN)/python bench/pages.py
	$(BIN)/python bench/hubs.py
	$(BIN)/python bench/journal.py
	$(BIN)/python bench/saves.py
	set -- bench/search/bench_*.py; for file in "$$@"; do [ ! -e "$$file" ] || $(BIN)/python "$$file"; done

docs: .venv/run.stamp ## make the generated pages of docs/reference and the guide to rights anew
	DJANGO_SETTINGS_MODULE=hemicycle.project.settings $(BIN)/python -m tests.documentation.reference
	DJANGO_SETTINGS_MODULE=hemicycle.project.settings $(BIN)/python -m tests.documentation.rights

messages: .venv/run.stamp ## bring the catalogues up to the strings in the code
	$(BIN)/hemicycle translate

schema: .venv/run.stamp ## make the shipped schema template anew from the migrations
	$(BIN)/hemicycle schema

lock: .venv/installer.stamp ## pin the dependencies of requirements/*.in anew, with hashes and without hosts
	for name in install run test; do $(BIN)/uv pip compile -q --generate-hashes --no-emit-index-url --no-header --no-annotate \
		--python-version 3.11 --universal requirements/$$name.in -o requirements/$$name.txt; done

clean: ## remove the environment and the built files; the data folder stays
	rm -rf .venv $(BUILT) .mypy_cache .ruff_cache .import_linter_cache
	find src -name '*.mo' -delete

system: .venv/run.stamp # what testing needs of the machine
	@$(BIN)/python tests/system.py

.venv/bin/python:
	@for name in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if $$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$name; break; fi; done; \
	[ -n "$${python:-}" ] || { echo "Hemicycle needs Python 3.11 or later; none was found. Name one with: make run PYTHON=/path/to/python3" >&2; exit 2; }; \
	$$python -c 'import venv, ensurepip' 2>/dev/null || { echo "Python's venv module is missing; as root: apt-get install python3-venv" >&2; exit 2; }; \
	rm -rf .venv; $$python -m venv .venv

# uv installs in seconds what takes pip half a minute; where it cannot be had, pip does it.
.venv/installer.stamp: requirements/install.txt | .venv/bin/python
	@$(BIN)/pip install -qq --require-hashes -r requirements/install.txt || echo "uv cannot be installed here; pip takes its place." >&2
	@touch $@

.venv/run.stamp: requirements/$(LOCKED).txt .venv/installer.stamp Makefile
	@echo "Installing what is locked in requirements/$(LOCKED).txt"
	@$(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes requirements/$(LOCKED).txt \
		|| $(BIN)/pip install -qq --require-hashes -r requirements/$(LOCKED).txt
	@pwd | sed 's,$$,/src,' > "$$($(BIN)/python -c 'import sysconfig; print(sysconfig.get_path("purelib"))')/hemicycle.pth"
	@printf '#!/bin/sh\nexec "$$(dirname "$$0")/python" -m hemicycle.project.command "$$@"\n' > $(BIN)/hemicycle
	@chmod +x $(BIN)/hemicycle
	@touch $@

.venv/test.stamp: requirements/test.txt .venv/installer.stamp | .venv/run.stamp
	@echo "Installing what is locked in requirements/test.txt"
	@$(BIN)/uv pip sync -q --python $(BIN)/python --require-hashes requirements/test.txt \
		|| $(BIN)/pip install -qq --require-hashes -r requirements/test.txt
	@touch .venv/run.stamp $@

$(BUILT)/stamp: $(SERVED) .venv/run.stamp
	@$(BIN)/hemicycle build --quiet
	@touch $@

.PHONY: help run install test quick lint types shape fmt bench docs messages schema lock clean system
