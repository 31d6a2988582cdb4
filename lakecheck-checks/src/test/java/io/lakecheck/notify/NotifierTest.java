// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.notify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import io.lakecheck.Notice;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.delivery.Notification;
import io.lakecheck.delivery.Notification.Occasion;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotifierTest {

    private static final Path DOCS = Path.of("../docs/notify.md");
    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    @Test
    void slack_receives_what_the_docs_show() throws IOException {
        try (Mailbox mailbox = Mailbox.open()) {
            assertThat(report(Runs.shown(slack(Occasion.FAIL)), mailbox.address(), LONG))
                    .containsExactly(new Notice(Notice.Level.INFO, "told: Slack (HOOK)"));

            assertThat(mailbox.types()).containsExactly("application/json; charset=utf-8");
            assertThat(mailbox.letters()).containsExactly(compact(shown(0)));
        }
    }

    @Test
    void a_webhook_receives_what_the_docs_show() throws IOException {
        try (Mailbox mailbox = Mailbox.open()) {
            assertThat(report(Runs.shown(webhook(Occasion.FAIL)), mailbox.address(), LONG))
                    .containsExactly(new Notice(Notice.Level.INFO, "told: webhook (HOOK)"));

            assertThat(mailbox.letters()).containsExactly(compact(shown(1)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FAIL,   false, false, true",
        "WARN,   false, true,  true",
        "CHANGE, false, true,  true",
        "ALWAYS, true,  true,  true"
    })
    void only_runs_that_are_worth_it_are_told_of(Occasion on, boolean passed, boolean warned, boolean failed)
            throws IOException {
        assertThat(isTold(new Runs(slack(on)).passes("a").report())).isEqualTo(passed);
        assertThat(isTold(new Runs(slack(on)).warns("a").report())).isEqualTo(warned);
        assertThat(isTold(new Runs(slack(on)).fails("a").report())).isEqualTo(failed);
    }

    @Test
    void a_change_is_told_when_it_breaks_and_when_it_heals_and_not_in_between() throws IOException {
        Map<String, Outcome> wasFailed = Map.of("a", Outcome.FAILED);
        Map<String, Outcome> wasPassed = Map.of("a", Outcome.PASSED);
        Map<String, Outcome> wasSkipped = Map.of("a", Outcome.SKIPPED);
        Report passes = new Runs(slack(Occasion.CHANGE)).passes("a").report();
        Report fails = new Runs(slack(Occasion.CHANGE)).fails("a").report();

        assertThat(letters(fails, wasPassed)).singleElement().asString().contains("a FAILED, PASSED before");
        assertThat(letters(passes, wasFailed)).singleElement().asString().contains("a PASSED, FAILED before");
        assertThat(letters(fails, Map.of())).singleElement().asString().contains("a FAILED, new");
        assertThat(letters(fails, wasFailed)).isEmpty();
        assertThat(letters(passes, wasPassed)).isEmpty();
        assertThat(letters(passes, wasSkipped)).isEmpty();
        assertThat(letters(passes, Map.of())).isEmpty();
    }

    @Test
    void of_many_that_broke_the_first_twenty_are_told_failures_first() throws IOException {
        Runs runs = new Runs(slack(Occasion.FAIL));
        IntStream.range(0, 15).forEach(i -> runs.warns("warned-" + i));
        IntStream.range(0, 15).forEach(i -> runs.fails("failed-" + i));

        assertThat(letters(runs.report(), Map.of())).singleElement().asString().satisfies(letter -> {
            assertThat(letter).containsSubsequence("15 failed, 15 warned", "failed-0 ", "failed-14 ", "warned-0 ");
            assertThat(letter).endsWith("and 10 more" + compact(shown(0)).replaceAll("^.*(\",\"mrkdwn)", "$1"));
            assertThat(letter.split("\\\\n", -1)).hasSize(22);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 400, 404, 429, 500, 503})
    void a_refusal_is_said_and_changes_nothing(int status) throws IOException {
        try (Mailbox mailbox = Mailbox.answering(status)) {
            assertUntold(mailbox.address(), "it answered " + status, LONG);
            assertThat(mailbox.letters())
                    .as("one letter to each of the two, nothing twice")
                    .hasSize(2);
        }
    }

    @Test
    void silence_is_said_in_time() throws IOException {
        try (Mailbox mailbox = Mailbox.silent()) {
            assertUntold(mailbox.address(), "no answer in time", SHORT);
        }
    }

    @Test
    void an_answer_that_never_ends_is_said_in_time() throws IOException {
        try (Mailbox mailbox = Mailbox.trickling()) {
            assertUntold(mailbox.address(), "no answer in time", SHORT);
        }
    }

    @Test
    void nobody_there_is_said() throws IOException {
        String address;
        try (Mailbox mailbox = Mailbox.open()) {
            address = mailbox.address();
        }
        assertUntold(address, "the connection was refused", LONG);
        assertUntold("http://nobody.invalid/" + Mailbox.SECRET, "its host has no address", LONG);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not an address " + Mailbox.SECRET,
                "ftp://localhost/" + Mailbox.SECRET,
                "https:///" + Mailbox.SECRET,
                "http://local host/" + Mailbox.SECRET,
                "http://localhost:x/" + Mailbox.SECRET,
                Mailbox.SECRET
            })
    void what_is_no_address_is_said_without_saying_it(String text) {
        assertUntold(text, "what the environment variable holds is no http or https address", LONG);
    }

    @Test
    void an_address_that_is_not_set_is_said() {
        assertUntold(" ", "the environment variable is not set", LONG);
    }

    @Test
    void one_who_can_not_be_told_keeps_nobody_else_from_it() throws IOException {
        try (Mailbox mailbox = Mailbox.open()) {
            Map<String, String> environment = Map.of("GOOD", mailbox.address());
            Notification both = Runs.to(Occasion.ALWAYS, Optional.of("BAD"), Optional.of("GOOD"));

            List<Notice> notices = new Notifier(
                            name -> Optional.ofNullable(environment.get(name)), "s", Optional.empty(), LONG)
                    .report(Runs.shown(both));

            assertThat(notices)
                    .extracting(Notice::text)
                    .containsExactly(
                            "NOT told: Slack (BAD): the environment variable is not set", "told: webhook (GOOD)");
        }
    }

    private static void assertUntold(String address, String why, Duration patience) {
        for (Notification each : List.of(slack(Occasion.ALWAYS), webhook(Occasion.ALWAYS))) {
            Report report = Runs.shown(each);
            long started = System.nanoTime();

            Report told = report.reportTo(List.of(notifier(address, Optional.empty(), patience)));

            assertThat(Duration.ofNanos(System.nanoTime() - started)).isLessThan(LONG);
            assertThat(told.findings()).isEqualTo(report.findings());
            assertThat(told.notices()).singleElement().satisfies(notice -> {
                assertThat(notice.level()).isEqualTo(Notice.Level.WARN);
                assertThat(notice.text())
                        .startsWith("NOT told: ")
                        .endsWith(" (HOOK): " + why)
                        .doesNotContain(Mailbox.SECRET);
            });
        }
    }

    private static boolean isTold(Report report) throws IOException {
        try (Mailbox mailbox = Mailbox.open()) {
            report(report, mailbox.address(), LONG);
            return mailbox.letters().size() == 1;
        }
    }

    private static List<String> letters(Report report, Map<String, Outcome> before) throws IOException {
        try (Mailbox mailbox = Mailbox.open()) {
            notifier(mailbox.address(), Optional.of(before), LONG).report(report);
            return List.copyOf(mailbox.letters());
        }
    }

    private static List<Notice> report(Report report, String address, Duration patience) {
        return notifier(address, Optional.empty(), patience).report(report);
    }

    private static Notifier notifier(String address, Optional<Map<String, Outcome>> before, Duration patience) {
        return new Notifier(
                name -> Optional.of(address).filter(found -> name.equals("HOOK")), "lakecheck.yml", before, patience);
    }

    private static Notification slack(Occasion on) {
        return Runs.to(on, Optional.of("HOOK"), Optional.empty());
    }

    private static Notification webhook(Occasion on) {
        return Runs.to(on, Optional.empty(), Optional.of("HOOK"));
    }

    /** The JSON that the docs show, one after the other. */
    private static String shown(int index) throws IOException {
        return Pattern.compile("(?s)```json\n(.*?)```")
                .matcher(Files.readString(DOCS))
                .results()
                .map(MatchResult::group)
                .map(block -> block.replace("```json\n", "").replace("```", ""))
                .toList()
                .get(index);
    }

    private static String compact(String json) throws IOException {
        StringWriter out = new StringWriter();
        try (JsonParser parser = new JsonFactory().createParser(json);
                JsonGenerator generator = new JsonFactory().createGenerator(out)) {
            parser.nextToken();
            generator.copyCurrentStructure(parser);
        }
        return out.toString();
    }
}
