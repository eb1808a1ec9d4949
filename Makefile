# make demo, make test: all that a new user needs. The rest is for developers.
PY := .venv/bin/python

.PHONY: help demo test check bench soak conformance build clean run dev

help:  ## list the commands
	@grep -E '^[a-z]+:.*##' Makefile | sed 's/:.*##/\t/' | expand -t 16

run:
	@sh bootstrap.sh run

dev:
	@sh bootstrap.sh dev

demo: run  ## set up, make a demo county and open the program on it
	@$(PY) main.py demo demo

test: dev  ## set up and run all tests
	@$(PY) -m pytest

check: dev  ## format, lint, types, layers, translations
	@.venv/bin/ruff format --check --quiet .
	@.venv/bin/ruff check --quiet .
	@.venv/bin/mypy
	@.venv/bin/lint-imports
	@QT_QPA_PLATFORM=offscreen $(PY) -m pytest -q -p no:randomly tests/ui/test_translation.py tests/forms/test_compiled.py tests/test_sentences.py

bench: dev  ## measure: each script prints its table
	@for name in first_load county search ten_packages package roster ledgers \
		form_speed form_memory form_engines casework sheets; do \
		echo "== $$name"; $(PY) -m benchmarks.$$name; done

soak: dev  ## the long proof: 10,000 histories, 1,000 kills, every byte, fuzzing
	@SURVEYTOOL_SOAK=1 $(PY) -m pytest -q --timeout=0 tests/soak tests/faults tests/fuzz
	@for t in change manifest records letters inner header packed outer; do \
		$(PY) tests/fuzz/fuzz.py $$t 90; done

conformance: dev  ## replay recorded forms: make conformance DIR=...
	@$(PY) -m benchmarks.conformance $(DIR)

build: dev  ## pack the program for machines without Python
	@.venv/bin/pyinstaller --noconfirm --log-level WARN build.spec

clean:  ## remove what the other commands made
	rm -rf build dist demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
