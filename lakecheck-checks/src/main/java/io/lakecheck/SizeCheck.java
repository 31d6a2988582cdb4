// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.lake.LakeObject;
import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import io.lakecheck.value.Limits;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Checks that the partition is neither too small nor too large. An absent or empty partition never passes, regardless
 * of the limits.
 *
 * @param total the limits on the total size in bytes
 * @param objects the limits on the number of objects
 * @param each the limits on the size of each object in bytes
 * @param part the limits on the total size of each part in bytes
 * @param severity whether a violation fails the check or is only a warning
 */
public record SizeCheck(Limits total, Limits objects, Limits each, Limits part, Severity severity) implements Check {

    public SizeCheck {
        if (total.isNone() && objects.isNone() && each.isNone() && part.isNone()) {
            throw new IllegalArgumentException("no limit given. Set at least one, for example min: 1 kB");
        }
    }

    /** Creates a check without limits on parts. */
    public SizeCheck(Limits total, Limits objects, Limits each, Severity severity) {
        this(total, objects, each, Limits.NONE, severity);
    }

    @Override
    public String name() {
        return "size";
    }

    /** Returns whether a partition is within the limits. */
    boolean holds(Snapshot found) {
        return total.hold(found.bytes().bytes())
                && objects.hold(found.objects())
                && offender(found).isEmpty()
                && offendingPart(found).isEmpty();
    }

    @Override
    public Verdict judge(Evidence evidence) {
        Snapshot found = evidence.current();
        boolean isWithin = holds(found);
        return Verdict.of(
                        isWithin && !found.isEmpty() ? Outcome.PASSED : severity.broken(),
                        total.rounded(found.bytes()) + " in " + Display.count(found.objects(), "object"),
                        isWithin && found.isEmpty() ? "at least 1 object with data" : describe(),
                        reason(found))
                .with(Figure.BYTES, found.bytes().bytes())
                .with(Figure.OBJECTS, found.objects());
    }

    /**
     * Returns how close a run is to a limit, or how far beyond it, so that runs can be compared: as a multiple of the
     * limit. Without limits on the total size and the number of objects, a smaller run is the worse one.
     */
    double distance(Verdict run) {
        return total.isNone() && objects.isNone()
                ? -run.figure(Figure.BYTES)
                : Math.max(total.use(run.figure(Figure.BYTES)), objects.use(run.figure(Figure.OBJECTS)));
    }

    @Override
    public String describe() {
        return Stream.of(
                        total.text(SizeCheck::exact),
                        objects.count("object"),
                        each.isNone() ? "" : each.text(SizeCheck::exact) + " per object",
                        part.isNone() ? "" : part.text(SizeCheck::exact) + " per part")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private String reason(Snapshot found) {
        return found.isEmpty()
                ? "the partition is " + found.describeAbsence()
                : offender(found)
                        .map(object ->
                                Display.visible(object.key()) + " has " + each.rounded(new ByteSize(object.bytes())))
                        .or(() -> offendingPart(found))
                        .orElse("");
    }

    /** Describes the first part that is outside the limits; empty if there is none. */
    private Optional<String> offendingPart(Snapshot found) {
        return found.data().subtotals().parts().entrySet().stream()
                .filter(each -> !part.hold(each.getValue().bytes()))
                .map(each -> Display.visible(each.getKey()) + " has "
                        + part.rounded(new ByteSize(each.getValue().bytes())))
                .findFirst();
    }

    private Optional<LakeObject> offender(Snapshot found) {
        return found.smallest().filter(object -> each.isUnder(object.bytes())).or(() -> found.largest()
                .filter(object -> each.isOver(object.bytes())));
    }

    private static String exact(long bytes) {
        return new ByteSize(bytes).exact();
    }
}
