// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.baseline.Volume;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A builder for a chart of a dataset's partitions that shows either bytes or numbers of objects. */
final class ChartBuilder {

    /**
     * An upper limit is not drawn if it exceeds the highest bar multiplied by this factor, because it would flatten the
     * bars.
     */
    private static final double MAX_HEADROOM = 1.7;

    private final PartitionWindow window;
    private final List<AllowedRange> ranges;
    private final ChartScale scale;
    private final BarPaths bars;
    private final List<Chart.Shape> shapes = new ArrayList<>();
    private final List<Chart.LegendEntry> legend = new ArrayList<>();

    private ChartBuilder(PartitionWindow window, List<AllowedRange> ranges, Volume volume) {
        this.window = window;
        this.ranges = ranges;
        this.scale = ChartScale.upTo(highest(window, ranges, volume), volume);
        this.bars = new BarPaths(window, scale);
    }

    /**
     * Returns a dataset's charts: sizes and, if a check limits the number of objects, numbers of objects. A chart that
     * would show nothing useful is left out.
     */
    static List<Chart> charts(List<Finding> findings, PartitionWindow window) {
        return Stream.of(Volume.BYTES, Volume.OBJECTS)
                .flatMap(volume -> chart(findings, window, volume).stream())
                .toList();
    }

    private static Optional<Chart> chart(List<Finding> findings, PartitionWindow window, Volume volume) {
        List<AllowedRange> ranges = findings.stream()
                .flatMap(finding -> AllowedRange.of(finding, volume))
                .distinct()
                .toList();
        boolean isUseful = !ranges.isEmpty()
                || (volume == Volume.BYTES && !window.earlier().isEmpty());
        boolean hasData = window.columns().stream()
                .anyMatch(column -> column.amount(volume).orElse(0) > 0);
        return isUseful && hasData ? Optional.of(new ChartBuilder(window, ranges, volume).build()) : Optional.empty();
    }

    private static double highest(PartitionWindow window, List<AllowedRange> ranges, Volume volume) {
        List<AllowedRange> all = Stream.concat(
                        ranges.stream(), window.columns().stream().flatMap(column -> column.bands(volume)))
                .toList();
        double highest = Stream.concat(
                        window.columns().stream().flatMap(column -> column.amount(volume).stream()
                                .asDoubleStream()
                                .boxed()),
                        all.stream().flatMap(range -> range.low().stream().boxed()))
                .max(Double::compare)
                .orElse(0.0);
        return all.stream()
                .flatMap(range -> range.high().stream().boxed())
                .filter(high -> high <= highest * MAX_HEADROOM)
                .reduce(highest, Math::max);
    }

    private Chart build() {
        shapes.add(new Chart.Shape("band", bars.bands()));
        shapes.add(new Chart.Shape("edge", bars.bandEdges()));
        drawJudged();
        for (OutcomeBadge badge : OutcomeBadge.values()) {
            drawEarlier(badge.word(), column -> badge(column).equals(Optional.of(badge)));
        }
        drawEarlier("open", column -> badge(column).isEmpty());
        draw("gap", bars.gaps(), "not listed: " + window.unlisted());
        ranges.forEach(this::drawRange);
        return new Chart(
                scale.volume() == Volume.BYTES ? "Size by partition" : "Objects by partition",
                alternative(),
                scale.ticks(),
                window.oldest().map(ChartBuilder::label).orElse(""),
                label(window.judged()),
                shapes.stream().filter(shape -> !shape.path().isEmpty()).toList(),
                legend);
    }

    private Optional<OutcomeBadge> badge(PartitionColumn column) {
        return column.badge(scale.volume());
    }

    private void drawJudged() {
        String style =
                "judged " + badge(window.judged()).orElse(OutcomeBadge.SKIPPED).word();
        shapes.add(new Chart.Shape(style, bars.filled(PartitionColumn::isChecked)));
        shapes.add(new Chart.Shape(style, bars.empty(PartitionColumn::isChecked)));
        legend.add(new Chart.LegendEntry(style, judgedText()));
    }

    /** Draws the earlier partitions that have the same outcome. Those that passed are not named. */
    private void drawEarlier(String word, Predicate<PartitionColumn> wanted) {
        Predicate<PartitionColumn> earlier = column -> !column.isChecked() && wanted.test(column);
        draw(
                "past " + word,
                bars.filled(earlier),
                word.equals("passed")
                        ? "passed"
                        : (word.equals("open") ? "no verdict" : word) + ": "
                                + window.dates(column -> !column.isEmpty() && earlier.test(column)));
        draw(
                "past empty " + word,
                bars.empty(earlier),
                "absent or empty: " + window.dates(column -> column.isEmpty() && earlier.test(column)));
    }

    private void draw(String style, String path, String meaning) {
        if (!path.isEmpty()) {
            shapes.add(new Chart.Shape(style, path));
            legend.add(new Chart.LegendEntry(style, meaning));
        }
    }

    private void drawRange(AllowedRange range) {
        if (range.kind() == AllowedRange.Kind.LIMIT) {
            shapes.add(new Chart.Shape(range.style(), range.path(scale)));
        }
        legend.add(new Chart.LegendEntry(range.style(), range.text(scale)));
    }

    private String alternative() {
        StringBuilder text = new StringBuilder(judgedText());
        ranges.forEach(range -> text.append(", ").append(range.text(scale)));
        text.append("; ").append(baselineText());
        long excluded = window.count(PartitionColumn.Use.EXCLUDED);
        if (excluded > 0) {
            text.append("; ").append(Display.count(excluded, "partition")).append(" excluded");
        }
        legend.stream()
                .filter(entry ->
                        entry.style().startsWith("past ") || entry.style().equals("gap"))
                .filter(entry -> !entry.text().equals("passed"))
                .forEach(entry -> text.append("; ").append(entry.text()));
        return text.toString();
    }

    private String baselineText() {
        double[] amounts = window.earlier().stream()
                .filter(column -> column.role().use() == PartitionColumn.Use.BASELINE)
                .flatMapToLong(column -> column.amount(scale.volume()).stream())
                .asDoubleStream()
                .sorted()
                .toArray();
        if (amounts.length == 0) {
            return "no baseline";
        }
        String least = scale.text(amounts[0]);
        String most = scale.text(amounts[amounts.length - 1]);
        return "baseline: " + least + (least.equals(most) ? "" : " to " + most) + " ("
                + Display.count(amounts.length, "partition") + ")";
    }

    private String judgedText() {
        PartitionColumn judged = window.judged();
        String amount = judged.amount(scale.volume()).stream()
                .mapToObj(scale::text)
                .findFirst()
                .orElse("unknown");
        return label(judged) + ": " + (judged.isEmpty() ? "no data" : amount);
    }

    private static String label(PartitionColumn column) {
        String label = Display.visible(column.partition().label());
        return label.isEmpty() ? "now" : label;
    }
}
