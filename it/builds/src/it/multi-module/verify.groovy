// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.count("kpi-daily dt=2026-01-02 size PASSED") == 2
// On the command line Maven runs the goal for the root only.
assert log.count("skipped, because it:multi-module:pom:1 has already run this goal with the same suite and settings") == 4 + 3
// Datasets of the parent's POM are located from there, in each module.
assert log.count("inline dt=2026-01-02 size PASSED") == 1
// A suite on the command line is relative to the working directory, in each module.
assert log.count("kpi-other dt=2026-01-02 size PASSED") == 1
assert !log.contains("there is no such file")
assert log.contains("kpi-other dt=2026-01-02 size FAILED: 187.2 kB in 1 object")
// The third module has another folder in the same suite.
assert log.contains("kpi-daily dt=2026-01-02 size FAILED: 187.2 kB in 1 object")
assert new JsonSlurper().parse(new File(basedir, "target/lakecheck/lakecheck.json")).outcome == "PASSED"
assert new File(basedir, "target/lakecheck/TEST-lakecheck.xml").exists()
assert !new File(basedir, "one/target/lakecheck").exists()
assert !new File(basedir, "two/target/lakecheck").exists()
assert new JsonSlurper().parse(new File(basedir, "three/target/lakecheck/lakecheck.json")).outcome == "FAILED"
return true
