// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

assert log.contains("the suite publishes no metrics that an alarm could watch; write for instance cloudwatch: { namespace: Lake/Checks }")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
assert !new File(basedir, "target/lakecheck").exists()
return true
