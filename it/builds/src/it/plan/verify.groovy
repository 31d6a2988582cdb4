// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

assert log.contains("kpi-daily at " + lake + "/kpi/dt=2026-01-02/, 2026-01-02 00:00:00 GMT to 2026-01-03 00:00:00 GMT, due 2026-01-03 06:00:00 GMT")
assert log.contains("  recency: _SUCCESS, with no writes after it; if late, only a warning")
assert log.contains("  size: at least 195 kB")
assert log.contains("  delta: -30 % to +100 % (baseline: previous); lists dt=2026-01-01")
assert log.contains("BUILD SUCCESS")
assert !log.contains("PASSED")
assert !new File(basedir, "target/lakecheck").exists()

// help, in the same build.
["suite", "datasets", "asOf", "partition", "failOn", "failIfNoChecks", "skip", "endpoint", "region", "profile", "pathStyle",
    "concurrency", "timeout", "wait", "metrics", "apply", "prune", "days", "location", "zone", "write", "reportDirectory"].each {
    assert log.contains("User property: lakecheck." + it)
}
["lakecheck:alarms", "lakecheck:backtest", "lakecheck:dashboard", "lakecheck:deployment", "lakecheck:help", "lakecheck:plan", "lakecheck:report", "lakecheck:suggest", "lakecheck:verify"].each { assert log.contains(it) }
assert !log.contains("Required: ")
return true
