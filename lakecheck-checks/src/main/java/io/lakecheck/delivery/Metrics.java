// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import io.lakecheck.value.Display;
import java.util.Map;

/**
 * The CloudWatch settings for a suite.
 *
 * @param namespace the CloudWatch namespace
 * @param dimensions the names and values of dimensions that replace those derived from the locations, for all datasets;
 *     see {@link #checkDimensions}
 * @param enabled whether to publish metrics
 * @param required whether the build fails if metrics can't be published
 * @param emf whether a Lambda function writes metrics to its log, in CloudWatch's embedded metric format
 * @param connection the connection settings that differ from those for S3
 * @param alarms the settings for alarms
 */
public record Metrics(
        String namespace,
        Map<String, String> dimensions,
        boolean enabled,
        boolean required,
        boolean emf,
        Connection connection,
        Alarms alarms) {

    /**
     * The maximum number of dimensions that a suite or a dataset may set. Together with the derived dimensions, this
     * number stays within CloudWatch's limit of 30.
     */
    private static final int MAX_DIMENSIONS = 13;

    /**
     * A regular expression for valid namespaces. It uses only syntax that is valid in both Java and JavaScript, because
     * the JSON schema of suites contains it too.
     */
    public static final String NAMESPACE = "(?!AWS/)[0-9A-Za-z._/#-][0-9A-Za-z._/#: -]{0,254}";

    public Metrics {
        if (!namespace.matches(NAMESPACE)) {
            throw new IllegalArgumentException("'" + Display.visible(namespace)
                    + "' is not a valid CloudWatch namespace: " + namespaceDefect(namespace)
                    + ". Use up to 255 letters, digits, spaces and the characters .-_/#: (for example Lake/Checks)");
        }
        checkDimensions(dimensions);
        dimensions = Map.copyOf(dimensions);
    }

    /** Creates settings in which {@code emf} is false. */
    public Metrics(
            String namespace,
            Map<String, String> dimensions,
            boolean enabled,
            boolean required,
            Connection connection,
            Alarms alarms) {
        this(namespace, dimensions, enabled, required, false, connection, alarms);
    }

    /** Returns default settings with the given namespace. */
    public static Metrics to(String namespace) {
        return new Metrics(namespace, Map.of(), true, false, Connection.DEFAULT, Alarms.DEFAULT);
    }

    /** Returns these settings with publishing enabled or disabled. */
    public Metrics enabled(boolean enable) {
        return new Metrics(namespace, dimensions, enable, required, emf, connection, alarms);
    }

    /** Returns the reason why a namespace is invalid, for example {@code it starts with a colon}. */
    public static String namespaceDefect(String namespace) {
        return namespace.startsWith("AWS/") ? "the prefix AWS/ is reserved" : defect(namespace, "[0-9A-Za-z._/#: -]");
    }

    /**
     * Checks dimensions against CloudWatch's rules: a name has 1 to 255 ASCII characters, of which the first is neither
     * a colon nor a space, and a value is not blank. Values may contain any characters, because they are encoded.
     *
     * @throws IllegalArgumentException if there are too many, or if a name or value is invalid
     */
    public static void checkDimensions(Map<String, String> dimensions) {
        if (dimensions.size() > MAX_DIMENSIONS) {
            throw new IllegalArgumentException(
                    "too many dimensions: " + dimensions.size() + ". At most " + MAX_DIMENSIONS + " are allowed");
        }
        dimensions.forEach((name, value) -> {
            if (!name.matches("[\\x21-\\x39\\x3b-\\x7e][\\x20-\\x7e]{0,254}")) {
                throw new IllegalArgumentException("'" + Display.visible(name) + "' is not a valid dimension name: "
                        + defect(name, "[\\x20-\\x7e]")
                        + ". Use up to 255 ASCII characters; the first must not be a colon or a space");
            }
            if (value.isBlank()) {
                throw new IllegalArgumentException(
                        "dimension '" + name + "' has no value. Set one, or remove the dimension");
            }
        });
    }

    private static String defect(String name, String allowed) {
        if (name.isBlank()) {
            return "it is blank";
        }
        if (name.length() > 255) {
            return "it has " + name.length() + " characters";
        }
        return name.codePoints()
                .mapToObj(Character::toString)
                .filter(letter -> !letter.matches(allowed))
                .findFirst()
                .map(letter -> "it contains '" + Display.visible(letter) + "'")
                .orElse("it starts with a " + (name.startsWith(":") ? "colon" : "space"));
    }
}
