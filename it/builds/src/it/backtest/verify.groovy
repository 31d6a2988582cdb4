// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.contains("The 7 days to 2026-01-03 09:00:00 Z, each partition as of its deadline, by what is there now")
assert log.contains("[INFO] kpi recency  rang 0 of 7  (2 passed, 5 skipped)")
assert log.contains("[INFO]     5 SKIPPED, at last dt=2025-12-31: not there; nothing is before dt=2026-01-01, with which the dataset may begin")
assert log.contains("[INFO] kpi size     rang 0 of 7  (2 passed, 5 skipped)")
assert log.contains("[INFO] kpi delta    rang 0 of 7  (1 passed, 6 skipped)")
assert log.contains("[INFO] small size   rang 1 of 7  (1 passed, 1 failed, 5 skipped)")
assert log.contains("[INFO]     dt=2026-01-02 FAILED: 187.2 kB in 1 object, at least 195 kB")
assert log.contains("[INFO] small delta  rang 1 of 7  (1 warned, 6 skipped)")
assert log.contains("[INFO]     dt=2026-01-02 WARNED: -48.1 % (187.2 kB after 361 kB), -30 % to any rise allowed; previous: dt=2026-01-01")
File json = new File(basedir, "target/lakecheck/backtest.json")
assert log.contains("report: " + json)
assert log.contains("BUILD SUCCESS")

def past = new JsonSlurper().parse(json)
assert past.version == 1
assert past.at == "2026-01-03T09:00:00Z"
assert past.days == 7
assert past.checks.collect { it.dataset + " " + it.check } == ["kpi recency", "kpi size", "kpi delta", "small size", "small delta"]
past.checks.each { check ->
    assert check.findings*.partition == (27..31).collect { "dt=2025-12-" + it } + ["dt=2026-01-01", "dt=2026-01-02"]
    check.counts.each { outcome, count -> assert check.findings.count { it.outcome == outcome.toUpperCase() } == count }
}
assert past.checks[3].findings[6].outcome == "FAILED"
assert past.checks[3].findings[6].text == "187.2 kB in 1 object, at least 195 kB"
assert past.checks[3].counts == [passed: 1, skipped: 5, warned: 0, failed: 1, unknown: 0]

// What can't be looked at is no quiet past.
assert log.contains("nowhere size  rang 7 of 7  (7 unknown)")
assert log.contains("nowhere dt=2025-12-27 size UNKNOWN: could not look (no credentials)")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
assert new JsonSlurper().parse(new File(basedir, "target/unseen/backtest.json")).checks[0].counts.unknown == 7
return true
