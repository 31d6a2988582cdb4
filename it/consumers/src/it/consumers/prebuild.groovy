// SPDX-License-Identifier: Apache-2.0
// Inserts the documented dependencies into the modules, and adds a twin without them to each module.
String dependencies = (new File(page).text =~ /(?s)<!-- junit pom -->\n```xml\n(.*?)```\n<!-- end of junit pom -->/)[0][1]
File parent = new File(basedir, "pom.xml")
List modules = parent.text.findAll(/<module>(.*)<\/module>/) { it[1] }
for (module in modules) {
    File pom = new File(basedir, module + "/pom.xml")
    String text = pom.text
    assert text.contains("<!-- junit pom -->")
    pom.text = text.replace("<!-- junit pom -->", dependencies)
    File twin = new File(basedir, module + "-without/pom.xml")
    twin.parentFile.mkdirs()
    twin.text = text.replaceFirst(/(?s)<build>.*<\/build>/, "")
            .replace("<artifactId>" + module + "</artifactId>", "<artifactId>" + module + "-without</artifactId>")
}
parent.text = parent.text.replace(
        "</modules>", modules.collect { "  <module>" + it + "-without</module>\n" }.join() + "</modules>")
return true
