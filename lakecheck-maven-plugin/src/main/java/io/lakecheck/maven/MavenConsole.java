// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.Outcome;
import io.lakecheck.report.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.maven.plugin.logging.Log;
import org.fusesource.jansi.Ansi;

/**
 * Maven's log. Paints where Maven does: Jansi, which Maven brings along, knows what {@code -Dstyle.color} and
 * {@code -B} have said.
 */
record MavenConsole(Log log) implements Console {

    /** Not System.out: Maven 4 puts its log's words before each line of it. */
    private static final PrintWriter COMMANDS =
            new PrintWriter(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);

    @Override
    public void info(String line) {
        log.info(line);
    }

    @Override
    public void warn(String line) {
        log.warn(line);
    }

    @Override
    public void error(String line) {
        log.error(line);
    }

    @Override
    public void command(String line) {
        COMMANDS.println(line);
        COMMANDS.flush();
    }

    @Override
    public String painted(Outcome outcome, String word) {
        Ansi ansi = Ansi.ansi().bold();
        Ansi painted =
                switch (outcome) {
                    case PASSED -> ansi.fgGreen();
                    case SKIPPED -> ansi.fgCyan();
                    case WARNED -> ansi.fgYellow();
                    case FAILED, UNKNOWN -> ansi.fgRed();
                };
        return painted.a(word).reset().toString();
    }
}
