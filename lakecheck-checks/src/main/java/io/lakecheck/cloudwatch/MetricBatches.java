// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricDatum;

/**
 * Divides data points, in order, into as few requests as CloudWatch's limits allow: at most 1000 data points and 1 MB
 * before compression per request.
 */
final class MetricBatches {

    private static final int MOST_DATA = 1000;
    private static final int MOST_BYTES = 1_000_000;

    /** An upper bound, in bytes, for everything in a request except its data points. */
    private static final int REQUEST_FRAME = 512;

    /** An upper bound, in bytes, for everything in an encoded data point except its name, unit and dimensions. */
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

    /**
     * Returns an upper bound for the encoded length of a data point in bytes. Each character takes one byte, because
     * all text is ASCII.
     */
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
