// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.Suite;
import io.lakecheck.spec.SuiteFile;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A way to store data, with jobs that write it and the entry of a suite that checks it.
 *
 * @param name the name of the entry
 * @param title the layout in a few words
 * @param entry the entry in YAML, one line for each key
 * @param jobs the jobs that write the data; faults are planted in the first one
 * @param impossible the faults that the data can't have, with the reason
 */
record Layout(String name, String title, List<String> entry, List<Job> jobs, Map<Fault, String> impossible) {

    /** The start of the suite, which all layouts share. */
    static final String HEADER = """
            zone: UTC
            due: 6h
            checks: [ recency: {}, size: { each: { min: 1 kB } }, delta: {}, complete: {} ]
            datasets:
            """;

    static Layout of(String name, String title, String entry, Job... jobs) {
        return new Layout(name, title, entry.lines().toList(), List.of(jobs), Map.of());
    }

    Layout without(Fault fault, String reason) {
        Map<Fault, String> all = new EnumMap<>(Fault.class);
        all.putAll(impossible);
        all.put(fault, reason);
        return new Layout(name, title, entry, jobs, Map.copyOf(all));
    }

    /** Returns the suite as a user would write it by hand. */
    String yaml() {
        return HEADER + "  " + name + ":\n"
                + String.join(
                        "", entry.stream().map(line -> "    " + line + "\n").toList());
    }

    /** Returns the location in the entry. */
    String location() {
        String key = "location: ";
        return entry.stream()
                .filter(line -> line.startsWith(key))
                .map(line -> line.substring(key.length()))
                .findFirst()
                .orElseThrow();
    }

    Suite suite() {
        return SuiteFile.parse("the suite of " + name, yaml(), Path.of("."));
    }

    long seed() {
        return name.hashCode();
    }
}
