// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The names of datasets after the date in the names of files, such as {@code 20260102_orders.csv}. */
final class NamesAfterDates {

    /** The maximum number of datasets. If more texts follow the date, they are not those of datasets. */
    private static final int MOST_NAMES = 20;

    /** The minimum number of files of each dataset. */
    private static final int MIN_FILES = 3;

    private static final Pattern EXTENSION = Pattern.compile(
            "(?:\\.(?:gz|snappy|zstd|lz4))?\\.[A-Za-z][A-Za-z0-9]{0,9}(?:\\.(?:gz|bz2|zip|zst|xz|lz4|snappy))?$");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z_-]*[A-Za-z]");

    private NamesAfterDates() {}

    /** Returns the text after a date without separators and extension, or an empty string if it is not a name. */
    static String of(String suffix) {
        String name = EXTENSION.matcher(suffix).replaceFirst("").replaceAll("^[-_.]+|[-_.]+$", "");
        return NAME.matcher(name).matches() ? name : "";
    }

    /** Returns the files of each dataset, or all files as those of one if the text after the date is not a name. */
    static Collection<List<DatedPath>> split(List<DatedPath> files) {
        Map<String, List<DatedPath>> names = files.stream()
                .collect(Collectors.groupingBy(file -> of(file.last().suffix()), TreeMap::new, Collectors.toList()));
        boolean areDatasets =
                names.size() <= MOST_NAMES && names.values().stream().allMatch(NamesAfterDates::areOfOneDataset);
        return areDatasets && !names.containsKey("") ? names.values() : List.of(files);
    }

    /** Returns whether there are enough files, and one for each date. */
    private static boolean areOfOneDataset(List<DatedPath> files) {
        return files.size() >= MIN_FILES
                && files.stream().map(NamesAfterDates::date).distinct().count() == files.size();
    }

    private static String date(DatedPath file) {
        String suffix = file.last().suffix();
        return file.text().substring(0, file.text().length() - suffix.length());
    }
}
