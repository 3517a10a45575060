# Two commands matter: `make report` and `make test`. Nothing has to be installed beforehand but
# Python (3.11 or newer, with pip), make and git; everything else goes into .venv here.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
WORKERS ?= 2
# What everything stands on: every branch of it is tested.
CORE := src/pledgekit/ids.py,src/pledgekit/dates.py,src/pledgekit/errors.py,src/pledgekit/words.py,src/pledgekit/model/*,src/pledgekit/gate.py,src/pledgekit/positions.py,src/pledgekit/slips.py,src/pledgekit/fingerprint.py,src/pledgekit/codec/*,src/pledgekit/register.py,src/pledgekit/store.py,src/pledgekit/naming.py,src/pledgekit/view/*,src/pledgekit/figures/*,src/pledgekit/checks/*,src/pledgekit/recording/*,src/pledgekit/render/*

.DELETE_ON_ERROR:
.PHONY: report test check docs bench faults clean venv

report: $(VENV)/.installed
	@mkdir -p build
	$(BIN)/pledgekit --root . report annual --declaration hague-2022 --format html --out build/hague-2022.html
	$(BIN)/pledgekit --root . report annual --declaration hague-2022 --format md --out build/hague-2022.md
	@echo "The report: $(CURDIR)/build/hague-2022.html (and hague-2022.md beside it)"

test: $(VENV)/.dev
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest -n $(WORKERS)
	@$(BIN)/coverage combine --quiet
	$(BIN)/coverage report
	$(BIN)/coverage report --fail-under=100 --include='$(CORE)'

check: $(VENV)/.installed
	$(BIN)/pledgekit --root . check --strict

docs: $(VENV)/.dev
	$(BIN)/sphinx-build -W --keep-going -b html docs docs/_build/html

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/run.py

faults: $(VENV)/.dev
	$(BIN)/pytest -n $(WORKERS) -m faults --hypothesis-profile=hunt

clean:
	rm -rf $(VENV) build dist docs/_build .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis

venv: $(VENV)/.dev

# Stamps: each is written only after its step succeeded, so an interrupted installation is done again.

$(VENV)/.made:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "pledgekit needs Python 3.11 or newer; name one: make PYTHON=python3.12 …" >&2; exit 1; }
	@# Debian's python3 may come without ensurepip; then pip itself puts pip into the new environment.
	@$(PYTHON) -m venv --clear $(VENV) >/dev/null 2>&1 || { \
		$(PYTHON) -m venv --clear --without-pip $(VENV) && \
		$(PYTHON) -m pip --python $(BIN)/python install --quiet pip; }
	@touch $@

$(VENV)/.installed: $(VENV)/.made pyproject.toml src/pledgekit/version.py
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

# Dependency groups (PEP 735) need pip 25.1; Python 3.11 brings an older one.
$(VENV)/.dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25.1'
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[all]' --group dev
	@touch $@
