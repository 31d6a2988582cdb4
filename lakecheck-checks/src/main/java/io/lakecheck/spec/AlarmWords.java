// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Alarms;
import java.util.List;
import java.util.Optional;

/** The keys in {@code cloudwatch.alarms}, which set the names and actions of the suite's CloudWatch alarms. */
final class AlarmWords {

    private static final ListType<String> ARNS = new ListType<>(
            new TextType("ARN", "an ARN such as arn:aws:sns:eu-west-1:123456789012:data-team", "arn:[!-~]{1,1020}"));

    private static final Term<String> PREFIX = Term.defaulting(
            "prefix",
            new TextType(
                    "alarm prefix",
                    "up to 64 letters, digits, dots, dashes or underscores, starting with a letter or digit, such as"
                            + " lake",
                    "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
            Alarms.DEFAULT.prefix(),
            "lake",
            "The prefix of each alarm's name.",
            "Suites that share an AWS account each need their own prefix.");

    private static final Term<Alarms.Mode> MODE = Term.defaulting(
            "mode",
            ChoiceType.of("mode", Alarms.Mode.class),
            "dataset",
            "fleet",
            "Which alarms the suite has.",
            "`dataset`: several for each dataset. `fleet`: three for all metrics in the namespace.");

    private static final Term<List<String>> ALARM = Term.optional(
            "alarm",
            ARNS,
            "arn:aws:sns:eu-west-1:123456789012:data-team",
            "Up to five ARNs, such as SNS topics, to notify when an alarm goes off.");

    private static final Term<List<String>> OK = Term.optional(
            "ok",
            ARNS,
            "arn:aws:sns:eu-west-1:123456789012:data-team",
            "Up to five ARNs, such as SNS topics, to notify when an alarm returns to OK.");

    private static final String ACTIONS_PURPOSE = "The ARNs to notify when the state of an alarm changes.";

    private static final Term<BlockValues> ACTIONS = Term.optional(
            "actions",
            new Vocabulary("actions", ACTIONS_PURPOSE, List.of(ALARM, OK)),
            "{ alarm: arn:aws:sns:eu-west-1:123456789012:data-team }",
            ACTIONS_PURPOSE,
            "If none are set, alarms are visible in CloudWatch but notify no one.");

    static final Vocabulary WORDS = new Vocabulary(
            "alarms",
            "The names and actions of the CloudWatch alarms that the goal `alarms` creates.",
            List.of(PREFIX, MODE, ACTIONS));

    private AlarmWords() {}

    /** Returns the alarm settings in a mapping; the defaults if the suite has no such mapping. */
    static Alarms make(Optional<BlockValues> block) {
        Optional<BlockValues> actions = block.flatMap(values -> values.find(ACTIONS));
        return block.map(values ->
                        new Alarms(values.of(PREFIX), values.of(MODE), arns(actions, ALARM), arns(actions, OK)))
                .orElse(Alarms.DEFAULT);
    }

    private static List<String> arns(Optional<BlockValues> actions, Term<List<String>> term) {
        return actions.flatMap(values -> values.find(term)).orElse(List.of());
    }
}
