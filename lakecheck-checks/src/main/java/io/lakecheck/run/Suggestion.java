// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import io.lakecheck.KeyRange;
import io.lakecheck.Lake;
import io.lakecheck.LakeException;
import io.lakecheck.Lakecheck;
import io.lakecheck.Location;
import io.lakecheck.Suite;
import io.lakecheck.Text;
import io.lakecheck.report.BacktestConsole;
import io.lakecheck.report.Console;
import io.lakecheck.spec.Settings;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.spec.SuiteProblemsException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finds out how a dataset lies in a lake and proposes a suite for it, with what the suite would have flagged. Lists everything below the location
 * once, and then what the backtest needs.
 */
public record Suggestion(Supplier<Settings> settings, Clock clock, Console console) {

    /**
     * Tells people the suite.
     *
     * @param location {@code s3://refined/kpi/}, or a local folder; empty where none is said
     * @param write where to write it too; never over a file that is there
     */
    public Ruling suggest(Optional<String> location, Optional<Path> write) {
        if (location.isEmpty()) {
            return Ruling.broken("no location is given; write for instance -Dlakecheck.location=s3://refined/kpi/");
        }
        try {
            Settings how = settings.get();
            String root = root(location.get());
            try (Lake lake = new Lakes(how.connection())) {
                Optional<Draft> draft = draft(lake, root);
                if (draft.isEmpty()) {
                    return Ruling.broken("no partitions with dates in their names were found below "
                            + Text.visible(root) + "; name the folder above the first date");
                }
                String yaml = draft.get().yaml(name(root));
                yaml.lines().forEach(line -> console.info(Text.visible(line)));
                Ruling written = write.map(file -> write(file, yaml)).orElse(Ruling.PASS);
                new BacktestConsole(console)
                        .tell(Lakecheck.on(lake)
                                .at(clock)
                                .concurrency(how.concurrency())
                                .timeout(how.timeout())
                                .backtest(suite(yaml), how.days()));
                return written;
            }
        } catch (SuiteProblemsException | LakeException e) {
            return Ruling.broken(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return Ruling.broken("the suite can't be read back (" + Text.visible(String.valueOf(e.getMessage())) + ")");
        }
    }

    private static String root(String location) {
        String local = location.contains(":")
                ? location
                : Path.of(location).toAbsolutePath().normalize().toString();
        return local.endsWith("/") ? local : local + "/";
    }

    private static String name(String root) {
        String[] names = root.split("/");
        String name = names[names.length - 1].replaceAll("[^A-Za-z0-9-]+", "-");
        return name.matches("[A-Za-z].*") ? name : "dataset";
    }

    private static Optional<Draft> draft(Lake lake, String root) {
        Map<String, Location> known = new HashMap<>();
        Map<Location, NavigableMap<LocalDateTime, Found>> layouts = new HashMap<>();
        lake.list(KeyRange.of(root, ""), object -> {
            Layout.of(object.key()).ifPresent(template -> {
                Location location = known.computeIfAbsent(template, text -> Location.of(root + text));
                int depth =
                        (int) template.chars().filter(letter -> letter == '/').count();
                String folder = folder(object.key(), depth);
                location.read(folder).ifPresent(time -> layouts.computeIfAbsent(location, each -> new TreeMap<>())
                        .computeIfAbsent(time, each -> new Found())
                        .add(object.key().substring(folder.length()), object));
            });
            return true;
        });
        return layouts.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size()))
                .map(entry -> new Draft(entry.getKey(), entry.getValue()))
                .filter(Draft::isUsable);
    }

    private static String folder(String key, int depth) {
        int end = 0;
        for (int i = 0; i < depth; i++) {
            end = key.indexOf('/', end) + 1;
        }
        return key.substring(0, end);
    }

    private Ruling write(Path file, String yaml) {
        try {
            Files.writeString(file, yaml, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            console.info("suite: " + Text.visible(file.toString()));
            return Ruling.PASS;
        } catch (FileAlreadyExistsException e) {
            return Ruling.broken(
                    Text.visible(file.toString()) + " is there already and is never written over; name another");
        } catch (IOException e) {
            return Ruling.broken(Text.visible(file.toString()) + " can't be written ("
                    + Text.visible(String.valueOf(e.getMessage())) + "); name another");
        }
    }

    private static Suite suite(String yaml) throws IOException {
        Path file = Files.createTempFile("lakecheck", ".yml");
        try {
            Files.writeString(file, yaml);
            return SuiteFile.read(file, variable -> Optional.empty());
        } finally {
            Files.delete(file);
        }
    }
}
