// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

def told = [
    recency: "recency-of-late dt=2026-01-02 recency FAILED: arrived 2026-01-03 08:00:00 GMT, 2 h late, due 2026-01-03 06:00:00 GMT",
    size: "size-of-small dt=2026-01-02 size FAILED: 187.2 kB in 1 object, at least 195 kB",
    complete: "complete-of-late dt=2026-01-02 complete FAILED: 1 of the last 2 days not complete; run again dt=2026-01-01 (absent)",
    delta: "delta-of-small dt=2026-01-02 delta FAILED: -48.1 % (187.2 kB after 361 kB)",
]
told.each { check, text ->
    // Where it was judged, last among the findings, and as the reason why the build failed.
    assert log.count("[ERROR] " + text) == 2
    assert log =~ /Failed to execute goal .*${java.util.regex.Pattern.quote(text)}/
    def json = new JsonSlurper().parse(new File(basedir, "target/" + check + "/lakecheck.json"))
    assert json.datasets*.findings*.outcome.flatten() == ["FAILED"]
    def xml = new groovy.xml.XmlParser().parse(new File(basedir, "target/" + check + "/TEST-lakecheck.xml"))
    assert xml.testcase.failure.@message.every { it.startsWith(text) }
    assert xml.testcase.failure.size() == 1
}
assert log.count("MojoFailureException") == 4
assert !log.contains("\tat ")
return true
