#!/bin/sh
# Write requirements/*.lock anew: exact versions and the SHA-256 of every released file, for every system at once.
# Pins that still fit pyproject.toml are kept; `setup/lock.sh --upgrade` takes the newest that fit.
# No index, link folder or machine path is written, and the resolver knows none but its own default.
set -eu
cd "$(dirname "$0")/.."

RESOLVER=uv==0.13.9
TOOL=.venv/locker
[ -x "$TOOL/bin/uv" ] || { .venv/bin/python -m venv "$TOOL" && "$TOOL/bin/pip" install --quiet --disable-pip-version-check "$RESOLVER"; }

lock() { # file, then what it holds
    target=requirements/$1.lock
    shift
    echo "lock: $target"
    UV_NO_CONFIG=1 UV_CUSTOM_COMPILE_COMMAND="make lock" "$TOOL/bin/uv" pip compile --quiet \
        --universal --python-version 3.11 --generate-hashes --strip-extras \
        --no-emit-index-url --no-emit-find-links --output-file "$target" "$@" pyproject.toml
}

lock runtime --group build "$@"
lock fonts --group build --extra fonts --constraints requirements/runtime.lock "$@"
lock cluster --group build --extra cluster --constraints requirements/runtime.lock "$@"
lock dev --group build --group dev --extra fonts --extra cluster --constraints requirements/fonts.lock \
    --constraints requirements/cluster.lock "$@"
