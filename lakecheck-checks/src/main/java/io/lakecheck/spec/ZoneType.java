// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * The syntax of time zones, which are IANA names or offsets. Abbreviations such as EST are invalid, because they are
 * ambiguous and their meaning depends on the version of Java.
 */
final class ZoneType extends ScalarType<ZoneId> {

    static final ZoneType TYPE = new ZoneType();

    private static final Map<String, String> ABBREVIATIONS = Map.ofEntries(
            Map.entry("AKST AKDT", "America/Anchorage"),
            Map.entry("AEST AEDT", "Australia/Sydney"),
            Map.entry("AWST", "Australia/Perth"),
            Map.entry("AST ADT", "America/Halifax"),
            Map.entry("BRT BRST", "America/Sao_Paulo"),
            Map.entry("BST", "Europe/London"),
            Map.entry("CEST", "Europe/Paris"),
            Map.entry("CST CDT", "America/Chicago"),
            Map.entry("EEST", "Europe/Athens"),
            Map.entry("EST EDT ET", "America/New_York"),
            Map.entry("GST", "Asia/Dubai"),
            Map.entry("HKT", "Asia/Hong_Kong"),
            Map.entry("HST HDT", "Pacific/Honolulu"),
            Map.entry("IST", "Asia/Kolkata"),
            Map.entry("JST", "Asia/Tokyo"),
            Map.entry("KST", "Asia/Seoul"),
            Map.entry("MSK", "Europe/Moscow"),
            Map.entry("MST MDT MT", "America/Denver"),
            Map.entry("NZST NZDT", "Pacific/Auckland"),
            Map.entry("PST PDT PT", "America/Los_Angeles"),
            Map.entry("SAST", "Africa/Johannesburg"),
            Map.entry("SGT", "Asia/Singapore"),
            Map.entry("WEST", "Europe/Lisbon"));

    private ZoneType() {
        super("time zone", "a time zone such as UTC, Europe/London or +02:00", "[A-Za-z0-9+:_/-]+");
    }

    @Override
    ZoneId parse(String text) {
        ABBREVIATIONS.forEach((abbreviations, region) -> {
            if (List.of(abbreviations.split(" ")).contains(text)) {
                throw new InvalidValueException(
                        quote(text) + " is an ambiguous abbreviation",
                        "Use the name of a time zone, for example " + region);
            }
        });
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new InvalidValueException(
                    "unknown time zone " + quote(text),
                    NearestWord.didYouMean(text, similarNames(text)) + expectation());
        }
    }

    /**
     * Returns the names to suggest for an unknown name. Abbreviations are left out, because a similar abbreviation
     * stands for a different zone.
     */
    private static List<String> similarNames(String text) {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") || id.equalsIgnoreCase(text))
                .toList();
    }
}
