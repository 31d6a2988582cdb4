// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.contains("kpi-daily dt=2026-01-02 size PASSED: 370 kB in 1 object; expected at least 195 kB")
assert log.contains("BUILD SUCCESS")
assert new JsonSlurper().parse(new File(basedir, "target/lakecheck/lakecheck.json")).outcome == "PASSED"
assert new File(basedir, "target/lakecheck/TEST-lakecheck.xml").exists()
return true
