// SPDX-License-Identifier: Apache-2.0
def stale = new File(basedir, "target/lakecheck/lakecheck.json")
stale.parentFile.mkdirs()
stale.text = '{ "version": 1, "tookMillis": 7 }'
return true
