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

/**
 * A picture of what the partitions of a window hold and what is allowed. Shapes alone are drawn, and stretched to their
 * place; words stand around them as text, so that they keep their size on a phone.
 *
 * @param title what is counted
 * @param alternative the same picture in words
 * @param ticks words at the left, from the top
 * @param from what the oldest column is called
 * @param to what the judged one is called
 * @param shapes what is drawn, from the back
 * @param keys what the shapes mean
 */
record Chart(
        String title,
        String alternative,
        List<String> ticks,
        String from,
        String to,
        List<Shape> shapes,
        List<Key> keys) {

    /** What is above the rest by more than this would flatten it, and is cut. */
    private static final double TALLEST = 1.7;

    /**
     * One path.
     *
     * @param style its class
     * @param path in units of {@link Bars#WIDTH} and {@link Scale#HEIGHT}
     */
    record Shape(String style, String path) {}

    /**
     * What a style means.
     *
     * @param style the class of a shape
     * @param text what it means
     */
    record Key(String style, String text) {}

    static List<Chart> of(List<Finding> findings, Window window) {
        return Stream.of(Volume.BYTES, Volume.OBJECTS)
                .flatMap(volume -> of(findings, window, volume).stream())
                .toList();
    }

    private static Optional<Chart> of(List<Finding> findings, Window window, Volume volume) {
        List<Range> ranges = findings.stream()
                .flatMap(finding -> Range.of(finding, volume))
                .distinct()
                .toList();
        boolean tells = !ranges.isEmpty()
                || (volume == Volume.BYTES && !window.earlier().isEmpty());
        boolean seen =
                window.columns().stream().anyMatch(column -> column.snapshot().isPresent());
        return tells && seen ? Optional.of(draw(State.of(findings), window, ranges, volume)) : Optional.empty();
    }

    private static Chart draw(State state, Window window, List<Range> ranges, Volume volume) {
        Scale scale = Scale.upTo(most(window, ranges, volume), volume);
        Bars bars = new Bars(window, scale);
        String judged = "judged " + state.word();
        List<Shape> shapes = new ArrayList<>();
        List<Key> keys = new ArrayList<>();
        ranges.stream()
                .filter(range -> range.kind() == Range.Kind.BAND)
                .forEach(range -> shapes.add(shape(range, scale)));
        keys.add(new Key(judged, label(window.judged()) + ": " + amount(window.judged(), scale)));
        add(shapes, keys, new Shape("baseline", bars.filled(is(Column.Kind.BASELINE))), "baseline");
        add(shapes, keys, new Shape("left-out", bars.filled(is(Column.Kind.LEFT_OUT))), "left out");
        add(shapes, keys, new Shape("absent", bars.absent(is(Column.Kind.LEFT_OUT))), "absent or empty");
        shapes.add(new Shape(judged, bars.filled(is(Column.Kind.JUDGED))));
        shapes.add(new Shape(judged + " missing", bars.absent(is(Column.Kind.JUDGED))));
        ranges.stream()
                .filter(range -> range.kind() == Range.Kind.LIMIT)
                .forEach(range -> shapes.add(shape(range, scale)));
        for (Range range : ranges) {
            keys.add(new Key(
                    style(range), (range.kind() == Range.Kind.BAND ? "expected " : "limit ") + range.text(scale)));
        }
        return new Chart(
                volume == Volume.BYTES ? "Size by partition" : "Objects by partition",
                alternative(window, scale, keys),
                scale.ticks(),
                window.oldest().map(Chart::label).orElse(""),
                label(window.judged()),
                shapes.stream().filter(shape -> !shape.path().isEmpty()).toList(),
                keys);
    }

    private static void add(List<Shape> shapes, List<Key> keys, Shape shape, String meaning) {
        if (!shape.path().isEmpty()) {
            shapes.add(shape);
            keys.add(new Key(shape.style(), meaning));
        }
    }

    private static double most(Window window, List<Range> ranges, Volume volume) {
        double held = Stream.concat(
                        window.columns().stream().flatMap(column -> column.amount(volume).stream()
                                .asDoubleStream()
                                .boxed()),
                        ranges.stream().flatMap(range -> range.low().stream().boxed()))
                .max(Double::compare)
                .orElse(0.0);
        return ranges.stream()
                .flatMap(range -> range.high().stream().boxed())
                .filter(high -> high <= held * TALLEST)
                .reduce(held, Math::max);
    }

    private static Shape shape(Range range, Scale scale) {
        return new Shape(style(range), path(range, scale));
    }

    /** A band is an area between its edges; a limit is a line at each of them. */
    private static String path(Range range, Scale scale) {
        if (range.kind() == Range.Kind.BAND) {
            int top = scale.y(range.high().orElse(Double.MAX_VALUE));
            int bottom = scale.y(range.low().orElse(0));
            return "M0 " + top + "H" + Bars.WIDTH + "V" + bottom + "H0Z";
        }
        StringBuilder lines = new StringBuilder();
        Stream.of(range.low(), range.high())
                .flatMap(limit -> limit.stream().boxed())
                .filter(limit -> limit <= scale.top())
                .forEach(limit ->
                        lines.append("M0 ").append(scale.y(limit)).append('H').append(Bars.WIDTH));
        return lines.toString();
    }

    private static String alternative(Window window, Scale scale, List<Key> keys) {
        double[] amounts = window.earlier().stream()
                .filter(is(Column.Kind.BASELINE))
                .flatMapToLong(column -> column.amount(scale.of()).stream())
                .asDoubleStream()
                .sorted()
                .toArray();
        String past = amounts.length == 0
                ? "no baseline"
                : "baseline of " + Display.count(amounts.length, "partition") + " with " + scale.text(amounts[0])
                        + " to " + scale.text(amounts[amounts.length - 1]);
        long leftOut =
                window.earlier().stream().filter(is(Column.Kind.LEFT_OUT)).count();
        String told = keys.stream()
                .filter(key -> !key.style().equals("baseline") && !key.style().equals("left-out"))
                .filter(key -> !key.style().equals("absent"))
                .map(Key::text)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        return told + "; " + past + (leftOut == 0 ? "" : ", " + leftOut + " left out");
    }

    private static Predicate<Column> is(Column.Kind kind) {
        return column -> column.kind() == kind;
    }

    private static String style(Range range) {
        return range.kind() == Range.Kind.BAND ? "band" : "limit";
    }

    private static String label(Column column) {
        String label = Display.visible(column.partition().label());
        return label.isEmpty() ? "now" : label;
    }

    private static String amount(Column column, Scale scale) {
        return column.amount(scale.of()).stream()
                .mapToObj(scale::text)
                .findFirst()
                .map(text -> column.isAbsent() ? "nothing" : text)
                .orElse("unknown");
    }
}
