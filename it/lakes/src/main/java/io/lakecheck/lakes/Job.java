// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import io.lakecheck.lakes.StoredObject.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** A job that writes one dataset. Its history is the same for the same seed. */
record Job(Names names, Rhythm rhythm, Volume volume, Writing writing) {

    private static final Duration STRAGGLER = Duration.ofHours(9);
    private static final Duration BEFORE_RERUN = Duration.ofMinutes(100);

    /** Returns everything that the job wrote, oldest first. */
    List<Delivery> history(long seed) {
        Random random = new Random(seed);
        return rhythm.starts().map(from -> delivery(from, random)).toList();
    }

    private Delivery delivery(LocalDateTime from, Random random) {
        Delivery period = new Delivery(from, rhythm.end(from), List.of());
        Instant start = writing.start(period, random);
        List<StoredObject> objects = new ArrayList<>(data(period, start, random));
        if (random.nextDouble() < writing.reruns()) {
            data(period, start.minus(BEFORE_RERUN), random).forEach(file -> objects.add(file.as(Role.REPLACED)));
        }
        Instant last = objects.stream()
                .map(StoredObject::modified)
                .max(Instant::compareTo)
                .orElse(start);
        for (String pattern : names.others()) {
            objects.add(object(period, pattern, 0, "", start).with(700, last).as(Role.OTHER));
        }
        straggler(period, objects, start, random)
                .forEach(late -> objects.add(late.with(late.bytes(), last.plus(STRAGGLER))));
        for (String pattern : names.markers()) {
            List<String> parts = pattern.contains("%3$") ? names.parts() : List.of("");
            parts.forEach(part -> objects.add(object(period, pattern, 0, part, start)
                    .with(0, last.plusSeconds(30))
                    .as(Role.MARKER)));
        }
        return new Delivery(period.from(), period.to(), objects);
    }

    private List<StoredObject> data(Delivery period, Instant start, Random random) {
        List<StoredObject> files = new ArrayList<>();
        double total = volume.at(period.from(), random);
        double weights = IntStream.range(0, names.parts().size())
                .mapToDouble(names::weight)
                .sum();
        int count = total == 0 ? 0 : names.files() * names.parts().size();
        while (files.size() < count) {
            int part = files.size() / names.files();
            double share = names.weight(part) / weights / names.files() * (0.95 + 0.1 * random.nextDouble());
            Instant time = writing.time(period, start, files.size(), count);
            files.add(object(
                            period,
                            names.data(),
                            files.size() % names.files(),
                            names.parts().get(part),
                            start)
                    .with(Math.round(total * share), time));
        }
        return files;
    }

    private List<StoredObject> straggler(Delivery period, List<StoredObject> files, Instant start, Random random) {
        if (writing.late() == 0) {
            return List.of();
        }
        long total = files.stream().mapToLong(StoredObject::bytes).sum();
        long bytes = Math.round(writing.late() * total * (0.2 + 0.8 * random.nextDouble()));
        return List.of(object(period, names.data(), names.files(), names.parts().get(0), start)
                .with(bytes, start));
    }

    /** Returns the address of a file that the job wrote for the newest period. */
    String example() {
        LocalDateTime from = rhythm.starts().reduce((first, second) -> second).orElseThrow();
        Delivery period = new Delivery(from, rhythm.end(from), List.of());
        Instant start = writing.start(period, new Random(0));
        return object(period, names.data(), 0, names.parts().get(0), start).address();
    }

    /** Returns copies of a delivery's data under names that no other file has. */
    List<StoredObject> copies(Delivery delivery) {
        List<StoredObject> data = delivery.data();
        Instant start = data.get(0).modified();
        return IntStream.range(0, data.size())
                .mapToObj(i -> data.get(i)
                        .withAddress(object(
                                        delivery,
                                        names.data(),
                                        1000 + i,
                                        data.get(i).part(),
                                        start)
                                .address()))
                .toList();
    }

    /** Returns the object that exists only while the job is running. */
    StoredObject flag(Delivery delivery) {
        return object(delivery, names.flag(), 0, "", delivery.end());
    }

    private static StoredObject object(Delivery period, String pattern, int file, String part, Instant start) {
        LocalDateTime run = LocalDateTime.ofInstant(start, ZoneOffset.UTC);
        int time = run.getHour() * 10000 + run.getMinute() * 100 + run.getSecond();
        String address = Names.render(pattern, period.from(), period.to(), file, part, time);
        return new StoredObject(address, 0, start, Role.DATA, part);
    }
}
