// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A lake as it looks at the test's now. What was seeded counts as written when the seed says; what the test wrote
 * counts as written now, in the order in which it was: an object that came after the marker is a second younger than
 * it. Works on every server, and nothing sleeps. Unlike other lakes it holds a listing in memory, for a marker stands
 * in the middle of it.
 *
 * @param lake the real one
 * @param ledger what is known of writes
 * @param now the test's; empty where that is the real one, and listed times stand
 * @param dataset whose partitions and marker they are; a listing may pass many partitions
 */
record TimeTravelLake(Lake lake, WriteTimes ledger, Optional<Instant> now, Dataset dataset) implements Lake {

    private static final Duration LISTED_STEP = Duration.ofSeconds(1);

    @Override
    public void list(KeyRange range, Visitor visitor) {
        List<LakeObject> listed = new ArrayList<>();
        lake.list(range, new Visitor() {
            @Override
            public boolean onObject(LakeObject object) {
                listed.add(object);
                return true;
            }

            @Override
            public void onAnswer(Answer answer) {
                visitor.onAnswer(
                        now.map(then -> new Answer(Optional.of(then), then)).orElse(answer));
            }

            @Override
            public boolean wantsNextPage() {
                return visitor.wantsNextPage();
            }

            @Override
            public void onRetry() {
                visitor.onRetry();
            }
        });
        Map<String, LakeObject> seals = new HashMap<>();
        listed.stream().filter(this::isMarker).forEach(seal -> seals.put(folder(seal.key()), seal));
        for (LakeObject object : listed) {
            Optional<LakeObject> seal = Optional.ofNullable(seals.get(folder(object.key())));
            if (!visitor.onObject(at(time(object, seal, range), object))) {
                return;
            }
        }
    }

    /** Names have no times. */
    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        lake.folders(root, path, visitor);
    }

    private boolean isMarker(LakeObject object) {
        return dataset.marker()
                .filter(name -> object.key().equals(folder(object.key()) + name))
                .isPresent();
    }

    /**
     * The partition that holds a key; of an undated dataset the one there is, and the key itself where it is a stray.
     */
    private String folder(String key) {
        if (dataset.location().period().isEmpty()) {
            return "";
        }
        for (int slash = key.indexOf('/'); slash >= 0; slash = key.indexOf('/', slash + 1)) {
            String folder = key.substring(0, slash + 1);
            if (dataset.location().parse(folder).isPresent()) {
                return folder;
            }
        }
        return key;
    }

    private static LakeObject at(Instant time, LakeObject object) {
        return new LakeObject(object.key(), object.bytes(), time, object.etag());
    }

    private Instant time(LakeObject object, Optional<LakeObject> seal, KeyRange range) {
        Instant time = time(object, range);
        boolean writtenAfterSeal = isWritten(object, range)
                && seal.filter(marked -> isWritten(marked, range) && isAfter(object, marked, range))
                        .isPresent();
        Instant sealTime = seal.map(marked -> time(marked, range)).orElse(time);
        return writtenAfterSeal && !time.isAfter(sealTime) ? sealTime.plus(LISTED_STEP) : time;
    }

    private Instant time(LakeObject object, KeyRange range) {
        return seedTime(object, range).orElseGet(() -> now.orElse(object.modified()));
    }

    private boolean isWritten(LakeObject object, KeyRange range) {
        return seedTime(object, range).isEmpty();
    }

    private Optional<Instant> seedTime(LakeObject object, KeyRange range) {
        return ledger.seedTime(range.root() + object.key(), object.etag());
    }

    private boolean isAfter(LakeObject object, LakeObject marked, KeyRange range) {
        Optional<Long> order = ledger.order(range.root() + object.key());
        Optional<Long> sealOrder = ledger.order(range.root() + marked.key());
        return (order.isPresent() && sealOrder.isPresent())
                ? order.get() > sealOrder.get()
                : object.modified().isAfter(marked.modified());
    }
}
