# Everything that has to pass. The README's test command makes .venv.
python = .venv/bin/python

.PHONY: check format lint types floors test

check: format lint types floors test

format:
	$(python) -m ruff format --check .

lint:
	$(python) -m ruff check .

types:
	$(python) -m mypy

floors:
	$(python) -m pytest -q tests/test_architecture.py

test:
	$(python) -m pytest -q
