// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

/**
 * The rows of {@code docs/design/faults.md}: each is a fault and its effect on a run. For each, there is a test that is
 * marked with {@link Survives}.
 */
public enum Hazard {
    THROTTLED_FOR_A_WHILE(
            "S3 responds with 503 SlowDown or 429, resets connections, or responds with 500 twice, then normally",
            "The verdicts are the same as without the fault; the report counts the retries."),
    THROTTLED_FOR_EVER(
            "S3 always responds with SlowDown",
            "Fewer requests are sent at a time. UNKNOWN (throttled) when the run's timeout expires; other datasets are checked."),
    PAGE_BREAKS_OFF(
            "The connection is reset or closed early during page k, for every k",
            "The page is requested again; totals equal those without the fault."),
    PAGE_NEVER_WHOLE(
            "Every response has truncated XML or a body shorter than announced",
            "Three attempts, then UNKNOWN (invalid response)."),
    NO_LIST(
            "HTTP 200 with an empty body, a web page, the list of another bucket or folder, a duplicate key or a wrong count",
            "UNKNOWN (invalid response); never 0 bytes and never a smaller total."),
    HOSTILE_XML(
            "A page with a DTD, custom entities, deep nesting, endless text, or invalid sizes or times",
            "UNKNOWN (invalid response); nothing is expanded or loaded, and memory stays limited."),
    LOST_WAY(
            "A truncated page without a token, or with a token that does not advance",
            "UNKNOWN (invalid response); no partial total is shown."),
    NO_RANGES(
            "While a long listing is split into ranges of keys, the server ignores start keys, denies narrower requests or omits keys",
            "The listing continues or starts again as one chain of pages; the total is right."),
    SPLIT_PAGE(
            "Each of the faults of pages above, on page k of a range of a split listing, for every page of every range",
            "UNKNOWN or the right total, never a smaller one."),
    NO_NAMES(
            "Listing folder names is denied, or the response is not a list",
            "UNKNOWN with the incomplete days; never reported as free of strays."),
    SILENCE(
            "A response never arrives, stops halfway or trickles",
            "UNKNOWN (timed out) when the timeout of the call or the run expires; other datasets are checked; no thread is left running."),
    NOBODY_THERE(
            "The endpoint is down, can't be resolved or is not a valid URL",
            "UNKNOWN (unreachable) with the endpoint."),
    WRONG_REGION(
            "The bucket is in another region (301 or 400)",
            "One attempt; UNKNOWN (wrong region) with the right region."),
    NO_REGION("No region is set", "An error explains how to set it; custom endpoints need none."),
    NO_CREDENTIALS("No credentials are set", "UNKNOWN (no credentials) with the remedy; the provider chain runs once."),
    WRONG_CLOCK(
            "The clock of this machine is wrong by more than 5 minutes, which the AWS SDK corrects silently",
            "Recency is UNKNOWN (wrong clock) with both times; sizes are still checked."),
    EXPIRED("Credentials expire during a run", "Earlier verdicts stay; the others are UNKNOWN (credentials expired)."),
    DENIED(
            "Access to one dataset of 50 is denied",
            "One UNKNOWN (access denied) with action and resource, and 49 verdicts; the run as a whole is UNKNOWN."),
    NO_BUCKET(
            "The bucket does not exist, or its name is invalid",
            "UNKNOWN (bucket not found); an empty folder is an absent partition instead."),
    STRANGE_KEYS(
            "Keys with HTML, ANSI, `::error`, `${}`, `=cmd`, bidi, newline, NUL, U+FFFE, lone surrogates, `%2F`, `+`, space, emoji",
            "Totals are right; the keys are escaped on the console and in pages, summaries, annotations, messages and XML."),
    STRANGE_ANSWERS("Error messages of a server contain control characters and markup", "They are escaped."),
    TEN_MILLION("10 million objects in one partition", "Listings are streamed; a heap of 64 MB is enough."),
    MANY_REQUESTS(
            "8 000 objects in one partition, 500 datasets of one object",
            "As few requests as possible: one for every thousand objects, and at least one for each partition."),
    TOO_LARGE("The total size exceeds 2^63 - 1 bytes", "UNKNOWN (size overflow); up to that limit totals are exact."),
    FOLDER_OBJECT(
            "The empty object that consoles create for a folder",
            "It does not count as data: the partition is absent."),
    METRICS_DOWN(
            "CloudWatch is throttled, down, slow or denied",
            "Verdicts are unchanged; a warning reports missing metrics; if metrics are required, the build fails."),
    DATES(
            "First days of months, ends of years, 29 February, all clock changes in London, New York, Lord Howe and Apia",
            "Partition, deadline and previous partition are right."),
    FUTURE("The write time of an object is in the future", "WARNED with both times."),
    HOSTILE_SUITE(
            "YAML: alias bomb, depth 3000, a scalar of 4 MB, duplicate keys, tags, tabs, BOM, wrong types, unknown keys",
            "Rejected within a second with file, line, column and remedy; no stack trace."),
    HALF_A_REPORT(
            "The run is killed or the disk fills up while a report is being written",
            "The file is the complete old one or the complete new one; an old one never looks current."),
    TWO_RUNS("Two runs write to the same folder at the same time", "All files are complete; the last run wins."),
    LOCAL_LAKE(
            "A local lake: unreadable folders, circular links, links out of the lake, files deleted during the listing",
            "UNKNOWN (read error) or right; no crash and no access outside the lake.");

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
