// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

assert log.contains("[DEBUG]")
assert log.contains("kpi-daily dt=2026-01-02 size UNKNOWN: could not be checked: unreachable")
// The AWS SDK signs before it connects, and would log the signature.
assert !log.contains("sEcReT4711")
assert !log.contains("tOkEn4711")
return true
