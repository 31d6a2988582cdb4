// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text
String suite = new File(basedir, "lakecheck.yml").text

[
    "zone: Europe/London",
    "    # 2 days, dt=2026-01-01 to dt=2026-01-02.",
    "    location: ${lake}/kpi/dt={date}/",
    "    due: 4h",
    "      - recency: { marker: _SUCCESS, late: fail }",
    "      - size: { min: 180 kB }",
    "      - complete: { last: 2 }",
].each { assert suite.readLines().contains(it as String) }
assert !suite.contains("- delta:")
// Printed without Maven's prefix, ready to copy.
assert log.normalize().contains(suite)
assert log.contains("kpi size      alerted on 0 of 2 days  (2 passed)")
assert log.contains("suite: " + new File(basedir, "lakecheck.yml"))
// The written suite is valid.
assert log.contains("kpi dt=2026-01-02 size PASSED: 370 kB in 1 object; expected at least 180 kB")
assert log.contains("lakecheck.yml already exists and will not be overwritten. Set lakecheck.write to another file")
assert log.contains("lakecheck.location is not set. Set it to the folder that contains the dated folders, for example -Dlakecheck.location=s3://refined/kpi/")
assert !log.contains("\tat ")
return true
