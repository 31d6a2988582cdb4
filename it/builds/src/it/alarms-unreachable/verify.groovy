// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

assert log.contains("could not look at the alarms: http://localhost:1 can't be reached (")
assert log.contains("MojoExecutionException")
assert !log.contains("\tat ")
assert !log.contains("to create")
return true
