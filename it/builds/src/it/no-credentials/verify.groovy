// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.contains("[ERROR] kpi-daily dt=2026-01-02 size UNKNOWN: could not be checked: no credentials")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
def json = new JsonSlurper().parse(new File(basedir, "target/lakecheck/lakecheck.json"))
assert json.datasets[0].unobserved.reason == "NO_CREDENTIALS"
assert new File(basedir, "target/lakecheck/TEST-lakecheck.xml").text.contains("<error")
return true
