// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.partition.MemberFolder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A dataset that stands for members: datasets of the same shape, whose names are found in the lake. Its name and its
 * location contain {@code *} in place of a member's name, as in {@code orders[tenant=*]}.
 */
public final class OpenDataset {

    private static final String STAR = "=*";

    private final Dataset dataset;
    private final String start;
    private final String end;

    private OpenDataset(Dataset dataset) {
        this.dataset = dataset;
        int star = dataset.name().lastIndexOf(STAR) + 1;
        this.start = dataset.name().substring(0, star);
        this.end = dataset.name().substring(star + 1);
    }

    /** Returns a dataset as an open dataset; empty if it is not open. */
    public static Optional<OpenDataset> of(Dataset dataset) {
        return Optional.of(dataset).filter(Dataset::isOpen).map(OpenDataset::new);
    }

    /**
     * Returns whether a name contains no characters with a special meaning in locations and in the paths of markers.
     */
    static boolean supports(String name) {
        return name.chars().noneMatch(character -> "{}*".indexOf(character) >= 0);
    }

    Dataset dataset() {
        return dataset;
    }

    MemberFolder folder() {
        return dataset.location().memberFolder().orElseThrow();
    }

    /** Returns the member with the given name, for example {@code orders[tenant=a]} for {@code a}. */
    Dataset member(String name) {
        Map<String, String> dimensions = new HashMap<>(dataset.dimensions());
        dimensions.replaceAll((dimension, value) -> value.replace("*", name));
        return new Dataset(
                start + name + end,
                dataset.location().member(name),
                dataset.schedule(),
                dataset.filter(),
                dataset.checks(),
                dimensions,
                dataset.presence());
    }

    /** Returns whether a glob may select members. */
    public boolean mayBeSelectedBy(String glob) {
        return dataset.isSelectedBy(glob) || isName(glob);
    }

    /**
     * Returns the member with the given full name, such as {@code orders[tenant=a]}; empty if no member can have this
     * name.
     */
    public Optional<Dataset> memberNamed(String full) {
        return Optional.of(full)
                .filter(this::isName)
                .map(name -> name.substring(start.length(), name.length() - end.length()))
                .filter(name -> name.indexOf('/') < 0 && supports(name))
                .map(this::member);
    }

    private boolean isName(String full) {
        return full.length() > start.length() + end.length() && full.startsWith(start) && full.endsWith(end);
    }

    /** Returns the member that contains an object; empty if none does. */
    public Optional<Dataset> memberOf(String address) {
        return folder().memberOf(address).filter(OpenDataset::supports).map(this::member);
    }
}
