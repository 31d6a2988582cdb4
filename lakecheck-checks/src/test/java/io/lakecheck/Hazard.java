// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * A row of {@code docs/design/faults.md}: what may go wrong, and what becomes of the run. Each has a test that
 * {@link Survives} it.
 */
public enum Hazard {
    THROTTLED_FOR_A_WHILE(
            "S3 answers 503 SlowDown or 500 twice, then as it should",
            "The same verdicts as without the fault; the retries are counted in the report."),
    THROTTLED_FOR_EVER("SlowDown for ever", "UNKNOWN (throttled) within bounds; other datasets are judged."),
    PAGE_BREAKS_OFF(
            "The connection is reset, or closed early, while page k travels, for every k",
            "That page is asked for again; totals equal the fault-free run."),
    PAGE_NEVER_WHOLE(
            "XML is cut off, or a body is shorter than announced, each time",
            "Asked three times, then UNKNOWN (protocol)."),
    NO_LIST(
            "HTTP 200 with an empty body, a web page, another bucket's or folder's list, a key twice or a wrong count",
            "UNKNOWN (protocol); never 0 bytes and never a smaller total."),
    LOST_WAY(
            "A part of a list without a way to the rest, or one that leads back",
            "UNKNOWN (protocol); no partial total is shown."),
    NO_NAMES(
            "The names of folders may not be listed, or what comes is no list of them",
            "UNKNOWN, with the days to run again; never taken for no strays."),
    SILENCE(
            "An answer that never comes, stops halfway, or trickles",
            "UNKNOWN (timeout) when its time or the run's is up; other datasets are judged; no thread is left."),
    NOBODY_THERE(
            "The endpoint is down, has no address, or is no address", "UNKNOWN (unreachable) naming the endpoint."),
    WRONG_REGION(
            "The bucket is in another region (301 or 400)",
            "One attempt; UNKNOWN (wrong region) naming the right one."),
    NO_REGION("No region is set", "Says where to set one; a server of one's own needs none."),
    NO_CREDENTIALS("No credentials are set", "UNKNOWN (no credentials) with what to do; they are looked for once."),
    WRONG_CLOCK(
            "This machine's clock is wrong by more than 5 minutes, which the AWS SDK corrects silently",
            "Recency is UNKNOWN (clock) with both clocks shown; sizes are judged."),
    EXPIRED(
            "Credentials expire in the middle of a run",
            "Verdicts that are there stay; the rest is UNKNOWN (expired)."),
    DENIED(
            "Access to one dataset of 50 is denied",
            "One UNKNOWN (denied) that names action and resource; 49 verdicts; the run as a whole is UNKNOWN."),
    NO_BUCKET(
            "The bucket does not exist, or can't",
            "UNKNOWN (no bucket); an empty folder is an absent partition instead."),
    STRANGE_KEYS(
            "Keys with HTML, ANSI, `::error`, `${}`, `=cmd`, bidi, newline, NUL, U+FFFE, lone surrogates, `%2F`, `+`, space, emoji",
            "Totals are right; they are harmless on the console, in the page, the summary, annotations, messages and XML."),
    STRANGE_ANSWERS("Error texts of a server with control characters and markup", "Made visible, never printed raw."),
    TEN_MILLION("10 million objects in one partition", "Streamed; a heap of 64 MB is enough."),
    MANY_REQUESTS(
            "10 000 objects in one partition, 500 datasets of one object",
            "The fewest requests there can be: one for every thousand objects, at least one for a partition."),
    TOO_LARGE("Sizes that add up to more than 2^63 - 1 bytes", "UNKNOWN (overflow); just below it is exact."),
    FOLDER_OBJECT("The empty object that consoles make for a folder", "No data: the partition is not there."),
    METRICS_DOWN(
            "CloudWatch is throttled, down, slow or denied",
            "Verdicts are unchanged; that metrics were not published stands out; where they are required the build fails."),
    DATES(
            "A month's first, a year's end, 29 February, every change of clocks in London, New York, Lord Howe and Apia",
            "Partition, deadline and previous partition are right at each."),
    FUTURE("An object dated in the future", "WARNED, with both times shown."),
    HOSTILE_SUITE(
            "YAML: alias bomb, depth 3000, a scalar of 4 MB, words twice, tags, tabs, BOM, wrong types, unknown words",
            "Refused in under a second with file, line, column and remedy; no stack trace."),
    HALF_A_REPORT(
            "The run is killed or the disk is full while a report is written",
            "The old file or the new one, whole; never a stale one that looks current."),
    TWO_RUNS("Two runs at once in one folder", "Both whole; the last one wins."),
    LOCAL_LAKE(
            "A local lake: unreadable folder, links in circles or out of the lake, files deleted while listing",
            "UNKNOWN (unreadable) or right; never a crash, never outside the lake.");

    private final String fault;
    private final String outcome;

    Hazard(String fault, String outcome) {
        this.fault = fault;
        this.outcome = outcome;
    }

    public String fault() {
        return fault;
    }

    public String outcome() {
        return outcome;
    }
}
