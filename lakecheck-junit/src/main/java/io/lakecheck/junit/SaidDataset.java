// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Block;
import io.lakecheck.spec.Node;
import io.lakecheck.spec.Origin;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The words of {@link LakeCheck}, for {@link CheckedLake}. All values are text with the grammar and the defaults of a suite. */
public final class SaidDataset extends Said<SaidDataset> {

    private final String location;
    private final List<Check> checks = new ArrayList<>();
    private String name;
    private String partition = "";
    private String asOf = "";

    private record Check(String kind, Said<?> words) {}

    SaidDataset(String location) {
        super(SaidDataset.class);
        this.location = location;
        this.name = Words.nameOf(location);
        say("location", location);
    }

    /** What findings call the dataset; else the folder above its first date. */
    public SaidDataset name(String value) {
        name = value;
        return this;
    }

    /** See {@link LakeCheck#partition}. */
    public SaidDataset partition(String value) {
        partition = value;
        return this;
    }

    /** See {@link LakeCheck#asOf}. */
    public SaidDataset asOf(String value) {
        asOf = value;
        return this;
    }

    public SaidDataset zone(String value) {
        return say("zone", value);
    }

    public SaidDataset due(String value) {
        return say("due", value);
    }

    public SaidDataset days(String... values) {
        return say("days", values);
    }

    public SaidDataset except(String... values) {
        return say("except", values);
    }

    public SaidDataset only(String... values) {
        return say("only", values);
    }

    public SaidDataset holidays(String value) {
        return say("holidays", value);
    }

    public SaidDataset validThrough(String value) {
        return say("validThrough", value);
    }

    public SaidDataset include(String... values) {
        return say("include", values);
    }

    public SaidDataset exclude(String... values) {
        return say("exclude", values);
    }

    public SaidDataset recency(UnaryOperator<SaidRecency> words) {
        return check("recency", words.apply(new SaidRecency()));
    }

    public SaidDataset size(UnaryOperator<SaidSize> words) {
        return check("size", words.apply(new SaidSize()));
    }

    public SaidDataset delta(UnaryOperator<SaidDelta> words) {
        return check("delta", words.apply(new SaidDelta()));
    }

    public SaidDataset complete(UnaryOperator<SaidComplete> words) {
        return check("complete", words.apply(new SaidComplete()));
    }

    private SaidDataset check(String kind, Said<?> words) {
        checks.add(new Check(kind, words));
        return this;
    }

    Expectation expectation(Origin origin) {
        Words words = new Words(origin);
        List<Block> said = checks.stream()
                .map(check -> words.block(List.of(
                        words.entry(check.kind(), words.block(check.words().entries(words))))))
                .toList();
        Node suite = words.suite(name, entries(words), said);
        return new Expectation(origin, Optional.of(suite), "", List.of(), partition, asOf, Map.of());
    }

    @Override
    public String toString() {
        return location;
    }
}
