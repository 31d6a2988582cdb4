// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.count("kpi-daily dt=2026-01-02 size PASSED") == 2
assert log.count("done already in this build, by it:multi-module:pom:1") == 2
assert log.count("BUILD SUCCESS") == 2
assert new JsonSlurper().parse(new File(basedir, "target/lakecheck/lakecheck.json")).outcome == "PASSED"
assert !new File(basedir, "one/target/lakecheck").exists()
assert !new File(basedir, "two/target/lakecheck").exists()
return true
