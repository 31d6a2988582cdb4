// SPDX-License-Identifier: Apache-2.0
import java.nio.file.Files

File ours = new File(readme).canonicalFile.parentFile

void copy(File from, File to) {
    if (from.directory) {
        from.eachFile { copy(it, new File(to, it.name)) }
    } else {
        to.parentFile.mkdirs()
        Files.copy(from.toPath(), to.toPath())
    }
}

copy(new File(ours, ".mvn"), new File(basedir, ".mvn"))
copy(new File(ours, "pom.xml"), new File(basedir, "again/pom.xml"))
["lakecheck-checks", "lakecheck-junit", "lakecheck-lambda", "lakecheck-maven-plugin"].each { module ->
    ["pom.xml", "src/main"].each { copy(new File(ours, "$module/$it"), new File(basedir, "again/$module/$it")) }
}
copy(new File(ours, "lakecheck-lambda/src/assembly"), new File(basedir, "again/lakecheck-lambda/src/assembly"))
return true
