// SPDX-License-Identifier: Apache-2.0
import java.util.zip.ZipFile

File ours = new File(readme).canonicalFile.parentFile

/** What is in an archive, in its order. */
List<String> content(File jar) {
    new ZipFile(jar).withCloseable { zip ->
        zip.entries().collect { "$it.name $it.size ${Long.toHexString(it.crc)} $it.timeLocal" as String }
    }
}

void compare(File first, File second) {
    assert first.lastModified() < second.lastModified()
    assert content(first) == content(second)
    assert Arrays.equals(first.bytes, second.bytes): "the same entries, but other bytes: $second.name"
}

["lakecheck-checks", "lakecheck-junit", "lakecheck-lambda", "lakecheck-maven-plugin"].each { module ->
    List<File> jars = new File(basedir, "again/$module/target").listFiles().findAll { it.name ==~ /.*(?<!-tests)\.jar/ }
    assert jars.size() == 2: "the classes and the sources"
    jars.each { compare(new File(ours, "$module/target/$it.name"), it) }
}
File zip = new File(basedir, "again/lakecheck-lambda/target").listFiles().find { it.name.endsWith("-function.zip") }
compare(new File(ours, "lakecheck-lambda/target/$zip.name"), zip)
return true
