// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.report.page;

import io.lakecheck.Finding;
import io.lakecheck.baseline.Volume;
import io.lakecheck.value.Display;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
    private final String judgedStyle;
    private final List<Chart.Shape> shapes = new ArrayList<>();
    private final List<Chart.LegendEntry> legend = new ArrayList<>();

    private ChartBuilder(OutcomeBadge badge, PartitionWindow window, List<AllowedRange> ranges, Volume volume) {
        this.window = window;
        this.ranges = ranges;
        this.scale = ChartScale.upTo(highest(window, ranges, volume), volume);
        this.bars = new BarPaths(window, scale);
        this.judgedStyle = "judged " + badge.word();
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
        boolean hasData =
                window.columns().stream().anyMatch(column -> column.snapshot().isPresent());
        return isUseful && hasData
                ? Optional.of(new ChartBuilder(OutcomeBadge.of(findings), window, ranges, volume).build())
                : Optional.empty();
    }

    private static double highest(PartitionWindow window, List<AllowedRange> ranges, Volume volume) {
        double highest = Stream.concat(
                        window.columns().stream().flatMap(column -> column.amount(volume).stream()
                                .asDoubleStream()
                                .boxed()),
                        ranges.stream().flatMap(range -> range.low().stream().boxed()))
                .max(Double::compare)
                .orElse(0.0);
        return ranges.stream()
                .flatMap(range -> range.high().stream().boxed())
                .filter(high -> high <= highest * MAX_HEADROOM)
                .reduce(highest, Math::max);
    }

    private Chart build() {
        drawRanges(AllowedRange.Kind.BAND);
        legend.add(new Chart.LegendEntry(judgedStyle, judgedText()));
        drawBars("baseline", bars.filled(PartitionColumn.Kind.BASELINE), "baseline");
        drawBars("baseline", bars.filled(PartitionColumn.Kind.COMPLETE), "complete, not compared");
        drawBars("excluded", bars.filled(PartitionColumn.Kind.EXCLUDED), "excluded");
        drawBars("absent", bars.absent(PartitionColumn.Kind.EXCLUDED), "absent or empty");
        shapes.add(new Chart.Shape(judgedStyle, bars.filled(PartitionColumn.Kind.JUDGED)));
        shapes.add(new Chart.Shape(judgedStyle + " missing", bars.absent(PartitionColumn.Kind.JUDGED)));
        drawRanges(AllowedRange.Kind.LIMIT);
        ranges.forEach(range -> legend.add(new Chart.LegendEntry(range.style(), range.text(scale))));
        return new Chart(
                scale.volume() == Volume.BYTES ? "Size by partition" : "Objects by partition",
                alternative(),
                scale.ticks(),
                window.oldest().map(ChartBuilder::label).orElse(""),
                label(window.judged()),
                shapes.stream().filter(shape -> !shape.path().isEmpty()).toList(),
                legend);
    }

    private void drawRanges(AllowedRange.Kind kind) {
        ranges.stream()
                .filter(range -> range.kind() == kind)
                .forEach(range -> shapes.add(new Chart.Shape(range.style(), range.path(scale))));
    }

    private void drawBars(String style, String path, String meaning) {
        if (!path.isEmpty()) {
            shapes.add(new Chart.Shape(style, path));
            legend.add(new Chart.LegendEntry(style, meaning));
        }
    }

    private String alternative() {
        StringBuilder text = new StringBuilder(judgedText());
        ranges.forEach(range -> text.append(", ").append(range.text(scale)));
        text.append("; ").append(baselineText());
        long excluded = window.count(PartitionColumn.Kind.EXCLUDED);
        return excluded == 0
                ? text.toString()
                : text.append("; ")
                        .append(Display.count(excluded, "partition"))
                        .append(" excluded")
                        .toString();
    }

    private String baselineText() {
        double[] amounts = window.earlier().stream()
                .filter(column -> column.kind() == PartitionColumn.Kind.BASELINE)
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
