// SPDX-License-Identifier: Apache-2.0
def stale = new File(basedir, "target/lakecheck/lakecheck.json")
stale.parentFile.mkdirs()
stale.text = "{}"
return true
