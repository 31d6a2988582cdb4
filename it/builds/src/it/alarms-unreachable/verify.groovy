// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

assert log.contains("could not list the alarms: CloudWatch at http://localhost:1 ")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
assert !log.contains("to create")
return true
