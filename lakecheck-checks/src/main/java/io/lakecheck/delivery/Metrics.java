// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import io.lakecheck.value.Display;
import java.util.Map;

/**
 * Where the metrics of a run go.
 *
 * @param namespace CloudWatch namespace
 * @param dimensions names and values that replace the derived ones, for every dataset; see {@link #checkDimensions}
 * @param enabled whether to publish
 * @param required whether the build fails where publishing does
 * @param connection how CloudWatch is reached where it differs from S3
 * @param alarms how the suite's alarms are called and whom they tell
 */
public record Metrics(
        String namespace,
        Map<String, String> dimensions,
        boolean enabled,
        boolean required,
        Connection connection,
        Alarms alarms) {

    /** Of the suite and of a dataset: with the derived ones never more than the thirty that CloudWatch takes. */
    private static final int MOST_DIMENSIONS = 13;

    public Metrics {
        if (!namespace.matches("[0-9A-Za-z._/# -][0-9A-Za-z._/#: -]{0,254}") || namespace.isBlank()) {
            throw new IllegalArgumentException(
                    "a namespace is up to 255 letters, digits, spaces or . - _ / # :, and does"
                            + " not begin with a colon; write for instance ATUK/Lambda, not "
                            + Display.visible(namespace));
        }
        if (namespace.startsWith("AWS/")) {
            throw new IllegalArgumentException(
                    "AWS keeps namespaces that begin with AWS/ for itself, not " + Display.visible(namespace));
        }
        checkDimensions(dimensions);
        dimensions = Map.copyOf(dimensions);
    }

    /** Metrics to this namespace, with everything else as it is by default. */
    public static Metrics to(String namespace) {
        return new Metrics(namespace, Map.of(), true, false, Connection.DEFAULT, Alarms.DEFAULT);
    }

    /** This with publishing switched on or off. */
    public Metrics enabled(boolean whether) {
        return new Metrics(namespace, dimensions, whether, required, connection, alarms);
    }

    /**
     * Refuses what CloudWatch would: names that are empty, not ASCII or begin with a colon, empty values, and too many
     * of them. Values need not be ASCII: they are encoded.
     *
     * @throws IllegalArgumentException where a name or value can't be a dimension's
     */
    public static void checkDimensions(Map<String, String> dimensions) {
        if (dimensions.size() > MOST_DIMENSIONS) {
            throw new IllegalArgumentException("at most " + MOST_DIMENSIONS + " dimensions, not " + dimensions.size());
        }
        dimensions.forEach((name, value) -> {
            if (!name.matches("[\\x21-\\x39\\x3b-\\x7e][\\x20-\\x7e]{0,254}")) {
                throw new IllegalArgumentException("a dimension's name is up to 255 ASCII characters and does not begin"
                        + " with a colon or a space, not " + Display.visible(name));
            }
            if (value.isBlank()) {
                throw new IllegalArgumentException("dimension " + name + " has no value");
            }
        });
    }
}
