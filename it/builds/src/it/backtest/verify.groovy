// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.contains("Backtest of the 7 days up to 2026-01-03 09:00:00 Z")
assert log.contains("[INFO] kpi recency  alerted on 0 of 7 days  (2 passed, 5 skipped)")
assert log.contains("[INFO]     5 SKIPPED, most recently dt=2025-12-31: ")
assert log.contains("[INFO] kpi size     alerted on 0 of 7 days  (2 passed, 5 skipped)")
assert log.contains("[INFO] kpi delta    alerted on 0 of 7 days  (1 passed, 6 skipped)")
assert log.contains("[INFO] small size   alerted on 1 of 7 days  (1 passed, 1 failed, 5 skipped)")
assert log.contains("[INFO]     dt=2026-01-02 FAILED: 187.2 kB in 1 object; expected at least 195 kB")
assert log.contains("[INFO] small delta  alerted on 1 of 7 days  (1 warned, 6 skipped)")
assert log.contains("[INFO]     dt=2026-01-02 WARNED: -48.1 % (187.2 kB compared with 361 kB); expected at least -30 %; previous: dt=2026-01-01")
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
assert past.checks[3].findings[6].text == "187.2 kB in 1 object; expected at least 195 kB"
assert past.checks[3].counts == [passed: 1, skipped: 5, warned: 0, failed: 1, unknown: 0]

// Partitions that can't be listed are not days without alerts.
assert log.contains("nowhere size  alerted on 7 of 7 days  (7 unknown)")
assert log.contains("nowhere dt=2025-12-27 size UNKNOWN: could not be checked: no credentials")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
assert new JsonSlurper().parse(new File(basedir, "target/unseen/backtest.json")).checks[0].counts.unknown == 7
return true
