// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A program that writes half a report, prints a line, and waits until it is killed. */
final class InterruptedReport {

    private InterruptedReport() {}

    public static void main(String[] folder) {
        new ReportFolder(Path.of(folder[0])).write("lakecheck.json", out -> {
            out.write("{".repeat(100_000).getBytes(StandardCharsets.UTF_8));
            System.out.println("half");
            if (System.in.read() < 0) {
                throw new UncheckedIOException(
                        new IOException("standard input was closed before the process was killed"));
            }
        });
    }
}
