// SPDX-License-Identifier: Apache-2.0
List<String> lines = new File(basedir, "build.log").readLines()

// GitHub recognizes a command only at the start of a line.
List<String> commands = lines.findAll { it.startsWith("::") }
assert commands == [
    "::error title=lakecheck%3A recency-of-late dt=2026-01-02 recency::FAILED: arrived 2026-01-03 08:00:00 GMT, 2 h late; expected by 2026-01-03 06:00:00 GMT",
    "::error title=lakecheck%3A size-of-small dt=2026-01-02 size::FAILED: 187.2 kB in 1 object; expected at least 195 kB",
    "::error title=lakecheck%3A delta-of-small dt=2026-01-02 delta::FAILED: -48.1 %25 (187.2 kB compared with 361 kB); expected at least -30 %25; previous: dt=2026-01-01",
]
assert commands.size() == lines.count { it.contains("::error") || it.contains("::warning") }

String summary = new File(basedir, "step.md").text
assert summary.startsWith("# ✕ ")
assert "<!-- Written by lakecheck. -->\n" + summary == new File(basedir, "target/lakecheck/summary.md").text + "\n"
return true
