// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

context.get("server").stop(0)

assert log.contains("[ERROR] kpi-daily dt=2026-01-02 size UNKNOWN: could not be checked: bucket not found")
assert log.contains("[INFO] local dt=2026-01-02 size PASSED")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
def json = new JsonSlurper().parse(new File(basedir, "target/lakecheck/lakecheck.json"))
assert json.datasets*.outcome == ["UNKNOWN", "PASSED"]
assert json.datasets[0].unobserved.reason == "NO_BUCKET"
assert json.datasets[0].snapshot == null
def xml = new groovy.xml.XmlParser().parse(new File(basedir, "target/lakecheck/TEST-lakecheck.xml"))
assert xml.testcase[0].error.size() == 1
return true
