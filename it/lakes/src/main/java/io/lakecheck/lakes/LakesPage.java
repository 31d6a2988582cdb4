// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The page with the results. */
final class LakesPage {

    private final List<LayoutResult> results;

    LakesPage(List<LayoutResult> results) {
        this.results = List.copyOf(results);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("<!-- SPDX-License-Identifier: Apache-2.0 -->");
        lines.add("# Layouts of lakes, and what lakecheck does with them");
        lines.add("");
        lines.add("For those who want to know whether lakecheck fits their lake. `it/lakes/run` writes this page. It"
                + " generates data in " + results.size() + " layouts with fixed seeds, with growth, a weekly rhythm and"
                + " random variation, plants faults, and runs the suites in the table of [suite.md](suite.md).");
        lines.add("");
        lines.addAll(summary());
        lines.add("");
        lines.add("## Layouts");
        lines.add("");
        lines.add("A false alarm is a day on which a check of `backtest` alerted in the last 60 days, although the data"
                + " has no faults. `suggest` is right if its suite equals the one in suite.md, apart from names, limits"
                + " and deadlines that differ by a factor of up to two; otherwise the column names the keys that"
                + " differ. Keys in brackets are not mentioned in a comment of the suggested suite.");
        lines.add("");
        lines.add(
                "| layout | entry | faults detected | false alarms | dataset-days | requests of verify | of backtest |"
                        + " of suggest | `suggest` |");
        lines.add("|---|---|---|---|---|---|---|---|---|");
        results.stream().map(LakesPage::row).forEach(lines::add);
        lines.addAll(faults());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    static String row(LayoutResult result) {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d of %d | %d | %d | %,d | %,d | %,d | %s |",
                result.layout().title(),
                result.layout().name(),
                result.detected(),
                result.planted().size(),
                result.falseAlarms().size(),
                result.datasetDays(),
                result.verified().traffic().requests(),
                result.backtest().traffic().requests(),
                result.suggested().traffic().requests(),
                suggestion(result));
    }

    private static String suggestion(LayoutResult result) {
        List<String> silent = result.unmentioned();
        return result.differences().isEmpty()
                ? "right"
                : result.differences().stream()
                        .map(key -> silent.contains(key) ? "[" + key + "]" : key)
                        .collect(Collectors.joining(", "));
    }

    private List<String> summary() {
        long planted = sum(result -> result.planted().size());
        long detected = sum(LayoutResult::detected);
        long alarms = sum(result -> result.falseAlarms().size());
        long days = sum(LayoutResult::datasetDays);
        long right = sum(result -> result.differences().isEmpty() ? 1 : 0);
        return List.of(
                "| result | value | target |",
                "|---|---|---|",
                String.format(
                        Locale.ROOT,
                        "| faults detected | %,d of %,d (%.1f %%) | 98 %% |",
                        detected,
                        planted,
                        100.0 * detected / planted),
                String.format(Locale.ROOT, "| false alarms | %d in %,d dataset-days | 1 in 200 |", alarms, days),
                String.format(
                        Locale.ROOT,
                        "| `suggest` is right | %d of %d (%.0f %%) | 22 of 25 (88 %%) |",
                        right,
                        results.size(),
                        100.0 * right / results.size()));
    }

    private long sum(ToLongFunction<LayoutResult> number) {
        return results.stream().mapToLong(number).sum();
    }

    private List<String> faults() {
        List<String> lines = new ArrayList<>();
        lines.addAll(List.of(
                "",
                "## Faults",
                "",
                "Each fault is planted on its own in five partitions of each layout:"
                        + " in the newest one that is due, and in four older ones that are judged as of their deadline."
                        + " It is detected if a check alerts that does not alert without the fault, so a partition"
                        + " with a false alarm counts as undetected."
                        + " **F**: a check failed for each of them. **W**: a check failed or warned for each. A"
                        + " number: detected in so many of them. Empty: the layout can't have the fault.",
                ""));
        lines.add(cells(
                Stream.concat(Stream.of("entry"), Arrays.stream(Fault.values()).map(Fault::label))));
        lines.add("|---" + "|---".repeat(Fault.values().length) + "|");
        for (LayoutResult result : results) {
            lines.add(cells(Stream.concat(
                    Stream.of(result.layout().name()),
                    Arrays.stream(Fault.values()).map(fault -> cell(result.of(fault))))));
        }
        lines.add("");
        for (Fault fault : Fault.values()) {
            lines.add("- **" + fault.label() + "**: " + fault.description());
        }
        lines.addAll(section("Undetected faults", "None.", result -> result.planted().stream()
                .filter(one -> !one.isDetected())
                .map(one -> result.layout().name() + " " + one.delivery().from() + ": "
                        + one.fault().label())));
        lines.addAll(section("False alarms", "None.", result -> result.falseAlarms().stream()));
        lines.addAll(section(
                "Faults that a layout can't have", "None.", result -> result.layout().impossible().entrySet().stream()
                        .map(entry ->
                                result.layout().name() + ", " + entry.getKey().label() + ": " + entry.getValue())));
        return lines;
    }

    private static String cell(List<LayoutTrial.Planted> planted) {
        long detected = planted.stream().filter(LayoutTrial.Planted::isDetected).count();
        if (detected < planted.size()) {
            return detected + " of " + planted.size();
        }
        boolean allFailed = planted.stream().allMatch(one -> one.outcome() == Outcome.FAILED);
        return planted.isEmpty() ? "" : allFailed ? "F" : "W";
    }

    private static String cells(Stream<String> cells) {
        return cells.collect(Collectors.joining(" | ", "| ", " |"));
    }

    private List<String> section(String title, String none, Function<LayoutResult, Stream<String>> items) {
        List<String> lines = new ArrayList<>(List.of("", "## " + title, ""));
        results.stream().flatMap(items).map(item -> "- " + item).forEach(lines::add);
        if (lines.size() == 3) {
            lines.add(none);
        }
        return lines;
    }
}
