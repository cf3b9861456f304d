#!/bin/sh
# Holds Word files against the rules of Microsoft's Open XML SDK, from Office 2013 to Microsoft 365:
# sh setup/word-validator.sh FILE... Needs node and npm; the first run installs the locked validator in build/.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
home=$here/build/word-validator
if ! cmp -s "$here/setup/word-validator/package-lock.json" "$home/installed"; then
    mkdir -p "$home"
    cp "$here/setup/word-validator/package.json" "$here/setup/word-validator/package-lock.json" "$home/"
    (cd "$home" && npm install --no-audit --no-fund --silent)
    # Written last, so that an installation that was cut short is done again.
    cp "$here/setup/word-validator/package-lock.json" "$home/installed"
fi
[ $# -gt 0 ] || { echo "word-validator: name the Word files" >&2; exit 2; }
# It looks at one file for one version of Office at a time, so as many run at once as there are processors.
# Its program is short-lived, and what .NET learns of it while it runs is never used.
export VALIDATOR="$home/node_modules/.bin/ooxml-validator" DOTNET_TieredPGO=0
for file in "$@"; do
    for version in Office2013 Office2016 Office2019 Office2021 Microsoft365; do
        printf '%s\0%s\0' "$file" "$version"
    done
done | xargs -0 -n 2 -P "$(getconf _NPROCESSORS_ONLN)" sh -c '
    told=$("$VALIDATOR" "$1" --officeVersion "$2" 2>&1) || { echo "$1 ($2):
$told" >&2; exit 1; }' word-validator
echo "word-validator: $# files, no error from Office 2013 to Microsoft 365"
