// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Optional;

/**
 * A check to suggest for a dataset.
 *
 * @param name the name of the check
 * @param evidence a few sentences about the data from which the limits are derived, or the reason why no check is
 *     suggested
 * @param keys the check's keys as a YAML mapping, or empty if the check can't be suggested
 * @param showsAlerts whether the comment on the check states how often it would have alerted
 */
record SuggestedCheck(String name, String evidence, Optional<String> keys, boolean showsAlerts) {

    static SuggestedCheck of(String name, String evidence, String keys) {
        return new SuggestedCheck(name, evidence, Optional.of(keys), true);
    }

    /** Returns the explanation that a check can't be suggested. */
    static SuggestedCheck none(String name, String why) {
        return new SuggestedCheck(name, why, Optional.empty(), false);
    }
}
