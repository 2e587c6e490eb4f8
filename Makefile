# Everything a newcomer needs: `make demo` and `make test`.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8080
DATA ?= .demo
JOBS ?= 2

.PHONY: demo test coverage lint format bench bench-large flood crash simulate pictures clean

demo: $(VENV)/.installed
	@exec $(BIN)/topicdesk demo --port $(PORT) --data $(DATA)

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal

coverage: $(VENV)/.installed-dev
	$(BIN)/python -m pytest --numprocesses=auto --dist=worksteal --cov --cov-report=term

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

format: $(VENV)/.installed-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

crash: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.crash

simulate: $(VENV)/.installed
	$(BIN)/topicdesk simulate scenarios --jobs $(JOBS)

pictures: $(VENV)/.installed-dev
	$(BIN)/python -m pytest tests/browser/test_approval.py --pictures docs

bench: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks

flood: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.flood

bench-large: $(VENV)/.installed-dev
	$(BIN)/python -m benchmarks.large

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: $(BIN)/python pyproject.toml constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .coverage
