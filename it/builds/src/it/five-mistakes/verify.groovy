// SPDX-License-Identifier: Apache-2.0
import groovy.json.JsonSlurper

String log = new File(basedir, "build.log").text

assert log.contains("5 problems; nothing was checked")
assert log.contains("lakecheck.yml:2:7: ")
assert log.contains("Did you mean 'Europe/London'?")
assert log.contains("lakecheck.yml:6:10: ")
assert log.contains("write 6h, 6m or 6s")
assert log.contains("lakecheck.yml:9:17: ")
assert log.contains("Did you mean 'min'?")
assert log.contains("lakecheck.yml:10:43: ")
assert log.contains("lakecheck.yml:11:9: ")
assert log.contains("Did you mean 'size'?")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
// The report of an earlier run is deleted.
assert !new File(basedir, "target/lakecheck/lakecheck.json").exists()
return true
