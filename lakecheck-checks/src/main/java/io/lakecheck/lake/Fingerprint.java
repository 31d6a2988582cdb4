// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

/**
 * A hash of a sequence of objects, from which the hash of two adjoining sequences can be calculated. Immutable.
 *
 * @param value the polynomial whose coefficients are the hashes of the objects
 * @param power the factor by which this sequence moves the hashes before it
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
