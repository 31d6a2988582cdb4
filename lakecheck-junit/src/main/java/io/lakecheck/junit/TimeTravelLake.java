// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.lake.ForwardingListener;
import io.lakecheck.lake.KeyRange;
import io.lakecheck.lake.Lake;
import io.lakecheck.lake.LakeObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lake with the modification times that objects would have if the test ran at the test's time; {@link ObjectTimes}
 * replaces the times on the server. Unlike other lakes, it keeps an entire listing in memory, because an object's time
 * can depend on a marker that is listed later.
 *
 * @param lake the lake on the server
 * @param writeTimes the recorded writes
 * @param now the test's time, or empty for the current time
 * @param datasets the datasets to check; those under the same folder have the same partitions and marker
 */
record TimeTravelLake(Lake lake, WriteTimes writeTimes, Optional<Instant> now, List<Dataset> datasets) implements Lake {

    /** Collects the objects of a listing. */
    private final class Collector extends ForwardingListener implements Visitor {

        private final Visitor visitor;
        private final List<LakeObject> listed = new ArrayList<>();

        Collector(Visitor visitor) {
            super(visitor);
            this.visitor = visitor;
        }

        @Override
        public boolean onObject(LakeObject object) {
            return listed.add(object);
        }

        @Override
        public void onAnswer(Answer answer) {
            super.onAnswer(now.map(time -> new Answer(Optional.of(time), time)).orElse(answer));
        }

        @Override
        public boolean wantsNextPage() {
            return visitor.wantsNextPage();
        }
    }

    @Override
    public void list(KeyRange range, Visitor visitor) {
        Collector collector = new Collector(visitor);
        lake.list(range, collector);
        for (LakeObject object : times(range.root()).apply(collector.listed)) {
            if (!visitor.onObject(object)) {
                return;
            }
        }
    }

    @Override
    public boolean isPaged() {
        return false;
    }

    private ObjectTimes times(String root) {
        Optional<Dataset> dataset = datasets.stream()
                .filter(each -> each.location().root().equals(root))
                .findFirst();
        return new ObjectTimes(writeTimes, now, root, dataset);
    }

    @Override
    public void folders(String root, String path, FolderVisitor visitor) {
        lake.folders(root, path, visitor);
    }
}
