// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The earlier partitions that a sample is made of, as far as evidence goes: walks back, leaves out what is no fair measure, and stops
 * when it has enough or has come to the end of the lookback.
 *
 * @param considered what was seen or passed over, nearest first
 * @param missing what must be looked at before more can be said
 */
record History(List<Precedent> considered, Set<Partition> missing) {

    /** More than these are counted instead of named. */
    private static final int NAMED = 8;

    /**
     * @param of what a usable one holds some of
     * @param unseen what is made of those that nobody has looked at
     * @throws LakeException where one of them could not be looked at
     */
    static History of(Evidence evidence, Rhythm rhythm, int wanted, int lookback, Volume of, Presumption unseen) {
        Dataset dataset = evidence.dataset();
        // Not flatMap: on Java 17 its iterator first takes all there is.
        Iterable<Span> spans = () -> evidence.partition()
                .span()
                .map(rhythm::earlier)
                .orElseGet(Stream::empty)
                .iterator();
        List<Precedent> considered = new ArrayList<>();
        List<Precedent> passedOver = new ArrayList<>();
        List<Partition> missing = new ArrayList<>();
        int usable = 0;
        int looks = 0;
        for (Span span : spans) {
            if (usable + (unseen == Presumption.GOOD ? missing.size() : 0) == wanted || looks == lookback) {
                break;
            }
            Partition candidate = dataset.location().at(span);
            Optional<String> unexpected = dataset.calendar().excludes(span);
            if (unexpected.isPresent()) {
                passedOver.add(new Precedent(candidate, Optional.empty(), unexpected));
                continue;
            }
            looks++;
            considered.addAll(passedOver);
            passedOver.clear();
            if (evidence.has(candidate)) {
                Precedent precedent = Precedent.of(evidence, candidate, of);
                considered.add(precedent);
                usable += precedent.isUsable() ? 1 : 0;
            } else {
                missing.add(candidate);
            }
        }
        if (looks == 0) {
            considered.addAll(passedOver.subList(0, Math.min(lookback, passedOver.size())));
        }
        return new History(considered, Set.copyOf(missing));
    }

    /** The amounts of the usable ones, nearest first. */
    List<BigDecimal> amounts(Volume of) {
        return considered.stream()
                .filter(Precedent::isUsable)
                .flatMap(precedent -> precedent.snapshot().stream())
                .map(snapshot -> BigDecimal.valueOf(of.in(snapshot)))
                .toList();
    }

    /** {@code dt=2026-01-01; left out dt=2025-12-31 (absent)}. */
    String text() {
        return Stream.of(
                        text("", considered.stream().filter(Precedent::isUsable).toList()), leftOut(considered))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    /** {@code left out dt=2025-12-31 (absent), dt=2025-12-30 (empty)}; empty where none was. */
    static String leftOut(List<Precedent> considered) {
        return text(
                "left out ",
                considered.stream().filter(precedent -> !precedent.isUsable()).toList());
    }

    private static String text(String before, List<Precedent> precedents) {
        if (precedents.isEmpty()) {
            return "";
        }
        int more = precedents.size() - NAMED;
        return precedents.stream()
                .limit(NAMED)
                .map(Precedent::text)
                .collect(Collectors.joining(", ", before, more > 0 ? " and " + more + " more" : ""));
    }
}
