// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * A lasting change of size that was accepted, so that later days are compared with the new level.
 *
 * @param kind the kind of the change
 * @param since the first day of the new level; for {@link Kind#RETURN}, the first day of the level that has ended
 * @param accepted the day on which the change was accepted
 * @param shift the logarithm of the ratio of the new size to the old one
 */
record LevelChange(Kind kind, int since, int accepted, double shift) {

    enum Kind {
        /** All weekdays have a new level. */
        NEW_LEVEL,
        /** All weekdays have returned to the level before the last change. */
        RETURN,
        /** One weekday has a new level. */
        WEEKDAY
    }
}
