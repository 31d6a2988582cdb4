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
 * A console that writes to Maven's log. Colors depend on {@code -Dstyle.color} and {@code -B} like Maven's own, because
 * lakecheck uses Maven's copy of Jansi.
 */
record MavenConsole(Log log) implements Console {

    /**
     * The process's standard output. {@code System.out} can't be used, because Maven 4 redirects it to its log, which
     * adds a prefix to each line.
     */
    private static final PrintWriter STDOUT =
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
    public void raw(String line) {
        STDOUT.println(line);
        STDOUT.flush();
    }

    @Override
    public String colored(Outcome outcome, String text) {
        Ansi ansi = Ansi.ansi().bold();
        Ansi colored =
                switch (outcome) {
                    case PASSED -> ansi.fgGreen();
                    case SKIPPED -> ansi.fgCyan();
                    case WARNED -> ansi.fgYellow();
                    case FAILED, UNKNOWN -> ansi.fgRed();
                };
        return colored.a(text).reset().toString();
    }
}
