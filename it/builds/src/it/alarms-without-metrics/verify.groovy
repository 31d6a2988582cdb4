// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

assert log.contains("alarms need metrics, but the suite sets no CloudWatch namespace. Add one, for example cloudwatch: { namespace: Lake/Checks }")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
assert !new File(basedir, "target/lakecheck").exists()
return true
