// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/**
 * A lasting change of size that was accepted: from then on days are compared with the new level.
 *
 * @param kind what changed
 * @param since the first day of the new level, or of the level that a return left
 * @param accepted the day on which it was accepted
 * @param shift by how much, as a logarithm
 */
record LevelChange(Kind kind, int since, int accepted, double shift) {

    enum Kind {
        /** All days. */
        NEW_LEVEL,
        /** All days, back to the level before the last change. */
        RETURN,
        /** One weekday. */
        WEEKDAY
    }
}
