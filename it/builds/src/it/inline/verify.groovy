// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.count("[INFO] kpi-daily dt=2026-01-02 size PASSED: 370 kB in 1 object; expected at least 195 kB") == 2
assert log.count("[INFO] kpi-daily dt=2026-01-02 delta PASSED: +2.5 % (370 kB compared with 361 kB)") == 2
assert log =~ /Failed to execute goal .*small dt=2026-01-02 size FAILED/
assert log.contains("[INFO] small-on-business-days dt=2026-01-01 size PASSED: 361 kB in 1 object; expected at least 195 kB")
def json = new JsonSlurper().parse(new File(basedir, "target/lakecheck/lakecheck.json"))
assert json.datasets*.outcome == ["PASSED", "FAILED", "PASSED"]
assert new File(basedir, "target/lakecheck/TEST-lakecheck.xml").exists()
assert log.contains("2 problems; nothing was checked")
assert log.contains("pom.xml <datasets>/small: unsupported attribute 'zone'. Write it as a child element")
assert log.contains("pom.xml <datasets>/small/checks: unexpected text 'at least some' next to child elements")
return true
