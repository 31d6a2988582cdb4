// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.cloudwatch;

import io.lakecheck.Dataset;
import io.lakecheck.delivery.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;

/**
 * What tells one dataset's metrics from another's: {@code BucketName}, {@code Key} (the folder above the first date)
 * and {@code FunctionName}, unless the suite or the dataset says otherwise. Never a date: an alarm watches a dataset,
 * not a day.
 */
final class Dimensions {

    private static final int LONGEST_VALUE = 1024;

    private Dimensions() {}

    static List<Dimension> of(Metrics metrics, Dataset dataset, String function) {
        Map<String, String> values = new LinkedHashMap<>();
        values.putAll(place(dataset.location().root()));
        values.put("FunctionName", function);
        values.putAll(metrics.dimensions());
        values.putAll(dataset.dimensions());
        return values.entrySet().stream()
                .map(each -> Dimension.builder()
                        .name(each.getKey())
                        .value(Ascii.of(each.getValue(), LONGEST_VALUE))
                        .build())
                .toList();
    }

    /**
     * A bucket's root has the key {@code /}, for a dimension is never empty; so has a local folder its scheme for a
     * bucket.
     */
    private static Map<String, String> place(String root) {
        int colon = root.indexOf(':');
        String scheme = colon < 0 ? "file" : root.substring(0, colon);
        String rest = root.startsWith("//", colon + 1) ? root.substring(colon + 3) : root.substring(colon + 1);
        int slash = rest.indexOf('/');
        String bucket = slash > 0 ? rest.substring(0, slash) : scheme;
        String key = slash > 0 ? rest.substring(slash + 1) : rest;
        Map<String, String> place = new LinkedHashMap<>();
        place.put("BucketName", bucket);
        place.put("Key", key.isEmpty() ? "/" : key);
        return place;
    }
}
