PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: demo test run bench eval soak docs lock clean

demo: $(VENV)/.runtime  ## a local Slack and a local Zoom with the real bot between them; no account, no network
	@$(PY) -m playground

test: $(VENV)/.dev  ## every check and every test
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	$(PY) -m pytest -rs -n auto --dist loadfile

run: $(VENV)/.runtime  ## the real thing, configured by .env
	@$(PY) -m bot serve

eval: $(VENV)/.runtime  ## how many of the example questions are read and answered right, and which seen ones are not
	@$(PY) -m tests.questions

bench: $(VENV)/.runtime  ## each figure beside the peer or limit measured in the same run
	@$(PY) -m bench

soak: $(VENV)/.runtime  ## twenty rough minutes: 100 events a second, kill -9 every two minutes, and the books; SOAK="--minutes 2"
	@$(PY) -m playground.soak $(SOAK)

docs: $(VENV)/.dev  ## the generated pages under docs/
	$(PY) -m bot.documents.schema > docs/report.schema.json

lock: $(VENV)/.dev  ## renew the pinned dependencies from pyproject.toml
	$(PY) -m pip install --quiet uv
	$(PY) -m uv pip compile pyproject.toml --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements.lock
	$(PY) -m uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-header -q -o requirements-dev.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.runtime: requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed; set PYTHON=python3.11") if sys.version_info < (3, 11) else None'
	@test -x $(PY) || $(PYTHON) -m venv $(VENV)
	@echo "Installing what the bot needs (once)…"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@echo "Installing what the tests need (once)…"
	@$(PY) -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@
