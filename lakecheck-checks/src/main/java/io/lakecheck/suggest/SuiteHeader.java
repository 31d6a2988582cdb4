// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The beginning of a suggested suite, before its datasets.
 *
 * @param folder the folder that was listed, as written in the suite
 * @param zone the time zone of the dates in folder names, or empty if unknown
 * @param now the time at which the suite was suggested
 * @param undated the number of objects outside dated folders
 * @param skipped the first folder of each group of dated folders for which no dataset can be suggested
 * @param more the number of datasets that are left out because there are too many
 */
record SuiteHeader(String folder, Optional<ZoneId> zone, Instant now, long undated, List<String> skipped, int more) {

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
        if (undated > 0) {
            yaml.comment("", "Not included: " + Display.count(undated, "object") + " outside dated folders.");
        }
        if (!skipped.isEmpty()) {
            yaml.comment(
                    "",
                    "Folders not included, because their names match no known date pattern or cannot be expressed in"
                            + " a suite: "
                            + YamlWriter.list(
                                    skipped.stream().map(Display::visible).toList()));
        }
        if (more > 0) {
            yaml.comment(
                    "",
                    "Not included: " + Display.count(more, "more dataset")
                            + ". To cover them, set lakecheck.location to a subfolder.");
        }
        if (zone.isEmpty()) {
            yaml.comment(
                    "",
                    "The time zone of the dates in folder names is unknown, so UTC is assumed. Correct it here, or run"
                            + " suggest again with, for example, lakecheck.zone=Europe/London.");
        }
        yaml.line("zone: " + orDefault(zone));
    }
}
