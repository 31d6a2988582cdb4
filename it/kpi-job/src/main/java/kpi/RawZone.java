// SPDX-License-Identifier: Apache-2.0
package kpi;

import static java.util.stream.Collectors.joining;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/**
 * Where the raw events lie: a stream a folder, below it a folder for each day (in UTC) of arrival.
 *
 * <pre>
 * adverts/arrived=2026-01-01/   an advert was placed or its price changed
 * views/arrived=2026-01-01/     somebody looked at an advert
 * leads/arrived=2026-01-01/     somebody got in touch with the seller
 * </pre>
 *
 * Times are in UTC. An event can be there twice, and can arrive hours late.
 *
 * @param root the local directory that holds the streams
 */
record RawZone(Path root) {

    static final List<String> STREAMS = List.of("adverts", "views", "leads");

    /** SQL for all rows of a stream. */
    String rows(String stream) {
        return "read_parquet(" + files(stream, "*") + ")";
    }

    /** SQL for the rows of a stream that arrived on some days; a day without a file is an error there. */
    String rows(String stream, List<LocalDate> arrivals) {
        return arrivals.stream()
                .map(date -> files(stream, date.toString()))
                .collect(joining(", ", "read_parquet([", "])"));
    }

    private String files(String stream, String arrived) {
        return Duck.text(root + "/" + stream + "/arrived=" + arrived + "/*.parquet");
    }
}
