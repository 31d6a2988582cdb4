// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The beginning of a suggested suite, before its datasets.
 *
 * @param folder the folder that was listed, as written in the suite
 * @param zone the time zone of the dates in folder names, or empty if unknown
 * @param now the time at which the suite was suggested
 * @param leftovers what was found but is in no dataset
 */
record SuiteHeader(String folder, Optional<ZoneId> zone, Instant now, Leftovers leftovers) {

    private static final ZoneId DEFAULT = ZoneId.of("UTC");

    static ZoneId orDefault(Optional<ZoneId> zone) {
        return zone.orElse(DEFAULT);
    }

    void writeTo(YamlWriter yaml) {
        yaml.comment(
                "",
                "Suggested on " + Display.moment(now, orDefault(zone)) + " from the data under "
                        + Display.visible(folder)
                        + ". The comment above each limit explains how the limit was derived. Review and adjust the"
                        + " limits.");
        leftovers.writeTo(yaml, folder);
        if (zone.isEmpty()) {
            yaml.comment(
                    "",
                    "The time zone of the dates in folder names is unknown, so UTC is assumed. Correct it here, or run"
                            + " suggest again with, for example, lakecheck.zone=Europe/London.");
        }
        yaml.line("zone: " + orDefault(zone));
    }
}
