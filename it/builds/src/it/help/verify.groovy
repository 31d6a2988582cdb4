// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

["suite", "datasets", "asOf", "partition", "failOn", "failIfNoChecks", "skip", "endpoint", "region", "profile", "pathStyle",
    "concurrency", "timeout", "wait", "metrics", "apply", "prune", "days", "location", "zone", "write", "reportDirectory"].each {
    assert log.contains("User property: lakecheck." + it)
}
["lakecheck:alarms", "lakecheck:backtest", "lakecheck:help", "lakecheck:plan", "lakecheck:report", "lakecheck:suggest", "lakecheck:verify"].each { assert log.contains(it) }
assert !log.contains("Required: ")
return true
