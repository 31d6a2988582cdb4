// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.contains("kpi-daily dt=2026-01-02 recency PASSED: arrived 2026-01-03 03:00:00 GMT, 3 h early, due 2026-01-03 06:00:00 GMT")
assert log.contains("kpi-daily dt=2026-01-02 size PASSED: 370 kB in 1 object, at least 195 kB")
assert log.contains("kpi-daily dt=2026-01-02 delta PASSED: +2.5 % (370 kB after 361 kB), -30 % to +100 % allowed; previous: dt=2026-01-01")
assert log.contains("3 checks of 1 dataset: 3 passed (")
assert log.contains("1 LIST request, \$0.000005 on S3")
assert log.contains("BUILD SUCCESS")
["index.html", "summary.md", "lakecheck.json", "TEST-lakecheck.xml"].each {
    assert log.contains("report: " + new File(basedir, "target/lakecheck/" + it))
}

// Nothing to say about the plugin, however closely Maven looks.
assert !log.contains("[WARNING] Plugin")
assert !log.contains("Plugin validation issues")

def json = new JsonSlurper().parse(new File(basedir, "target/lakecheck/lakecheck.json"))
assert json.outcome == "PASSED"
assert json.datasets*.name == ["kpi-daily"]
def xml = new groovy.xml.XmlParser().parse(new File(basedir, "target/lakecheck/TEST-lakecheck.xml"))
assert xml.testcase*.@name == ["recency", "size", "delta"]
return true
