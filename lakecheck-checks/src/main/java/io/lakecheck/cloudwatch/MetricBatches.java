// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Splits data into as few requests as CloudWatch allows, in order: up to 1000 data and 1 MB each, counted before
 * compression.
 */
final class MetricBatches {

    private static final int MOST_DATA = 1000;
    private static final int MOST_BYTES = 1_000_000;

    /** Bytes for a request's namespace, field names and framing. */
    private static final int REQUEST_FRAME = 512;

    /** Bytes for an encoded datum's field names, time, value and framing, rounded up. */
    private static final int DATUM_FRAME = 80;

    private static final int DIMENSION_FRAME = 20;

    private MetricBatches() {}

    static List<List<MetricDatum>> of(List<MetricDatum> data) {
        List<List<MetricDatum>> batches = new ArrayList<>();
        List<MetricDatum> batch = new ArrayList<>();
        int bytes = REQUEST_FRAME;
        for (MetricDatum datum : data) {
            int more = bytes(datum);
            if (batch.size() == MOST_DATA || (bytes + more > MOST_BYTES && !batch.isEmpty())) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = REQUEST_FRAME;
            }
            batch.add(datum);
            bytes += more;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    /** Returns an upper bound for a datum's encoded length in bytes; all its text is ASCII. */
    private static int bytes(MetricDatum datum) {
        int bytes =
                DATUM_FRAME + datum.metricName().length() + datum.unitAsString().length();
        for (Dimension dimension : datum.dimensions()) {
            bytes += DIMENSION_FRAME
                    + dimension.name().length()
                    + dimension.value().length();
        }
        return bytes;
    }
}
