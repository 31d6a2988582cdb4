// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * The dimensions of a dataset's metrics: {@code BucketName}, {@code Key} (the folder above the first date) and
 * {@code FunctionName}, unless the suite or the dataset sets others. A dimension never contains a date, because an
 * alarm monitors a dataset, not a day.
 */
final class Dimensions {

    private static final int LONGEST_VALUE = 1024;

    private Dimensions() {}

    static List<Dimension> of(Metrics metrics, Dataset dataset, String function) {
        Map<String, String> values = new LinkedHashMap<>();
        values.putAll(location(dataset.location().root()));
        values.put("FunctionName", function);
        values.putAll(metrics.dimensions());
        values.putAll(dataset.dimensions());
        return values.entrySet().stream()
                .map(each -> Dimension.builder()
                        .name(each.getKey())
                        .value(AsciiEncoder.encode(each.getValue(), LONGEST_VALUE))
                        .build())
                .toList();
    }

    /**
     * Returns {@code BucketName} and {@code Key}. Neither may be empty, so the key for the root of a bucket is
     * {@code /}, and the bucket for a location without one is its scheme, such as {@code file}.
     */
    private static Map<String, String> location(String root) {
        int colon = root.indexOf(':');
        String scheme = colon < 0 ? "file" : root.substring(0, colon);
        String path = root.startsWith("//", colon + 1) ? root.substring(colon + 3) : root.substring(colon + 1);
        int slash = path.indexOf('/');
        String bucket = slash > 0 ? path.substring(0, slash) : scheme;
        String key = slash > 0 ? path.substring(slash + 1) : path;
        Map<String, String> location = new LinkedHashMap<>();
        location.put("BucketName", bucket);
        location.put("Key", key.isEmpty() ? "/" : key);
        return location;
    }
}
