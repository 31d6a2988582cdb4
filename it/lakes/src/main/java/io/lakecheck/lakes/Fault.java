// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.lakes.StoredObject.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A fault that can be planted in the delivery of a job. */
enum Fault {
    MISSING("missing", "the partition is absent"),
    HALF_FILES("half the files", "the first, third, fifth … file is absent"),
    HALF_BYTES("half the bytes", "each file has half of its size"),
    ALL_EMPTY("all empty", "each file has 0 bytes"),
    ONE_EMPTY("one empty", "one of the files has 0 bytes"),
    DUPLICATE("duplicate", "the data was written twice, or each file is twice as large if its name is fixed"),
    LATE("late", "the first object was written two hours after the deadline"),
    HOURS("hours missing", "three earlier partitions of the day are absent, or a stream's day ends at 18:00"),
    MISNAMED("misnamed", "the year in the path is wrong"),
    NO_MARKER("no marker", "the marker is absent"),
    AFTER_MARKER("after marker", "a file was written an hour after the marker"),
    PART_MISSING("part missing", "the smallest part is absent"),
    LEFTOVER("leftover", "the flag that the job removes when it has finished is present");

    /** How long after the deadline data may be written by the faults that write late. */
    static final Duration LATEST = Duration.ofHours(5);

    private final String label;
    private final String description;

    Fault(String label, String description) {
        this.label = label;
        this.description = description;
    }

    String label() {
        return label;
    }

    String description() {
        return description;
    }

    /** Returns whether the fault can be seen only some time after the deadline. */
    boolean isSeenLater() {
        return this == LATE || this == AFTER_MARKER;
    }

    /**
     * Returns the change that plants this fault, or empty if the job's layout can't have it.
     *
     * @param history the job's deliveries, oldest first
     * @param index the delivery that gets the fault
     * @param deadline the deadline of that delivery
     */
    Optional<Change> in(Job job, List<Delivery> history, int index, Instant deadline) {
        Delivery delivery = history.get(index);
        List<StoredObject> data = delivery.data();
        List<StoredObject> markers = delivery.of(Role.MARKER);
        boolean several = data.size() > 1;
        return switch (this) {
            case MISSING -> Optional.of(notWriting(delivery.output(), history.get(index - 1)));
            case HALF_FILES -> when(several, Change.removing(everySecond(data)));
            case HALF_BYTES -> Optional.of(Change.replacing(data, file -> file.withBytes(file.bytes() / 2)));
            case ALL_EMPTY -> Optional.of(Change.replacing(data, file -> file.withBytes(0)));
            case ONE_EMPTY ->
                when(
                        several,
                        Change.replacing(data.subList(data.size() / 2, data.size() / 2 + 1), f -> f.withBytes(0)));
            case DUPLICATE ->
                Optional.of(
                        job.names().areUnique()
                                ? Change.adding(job.copies(delivery))
                                : Change.replacing(data, file -> file.withBytes(2 * file.bytes())));
            case LATE -> Optional.of(late(delivery.output(), deadline.plus(Duration.ofHours(2))));
            case HOURS -> hours(job, history, index);
            case MISNAMED ->
                Optional.of(
                        Change.replacing(delivery.output(), object -> object.withAddress(misnamed(object.address()))));
            case NO_MARKER -> when(!markers.isEmpty(), notWriting(markers, history.get(index - 1)));
            case AFTER_MARKER ->
                markers.stream()
                        .findFirst()
                        .map(marker -> marker.modified().plus(Duration.ofHours(1)))
                        .map(time -> Change.replacing(data.subList(0, 1), file -> file.withModified(time)));
            case PART_MISSING -> partMissing(job, delivery);
            case LEFTOVER -> when(!job.names().flag().isEmpty(), Change.adding(List.of(job.flag(delivery))));
        };
    }

    private static List<StoredObject> everySecond(List<StoredObject> data) {
        return IntStream.range(0, data.size())
                .filter(i -> i % 2 == 0)
                .mapToObj(data::get)
                .toList();
    }

    private static Change late(List<StoredObject> objects, Instant first) {
        Instant before = objects.stream()
                .map(StoredObject::modified)
                .min(Instant::compareTo)
                .orElseThrow();
        Duration delay = Duration.between(before, first);
        return Change.replacing(
                objects, object -> object.withModified(object.modified().plus(delay)));
    }

    private static Optional<Change> hours(Job job, List<Delivery> history, int index) {
        if (job.rhythm().isWithinDay()) {
            return Optional.of(Change.removing(history.subList(index - 4, index - 1).stream()
                    .flatMap(delivery -> delivery.output().stream())
                    .toList()));
        }
        Instant evening = history.get(index).begin().plus(Duration.ofHours(18));
        return when(
                job.writing().isStream(),
                Change.removing(history.get(index).data().stream()
                        .filter(file -> file.modified().isAfter(evening))
                        .toList()));
    }

    /** Returns the address with a wrong year. The address of a marker that all partitions share has no year. */
    private static String misnamed(String address) {
        return address.replaceFirst("20(\\d\\d)", "29$1");
    }

    /**
     * Returns the change that the job did not write these objects, so that those that they replaced are still there.
     */
    private static Change notWriting(List<StoredObject> objects, Delivery previous) {
        List<String> addresses = objects.stream().map(StoredObject::address).toList();
        return new Change(
                objects,
                previous.objects().stream()
                        .filter(object -> addresses.contains(object.address()))
                        .toList());
    }

    private static Optional<Change> partMissing(Job job, Delivery delivery) {
        List<String> parts = job.names().parts();
        String smallest = parts.get(parts.size() - 1);
        return when(
                parts.size() > 1,
                Change.removing(delivery.output().stream()
                        .filter(object -> object.part().equals(smallest))
                        .toList()));
    }

    private static Optional<Change> when(boolean possible, Change change) {
        return possible ? Optional.of(change) : Optional.empty();
    }
}
