# Thin: every target is one command. Plain `make` builds everything; `make help` lists the targets.

.DEFAULT_GOAL := all
.DELETE_ON_ERROR:
# All targets share one environment; the editions of one build run in parallel by themselves.
.NOTPARALLEL:
MAKEFLAGS += --no-builtin-rules

BIN := .venv/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
PYTHON := $(BIN)/python -I
REPORTPUB := $(PYTHON) -m reportpub
SETUP := setup/environment.sh

.PHONY: help pdf cover docx all check test thorough bench fonts cluster lint types contracts format check-artefacts typocheck preflight preview lock clean

help: ## 列出目标 · list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' Makefile

pdf: .venv/.ready ## 印刷、封面与屏幕 PDF · the press PDF, the cover and the screen PDF of every edition
	@$(REPORTPUB) build --target print --target cover --target screen

cover: .venv/.ready ## 封面与书脊 · the cover with its spine, of every edition that has one
	@$(REPORTPUB) build --target cover

docx: .venv/.ready ## Word 文件 · the Word file of every edition
	@$(REPORTPUB) build --target docx

all: .venv/.ready ## 全部成品（默认） · everything, which plain `make` does too
	@$(REPORTPUB) build --target print --target cover --target screen --target docx

check: .venv/.ready ## 检查内容 · check the content without building
	@$(REPORTPUB) check

preflight: .venv/.ready ## 印前检查 · preflight the finished press files; the reports go to out/preflight/
	@$(REPORTPUB) preflight --into out/preflight

preview: .venv/.ready ## 边写边看 · show the report in the browser while it is written
	@$(REPORTPUB) preview

typocheck: .venv/.ready ## 复核版面 · judge the lines and pages of the finished press PDFs
	@$(REPORTPUB) check --target print

check-artefacts: .venv/.ready ## 复核成品 · open the finished files again and compare them with their source
	@$(REPORTPUB) verify

test: .venv/.ready-dev ## 测试 · run the tests
	@$(PYTHON) -m pytest -q --numprocesses=auto

thorough: .venv/.ready-dev ## 细测 · try the finished report in other programs, which takes minutes
	@$(PYTHON) -m pytest -q --numprocesses=auto tests/thorough

bench: .venv/.ready-dev ## 测速 · measure speed and memory
	@$(BIN)/python -m tests.bench

fonts: .venv/.ready-fonts ## 重制字体 · derive the faces in fonts/ anew
	@$(PYTHON) -m reportpub.foundry --into fonts

cluster: .venv/.ready-cluster ## 联机 · install what building on several machines needs

lint: .venv/.ready-dev ## 代码风格 · style and formatting of the code
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check

types: .venv/.ready-dev ## 类型 · types of the code
	@$(BIN)/mypy

contracts: .venv/.ready-dev ## 分层 · who may import whom
	@$(BIN)/lint-imports --no-logo

format: .venv/.ready-dev ## 整理代码 · format the code
	@$(BIN)/ruff check --fix
	@$(BIN)/ruff format

lock: .venv/.ready ## 更新锁定版本 · lock exact versions and hashes anew (UPGRADE=1 takes the newest)
	@sh setup/lock.sh $(if $(UPGRADE),--upgrade)

clean: ## 清除成品与环境 · remove out/, the environment and what tools remember
	@test -f src/reportpub/__init__.py || { echo "make clean: run it in the project's own folder" >&2; exit 2; }
	rm -rf out build .venv .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache src/reportpub.egg-info
	find src tests -type d -name __pycache__ -prune -exec rm -rf {} +

.venv/.ready: requirements/runtime.lock pyproject.toml $(SETUP)
	@sh $(SETUP) runtime

.venv/.ready-dev: requirements/dev.lock .venv/.ready
	@sh $(SETUP) dev

.venv/.ready-cluster: requirements/cluster.lock .venv/.ready
	@sh $(SETUP) cluster

.venv/.ready-fonts: requirements/fonts.lock .venv/.ready
	@sh $(SETUP) fonts
