// SPDX-License-Identifier: Apache-2.0
String log = new File(basedir, "build.log").text
String suite = new File(basedir, "lakecheck.yml").text

assert suite.contains("""
zone: Europe/London
datasets:
  kpi:
    # 2 days, dt=2026-01-01 to dt=2026-01-02.
    location: ${lake}/kpi/dt={date}/
    # 2 of 2 were complete 3 h after the end of their day at the latest, and a quarter of that to spare.
    due: 4h
    checks:
      # 2 of 2 have _SUCCESS, written last in all of them. It would have flagged none of 2.
      - recency: { marker: _SUCCESS, late: fail }
      # 361 kB (dt=2026-01-01) to 370 kB (dt=2026-01-02): too few to say more than that half of the least
      # is too little. It would have flagged none of 2.
      - size: { min: 180 kB }
      # No delta, which takes more history. Suggest again when there is more.
""")
// To be copied: nothing of Maven's stands before it.
assert log.normalize().contains(suite)
assert log.contains("kpi size     alerted on 0 of 2 days  (2 passed)")
assert log.contains("suite: " + new File(basedir, "lakecheck.yml"))
// What was written is taken as it is.
assert log.contains("kpi dt=2026-01-02 size PASSED: 370 kB in 1 object, at least 180 kB")
assert log.contains("lakecheck.yml already exists and is never overwritten. Set lakecheck.write to another file")
assert log.contains("no location given. Set the folder above the dated ones, for example -Dlakecheck.location=s3://refined/kpi/")
assert !log.contains("\tat ")
return true
