// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.delivery;

import io.lakecheck.value.Display;
import java.util.List;

/**
 * The settings for a suite's CloudWatch alarms.
 *
 * @param prefix the first part of each alarm's name; must be unique among the suites in an AWS account, because a suite
 *     manages all alarms with its prefix
 * @param mode which alarms the suite has
 * @param alarm the ARNs of the actions to run when an alarm goes off, for example the ARN of an SNS topic; at most five
 * @param ok the ARNs of the actions to run when an alarm returns to the OK state; at most five
 */
public record Alarms(String prefix, Mode mode, List<String> alarm, List<String> ok) {

    /** Which alarms a suite has. */
    public enum Mode {
        /** Several alarms for each dataset, so that each alarm names what is wrong. */
        DATASET,
        /** Three alarms for all metrics in the suite's namespace. */
        FLEET
    }

    /** The default settings: the prefix {@code lakecheck} and no actions. */
    public static final Alarms DEFAULT = new Alarms("lakecheck", List.of(), List.of());

    /** CloudWatch's limit on the number of actions for each alarm state. */
    private static final int MAX_ACTIONS = 5;

    public Alarms {
        if (!prefix.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,63}")) {
            throw new IllegalArgumentException("'" + Display.visible(prefix)
                    + "' is not a valid alarm prefix. Use up to 64 letters, digits, dots, dashes and underscores, starting with a letter or"
                    + " digit");
        }
        alarm = actions(alarm);
        ok = actions(ok);
    }

    /** Creates settings with alarms for each dataset. */
    public Alarms(String prefix, List<String> alarm, List<String> ok) {
        this(prefix, Mode.DATASET, alarm, ok);
    }

    private static List<String> actions(List<String> arns) {
        for (String arn : arns) {
            if (!arn.matches("arn:[\\x21-\\x7e]{1,1020}")) {
                throw new IllegalArgumentException("'" + Display.visible(arn)
                        + "' is not an ARN. Use an ARN such as arn:aws:sns:eu-west-1:123456789012:data-team");
            }
        }
        if (arns.size() > MAX_ACTIONS) {
            throw new IllegalArgumentException("too many alarm actions: " + arns.size() + ". CloudWatch allows at most "
                    + MAX_ACTIONS + " for each state");
        }
        return arns.stream().distinct().toList();
    }
}
