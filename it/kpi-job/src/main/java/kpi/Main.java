// SPDX-License-Identifier: Apache-2.0
package kpi;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;

/** The command line of the job: generates raw events for a range of days, then runs the job for each day. */
public final class Main {

    private Main() {}

    /** Exits with 0, or with 2 if the arguments are invalid. */
    public static void main(String... args) throws IOException, SQLException {
        int status = run(System.out, System.err, args);
        if (status != 0) {
            System.exit(status);
        }
    }

    static int run(PrintStream out, PrintStream err, String... args) throws IOException, SQLException {
        Arguments arguments;
        try {
            arguments = Arguments.parse(args);
        } catch (UsageException e) {
            err.println(e.getMessage());
            err.println(Arguments.USAGE);
            return 2;
        }
        long start = System.nanoTime();
        RawZone raw = new RawZone(arguments.lake().resolve("raw"));
        new RawEvents(arguments.from(), arguments.to()).writeTo(raw);
        Target lake = LocalLake.replaying(arguments.lake());
        KpiJob job = new KpiJob(
                raw, arguments.breakage().map(breakage -> breakage.on(lake)).orElse(lake));
        for (LocalDate date : arguments.days().toList()) {
            job.run(date);
        }
        out.printf(
                "%s to %s written to %s in %s ms%n",
                arguments.from(),
                arguments.to(),
                arguments.lake(),
                Duration.ofNanos(System.nanoTime() - start).toMillis());
        return 0;
    }
}
