// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text

assert log.contains("lakecheck is skipped")
assert log.contains("BUILD SUCCESS")
assert !log.contains("kpi-daily")
assert !new File(basedir, "target/lakecheck").exists()
return true
