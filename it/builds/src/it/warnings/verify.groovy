// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

// Once in each of three builds, and once more at the end of the one that it breaks.
assert log.count("[WARNING] small dt=2026-01-02 delta WARNED: -48.1 %") == 3 + 1
assert log.count("BUILD SUCCESS") == 2
assert log.count("BUILD FAILURE") == 1
assert log =~ /Failed to execute goal .*small dt=2026-01-02 delta WARNED/
["told", "failed", "never"].each {
    assert new JsonSlurper().parse(new File(basedir, "target/" + it + "/lakecheck.json")).outcome == "WARNED"
    def xml = new groovy.xml.XmlParser().parse(new File(basedir, "target/" + it + "/TEST-lakecheck.xml"))
    assert xml.testcase."system-out".text().contains("WARNED")
}
return true
