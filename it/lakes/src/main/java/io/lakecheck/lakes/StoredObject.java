// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.lake.MemoryLake;
import java.time.Instant;

/**
 * An object in a generated lake.
 *
 * @param address the full address, such as {@code s3://lake/orders/dt=2026-11-19/part-00000.parquet}
 * @param role what the job wrote it for
 * @param part the part of the partition that it belongs to; blank if the partition has no parts
 */
record StoredObject(String address, long bytes, Instant modified, Role role, String part) {

    enum Role {
        DATA,
        MARKER,
        /** Data of a run that was replaced by a newer one. */
        REPLACED,
        /** Bookkeeping, such as a transaction log or a checksum. */
        OTHER
    }

    StoredObject as(Role other) {
        return new StoredObject(address, bytes, modified, other, part);
    }

    StoredObject with(long size, Instant time) {
        return new StoredObject(address, size, time, role, part);
    }

    StoredObject withBytes(long changed) {
        return new StoredObject(address, changed, modified, role, part);
    }

    StoredObject withModified(Instant changed) {
        return new StoredObject(address, bytes, changed, role, part);
    }

    StoredObject withAddress(String changed) {
        return new StoredObject(changed, bytes, modified, role, part);
    }

    void putInto(MemoryLake lake) {
        lake.put(address, bytes, modified.toString());
    }
}
