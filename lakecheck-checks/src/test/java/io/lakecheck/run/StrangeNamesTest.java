// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.lakecheck.CompleteCheck;
import io.lakecheck.Dataset;
import io.lakecheck.Hazard;
import io.lakecheck.MissingPolicy;
import io.lakecheck.Outcome;
import io.lakecheck.Report;
import io.lakecheck.Reporter;
import io.lakecheck.Severity;
import io.lakecheck.SizeCheck;
import io.lakecheck.Suite;
import io.lakecheck.Survives;
import io.lakecheck.delivery.Connection;
import io.lakecheck.delivery.Notification;
import io.lakecheck.lake.MemoryLake;
import io.lakecheck.lake.ObjectFilter;
import io.lakecheck.notify.Notifier;
import io.lakecheck.notify.StubWebhook;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Location;
import io.lakecheck.partition.Schedule;
import io.lakecheck.report.Console;
import io.lakecheck.report.ConsoleReporter;
import io.lakecheck.report.GitHubReporter;
import io.lakecheck.report.ReportFolder;
import io.lakecheck.report.page.ReportPages;
import io.lakecheck.survey.Lakecheck;
import io.lakecheck.value.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests all reports with names of datasets, folders and objects that attack the readers of a report. An output is
 * harmless if it has the same structure as for an ordinary name.
 */
class StrangeNamesTest {

    enum Strange {
        HTML("<script>document.title='owned'</script><img src=x onerror=alert(1)>\"'&lt;</title></svg>"),
        ANSI("\u001b[31mred\u001b]8;;https://example.com\u0007link\u009b1m"),
        GITHUB("::error::owned %0A%25 \r\n::set-output name=a::b\n::stop-commands::x"),
        OTHER_SERVERS("##[error]owned ##vso[task.setvariable variable=a]b ##teamcity[buildStatus status='SUCCESS']"),
        BIDI("\u202egnp.exe\u2066\u200f\u061c"),
        NEWLINE("a\nb\r\nc\rd\u2028e\u2029f\u0085g\u000bh\u000ci"),
        NUL("a\u0000b\ufffe\ud800c\udc00\uffff"),
        LONG("x".repeat(10_000)),
        SLACK("<!channel> <@U012> <https://example.com|here> *b* _i_ `c` &amp; @here"),
        MARKDOWN("| **b** [l](https://example.com) `c` ![i](x) \\| <details> www.example.com # > -"),
        XML("]]> <!ENTITY a \"b\"> &#0; &a; <?pi?> <!--"),
        EXPRESSION("${7*7} {{7*7}} $(id) =cmd|'/C calc'!A0 %s %n");

        private final String name;

        Strange(String name) {
            this.name = name;
        }
    }

    /** All outputs of a run that contain names. */
    private record Outputs(
            List<String> console,
            List<String> commands,
            String page,
            String summary,
            String json,
            Path xml,
            String slack,
            String webhook) {}

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @Survives(Hazard.STRANGE_KEYS)
    void is_harmless_in_every_output(Strange strange) throws Exception {
        Outputs ordinary = outputs("ordinary");
        Outputs actual = outputs(strange.name);

        assertThat(actual.console()).hasSameSizeAs(ordinary.console()).allSatisfy(line -> assertThat(line)
                .satisfies(StrangeNamesTest::holdsOneLine)
                .doesNotContain("##[", "##vso[", "##teamcity[")
                .doesNotMatch("\\s*::.*"));
        assertThat(actual.commands()).hasSize(3).allSatisfy(line -> assertThat(line)
                .satisfies(StrangeNamesTest::holdsOneLine)
                .matches("::error title=lakecheck%3A [^:,]*::[^:].*"));
        assertThat(actual.page()).satisfies(StrangeNamesTest::isVisible);
        assertThat(tagsOf(actual.page())).isEqualTo(tagsOf(ordinary.page()));
        assertThat(actual.summary()).satisfies(StrangeNamesTest::isVisible);
        assertThat(tags(actual.summary())).as("tags of the summary").isEqualTo(tags(ordinary.summary()));
        assertThat(elements(actual.xml())).isEqualTo(elements(ordinary.xml()));
        assertThat(Files.readString(actual.xml())).satisfies(StrangeNamesTest::isVisible);
        assertThat(texts(actual.json())).as("unchanged, for machines").contains(strange.name);
        assertThat(actual.console()).as("the stray folder is reported").anyMatch(line -> line.contains("stray"));
        for (List<String> bodies : List.of(texts(actual.slack()), texts(actual.webhook()))) {
            assertThat(bodies).allSatisfy(StrangeNamesTest::isVisible);
            assertThat(bodies.stream().map(text -> text.lines().count()))
                    .isEqualTo(
                            texts(bodies.size() == texts(actual.slack()).size() ? ordinary.slack() : ordinary.webhook())
                                    .stream()
                                    .map(text -> text.lines().count())
                                    .toList());
        }
        assertThat(texts(actual.slack())).noneMatch(text -> text.contains("<") || text.contains(">"));
    }

    private Outputs outputs(String name) throws IOException {
        Path out = Files.createTempDirectory(folder, "run");
        List<String> console = new ArrayList<>();
        List<String> commands = new ArrayList<>();
        Console lines = new BuildLog(console, commands);
        try (StubWebhook slack = StubWebhook.open();
                StubWebhook webhook = StubWebhook.open()) {
            Map<String, String> environment =
                    Map.of("SLACK", slack.address(), "HOOK", webhook.address(), "GITHUB_ACTIONS", "true");
            List<Reporter> reporters = new ArrayList<>();
            reporters.add(
                    new Notifier(variable -> Optional.ofNullable(environment.get(variable)), name, Optional.empty()));
            reporters.addAll(new ReportFolder(out).reporters(new ReportPages(name)));
            reporters.add(new GitHubReporter(
                    lines, variable -> Optional.ofNullable(environment.get(variable)), new ReportPages(name)));
            reporters.add(new ConsoleReporter(lines, Outcome.FAILED));
            report(name).reportTo(reporters);
            return new Outputs(
                    console,
                    commands,
                    Files.readString(out.resolve("index.html")),
                    Files.readString(out.resolve("summary.md")),
                    Files.readString(out.resolve("lakecheck.json")),
                    out.resolve("TEST-lakecheck.xml"),
                    slack.bodies().get(0),
                    webhook.bodies().get(0));
        }
    }

    private static Report report(String name) {
        String root = "s3://b/" + name.replace('{', '(').replace('}', ')') + "/";
        MemoryLake lake = new MemoryLake()
                .put(root + "2026-01-01/" + name, 9, "2026-01-02T03:00:00Z")
                .put(root + "2026-01-02/" + name, 7, "2026-01-03T03:00:00Z")
                .put(root + "2026-01-02/" + name + "2", 8, "2026-01-03T03:00:00Z")
                .put(root + name + "/stray", 8, "2026-01-03T03:00:00Z");
        Limits eight = new Limits(OptionalLong.of(8), OptionalLong.empty());
        Limits hundred = new Limits(OptionalLong.of(100), OptionalLong.empty());
        Dataset dataset = new Dataset(
                name,
                Location.of(root + "{date}/"),
                new Schedule(ZoneOffset.UTC, Duration.ofHours(6), Calendar.EVERY_DAY),
                ObjectFilter.DATA,
                List.of(
                        new SizeCheck(Limits.NONE, Limits.NONE, eight, Severity.FAIL),
                        new SizeCheck(hundred, Limits.NONE, Limits.NONE, Severity.FAIL),
                        new CompleteCheck(2, Severity.FAIL, MissingPolicy.FAIL)),
                Map.of());
        Notification everybody = new Notification(
                Notification.Occasion.ALWAYS,
                Optional.of("SLACK"),
                Optional.of("HOOK"),
                Optional.empty(),
                Connection.DEFAULT);
        Suite suite = new Suite(
                List.of(dataset), Connection.DEFAULT, Optional.empty(), Optional.of(everybody), Duration.ZERO);
        return Lakecheck.on(lake)
                .at(Clock.fixed(Instant.parse("2026-01-03T07:00:00Z"), ZoneOffset.UTC))
                .run(suite);
    }

    /** A build log, in which each line starts with its level. */
    private record BuildLog(List<String> console, List<String> commands) implements Console {

        @Override
        public void info(String line) {
            console.add("[INFO] " + line);
        }

        @Override
        public void warn(String line) {
            console.add("[WARNING] " + line);
        }

        @Override
        public void error(String line) {
            console.add("[ERROR] " + line);
        }

        @Override
        public void raw(String line) {
            commands.add(line);
        }
    }

    private static void holdsOneLine(String text) {
        assertThat(text).doesNotContain("\n").hasSizeLessThan(4000);
        isVisible(text);
    }

    /**
     * Checks that a text contains nothing that moves, hides or breaks adjacent text. Line feeds are allowed, because
     * the report itself writes them.
     */
    private static void isVisible(String text) {
        assertThat(text.codePoints().filter(c -> c != '\n').mapToObj(Character::getType))
                .doesNotContain(
                        (int) Character.CONTROL,
                        (int) Character.FORMAT,
                        (int) Character.SURROGATE,
                        (int) Character.UNASSIGNED,
                        (int) Character.LINE_SEPARATOR,
                        (int) Character.PARAGRAPH_SEPARATOR);
        assertThat(text).doesNotContain("x".repeat(400));
    }

    /** Returns the tags of a page with the names of their attributes. */
    private static List<String> tagsOf(String page) {
        List<String> tags = Pattern.compile("<[^\"<>]*(?:\"[^\"<]*\"[^\"<>]*)*>")
                .matcher(page)
                .results()
                .map(tag -> tag.group().replaceAll("\"[^\"]*\"", "\"\""))
                .toList();
        assertThat(tags.size()).as("each < starts a tag").isEqualTo((int)
                page.chars().filter(c -> c == '<').count());
        return tags;
    }

    private static List<String> tags(String summary) {
        List<org.commonmark.Extension> github = List.of(TablesExtension.create(), AutolinkExtension.create());
        String html = HtmlRenderer.builder()
                .extensions(github)
                .build()
                .render(Parser.builder().extensions(github).build().parse(summary));
        return Pattern.compile("<[^>]*>")
                .matcher(html)
                .results()
                .map(MatchResult::group)
                .filter(tag -> !tag.equals("<!-- -->"))
                .toList();
    }

    private static List<String> elements(Path xml) throws Exception {
        var all = DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(xml.toFile())
                .getElementsByTagName("*");
        List<String> names = new ArrayList<>();
        for (int i = 0; i < all.getLength(); i++) {
            names.add(all.item(i).getNodeName() + all.item(i).getAttributes().getLength());
        }
        return names;
    }

    private static List<String> texts(String json) throws IOException {
        assertThat(json.getBytes(StandardCharsets.UTF_8)).as("only ASCII").hasSize(json.length());
        List<String> texts = new ArrayList<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING) {
                    texts.add(parser.getText());
                }
            }
        }
        return texts;
    }
}
