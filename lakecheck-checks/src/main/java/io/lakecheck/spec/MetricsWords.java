// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Metrics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The keys in {@code cloudwatch}, which set the destination of a run's metrics. */
final class MetricsWords {

    private static final Term<String> NAMESPACE = Term.required(
            "namespace",
            new NamespaceType(),
            "Lake/Checks",
            "The CloudWatch namespace of all metrics.",
            "It must not start with `AWS/`, a colon or a space.");

    private static final Term<Boolean> ENABLED =
            Term.defaulting("enabled", BooleanType.TYPE, "true", "false", "Whether to publish metrics.");

    private static final Term<Boolean> REQUIRED = Term.defaulting(
            "metricsRequired",
            BooleanType.TYPE,
            "false",
            "true",
            "Whether the build fails if metrics cannot be published.",
            "This does not affect verdicts.");

    private static final Term<Boolean> EMF = Term.defaulting(
            "emf",
            BooleanType.TYPE,
            "false",
            "true",
            "Whether a Lambda function writes metrics to its log, in CloudWatch's embedded metric format.",
            "The function then needs no permission to publish metrics. Other runs are not affected.");

    private static final Term<BlockValues> ALARMS = Term.optional(
            "alarms",
            AlarmWords.WORDS,
            "{ prefix: lake }",
            "The names and actions of the CloudWatch alarms that the goal `alarms` creates.");

    static final Vocabulary WORDS = new Vocabulary(
            "cloudwatch",
            "Where to publish the metrics of a run, and how to connect to CloudWatch."
                    + " If this key is not set, no metrics are published.",
            Stream.of(
                            List.of(NAMESPACE, SharedTerms.DIMENSIONS, ENABLED, REQUIRED, EMF, ALARMS),
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
                                values.of(EMF),
                                ConnectionWords.make(values),
                                AlarmWords.make(values.find(ALARMS)))));
    }
}
