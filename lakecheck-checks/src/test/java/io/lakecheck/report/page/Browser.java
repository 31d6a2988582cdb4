// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;

/**
 * A headless Chromium that is restarted for each page. If it is not installed, tests that need it are skipped with a
 * message, or fail if {@code -Dlakecheck.browser=required} is set.
 */
final class Browser {

    private static final Optional<Path> PROGRAM = Stream.of(
                    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
            .flatMap(name -> Arrays.stream(
                            System.getenv().getOrDefault("PATH", "").split(":", -1))
                    .map(folder -> Path.of(folder, name)))
            .filter(Files::isExecutable)
            .findFirst();

    /**
     * The height of the window's bars in pixels. A headless window does not show them, but a screenshot is sometimes
     * taken before the page fills the space that is reserved for them.
     */
    private static final int BARS = 200;

    private final Path program;
    private final Path folder;

    private Browser(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * Returns the browser that is installed on this machine.
     *
     * @param folder the folder for the browser's files
     */
    static Browser in(Path folder) {
        if (PROGRAM.isEmpty()) {
            String missing = "NO BROWSER: the HTML report is not tested in a browser. Install Chromium to test it.";
            if ("required".equals(System.getProperty("lakecheck.browser"))) {
                throw new AssertionError(missing);
            }
            System.err.println(missing);
            Assumptions.abort(missing);
        }
        return new Browser(PROGRAM.orElseThrow(), folder);
    }

    /** The output and the log of a visit to a page. */
    record Visit(String output, String log) {}

    /** Returns the document after its scripts have run. */
    Visit dom(String url, String... options) {
        return run(url, with(options, "--virtual-time-budget=20000", "--dump-dom"));
    }

    /** Takes a screenshot of the top of the page. */
    Visit screenshot(String url, Path png, int width, int height, String... options) throws IOException {
        Visit visit = run(
                url,
                with(
                        options,
                        "--hide-scrollbars",
                        "--virtual-time-budget=5000",
                        "--window-size=" + width + "," + (height + BARS),
                        "--screenshot=" + png));
        BufferedImage window = ImageIO.read(png.toFile());
        assertThat(window.getHeight()).isEqualTo(height + BARS);
        ImageIO.write(window.getSubimage(0, 0, width, height), "png", png.toFile());
        return visit;
    }

    Visit print(String url, Path pdf) {
        return run(url, List.of("--no-pdf-header-footer", "--print-to-pdf=" + pdf));
    }

    private static List<String> with(String[] options, String... more) {
        return Stream.of(more, options).flatMap(Arrays::stream).toList();
    }

    private Visit run(String url, List<String> options) {
        try {
            Path profile = Files.createTempDirectory(folder, "profile");
            Path output = Files.createTempFile(folder, "output", ".html");
            Path log = Files.createTempFile(folder, "browser", ".log");
            List<String> command = new ArrayList<>(List.of(
                    program.toString(),
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-dev-shm-usage",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    "--force-color-profile=srgb",
                    "--enable-logging=stderr",
                    "--user-data-dir=" + profile));
            command.addAll(options);
            command.add(url);
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(log.toFile())
                    .start();
            if (!process.waitFor(2, TimeUnit.MINUTES)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError("the browser did not finish loading " + url.toLowerCase(Locale.ROOT));
            }
            return new Visit(
                    Files.readString(output, StandardCharsets.UTF_8), Files.readString(log, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError("the browser could not be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("the browser was interrupted", e);
        }
    }
}
