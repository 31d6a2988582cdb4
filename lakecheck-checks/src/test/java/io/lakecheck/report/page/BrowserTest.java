// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.Report;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Tests the report in a real browser. */
class BrowserTest {

    private static final String DARK = "--blink-settings=preferredColorScheme=0";

    /**
     * A script that runs axe with all rules for WCAG AA and best practices, and adds the result to the document.
     * Contrasts that axe can't determine count as violations, except those of symbols. The script makes all elements
     * visible first, because axe skips elements that are not laid out.
     */
    private static final String AXE = """
            <style>.card { content-visibility: visible !important }</style>
            <script src="axe.js"></script>
            <script>
            axe.run(document, {resultTypes: ['violations', 'incomplete']}).then(found => {
              const sign = check => ['nonBmp', 'shortTextContent'].includes((check.data || {}).messageKey);
              const doubtful = found.incomplete.filter(rule => rule.id === 'color-contrast').map(rule =>
                ({id: rule.id, nodes: rule.nodes.filter(node => !node.any.every(sign))}));
              const violations = found.violations.concat(doubtful).filter(rule => rule.nodes.length > 0).map(rule =>
                rule.id + ': ' + rule.nodes.map(node => node.html + ' ' + node.failureSummary).join(' | '));
              const answer = document.createElement('pre');
              answer.id = 'found';
              answer.textContent = 'PASSES ' + found.passes.length + '\\n' + violations.join('\\n') + '\\nEND';
              document.body.append(answer);
            });
            </script>
            </body>""";

    enum Sample {
        PASSED,
        MIXED,
        LONG,
        HOSTILE;

        Report report() {
            return switch (this) {
                case PASSED -> Samples.passed();
                case MIXED -> Samples.mixed();
                case LONG -> Samples.many(15);
                case HOSTILE -> Samples.hostile();
            };
        }
    }

    @TempDir
    Path folder;

    private Browser browser;

    @BeforeEach
    void start() {
        browser = Browser.in(folder);
    }

    @ParameterizedTest
    @EnumSource
    void is_accessible_in_light_mode(Sample sample) throws IOException {
        assertThat(violations(HtmlReportTest.page(sample.report()))).isEmpty();
    }

    @Test
    void is_accessible_in_dark_mode() throws IOException {
        assertThat(violations(HtmlReportTest.page(Samples.mixed()), DARK)).isEmpty();
    }

    @Test
    void is_accessible_on_a_phone() throws IOException {
        assertThat(violations(HtmlReportTest.page(Samples.mixed()), "--window-size=500,900"))
                .isEmpty();
    }

    @Test
    void axe_finds_a_missing_label() throws IOException {
        String bad = HtmlReportTest.page(Samples.mixed())
                .replaceAll("(<svg class=\"chart\"[^>]*) aria-label=\"[^\"]*\"", "$1");

        assertThat(violations(bad)).contains("svg-img-alt");
    }

    @Test
    void looks_the_same_under_the_policy_of_jenkins() throws IOException {
        Path unrestricted = folder.resolve("unrestricted.png");
        Path restricted = folder.resolve("restricted.png");
        String page = HtmlReportTest.page(Samples.mixed());

        Browser.Visit anywhere = picture(page, Optional.empty(), unrestricted);
        Browser.Visit jenkins = picture(page, Optional.of(Site.JENKINS), restricted);

        assertThat(anywhere.log()).doesNotContain("Content Security Policy");
        assertThat(jenkins.log()).doesNotContain("Content Security Policy");
        assertThat(difference(unrestricted, restricted)).isLessThan(0.001);
    }

    @Test
    void the_policy_of_jenkins_blocks_an_inline_style() throws IOException {
        Path unrestricted = folder.resolve("unrestricted.png");
        Path restricted = folder.resolve("restricted.png");
        String page = HtmlReportTest.page(Samples.mixed()).replace("<h1>", "<h1 style=\"margin-top: 9rem\">");

        picture(page, Optional.empty(), unrestricted);
        Browser.Visit jenkins = picture(page, Optional.of(Site.JENKINS), restricted);

        assertThat(jenkins.log()).contains("Content Security Policy");
        assertThat(difference(unrestricted, restricted)).isGreaterThan(0.01);
    }

    @Test
    void hostile_names_do_not_execute_code() throws IOException {
        try (Site site = site(HtmlReportTest.page(Samples.hostile()), Optional.empty())) {
            String dom = browser.dom(site.url("/index.html")).output();

            assertThat(dom).contains("lakecheck</title>").doesNotContain("<title>owned", "<img", "<script");
            assertThat(site.requested()).containsExactly("/index.html", "/lakecheck.css");
        }
    }

    @Test
    void can_be_printed() throws IOException {
        Path pdf = folder.resolve("report.pdf");
        try (Site site = site(HtmlReportTest.page(Samples.mixed()), Optional.empty())) {
            browser.print(site.url("/index.html"), pdf);
        }

        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF-");
    }

    @Test
    void shows_five_hundred_datasets() throws IOException {
        try (Site site = site(HtmlReportTest.page(Samples.many()), Optional.empty())) {
            String dom = browser.dom(site.url("/index.html")).output();

            assertThat(Pattern.compile("<details class=\"card\"").matcher(dom).results())
                    .hasSize(500);
        }
    }

    private Browser.Visit picture(String page, Optional<String> policy, Path png) throws IOException {
        try (Site site = site(page, policy)) {
            Browser.Visit visit = browser.screenshot(site.url("/index.html"), png, 1200, 2400);
            assertThat(site.requested()).containsExactly("/index.html", "/lakecheck.css");
            return visit;
        }
    }

    /** Returns the share of pixels that differ. The edges of letters may differ between two runs of a browser. */
    private static double difference(Path one, Path other) throws IOException {
        BufferedImage a = ImageIO.read(one.toFile());
        BufferedImage b = ImageIO.read(other.toFile());
        assertThat(a.getWidth()).isEqualTo(b.getWidth());
        assertThat(a.getHeight()).isEqualTo(b.getHeight());
        long differing = IntStream.range(0, a.getWidth() * a.getHeight())
                .filter(i ->
                        a.getRGB(i % a.getWidth(), i / a.getWidth()) != b.getRGB(i % a.getWidth(), i / a.getWidth()))
                .count();
        return (double) differing / a.getWidth() / a.getHeight();
    }

    private String violations(String page, String... options) throws IOException {
        try (Site site = site(page.replace("</body>", AXE), Optional.empty()).with("/axe.js", axe())) {
            String dom = browser.dom(site.url("/index.html"), options).output();
            Matcher found = Pattern.compile("(?s)<pre id=\"found\">PASSES (\\d+)\n(.*?)\nEND</pre>")
                    .matcher(dom);
            assertThat(found.find()).as("axe has run").isTrue();
            assertThat(Integer.parseInt(found.group(1))).as("rules that passed").isGreaterThan(15);
            return found.group(2);
        }
    }

    private static Site site(String page, Optional<String> policy) throws IOException {
        return Site.open(policy).with("/index.html", page).with("/lakecheck.css", HtmlReportTest.styles());
    }

    private static byte[] axe() throws IOException {
        try (InputStream script =
                BrowserTest.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
            if (script == null) {
                throw new IOException("axe-core is not on the class path under this version");
            }
            return script.readAllBytes();
        }
    }
}
