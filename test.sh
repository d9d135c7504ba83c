#!/usr/bin/env bash
# Restores and builds everything, runs every test, and ends with one line of totals. Needs the .NET SDK 10 and nothing else.
set -uo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)"
cd "$here"
results="$here/artifacts/test-results"
rm -rf "$results"; mkdir -p "$results"

command -v dotnet >/dev/null || { echo 'test.sh: the .NET SDK 10 is needed and dotnet was not found' >&2; exit 4; }

code=0
dotnet build Froth.slnx -c Release -v quiet --nologo || exit 1
for project in Froth.Tests Froth.IntegrationTests; do
    printf '\n== %s\n' "$project"
    dotnet run --no-build -c Release --project "tests/$project" -- \
        --report-xunit-trx --results-directory "$results/$project" || code=1
done

# The totals are summed from the result files, so that a suite that did not run cannot hide.
passed=0; failed=0; skipped=0; suites=0
while IFS= read -r trx; do
    suites=$((suites + 1))
    counters="$(grep -o '<Counters [^>]*>' "$trx" | head -n 1)"
    value() { sed -n "s/.*[ ]$1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
    total="$(value total)"; p="$(value passed)"; f="$(value failed)"; e="$(value error)"
    passed=$((passed + ${p:-0})); failed=$((failed + ${f:-0} + ${e:-0}))
    skipped=$((skipped + ${total:-0} - ${p:-0} - ${f:-0} - ${e:-0}))
done < <(find "$results" -name '*.trx' | sort)
[[ $suites -eq 2 ]] || { echo "test.sh: $suites result files instead of 2" >&2; code=1; }
[[ $failed -eq 0 && $passed -gt 0 ]] || code=1
printf '\n%d passed, %d failed, %d skipped\n' "$passed" "$failed" "$skipped"
exit $code
