// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of a test or class, in addition to the buckets of the enclosing class. The server is started only if a
 * bucket is needed. Thread-safe.
 */
final class FixtureBuckets {

    private final Optional<FixtureBuckets> enclosing;
    private final Supplier<Buckets> buckets;
    private final Set<String> created = new LinkedHashSet<>();

    private @Nullable String own;
    private boolean isOwnCreated;

    /**
     * The addresses and ETags of the objects that existed in all buckets before the first test ran. Null until then.
     */
    private @Nullable Map<String, String> baseline;

    FixtureBuckets(Optional<FixtureBuckets> enclosing, Supplier<Buckets> buckets) {
        this.enclosing = enclosing;
        this.buckets = buckets;
    }

    /** Creates buckets that don't exist, for example because an earlier test deleted them. */
    void create(Stream<String> names) {
        names.distinct().forEach(this::create);
    }

    private synchronized void create(String name) {
        Optional<FixtureBuckets> owner = ownerOf(name);
        if (owner.isPresent()) {
            owner.get().createOwn();
            return;
        }
        buckets.get().create(name);
        if (enclosing.stream().noneMatch(outer -> outer.has(name))) {
            created.add(name);
        }
    }

    private Optional<FixtureBuckets> ownerOf(String name) {
        return name.equals(own) ? Optional.of(this) : enclosing.flatMap(outer -> outer.ownerOf(name));
    }

    private synchronized boolean has(String name) {
        return created.contains(name) || enclosing.stream().anyMatch(outer -> outer.has(name));
    }

    /** Returns the names of these buckets and of the enclosing class's buckets. */
    synchronized Set<String> all() {
        Set<String> all = new LinkedHashSet<>(created);
        if (own != null && isOwnCreated) {
            all.add(own);
        }
        enclosing.ifPresent(outer -> all.addAll(outer.all()));
        return all;
    }

    /**
     * Returns the addresses and ETags of the objects that existed in all buckets before the first test of the class
     * ran.
     */
    synchronized Map<String, String> baseline() {
        Map<String, String> known = baseline;
        if (known == null) {
            Map<String, String> found = new LinkedHashMap<>();
            all().forEach(bucket -> found.putAll(buckets.get().objects(bucket)));
            known = Map.copyOf(found);
            baseline = known;
        }
        return known;
    }

    /** Returns the baseline of the enclosing class. Returns an empty map for a top-level class. */
    Map<String, String> outerBaseline() {
        return enclosing.map(FixtureBuckets::baseline).orElse(Map.of());
    }

    /**
     * Remembers the objects that {@code @BeforeAll} methods of the enclosing class wrote. Call this before each of its
     * tests and nested classes; only the first call has an effect.
     */
    void rememberBaseline() {
        enclosing.ifPresent(FixtureBuckets::baseline);
    }

    /** Empties the buckets that were created for this test or class. */
    synchronized void empty() {
        created.forEach(name -> buckets.get().empty(name));
    }

    /**
     * Deletes objects in the buckets of the enclosing classes, except those that existed before the first test.
     *
     * @param isParallel whether other tests may be using the class's own bucket at the same time; if so, that bucket is
     *     not touched
     */
    void resetEnclosing(boolean isParallel) {
        enclosing.ifPresent(outer -> outer.all().stream()
                .filter(name -> !isParallel || outer.ownerOf(name).isEmpty())
                .forEach(name -> buckets.get().empty(name, outer.baseline())));
    }

    /** Returns the name of the bucket that only this test uses, and creates the bucket. */
    String own() {
        String name = ownName();
        create(name);
        return name;
    }

    /** Creates the test's own bucket if its name has been requested. */
    synchronized void createOwnIfNamed() {
        ownIfNamed().ifPresent(this::create);
    }

    private synchronized void createOwn() {
        buckets.get().create(ownName());
        isOwnCreated = true;
    }

    /**
     * Returns the name of the bucket that {@link #own} creates. If the enclosing class has such a bucket, its name is
     * returned.
     */
    synchronized String ownName() {
        Optional<String> outer = enclosing.flatMap(FixtureBuckets::ownIfNamed);
        if (outer.isPresent()) {
            return outer.get();
        }
        String name = own;
        if (name == null) {
            name = "lakecheck-" + UUID.randomUUID();
            own = name;
        }
        return name;
    }

    private synchronized Optional<String> ownIfNamed() {
        return Optional.ofNullable(own).or(() -> enclosing.flatMap(FixtureBuckets::ownIfNamed));
    }

    /** Deletes the test's own bucket, if it was created here. */
    synchronized void deleteOwn() {
        if (own != null && isOwnCreated) {
            buckets.get().delete(own);
        }
    }
}
