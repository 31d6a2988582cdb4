// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.value.Display;
import java.time.DateTimeException;
import java.time.ZoneId;

/** Time zones by their IANA name or their offset. */
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
                    "'" + Display.visible(text) + "' is no time zone that this JDK knows",
                    NearestWord.hint(text, ZoneId.getAvailableZoneIds()) + "write " + expected());
        }
    }
}
