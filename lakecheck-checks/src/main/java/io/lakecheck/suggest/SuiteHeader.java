// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.value.Display;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What is to be said of the whole before its datasets.
 *
 * @param folder the one that was listed, as the suite writes it
 * @param zone whose days the folders hold; empty where nobody said it
 * @param now when it was learned
 * @param undated how many objects lie in no dated folder
 * @param leftOut one folder of each place with dated folders for which nothing can be suggested
 * @param more how many further datasets there are
 */
record SuiteHeader(String folder, Optional<ZoneId> zone, Instant now, long undated, List<String> leftOut, int more) {

    private static final ZoneId ASSUMED = ZoneId.of("UTC");

    static ZoneId orAssumed(Optional<ZoneId> zone) {
        return zone.orElse(ASSUMED);
    }

    void writeTo(YamlWriter sheet) {
        sheet.comment(
                "",
                "Learned from what lies below " + Display.visible(folder) + " on "
                        + Display.moment(now, orAssumed(zone))
                        + ". Each limit stands under its evidence: read it, and make it yours.");
        if (undated > 0) {
            sheet.comment("", Display.count(undated, "object") + " in no dated folder left out.");
        }
        if (!leftOut.isEmpty()) {
            sheet.comment(
                    "",
                    "Left out, as such folders follow no pattern, or have names that are not fit for a suite: "
                            + YamlWriter.listed(
                                    leftOut.stream().map(Display::visible).toList()) + ".");
        }
        if (more > 0) {
            sheet.comment(
                    "",
                    Display.count(more, "more dataset")
                            + " left out; name a folder further down in lakecheck.location.");
        }
        if (zone.isEmpty()) {
            sheet.comment(
                    "",
                    "Names of folders don't tell the zone in which their days begin. UTC is assumed: write yours, or let it"
                            + " be suggested again with lakecheck.zone=Europe/London.");
        }
        sheet.line("zone: " + orAssumed(zone));
    }
}
