// SPDX-License-Identifier: Apache-2.0
List modules = new File(basedir, "pom.xml").text.findAll(/<module>(.*)<\/module>/) { it[1] }
        .findAll { !it.endsWith("-without") }
assert modules.size() == 7

// In the order of their names: which version is used matters.
List jars(String module) {
    return new File(basedir, module + "/target/runtime.txt").text.tokenize(File.pathSeparator).sort()
}

for (module in modules) {
    List runtime = jars(module)
    assert runtime.any { it =~ "awssdk.s3." }
    assert runtime == jars(module + "-without")

    File reports = new File(basedir, module + "/target/surefire-reports")
    List lines = reports.listFiles().findAll { it.name.endsWith("-output.txt") }.collectMany { it.readLines() }
    List servers = lines.findAll { it.startsWith("lakecheck: tests use the embedded S3 server at http://127.0.0.1:") }
    assert module == "sdk-2.25" || servers.size() == 1
    // With or without lakecheck, SLF4J warns about a missing logging backend, and newer JDKs about the methods that
    // other libraries call.
    List others = lines.findAll { !it.startsWith("SLF4J") && !it.startsWith("WARNING: ") } - servers
    assert others.findAll { it =~ /WARN|ERROR|^lakecheck|io\.lakecheck|httpserver|netty|awssdk/ } == []
}

assert new File(basedir, "async-job/target/surefire-reports/example.UploadJobTest-output.txt").text
        .contains("INFO example.UploadJob uploaded 2026-01-02")
return true
