#!/bin/sh
# Holds Word files against the rules of Microsoft's Open XML SDK, from Office 2013 to Microsoft 365:
# sh setup/word-validator.sh FILE... Needs node and npm; the first run installs the locked validator in build/.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
home=$here/build/word-validator
if ! cmp -s "$here/setup/word-validator/package-lock.json" "$home/package-lock.json"; then
    mkdir -p "$home"
    cp "$here/setup/word-validator/package.json" "$here/setup/word-validator/package-lock.json" "$home/"
    (cd "$home" && npm install --no-audit --no-fund --silent)
fi
failed=0
for file in "$@"; do
    for version in Office2013 Office2016 Office2019 Office2021 Microsoft365; do
        if ! told=$("$home/node_modules/.bin/ooxml-validator" "$file" --officeVersion "$version"); then
            echo "$file ($version):" >&2
            echo "$told" >&2
            failed=1
        fi
    done
done
exit $failed
