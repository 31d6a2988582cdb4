// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import io.lakecheck.Suite;
import io.lakecheck.lake.LakeException;
import io.lakecheck.partition.MemberFolder;
import io.lakecheck.value.Display;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A search for the members of {@linkplain OpenDataset open datasets}. Each folder is listed once, even if several
 * datasets have their members in it. Not thread-safe.
 */
final class MemberSearch {

    /** The maximum number of names in a message. */
    private static final int NAMED = 3;

    private final SurveyContext context;
    private final Predicate<Dataset> selection;
    private final Map<String, CompletableFuture<Subfolders>> folders = new HashMap<>();
    private final Map<Dataset, Dataset> members = new HashMap<>();
    private final Map<Dataset, LakeException> failures = new HashMap<>();

    /** @param selection returns whether a member is to be checked */
    MemberSearch(SurveyContext context, Predicate<Dataset> selection) {
        this.context = context;
        this.selection = selection;
    }

    /**
     * The datasets to check.
     *
     * @param suite the suite with members in place of open datasets. An open dataset remains if not all of its members
     *     are known.
     * @param members the members, each with the open dataset that it belongs to
     * @param failures the open datasets in the suite, each with the reason why its members are unknown
     */
    record Result(Suite suite, Map<Dataset, Dataset> members, Map<Dataset, LakeException> failures) {

        boolean isKnown(Evidence evidence) {
            return !failures.containsKey(evidence.dataset());
        }

        /** Returns the findings of an open dataset whose members are unknown; empty for other datasets. */
        Optional<List<Finding>> unknown(Evidence evidence) {
            return Optional.ofNullable(failures.get(evidence.dataset()))
                    .map(failure -> Finding.unknown(evidence, failure));
        }
    }

    /** Finds the members of all open datasets in a suite. Members that the suite defines itself are left out. */
    Result in(Suite suite) {
        suite.datasets().stream()
                .flatMap(dataset -> OpenDataset.of(dataset).stream())
                .map(open -> open.folder().parent())
                .forEach(folder -> folders.computeIfAbsent(folder, parent -> Subfolders.of(parent, context)));
        Map<String, Dataset> defined =
                suite.datasets().stream().collect(Collectors.toMap(Dataset::name, Function.identity()));
        List<Dataset> found = suite.datasets().stream()
                .flatMap(dataset -> OpenDataset.of(dataset)
                        .map(open -> members(open, defined))
                        .orElseGet(() -> Stream.of(dataset)))
                .toList();
        return new Result(suite.with(found), members, failures);
    }

    private Stream<Dataset> members(OpenDataset open, Map<String, Dataset> defined) {
        MemberFolder folder = open.folder();
        Subfolders subfolders = context.meter().await(Objects.requireNonNull(folders.get(folder.parent())));
        List<String> names = subfolders.names().stream()
                .flatMap(name -> folder.member(name).stream())
                .toList();
        List<String> unsupported =
                names.stream().filter(name -> !OpenDataset.supports(name)).toList();
        List<Dataset> members = names.stream()
                .filter(OpenDataset::supports)
                .map(open::member)
                .filter(selection)
                .toList();
        Optional<LakeException> failure = subfolders
                .failure()
                .or(() -> names.isEmpty() ? Optional.of(none(folder)) : Optional.empty())
                .or(() -> unsupported.isEmpty() ? Optional.empty() : Optional.of(unsupported(folder, unsupported)))
                .or(() -> members.isEmpty() ? Optional.of(unselected(folder)) : Optional.empty());
        failure.ifPresent(reason -> failures.put(open.dataset(), reason));
        members.forEach(member -> this.members.put(defined.getOrDefault(member.name(), member), open.dataset()));
        return Stream.concat(
                members.stream().filter(member -> !defined.containsKey(member.name())),
                failure.isPresent() ? Stream.of(open.dataset()) : Stream.empty());
    }

    private static LakeException none(MemberFolder folder) {
        return new LakeException(
                LakeException.Reason.MEMBERS,
                Display.visible(folder.parent()) + " has no subfolder such as " + Display.visible(folder.pattern())
                        + ". Check the location, or list the names under 'each'");
    }

    private static LakeException unselected(MemberFolder folder) {
        return new LakeException(
                LakeException.Reason.MEMBERS,
                "no subfolder of " + Display.visible(folder.parent())
                        + " matches the selected names. Check the spelling" + " of lakecheck.datasets");
    }

    private static LakeException unsupported(MemberFolder folder, List<String> names) {
        return new LakeException(
                LakeException.Reason.MEMBERS,
                "folders with {, } or * in their names in " + Display.visible(folder.parent()) + ": "
                        + Display.firstOf(
                                NAMED, names.stream().map(Display::visible).toList())
                        + ". Rename them");
    }
}
