// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * A hash of a sequence of objects. The hash of two consecutive sequences can be calculated from the hashes of the two.
 * Immutable.
 *
 * @param value the value of a polynomial whose coefficients are the hashes of the objects
 * @param power the factor by which the value of a preceding sequence is multiplied when this sequence is appended to it
 */
record Fingerprint(long value, long power) {

    static final Fingerprint EMPTY = new Fingerprint(0, 1);

    private static final long FACTOR = 31;

    Fingerprint plus(LakeObject object) {
        return plus(new Fingerprint(object.hashCode(), FACTOR));
    }

    Fingerprint plus(Fingerprint following) {
        return new Fingerprint(following.power * value + following.value, power * following.power);
    }
}
