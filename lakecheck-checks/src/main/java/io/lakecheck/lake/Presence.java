// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.Optional;

/**
 * Whether every partition of a dataset must exist and contain data. Some datasets have days without any data.
 *
 * @param mayBeEmpty whether a partition may exist without data. If the dataset has a marker, the marker is still
 *     required.
 * @param mayBeAbsent whether a partition may be absent, that is, contain no objects at all, not even ignored ones
 * @param lifetime how the beginning and the end of the dataset are reported; empty if the dataset always exists
 * @param parts the parts that each partition must have; empty if the dataset has no parts
 */
public record Presence(boolean mayBeEmpty, boolean mayBeAbsent, Optional<Lifetime> lifetime, Optional<PartRule> parts) {

    /** Every partition must exist and contain data. */
    public static final Presence REQUIRED = new Presence(false, false);

    /** Creates the settings of a dataset that always exists. */
    public Presence(boolean mayBeEmpty, boolean mayBeAbsent) {
        this(mayBeEmpty, mayBeAbsent, Optional.empty(), Optional.empty());
    }

    /** Returns whether every partition must contain data, as long as the dataset exists. */
    public boolean isSteady() {
        return !mayBeEmpty && !mayBeAbsent;
    }

    /**
     * Returns whether a partition without data is allowed.
     *
     * @param found the partition, which may also contain data
     * @param requiresMarker whether the dataset has a marker
     */
    public boolean allowsEmpty(Snapshot found, boolean requiresMarker) {
        if (found.isAbsent()) {
            return mayBeAbsent && found.hasNoObjects();
        }
        return mayBeEmpty && found.isEmpty() && (found.marker().isPresent() || !requiresMarker);
    }
}
