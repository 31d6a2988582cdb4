// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.delivery.Alarms;
import java.util.List;
import java.util.Optional;

/** The words of {@code alarms}: how the suite's CloudWatch alarms are called and whom they tell. */
final class AlarmWords {

    private static final ListType<String> ARNS = new ListType<>(new TextType(
            "ARN",
            "the ARN of what is told, such as arn:aws:sns:eu-west-1:123456789012:data-team",
            "arn:[!-~]{1,1020}"));

    private static final Term<String> PREFIX = Term.defaulting(
            "prefix",
            new TextType(
                    "prefix",
                    "up to 64 letters, digits, dots, dashes or underscores, such as lake",
                    "[A-Za-z0-9][A-Za-z0-9._-]{0,63}"),
            Alarms.DEFAULT.prefix(),
            "lake",
            "Begins every alarm's name. Suites that share an account need one each.");

    private static final Term<List<String>> ALARM = Term.optional(
            "alarm",
            ARNS,
            "arn:aws:sns:eu-west-1:123456789012:data-team",
            "What is told when an alarm rings; at most five.");

    private static final Term<List<String>> OK = Term.optional(
            "ok",
            ARNS,
            "arn:aws:sns:eu-west-1:123456789012:data-team",
            "What is told when an alarm has stopped; at most five.");

    private static final Term<BlockValues> ACTIONS = Term.optional(
            "actions",
            new Vocabulary("actions", "Whom alarms tell, as ARNs: of SNS topics for instance.", List.of(ALARM, OK)),
            "{ alarm: arn:aws:sns:eu-west-1:123456789012:data-team }",
            "Whom alarms tell, as ARNs: of SNS topics for instance.");

    static final Vocabulary WORDS = new Vocabulary(
            "alarms", "How the suite's CloudWatch alarms are called and whom they tell.", List.of(PREFIX, ACTIONS));

    private AlarmWords() {}

    /** The alarms that a block states; without one the default. */
    static Alarms make(Optional<BlockValues> block) {
        Optional<BlockValues> actions = block.flatMap(values -> values.find(ACTIONS));
        return block.map(values -> new Alarms(values.of(PREFIX), told(actions, ALARM), told(actions, OK)))
                .orElse(Alarms.DEFAULT);
    }

    private static List<String> told(Optional<BlockValues> actions, Term<List<String>> when) {
        return actions.flatMap(values -> values.find(when)).orElse(List.of());
    }
}
