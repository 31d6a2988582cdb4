// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper
import groovy.xml.XmlParser

String log = new File(basedir, "build.log").text

def json(String module) {
    new JsonSlurper().parse(new File(basedir, module + "/target/lakecheck/lakecheck.json"))
}

def xml(String module) {
    new XmlParser().parse(new File(basedir, module + "/target/lakecheck/TEST-lakecheck.xml"))
}

def state(String log, String module) {
    def found = log =~ /(?m)^\[INFO\] ${module} \.+ (SUCCESS|FAILURE)/
    assert found.find(): "no result for module " + module
    return found.group(1)
}

["passing", "warned", "never-failing", "skipped"].each { assert state(log, it) == "SUCCESS" }
["warned-strictly", "late", "small", "dropped", "incomplete"].each { assert state(log, it) == "FAILURE" }
assert !log.contains("\tat ")

// passing: the console, each report and what the plugin itself must not cause.
assert log.contains("kpi-daily dt=2026-01-02 recency PASSED: arrived 2026-01-03 03:00:00 GMT, 3 h early; expected by 2026-01-03 06:00:00 GMT")
assert log.contains("kpi-daily dt=2026-01-02 size PASSED: 370 kB in 1 object; expected at least 195 kB")
assert log.contains("kpi-daily dt=2026-01-02 delta PASSED: +2.5 % (370 kB compared with 361 kB); expected -30 % to +100 %; previous: dt=2026-01-01")
assert log.contains("3 checks of 1 dataset: 3 passed (")
assert log.contains("1 LIST request, \$0.000005 on S3")
["index.html", "summary.md", "lakecheck.json", "TEST-lakecheck.xml"].each {
    assert log.contains("report: " + new File(basedir, "passing/target/lakecheck/" + it))
}
assert !log.contains("[WARNING] Plugin")
assert !log.contains("Plugin validation issues")
assert json("passing").outcome == "PASSED"
assert json("passing").datasets*.name == ["kpi-daily"]
assert xml("passing").testcase*.@name == ["recency", "size", "delta"]

// warned: reported once in each module.
assert log.count("[WARNING] small dt=2026-01-02 delta WARNED: -48.1 %") == 2
assert log =~ /Failed to execute goal .*warned-strictly: .*small dt=2026-01-02 delta WARNED/
["warned", "warned-strictly"].each {
    assert json(it).outcome == "WARNED"
    assert xml(it).testcase."system-out".text().contains("WARNED")
}

// never-failing: the finding is an error in the log, the build goes on.
assert log.contains("small-never dt=2026-01-02 size FAILED")
assert json("never-failing").outcome == "FAILED"

assert log.contains("lakecheck is skipped")
assert !log.contains("skipped-daily")
assert !new File(basedir, "skipped/target/lakecheck").exists()

// Each check fails a build by itself: in the list of findings, and as the reason for the failure.
def expected = [
    late: "recency-of-late dt=2026-01-02 recency FAILED: arrived 2026-01-03 08:00:00 GMT, 2 h late; expected by 2026-01-03 06:00:00 GMT",
    small: "size-of-small dt=2026-01-02 size FAILED: 187.2 kB in 1 object; expected at least 195 kB",
    incomplete: "complete-of-late dt=2026-01-02 complete FAILED: 1 of the last 2 days is incomplete",
    dropped: "delta-of-small dt=2026-01-02 delta FAILED: -48.1 % (187.2 kB compared with 361 kB)",
]
expected.each { module, text ->
    assert log.count("[ERROR] " + text) == 1
    assert log =~ /Failed to execute goal .*${java.util.regex.Pattern.quote(text)}/
    assert json(module).datasets*.findings*.outcome.flatten() == ["FAILED"]
    assert xml(module).testcase.failure.size() == 1
    assert xml(module).testcase.failure.@message.every { it.startsWith(text) }
}
assert log.count("MojoFailureException") >= 1
return true
