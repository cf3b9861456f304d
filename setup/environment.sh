#!/bin/sh
# Make .venv fit for work: a Python, the locked packages, the system libraries that WeasyPrint loads.
#
#     sh setup/environment.sh runtime|dev|fonts|cluster
#
# What is already right is left alone. A step that fails names itself and shows the end of its log.
# Exit codes: 0 ready, 2 not possible here, with the command that would make it possible.
set -eu
cd "$(dirname "$0")/.."

SET=${1:-runtime}
READY=.venv/.ready
[ "$SET" = runtime ] || READY=.venv/.ready-$SET
LOG=$(mktemp)
trap 'rm -f "$LOG"' EXIT
case "$(uname -s)" in MINGW* | MSYS* | CYGWIN*) BIN=.venv/Scripts ;; *) BIN=.venv/bin ;; esac

# --- steps -----------------------------------------------------------------------------------------------------

say() { echo "setup: $*" >&2; }

stop() { # what is wrong, then lines of advice
    say "STOPPED: $1"
    shift
    for line in "$@"; do echo "    $line" >&2; done
    exit 2
}

step() { # name, then the command; its output is shown only when it fails
    name=$1
    shift
    say "$name"
    if ! "$@" >"$LOG" 2>&1; then
        tail -n 25 "$LOG" | sed 's/^/    /' >&2
        stop "the step “$name” failed; the last lines of what it said are above" \
            "when the network was the reason, run make again: what is done stays done"
    fi
}

may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; }

apt() { # packages; three tries, because mirrors have bad moments
    export DEBIAN_FRONTEND=noninteractive
    for pause in 5 15 0; do
        if apt-get -o Acquire::Retries=3 update &&
            apt-get -o Acquire::Retries=3 install -y --no-install-recommends "$@"; then
            return 0
        fi
        sleep "$pause"
    done
    return 1
}

# --- a Python that is new enough and can make environments ----------------------------------------------------------

fits() { "$1" -I -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; }
makes() { fits "$1" && "$1" -I -c 'import ensurepip, venv; ensurepip.version()' >/dev/null 2>&1; }

first() { # the first interpreter that passes the given test
    for name in python3.13 python3.12 python3.11 python3 python; do
        if "$1" "$name"; then
            echo "$name"
            return 0
        fi
    done
    return 1
}

environment() {
    if "$BIN/python" -I -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        return 0
    fi
    if ! first makes >/dev/null && may_install; then
        step "installing python3-venv" apt python3 python3-venv
    fi
    python=$(first makes) || stop "no Python from 3.11 on that can make environments (venv, ensurepip)" \
        "Debian, Ubuntu:  sudo apt-get install python3 python3-venv" \
        "Fedora:          sudo dnf install python3" \
        "macOS:           brew install python@3.12" \
        "Windows:         winget install Python.Python.3.12"
    # A half-made environment is made again; a folder that is none is not ours to remove.
    if [ -e .venv ] && [ ! -e .venv/pyvenv.cfg ] && [ -n "$(ls -A .venv)" ]; then
        stop ".venv is there and is no Python environment" "move it away and run make again"
    fi
    step "creating .venv with $("$python" -I -c 'import platform; print("Python", platform.python_version())')" \
        "$python" -I -m venv --clear .venv
}

# --- packages, each file checked against its hash -------------------------------------------------------------------

pip() { "$BIN/python" -I -m pip --disable-pip-version-check --no-input "$@"; }

packages() {
    step "installing what requirements/$SET.lock names" \
        pip install --require-hashes --no-deps --only-binary :all: --requirement "requirements/$SET.lock"
    # Nothing is fetched here: the build tool is in the lock, and the code stays in src/.
    step "installing reportpub from src/" pip install --no-deps --no-build-isolation --no-index --editable .
}

# --- system libraries: reportpub.libraries knows their packages, here they are only installed -------------------------

ask() { "$BIN/python" -I -c "from reportpub import libraries as l; $1"; }

libraries() {
    packages=$(ask 'print(*l.missing_packages(l.system()))')
    if [ -n "$packages" ] && may_install; then
        # shellcheck disable=SC2086 # one word per package
        step "installing $packages" apt $packages
        packages=$(ask 'print(*l.missing_packages(l.system()))')
    fi
    [ -z "$packages" ] || stop "WeasyPrint needs system libraries that are not here" "$(ask 'print(l.advice(l.system()))')"
}

case "$SET" in runtime | dev | fonts | cluster) ;; *) stop "setup/environment.sh takes runtime, dev, fonts or cluster, not “$SET”" ;; esac
environment
rm -f "$READY"
packages
libraries
: >"$READY"
say "ready ($SET)"
