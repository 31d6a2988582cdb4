// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.SizeCheck;
import io.lakecheck.value.Limits;
import java.util.List;
import java.util.Optional;

/** The keys in {@code size}. */
final class SizeWords {

    private static final BoundsWords TOTAL = BoundsWords.of(SizeType.TYPE, "the total size", "195 kB", "2 GB");

    private static final BoundsWords COUNT =
            BoundsWords.of(new CountType(0, Long.MAX_VALUE), "the number of objects", "1", "200");

    private static final BoundsWords SINGLE =
            BoundsWords.of(SizeType.TYPE, "the size of each object", "1 kB", "512 MB");

    private static final BoundsWords PARTIAL =
            BoundsWords.of(SizeType.TYPE, "the total size of each part", "1 kB", "512 MB");

    private static final String OBJECTS_PURPOSE = "Limits for the number of objects, not counting the marker.";

    private static final String EACH_PURPOSE = "Limits for the size of each object.";

    private static final Term<BlockValues> OBJECTS =
            Term.optional("objects", COUNT.block("objects", OBJECTS_PURPOSE), "{ min: 1, max: 200 }", OBJECTS_PURPOSE);

    private static final Term<BlockValues> EACH =
            Term.optional("each", SINGLE.block("each", EACH_PURPOSE), "{ min: 1 kB }", EACH_PURPOSE);

    private static final String PART_PURPOSE = "Limits for the total size of each part.";

    static final Term<BlockValues> PART = Term.optional(
            "part", PARTIAL.block("part", PART_PURPOSE), "{ min: 1 kB }", PART_PURPOSE, "Requires `parts`.");

    static final CheckKind KIND = new CheckKind(
            new Vocabulary(
                    "size",
                    "Checks that the partition is neither too small nor too large. An absent partition has 0 bytes.",
                    List.of(TOTAL.min(), TOTAL.max(), OBJECTS, EACH, PART, SharedTerms.SEVERITY)),
            SizeWords::make);

    private SizeWords() {}

    private static Optional<SizeCheck> make(BlockValues values, DatasetKind kind, Problems problems) {
        int before = problems.size();
        Limits total = TOTAL.read(values, problems);
        Limits objects =
                values.find(OBJECTS).map(block -> COUNT.read(block, problems)).orElse(Limits.NONE);
        Limits each =
                values.find(EACH).map(block -> SINGLE.read(block, problems)).orElse(Limits.NONE);
        Limits part =
                values.find(PART).map(block -> PARTIAL.read(block, problems)).orElse(Limits.NONE);
        return values.isValid() && problems.size() == before
                ? problems.guard(
                        values.origin(),
                        () -> new SizeCheck(total, objects, each, part, values.of(SharedTerms.SEVERITY)))
                : Optional.empty();
    }
}
