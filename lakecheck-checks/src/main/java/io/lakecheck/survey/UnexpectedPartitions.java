// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Strays.Stray;
import io.lakecheck.baseline.Exclusion;
import io.lakecheck.lake.LakeObject;
import io.lakecheck.partition.ObjectPath;
import io.lakecheck.partition.Partition;
import io.lakecheck.partition.Period;
import io.lakecheck.partition.Span;
import io.lakecheck.partition.StrayKind;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The partitions that a listing passes although they are in the future or no calendar expects them. Holidays and other
 * exceptions are not included, because data on these days is common. Not thread-safe.
 */
final class UnexpectedPartitions {

    private final SharedSnapshots shared;
    private final Instant now;
    private final TreeMap<LocalDateTime, Stray> strays = new TreeMap<>();
    private String last = "";

    /** @param now the time as of which the lake is checked */
    UnexpectedPartitions(SharedSnapshots shared, Instant now) {
        this.shared = shared;
        this.now = now;
    }

    /** Returns a new, empty collection for the same datasets. */
    UnexpectedPartitions another() {
        return new UnexpectedPartitions(shared, now);
    }

    /** Adds the partition that a listing has reached if the object is data, unless one of the datasets expects it. */
    void add(FolderCursor cursor, LakeObject object) {
        if (!cursor.folder().equals(last) && isData(cursor.folder(), object)) {
            last = cursor.folder();
            cursor.time().ifPresent(from -> add(from, object));
        }
    }

    private boolean isData(String path, LakeObject object) {
        return new Partition("", path, Optional.empty())
                .find(object.key())
                .filter(found -> shared.dataset().filter().isData(found.path(), object.bytes()))
                .isPresent();
    }

    private void add(LocalDateTime from, LakeObject object) {
        List<Optional<StrayKind>> kinds = shared.sharing().stream()
                .map(dataset -> kind(dataset, from, object))
                .distinct()
                .toList();
        if (kinds.size() == 1) {
            kinds.get(0).ifPresent(kind -> strays.put(from, new Stray(ObjectPath.withoutSlash(last), kind)));
        }
    }

    private Optional<StrayKind> kind(Dataset dataset, LocalDateTime from, LakeObject first) {
        Period period = dataset.location().period().orElseThrow();
        Span span = new Span(period, from, dataset.zone(), dataset.due());
        if (span.begin().isAfter(now)) {
            return Optional.of(StrayKind.FUTURE)
                    .filter(kind -> !first.modified().isAfter(now));
        }
        return Optional.of(StrayKind.OUTSIDE_CALENDAR)
                .filter(kind -> span.begin().isAfter(now.minus(StrayListing.RECENT)))
                .filter(kind -> Exclusion.by(dataset.calendar(), span)
                        .filter(Exclusion.OUTSIDE_CALENDAR::equals)
                        .isPresent());
    }

    void append(UnexpectedPartitions following) {
        strays.putAll(following.strays);
    }

    /** Returns the partitions, earliest first. */
    Collection<Stray> strays() {
        return strays.values();
    }
}
