// SPDX-License-Identifier: Apache-2.0
File project = new File(readme).parentFile

/** Returns the sample after the comment with this name. */
String sample(File page, String name) {
    def found = page.text =~ /(?s)<!-- ${name} -->\n```\w+\n(.*?)```/
    assert found.find() : "$page.name has no sample $name"
    return found.group(1)
}

String suite = new File(basedir, "lakecheck.yml").text
assert suite == "# SPDX-License-Identifier: Apache-2.0\n" + sample(new File(project, "README.md"), "suite")
String pom = new File(basedir, "pom.xml").text
assert pom.contains(sample(new File(project, "docs/maven.md"), "plugin").trim().readLines().collect { "      " + it }.join("\n"))

String log = new File(basedir, "build.log").text
assert log.contains("--- deploy")
assert log.contains("(check-the-lake)")
assert log.contains("3 checks of 1 dataset: 3 passed")
// On the command line, with the plugin in the POM.
assert log.contains("(default-cli)")
assert new File(basedir, "target/lakecheck/TEST-lakecheck.xml").exists()
assert new File(basedir, "target/lakecheck/index.html").exists()
return true
