// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.ZoneId;

/** The syntax of time zones, which are IANA names or offsets. */
final class ZoneType extends ScalarType<ZoneId> {

    static final ZoneType TYPE = new ZoneType();

    private ZoneType() {
        super("time zone", "a time zone such as UTC, Europe/London or +02:00", "[A-Za-z0-9+:_/-]+");
    }

    @Override
    ZoneId parse(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidValueException(
                    "unknown time zone " + quote(text),
                    NearestWord.didYouMean(text, ZoneId.getAvailableZoneIds()) + expectation());
        }
    }
}
