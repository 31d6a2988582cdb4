// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import io.lakecheck.value.Display;
import java.util.List;

/**
 * How the alarms of a suite are called and whom they tell.
 *
 * @param prefix begins every alarm's name; suites that share an account each have their own, so that none takes
 *     another's alarms for its own
 * @param alarm what is told when one rings, as ARNs: of an SNS topic for instance; at most five
 * @param ok what is told when it has stopped, likewise
 */
public record Alarms(String prefix, List<String> alarm, List<String> ok) {

    /** Told to nobody, under the product's own name. */
    public static final Alarms DEFAULT = new Alarms("lakecheck", List.of(), List.of());

    /** What CloudWatch takes for one change of state. */
    private static final int MOST_ACTIONS = 5;

    public Alarms {
        if (!prefix.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException(
                    "an alarm prefix is up to 64 letters, digits, dots, dashes or underscores, not "
                            + Display.visible(prefix));
        }
        alarm = actions(alarm);
        ok = actions(ok);
    }

    private static List<String> actions(List<String> arns) {
        for (String arn : arns) {
            if (!arn.matches("arn:[\\x21-\\x7e]{1,1020}")) {
                throw new IllegalArgumentException("an action is the ARN of what is told, such as"
                        + " arn:aws:sns:eu-west-1:123456789012:data-team, not " + Display.visible(arn));
            }
        }
        if (arns.size() > MOST_ACTIONS) {
            throw new IllegalArgumentException("CloudWatch takes at most five actions, not " + arns.size());
        }
        return arns.stream().distinct().toList();
    }
}
