// SPDX-License-Identifier: Apache-2.0
package kpi;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * The raw zone of the lake. It contains one folder for each stream, with a subfolder for each date of arrival.
 *
 * <pre>
 * adverts/arrived=2026-01-01/   new adverts and price changes
 * views/arrived=2026-01-01/     views of adverts
 * leads/arrived=2026-01-01/     contacts with sellers
 * </pre>
 *
 * Dates and times are in UTC. Events may be duplicated, and may arrive hours late.
 *
 * @param root the local directory that contains the streams
 */
record RawZone(Path root) {

    static final List<String> STREAMS = List.of("adverts", "views", "leads");

    /** Returns an SQL expression that reads all rows of a stream. */
    String rows(String stream) {
        return "read_parquet(" + files(stream, "*") + ")";
    }

    /**
     * Returns an SQL expression that reads the rows of a stream that arrived on the given dates. Running it fails if
     * there are no files for a date.
     */
    String rows(String stream, List<LocalDate> arrivals) {
        return arrivals.stream()
                .map(date -> files(stream, date.toString()))
                .collect(joining(", ", "read_parquet([", "])"));
    }

    private String files(String stream, String arrived) {
        return Duck.text(root + "/" + stream + "/arrived=" + arrived + "/*.parquet");
    }
}
