// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import io.lakecheck.baseline.Exclusion;
import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.Calendar;
import io.lakecheck.partition.Partition;
import java.util.Optional;
import java.util.Set;

/** An assertion on one partition: pure data that says what it needs to see and then judges it. */
public sealed interface Check permits RecencyCheck, SizeCheck, DeltaCheck, CompleteCheck {

    /** The word for it in a suite and in findings. */
    String name();

    /** What it counts as when a limit is broken. */
    Severity severity();

    /** What it asks for, as far as that can be said before anybody looks: {@code at least 195 kB}. Safe to print. */
    String describe();

    /**
     * The partitions that must still be looked at before it can be judged. Asked again with the new evidence until
     * there are none, so that a check can look further back only where it has to.
     */
    default Set<Partition> needs(Evidence evidence) {
        return evidence.has(evidence.partition()) ? Set.of() : Set.of(evidence.partition());
    }

    /**
     * The partitions that may be asked for later, depending on what is found in those that must be looked at. Whoever
     * looks may look at them at once where that is cheaper than being asked again; it changes no verdict.
     */
    default Set<Partition> mayNeed(Evidence evidence) {
        return Set.of();
    }

    /**
     * The folders that must still be looked through for {@linkplain Strays strays}, as paths below the dataset's root;
     * asked again as {@link #needs} is.
     */
    default Set<String> searches(Evidence evidence) {
        return Set.of();
    }

    /**
     * Judges a partition that is expected and due, or there before it is due.
     *
     * @throws LakeException where something it needs could not be looked at
     */
    Verdict judge(Evidence evidence);

    /** Judges any partition, whatever became of looking at it. */
    default Verdict verdict(Evidence evidence) {
        Optional<Exclusion> unexpected =
                evidence.partition().span().flatMap(span -> Exclusion.by(evidence.calendar(), span));
        if (unexpected.isPresent()) {
            return Verdict.skipped("not judged", "its period is " + unexpected.get());
        }
        try {
            if (!evidence.isDue() && evidence.current().isAbsent()) {
                return Verdict.skipped("not there yet", "it is not due yet");
            }
            return warned(evidence, judge(evidence));
        } catch (LakeException e) {
            return Verdict.unknown(e);
        }
    }

    private static Verdict warned(Evidence evidence, Verdict verdict) {
        Calendar calendar = evidence.dataset().calendar();
        return evidence.partition().span().filter(calendar::isExpiredFor).isPresent()
                ? verdict.as(
                        verdict.outcome().and(Outcome.WARNED),
                        "its calendar is valid through "
                                + calendar.validThrough().orElseThrow()
                                + ": later holidays are not known; bring it up to date")
                : verdict;
    }
}
