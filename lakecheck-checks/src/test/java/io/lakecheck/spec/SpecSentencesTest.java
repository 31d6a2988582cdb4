// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Sentences;
import io.lakecheck.Suite;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pins the wording of all messages of the suite language. Tests of other packages pin the messages of the domain. */
class SpecSentencesTest {

    private static final String DAILY = Yaml.daily("recency: {}");

    private final Sentences sentences = new Sentences();

    @TempDir
    private Path folder;

    @Test
    void messages_of_the_suite_language() throws IOException {
        keys();
        checks();
        blocks();
        undated();
        members();
        texts();
        values();
        sizesAndTimes();
        locations();
        windows();
        variables();
        yaml();
        files();
        holidays();
        xml();
        settings();

        sentences.check("spec");
    }

    private void keys() {
        problem("several problems", "zoen: UTC\ndatasets: { kpi: { location: x } }");
        problem("suite is a list", "- kpi");
        problem("missing datasets", "zone: UTC");
        problem("no datasets", "datasets: {}");
        problem("datasets is a list", "datasets: [kpi]");
        problem("empty dataset", "datasets: { kpi: }");
        problem("empty value", Yaml.dataset("", "", "recency: {}"));
        problem("unknown key", Yaml.daily("delta: { droop: 30% }"));
        problem("unknown key without a similar key", Yaml.daily("size: { volume: 30 }"));
        problem("duplicate key", Yaml.daily("size: { min: 1, min: 2 }"));
        problem("duplicate dataset", "datasets:\n  kpi: " + inline() + "\n  kpi: " + inline());
        problem("invalid dataset name", "datasets: { \"${X}\": " + inline() + " }");
        problem(
                "unknown calendar",
                "calendars: { uk: { days: mon } }\n" + Yaml.dataset("x/{date}", "calendar: mars", "recency: {}"));
        problem(
                "mistyped calendar",
                "calendars: { uk-business: { days: mon } }\n"
                        + Yaml.dataset("x/{date}", "calendar: uk-busines", "recency: {}"));
    }

    private void checks() {
        problem("no checks", "datasets: { kpi: { location: x, checks: [] } }");
        problem("checks is a mapping", "datasets: { kpi: { location: x, checks: { size: { min: 1 } } } }");
        problem("check without colon", Yaml.daily("recency"));
        problem("unknown check", Yaml.daily("sise: { min: 1 }"));
        problem("unknown check without a similar check", Yaml.daily("presence: {}"));
        problem("limits not indented", Yaml.daily("recency:\n        marker: _SUCCESS"));
        problem("min above max", Yaml.daily("size: { min: 2, max: 1 }"));
        problem("size limit for a number of objects", Yaml.daily("delta: { drop: 30%, of: objects, atLeast: 5 kB }"));
        problem("lookback shorter than history", Yaml.daily("delta: { drop: 30%, history: 9, lookback: 7 }"));
        problem("maxAge of dated dataset", Yaml.daily("recency: { maxAge: 26h }"));
        problem("sealed without marker", Yaml.daily("recency: { sealed: false }"));
        problem("quiet with marker", Yaml.daily("recency: { marker: _SUCCESS, quiet: 10m }"));
        problem("arrival with marker", Yaml.daily("recency: { marker: _SUCCESS, arrival: 99% }"));
        problem("hours of a daily dataset", Yaml.dataset("x/{date}", "hours: 6-22", "recency: {}"));
        problem("excepted hour of a daily dataset", Yaml.dataset("x/{date}", "except: 2026-01-31T23", "recency: {}"));
        problem("odd day of a monthly dataset", Yaml.dataset("x/{yyyy-MM}", "odd: 2026-11-27", "recency: {}"));
        problem(
                "days without the weekday of every",
                Yaml.dataset("x/{date}", "days: mon\nevery: 2w from 2026-01-06", "recency: {}"));
        problem("days without a date of every", date("days: 31st\nevery: 12M from 2026-02-28"));
        problem("only with exceptions only", date("except: 2026-01-05\nonly: 2026-01-05"));
        problem("only without the day of the month", date("days: 1st\nonly: 2026-01-02"));
        problem("only between the dates of every", date("every: 2w from 2026-01-05\nonly: 2026-01-06"));
        problem("minutes without period", Yaml.dataset("x/{date}/{HHmm}", "", "recency: {}"));
        problem("period without minutes", date("period: 15m"));
        problem("marker of a year", Yaml.dataset("x/{date}/", "", "recency: { marker: \"../{yyyy}.done\" }"));
        problem("no hours", Yaml.dataset("x/{date}/{HH}", "hours: []", "recency: {}"));
        problem("hour out of range", Yaml.dataset("x/{date}/{HH}", "hours: 6-24", "recency: {}"));
        problem("excepted hour out of range", Yaml.dataset("x/{date}/{HH}", "except: 2026-01-31T24", "recency: {}"));
        marker("marker with two stars", "**/_SUCCESS");
        marker("marker with an empty name", "/_SUCCESS");
        marker("marker with its partition's name", "dt={date}/_SUCCESS");
        marker("marker of any name", "*");
        marker("marker that is a folder above", "../..");
        marker("marker with a star before the date", "../*.done");
        marker("marker with an incomplete URL", "file:flags/{date}.done");
        marker("marker with a date of another tool", "../dt=%Y-%m-%d.done");
        problem("leftover next to the partition", Yaml.daily("recency: { absent: \"../{date}.tmp\" }"));
        problem("leftover with a date", Yaml.daily("recency: { absent: \"{date}.tmp\" }"));
        problem("leftover next to a file", Yaml.dataset("x/kpi_{date}.csv", "", "recency: { absent: \"*.tmp\" }"));
        marker("marker above the bucket", "../../../_SUCCESS");
        marker("marker with a slash at its end", "../dt={date}/");
        problem(
                "marker that is the data",
                Yaml.dataset("x/kpi_{date}.csv", "", "recency: { marker: \"kpi_{date}.csv\" }"));
        marker("marker of another period", "../{yyyy-MM}.done");
        problem("two markers", Yaml.daily("recency: { marker: _SUCCESS }", "recency: { marker: _DONE }"));
    }

    private static String date(String keys) {
        return Yaml.dataset("x/{date}", keys, "recency: {}");
    }

    private void blocks() {
        problem("cloudwatch without namespace", "cloudwatch: {}\n" + DAILY);
        problem("reserved namespace", "cloudwatch: { namespace: AWS/S3 }\n" + DAILY);
        problem("namespace that starts with a colon", "cloudwatch: { namespace: \":x\" }\n" + DAILY);
        problem("invalid alarm prefix", "cloudwatch: { namespace: x, alarms: { prefix: \"?\" } }\n" + DAILY);
        problem("invalid alarm action", "cloudwatch: { namespace: x, alarms: { actions: { ok: me } } }\n" + DAILY);
        problem("endpoint with password", "s3: { endpoint: \"http://user:pass@host\" }\n" + DAILY);
        problem("invalid region", "s3: { region: Ireland }\n" + DAILY);
        problem("invalid notification trigger", "notify: { on: failure, sns: x }\n" + DAILY);
        problem("webhook instead of a variable", "notify: { slack: \"https://hooks.slack.com/secret\" }\n" + DAILY);
    }

    private void marker(String name, String path) {
        problem(name, Yaml.daily("recency: { marker: \"" + path + "\" }"));
    }

    private void undated() {
        problem("due of undated dataset", Yaml.dataset("x/", "due: 6h", "recency: { maxAge: 1h }"));
        problem("recency of undated dataset", Yaml.dataset("x/", "", "recency: {}"));
        problem("each run with parts", Yaml.dataset("x/{date}/run=*/", "runs: each\nparts: { a: [b] }", "recency: {}"));
        problem("each run with through", Yaml.dataset("x/{date}/run=*/", "runs: each", "recency: { through: 30m }"));
        problem("runs without wildcard", Yaml.dataset("x/{date}/", "runs: newest", "recency: {}"));
        problem("grace of undated dataset", Yaml.dataset("x/", "", "recency: { maxAge: 1h, grace: 1h }"));
        problem("delta of undated dataset", Yaml.dataset("x/", "", "delta: { drop: 30% }"));
        problem("complete of undated dataset", Yaml.dataset("x/", "", "complete: {}"));
    }

    private void members() {
        problem("placeholder without each", Yaml.dataset("x/{tenant}/{date}/", "", "size: { min: 1 }"));
        problem("mistyped date without each", Yaml.dataset("x/{yyyy-mm-dd}/", "", "size: { min: 1 }"));
        each("each is empty", "{}");
        each("each is a list", "[a, b]");
        each("each without names", "{ tenant: [] }");
        each("each with a placeholder that is not in the location", "{ tenant: a, region: [eu, us] }");
        each("each with a date", "{ date: [2026-01-01] }");
        each("each with a name twice", "{ tenant: [a, b, a] }");
        each("each with a path", "{ tenant: [../b] }");
        String names =
                String.join(", ", IntStream.range(0, 101).mapToObj(i -> "t" + i).toList());
        problem(
                "each with too many names",
                Yaml.dataset(
                        "x/{tenant}/{region}/",
                        "each: { tenant: [" + names + "], region: [" + names + "] }",
                        "size: { min: 1 }"));
        each("each with * and names", "{ tenant: [a, \"*\"] }");
        found("each with * twice", "s3://lake/{tenant}/{region}/{date}/", "region: \"*\"");
        found("names to find after the date", "s3://lake/{date}/{tenant}/", "");
        found("names to find in a file", "s3://lake/{tenant}.csv", "");
        found("names to find in a bucket", "s3://{tenant}/{date}/", "");
        found("names to find twice", "s3://lake/{tenant}/{date}/{tenant}/", "");
        found("names to find in a file URL", "file:/lake/{tenant}/{date}/", "");
        each("new without *", "{ tenant: [a, b] }\nnew: ok");
        each("ended without *", "{ tenant: [a, b] }\nended: ok");
        each("members with an unknown name", "{ tenant: [a, b] }\nmembers: { c: { checks: [ size: { min: 1 } ] } }");
        each("members with an invalid name", "{ tenant: \"*\" }\nmembers: { a/b: { checks: [ size: { min: 1 } ] } }");
        problem(
                "members without all placeholders",
                Yaml.dataset(
                        "x/{tenant}/{region}/",
                        "each: { tenant: [a, b], region: [eu] }\nmembers: { a: { checks: [ size: { min: 1 } ] } }",
                        "size: { min: 1 }"));
        problem("members without each", Yaml.dataset("x/{date}/", "members: { a: {} }", "size: { min: 1 }"));
        problem(
                "checks of the suite that do not fit a dataset",
                "checks: [ complete: {} ]\ndatasets: { a: { location: x }, b: { location: y } }");
        problem("parts with two keys", Yaml.dataset("x/{date}/", "parts: { a: [b], c: [d] }", "size: { min: 1 }"));
        problem("parts without values", Yaml.dataset("x/{date}/", "parts: { country: [] }", "size: { min: 1 }"));
        parts("parts with a range", "x/{date}/", "hour: 00-23");
        parts("parts with a pattern", "x/{date}/", "country: \"*\"");
        parts("parts as before and by name", "x/{date}/", "country: [as before, DE]");
        parts("parts with a key in a name", "x/{date}/", "country: [country=DE]");
        parts("parts with an invalid key", "x/{date}/", "country=: [DE]");
        parts("parts of files", "x/kpi_{yyyyMMdd}_*.csv", "\"*\": [a, b]");
        problem("limits of parts without parts", Yaml.daily("size: { part: { min: 1 kB } }"));
        problem("names to find in shards", "deployment: { shards: 2 }\n" + open("s3://lake/{tenant}/{date}/", ""));
        problem(
                "each with the same dimensions",
                Yaml.dataset("x/{tenant}/", "each: { tenant: [a, b] }\ndimensions: { Key: x }", "size: { min: 1 }"));
    }

    private void parts(String name, String location, String parts) {
        problem(name, Yaml.dataset(location, "parts: { " + parts + " }", "size: { min: 1 }"));
    }

    private void found(String name, String location, String more) {
        problem(name, open(location, more));
    }

    private static String open(String location, String more) {
        return Yaml.dataset(
                location, "each: { tenant: \"*\"" + (more.isEmpty() ? "" : ", ") + more + " }", "size: { min: 1 }");
    }

    private void each(String name, String each) {
        problem(name, Yaml.dataset("x/{tenant}/{date}/", "each: " + each, "size: { min: 1 }"));
    }

    private void texts() {
        value("boolean yes", BooleanType.TYPE, "yes");
        value("boolean no", BooleanType.TYPE, "off");
        value("boolean", BooleanType.TYPE, "maybe");
        for (String day : List.of(
                "Monday",
                "1",
                "-1",
                "-2",
                "last",
                "first",
                "end of quarter",
                "32nd",
                "1th",
                "last business day",
                "end of month",
                "fifth monday")) {
            value("day " + day, DaysType.TYPE, day);
        }
        for (String interval : List.of(
                "2d",
                "6h from 2026-01-05",
                "2 days",
                "0d from 2026-01-05",
                "2d from 2026-02-30",
                "15m",
                "mon",
                "2d from 31.01.2026",
                "15m from 2026-01-05",
                "334 quarters")) {
            value("interval " + interval, IntervalType.TYPE, interval);
        }
        for (String period : List.of("15min", "90m", "1h")) {
            value("period " + period, PeriodType.TYPE, period);
        }
        value("baseline", BaselineType.TYPE, "same weekdays");
        value("outcome", ChoiceType.of("outcome", FailOn.class), "error");
        problem("list of choices", Yaml.dataset("x/{date}", "days: { mon: 1 }", "recency: {}"));
        problem("empty list in only", Yaml.dataset("x/{date}", "only: []", "recency: {}"));
        problem("only on an excluded day", Yaml.dataset("x/{date}", "days: mon\nonly: 2026-03-08", "recency: {}"));
    }

    private void values() {
        problem("value in a suite", Yaml.daily("delta: { drop: 30 }"));
        value("percentage", PercentageType.ANY, "a third");
        value("percentage without sign", PercentageType.ANY, "30");
        value("drop of more than 100 %", PercentageType.UP_TO_ALL, "101%");
        value("count", new CountType(1, 9), "1.5");
        value("count below range", new CountType(1, 9), "0");
        value("count above range", new CountType(1, 9), "10");
        value("multiple", MultipleType.TYPE, "twice");
        value("multiple of zero", MultipleType.TYPE, "0.0");
        value("amount", Amount.TYPE, "a few");
        value("amount with wrong unit", Amount.TYPE, "5 KB");
    }

    private void sizesAndTimes() {
        value("size", SizeType.TYPE, "a lot");
        value("size KB", SizeType.TYPE, "195 KB");
        value("size with wrong case", SizeType.TYPE, "5 mb");
        value("size with separators", SizeType.TYPE, "195,000");
        value("negative size", SizeType.TYPE, "-5 kB");
        value("fraction of a byte", SizeType.TYPE, "1.0005 kB");
        value("size too large", SizeType.TYPE, "10 EB");
        value("duration", DurationType.TYPE, "soon");
        value("duration without unit", DurationType.TYPE, "6");
        value("negative duration", DurationType.TYPE, "-6h");
        value("duration too long", DurationType.TYPE, "3661d");
        value("date", DateType.TYPE, "29.2.2026");
        value("date that does not exist", DateType.TYPE, "2026-02-29");
        value("timestamp", TimestampType.TYPE, "noon");
        value("timestamp without time", TimestampType.TYPE, "2026-01-03");
        value("timestamp that does not exist", TimestampType.TYPE, "2026-02-30T07:00");
        value("time zone", ZoneType.TYPE, "Europe/Lodnon");
        value("time zone as an abbreviation", ZoneType.TYPE, "EST");
        value("time zone without a similar name", ZoneType.TYPE, "Middle-earth");
    }

    private void locations() {
        location("location too long", "x".repeat(1025));
        location("s3a location", "s3a://refined/kpi/");
        location("location with unknown scheme", "gs://refined/kpi/");
        location("location without bucket", "s3:///kpi/");
        location("location with invalid bucket", "s3://bad_bucket!/kpi/");
        location("location with tilde", "~/lake/{date}");
        location("location with .. after a date", "lake/{date}/../x");
        location("drive letter", "C:/data/{date}");
        location("file URL with server", "file://localhost/data/");
        location("file URL with space", "file:/my lake/");
    }

    private void windows() {
        add("relative path on a drive", () -> LocationType.read("C:data", "C:\\suite", "/C:/suite/"));
        add("file URL of a drive", () -> LocationType.read("file:C:/data", "C:\\suite", "/C:/suite/"));
        add("brace in the name of the suite's folder", () -> LocationType.read("x", "/we{ird", "/we%7Bird"));
    }

    private void variables() {
        problem("unset variable", Yaml.dataset("s3://${LAKE}/", "", "recency: {}"));
        problem("invalid variable name", Yaml.dataset("s3://${my lake}/", "", "recency: {}"));
        problem("unclosed variable", Yaml.dataset("s3://${LAKE/", "", "recency: {}"));
        problem("nested defaults", Yaml.dataset("${A:-".repeat(10) + "x" + "}".repeat(10), "", "recency: {}"));
    }

    private void yaml() {
        problem("empty file", "# nothing\n");
        problem("second document", DAILY + "---\nzone: UTC\n");
        problem("null value", "zone: ~\n" + DAILY);
        problem("anchor and alias", "zone: &z UTC\ncalendar: *z\n" + DAILY);
        problem("tag", "zone: !!str UTC\n" + DAILY);
        problem("list as key", "? [a, b]\n: c\n" + DAILY);
        problem("deep nesting", "[".repeat(40) + "]".repeat(40));
        problem("too many keys", "{" + "a,".repeat(50_000) + "}");
        problem("tab", "datasets:\n\tkpi:\n");
        problem("colon in text", "zone: a: b\n");
        problem("unclosed bracket", "datasets: { kpi: [");
        problem("control character", "zone: \u0007");
    }

    private void files() throws IOException {
        file("missing file", Path.of("target", "none.yml"));
        file("folder", Path.of("src"));
        Path file = folder.resolve("lakecheck.yml");
        Files.writeString(file, "x".repeat(300_000));
        file("large file", file);
        Files.write(file, "zone: No\u00ebl".getBytes(StandardCharsets.ISO_8859_1));
        file("invalid UTF-8", file);
        Files.writeString(file, "\uFEFFzone: UTC");
        file("byte order mark", file);
    }

    private void holidays() throws IOException {
        holidayFile("missing holiday file", "none.txt", "");
        holidayFile("holiday file without dates", "a.txt", "# none\n");
        holidayFile("holiday line without date", "a.txt", "Christmas\n");
        holidayFile("large holiday file", "a.txt", "#".repeat(1 << 21));
        Files.write(folder.resolve("latin.txt"), "2026-12-25 No\u00ebl".getBytes(StandardCharsets.ISO_8859_1));
        holidayFile("holiday file in Latin-1", "latin.txt", "");
        holidayFile("no events", "a.ics", "");
        holidayFile("truncated", "a.ics", "BEGIN:VCALENDAR\n");
        holidayFile("nested events", "a.ics", "BEGIN:VEVENT\nBEGIN:VEVENT\n");
        holidayFile("unmatched END", "a.ics", "END:VEVENT\n");
        holidayFile(
                "too many days",
                "a.ics",
                event("DTSTART:00010101\nDTEND:00020101\nRRULE:FREQ=YEARLY").repeat(300));
        event("event without a date", "SUMMARY:x");
        event("event with time", "DTSTART:20261225T100000Z");
        event("event with a negative duration", "DTSTART:20261225\nDTEND:20261201");
        event("event with a duration in hours", "DTSTART:20261225\nDURATION:PT5H");
        event("event with rule", "DTSTART:20261225\nRRULE:FREQ=WEEKLY");
        event("event with exception", "DTSTART:20261225\nEXDATE:20261225");
        event("event with two starts", "DTSTART:20261225\nDTSTART:20261226");
    }

    private void xml() {
        Origin pom = Origin.of("pom.xml");
        XmlElement zone = new XmlElement("zone", "UTC", List.of(), pom);
        SuiteReader reader = Yaml.reader(Map.of());
        add("attribute", () -> reader.read(new XmlElement("suite", List.of("id"), "", List.of(zone), pom)));
        add("text next to elements", () -> reader.read(new XmlElement("suite", "x", List.of(zone), pom)));
    }

    private void settings() {
        setting("unknown setting", Map.of("regoin", "x"));
        setting("blank dataset", Map.of("datasets", "kpi,,leads"));
        setting("timeout of zero", Map.of("timeout", "0s"));
        Suite two = Yaml.suite("""
                datasets:
                  a: { location: "s3://b/{date}/", zone: Europe/London, checks: [ recency: {} ] }
                  b: { location: "s3://b/{date}/", zone: Asia/Tokyo, checks: [ recency: {} ] }
                """);
        add("local time in several zones", () -> ValueParser.timestamp("2026-07-03T07:00")
                .in(two));
    }

    private void problem(String name, String yaml) {
        add(name, () -> Yaml.suite(yaml));
    }

    private void value(String name, ScalarType<?> type, String text) {
        add(name, () -> type.value(text));
    }

    private void location(String name, String text) {
        add(name, () -> LocationType.read(text, Yaml.BASE));
    }

    private void setting(String name, Map<String, String> settings) {
        add(name, () -> RunSettings.read("plugin configuration", settings, variable -> Optional.empty()));
    }

    private void file(String name, Path file) {
        add(name, () -> SuiteFile.read(file, variable -> Optional.empty()));
    }

    private void event(String name, String properties) throws IOException {
        holidayFile(name, "a.ics", event(properties));
    }

    private static String event(String properties) {
        return "BEGIN:VEVENT\n" + properties + "\nEND:VEVENT\n";
    }

    private void holidayFile(String name, String file, String text) throws IOException {
        if (!text.isEmpty() || file.endsWith(".ics")) {
            Files.writeString(folder.resolve(file), text);
        }
        sentences.add(
                name, Sentences.message(() -> HolidayFile.read(file, folder)).replace(folder.toString(), "<folder>"));
    }

    private static String inline() {
        return "{ location: \"x/{date}\", checks: [ recency: {} ] }";
    }

    private void add(String name, ThrowingCallable causing) {
        Throwable thrown = Assertions.catchThrowable(causing);
        Assertions.assertThat(thrown)
                .as(name)
                .isInstanceOfAny(IllegalArgumentException.class, SuiteProblemsException.class);
        sentences.add(name, String.valueOf(thrown.getMessage()).replace(folder + "/", ""));
    }
}
