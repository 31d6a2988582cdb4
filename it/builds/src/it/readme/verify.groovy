// SPDX-License-Identifier: Apache-2.0
String readme = new File(readme).text

/** What stands in the README between a comment with this name and the end of the sample behind it. */
String sample(String readme, String name) {
    def found = readme =~ /(?s)<!-- ${name} -->\n```\w+\n(.*?)```/
    assert found.find() : "README.md has no sample called " + name
    return found.group(1)
}

String suite = new File(basedir, "lakecheck.yml").text
assert suite == "# SPDX-License-Identifier: Apache-2.0\n" + sample(readme, "suite")
String pom = new File(basedir, "pom.xml").text
assert pom.contains(sample(readme, "plugin").trim().readLines().collect { "      " + it }.join("\n"))

String log = new File(basedir, "build.log").text
assert log.contains("--- deploy")
assert log.contains("(judge-the-lake)")
assert log.contains("3 checks of 1 dataset: 3 passed")
// By hand, with the plugin in the POM.
assert log.contains("(default-cli)")
assert new File(basedir, "target/lakecheck/TEST-lakecheck.xml").exists()
assert new File(basedir, "target/lakecheck/index.html").exists()
return true
