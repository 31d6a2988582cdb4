// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

import io.lakecheck.lake.Snapshot;
import io.lakecheck.value.ByteSize;
import io.lakecheck.value.Display;
import java.math.BigDecimal;

/** What is counted when volumes are compared. */
public enum Volume {
    BYTES,
    OBJECTS;

    public long in(Snapshot snapshot) {
        return this == BYTES ? snapshot.bytes().bytes() : snapshot.objects();
    }

    /** An amount as people read it: {@code 361 kB}, {@code 12 objects}; fractions of a byte or object are dropped. */
    public String text(BigDecimal amount) {
        long whole = amount.longValue();
        return this == BYTES ? new ByteSize(whole).toString() : Display.count(whole, "object");
    }
}
