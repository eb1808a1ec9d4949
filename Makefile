# make demo, make test: all that a new user needs. The rest is for developers.
PY := .venv/bin/python

.PHONY: help demo test check bench build translations forms screens clean run dev

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
	@for script in benchmarks/*.py; do \
		grep -q '^# needs a folder' $$script || { echo "== $$script"; $(PY) $$script; }; done

build: dev  ## pack the program for machines without Python
	@.venv/bin/pyinstaller --noconfirm --log-level WARN build.spec

clean:  ## remove what the other commands made
	rm -rf build dist demo .pytest_cache .mypy_cache .ruff_cache .hypothesis
