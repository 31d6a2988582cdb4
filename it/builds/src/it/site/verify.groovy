// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text
assert log.count("BUILD SUCCESS") == 2
assert log.count("no lakecheck report in ") == 1

File site = new File(basedir, "target/site")
File page = new File(site, "lakecheck/index.html")
assert page.text == new File(basedir, "target/lakecheck/index.html").text
assert page.text.contains("The dataset passed")
["lakecheck.css", "lakecheck.json", "TEST-lakecheck.xml", "summary.md"].each {
    assert new File(site, "lakecheck/" + it).text == new File(basedir, "target/lakecheck/" + it).text
}
// It is linked from the site.
assert new File(site, "project-reports.html").text.contains('lakecheck/index.html')
return true
