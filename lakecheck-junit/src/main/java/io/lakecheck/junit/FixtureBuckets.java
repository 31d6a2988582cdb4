// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The buckets for one test or class, in addition to those of the enclosing class. Thread-safe. */
final class FixtureBuckets {

    private final Optional<FixtureBuckets> enclosing;
    private final Buckets buckets;
    private final Set<String> created = new LinkedHashSet<>();

    private @Nullable String own;

    FixtureBuckets(Optional<FixtureBuckets> enclosing, Buckets buckets) {
        this.enclosing = enclosing;
        this.buckets = buckets;
    }

    /** Creates these buckets, except those of the enclosing class and the test's own bucket. */
    synchronized void create(Stream<String> names) {
        names.filter(name -> enclosing.stream().noneMatch(outer -> outer.has(name)))
                .filter(name -> !ownIfCreated().equals(Optional.of(name)))
                .filter(created::add)
                .forEach(buckets::create);
    }

    private synchronized boolean has(String name) {
        return created.contains(name) || enclosing.stream().anyMatch(outer -> outer.has(name));
    }

    /** Empties the buckets created here. */
    synchronized void empty() {
        created.forEach(buckets::empty);
    }

    /** Empties the buckets created here and by the enclosing classes. */
    void emptyAll() {
        empty();
        enclosing.ifPresent(FixtureBuckets::emptyAll);
    }

    /** Returns the bucket that no other test uses: the enclosing class's if it has one, otherwise a new one. */
    synchronized String own() {
        Optional<String> outer = enclosing.flatMap(FixtureBuckets::ownIfCreated);
        if (outer.isPresent()) {
            return outer.get();
        }
        if (own == null) {
            String name = "lakecheck-" + UUID.randomUUID();
            buckets.create(name);
            own = name;
        }
        return own;
    }

    private synchronized Optional<String> ownIfCreated() {
        return Optional.ofNullable(own).or(() -> enclosing.flatMap(FixtureBuckets::ownIfCreated));
    }

    /** Deletes the test's own bucket, if it was created here. */
    synchronized void deleteOwn() {
        if (own != null) {
            buckets.delete(own);
        }
    }
}
