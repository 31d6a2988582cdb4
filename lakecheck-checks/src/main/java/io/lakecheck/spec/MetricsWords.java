// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The words of {@code cloudwatch}: where the metrics of a run go. */
final class MetricsWords {

    private static final Term<String> NAMESPACE = Term.required(
            "namespace",
            new TextType(
                    "CloudWatch namespace",
                    "up to 255 letters, digits, spaces or . - _ / # :, such as Lake/Checks, but not AWS/ at its beginning",
                    "(?!AWS/)[0-9A-Za-z._/#-][0-9A-Za-z._/#: -]{0,254}"),
            "Lake/Checks",
            "The CloudWatch namespace of all metrics.");

    private static final Term<Boolean> ENABLED =
            Term.defaulting("enabled", BooleanType.TYPE, "true", "false", "Whether metrics are published.");

    private static final Term<Boolean> REQUIRED = Term.defaulting(
            "metricsRequired",
            BooleanType.TYPE,
            "false",
            "true",
            "Whether the build fails where metrics can't be published. No verdict changes for it.");

    private static final Term<BlockValues> ALARMS = Term.optional(
            "alarms", AlarmWords.WORDS, "{ prefix: lake }", "How the suite's alarms are called and whom they tell.");

    static final Vocabulary WORDS = new Vocabulary(
            "cloudwatch",
            "Where the metrics of a run go, and how CloudWatch is reached. Without this block none are published.",
            Stream.of(
                            List.of(NAMESPACE, SharedTerms.DIMENSIONS, ENABLED, REQUIRED, ALARMS),
                            ConnectionWords.ANY_SERVICE)
                    .<Term<?>>flatMap(List::stream)
                    .toList());

    private MetricsWords() {}

    static Optional<Metrics> make(BlockValues values, Problems problems) {
        return values.find(NAMESPACE)
                .flatMap(namespace -> problems.guard(
                        values.origin(),
                        () -> new Metrics(
                                namespace,
                                values.find(SharedTerms.DIMENSIONS).orElse(Map.of()),
                                values.of(ENABLED),
                                values.of(REQUIRED),
                                ConnectionWords.make(values),
                                AlarmWords.make(values.find(ALARMS)))));
    }
}
