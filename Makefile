# The commands of the course. Each does its own set-up; tools/setup.py says how.

PYTHON ?= python3
ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help lab test build check bench lock clean

help: ## say what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-6s %s\n", $$1, $$2}' Makefile
	@echo '  Words in ARGS are handed on, for example: make lab ARGS="--no-browser --port 8899"'

lab: ## open the first lesson in JupyterLab
test: ## run every test, in a real browser too
build: ## run every lesson and write notebooks/
check: ## check the questions and facts in data/, and the style of the code
bench: ## measure the course beside its neighbours, into docs/benchmarks.md
lock: ## pin the packages of pyproject.toml anew (newer ones: ARGS=--upgrade)
clean: ## remove the environment and JupyterLab's own files, never your progress

lab test build check bench lock clean:
	@command -v "$(PYTHON)" >/dev/null || { echo "This course needs Python 3.11 or newer and there is no $(PYTHON) here: install it, then run the same command again." >&2; exit 1; }
	@"$(PYTHON)" tools/setup.py $@ $(ARGS)
