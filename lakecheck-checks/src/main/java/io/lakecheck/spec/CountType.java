// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

/** The syntax of whole numbers in a given range. */
final class CountType extends ScalarType<Long> {

    private final long least;
    private final long most;

    CountType(long least, long most) {
        super("whole number", "a whole number of at least " + least, "[0-9]{1,18}");
        this.least = least;
        this.most = most;
    }

    long least() {
        return least;
    }

    long most() {
        return most;
    }

    @Override
    String defect(String text) {
        return quote(text) + " is not a whole number";
    }

    @Override
    Long parse(String text) {
        long count = Long.parseLong(text);
        if (count < least || count > most) {
            throw new InvalidValueException(
                    count + " is out of range",
                    "Expected " + (count < least ? "at least " + least : "at most " + most));
        }
        return count;
    }
}
