// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.lake.LakeException.Reason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Checks that {@code docs/troubleshooting.md} agrees with the messages in the packages' golden files. Run with
 * {@code -Dlakecheck.update=true} to rewrite the page.
 */
class TroubleshootingPageTest {

    private static final Path PAGE = Path.of("..", "docs", "troubleshooting.md");

    /** The start of the remedy in a message. */
    private static final Pattern REMEDY = Pattern.compile("\\. (?=[A-Z][a-z]+ )|; (?=no store )| (?=\\(write )");

    /** A row of a table on the page. */
    private record Row(String section, Optional<Reason> reason, String file, String name, String cause) {

        private static Row unknown(Reason reason, String file, String name, String cause) {
            return new Row("Why is a verdict UNKNOWN?", Optional.of(reason), file, name, cause);
        }

        private static Row of(String section, String file, String name, String cause) {
            return new Row(section, Optional.empty(), file, name, cause);
        }

        /** Returns the row: the message without its remedy, the cause, and the remedy. */
        private String text() {
            String sentence = sentence(file, name);
            Matcher start = REMEDY.matcher(sentence);
            int end = start.find() ? start.start() : sentence.length();
            String remedy = cell(sentence.substring(end));
            return "| " + reason.map(each -> "**" + each + "**: ").orElse("") + cell(sentence.substring(0, end)) + " | "
                    + cause + " | " + (remedy.isEmpty() ? "Open an issue with the log of the run" : remedy) + " |";
        }

        private static String cell(String text) {
            return text.replaceAll("^[.;]? +", "")
                    .strip()
                    .replaceAll("^\\((.*)\\)$", "$1")
                    .replaceAll("[.;]$", "")
                    .replace("|", "\\|")
                    .replace("<", "&lt;");
        }
    }

    private static final List<Row> ROWS = List.of(
            Row.unknown(Reason.DENIED, "s3", "access denied", "The role has no permission to list this prefix."),
            Row.unknown(Reason.EXPIRED, "aws", "expired credentials", "The session ended before or during the run."),
            Row.unknown(
                    Reason.NO_CREDENTIALS,
                    "aws",
                    "profile without credentials",
                    "The SDK's default chain found no credentials."),
            Row.unknown(Reason.NO_BUCKET, "s3", "missing bucket", "The bucket is misspelt or in another account."),
            Row.unknown(
                    Reason.WRONG_REGION,
                    "s3",
                    "bucket in another region",
                    "The bucket is not in the configured region."),
            Row.unknown(Reason.UNREACHABLE, "aws", "connection refused", "No server responds at the endpoint."),
            Row.unknown(Reason.UNREACHABLE, "aws", "unknown host", "The endpoint is misspelt, or DNS does not work."),
            Row.unknown(
                    Reason.THROTTLED,
                    "aws",
                    "throttled by S3",
                    "Too many requests are sent at the same time, possibly by other clients."),
            Row.unknown(Reason.TIMEOUT, "aws", "timeout", "The server or the network is not responding."),
            Row.unknown(
                    Reason.TIMEOUT, "survey", "timeout", "The lake is too large to be listed within the time limit."),
            Row.unknown(
                    Reason.PROTOCOL,
                    "s3",
                    "response is a web page",
                    "A proxy or another server responds instead of S3."),
            Row.unknown(Reason.OVERFLOW, "lake", "total size overflows", "The server reports impossible sizes."),
            Row.unknown(Reason.UNREADABLE, "file", "access denied", "The user has no permission for a local folder."),
            Row.unknown(Reason.UNREADABLE, "file", "link out of the lake", "A symbolic link leaves the lake's folder."),
            Row.unknown(Reason.CLOCK, "aws", "wrong clock", "This machine's clock is off by several minutes."),
            Row.unknown(
                    Reason.WRITE_ORDER,
                    "lake",
                    "marker and object in the same second",
                    "In a JUnit test, the job uses its own client."),
            Row.unknown(Reason.MEMBERS, "survey", "no members", "With `*` in `each`, at least one folder must match."),
            Row.unknown(Reason.PARTS, "lake", "too many parts", "The key in `parts` has too many values."),
            Row.unknown(Reason.RUNS, "lake", "too many runs", "With `runs: each`, too many folders match."),
            Row.unknown(Reason.UNEXPECTED, "lake", "bug in lakecheck", "There is a bug in lakecheck."),
            Row.of("Why is the suite rejected?", "spec", "unknown key", "A key is misspelt or in the wrong mapping."),
            Row.of("Why is the suite rejected?", "spec", "duplicate dataset", "Two datasets have the same name."),
            Row.of(
                    "Why is the suite rejected?",
                    "spec",
                    "percentage without sign",
                    "Without the sign, `0.3` could also mean 30%."),
            Row.of(
                    "Why is the suite rejected?",
                    "spec",
                    "duration without unit",
                    "A number alone could be hours or minutes."),
            Row.of("Why is the suite rejected?", "partition", "mistyped year", "`YYYY` is the week-based year."),
            Row.of(
                    "Why is the suite rejected?",
                    "spec",
                    "time zone",
                    "Time zones must be written as IANA names or offsets."),
            Row.of("Why does a goal refuse to run?", "run", "unknown dataset", "`lakecheck.datasets` matches nothing."),
            Row.of(
                    "Why does a goal refuse to run?",
                    "run",
                    "no location",
                    "`suggest` needs a folder with existing data."),
            Row.of("Why does a goal refuse to run?", "run", "existing suite", "`suggest` never overwrites a file."),
            Row.of(
                    "Why are metrics, alarms or messages missing?",
                    "cloudwatch",
                    "permission to publish is missing",
                    "The role is allowed to list the lake, but not to publish metrics."),
            Row.of(
                    "Why are metrics, alarms or messages missing?",
                    "cloudwatch",
                    "same dimensions",
                    "Two datasets are in the same folder."),
            Row.of(
                    "Why are metrics, alarms or messages missing?",
                    "cloudwatch",
                    "conflict",
                    "An alarm with this name was not created by this suite."),
            Row.of(
                    "Why are metrics, alarms or messages missing?",
                    "cloudwatch",
                    "a server without CloudWatch",
                    "The endpoint supports only S3."),
            Row.of(
                    "Why are metrics, alarms or messages missing?",
                    "notify",
                    "variable is not set",
                    "The variable with the webhook URL is missing in this environment."));

    @Test
    void every_reason_for_unknown_has_a_row() {
        assertThat(ROWS.stream().flatMap(row -> row.reason().stream()))
                .contains(Arrays.stream(Reason.values()).toArray(Reason[]::new));
    }

    @Test
    void the_page_shows_the_messages_of_the_code() {
        String sections = ROWS.stream()
                .map(Row::section)
                .distinct()
                .map(TroubleshootingPageTest::section)
                .collect(Collectors.joining("\n"));
        GeneratedFile.check(PAGE, """
                <!-- SPDX-License-Identifier: Apache-2.0 -->
                # Troubleshooting: what does this message mean?

                For operators with a failed run. Search this page for the first words of the message. Names, numbers and
                addresses are examples. This page is generated from the messages in the code.

                """ + sections);
    }

    private static String section(String title) {
        return "## " + title + "\n\n| message | cause | remedy |\n|---|---|---|\n"
                + ROWS.stream()
                        .filter(row -> row.section().equals(title))
                        .map(row -> row.text() + "\n")
                        .collect(Collectors.joining());
    }

    private static String sentence(String file, String name) {
        try {
            String text = Files.readString(Path.of("src", "test", "resources", "sentences", file + ".txt"));
            Matcher found = Pattern.compile("(?m)^\\[" + Pattern.quote(name) + "]\n(.*)$")
                    .matcher(text);
            if (!found.find()) {
                throw new AssertionError("no sentence [" + name + "] in " + file + ".txt");
            }
            return found.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
