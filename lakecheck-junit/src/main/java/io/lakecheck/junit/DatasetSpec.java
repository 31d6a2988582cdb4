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

/**
 * The words of {@link LakeCheck}, for {@link CheckedLake}. All values are text with the grammar and the defaults of a
 * suite.
 */
public final class DatasetSpec extends SpecBuilder<DatasetSpec> {

    private final String location;
    private final List<Check> checks = new ArrayList<>();
    private String name;
    private String partition = "";
    private String asOf = "";

    private record Check(String kind, SpecBuilder<?> words) {}

    DatasetSpec(String location) {
        super(DatasetSpec.class);
        this.location = location;
        this.name = JavaWords.nameOf(location);
        say("location", location);
    }

    /** What findings call the dataset; else the folder above its first date. */
    public DatasetSpec name(String value) {
        name = value;
        return this;
    }

    /** See {@link LakeCheck#partition}. */
    public DatasetSpec partition(String value) {
        partition = value;
        return this;
    }

    /** See {@link LakeCheck#asOf}. */
    public DatasetSpec asOf(String value) {
        asOf = value;
        return this;
    }

    public DatasetSpec zone(String value) {
        return say("zone", value);
    }

    public DatasetSpec due(String value) {
        return say("due", value);
    }

    public DatasetSpec days(String... values) {
        return say("days", values);
    }

    public DatasetSpec except(String... values) {
        return say("except", values);
    }

    public DatasetSpec only(String... values) {
        return say("only", values);
    }

    public DatasetSpec holidays(String value) {
        return say("holidays", value);
    }

    public DatasetSpec validThrough(String value) {
        return say("validThrough", value);
    }

    public DatasetSpec include(String... values) {
        return say("include", values);
    }

    public DatasetSpec exclude(String... values) {
        return say("exclude", values);
    }

    public DatasetSpec recency(UnaryOperator<RecencySpec> words) {
        return check("recency", words.apply(new RecencySpec()));
    }

    public DatasetSpec size(UnaryOperator<SizeSpec> words) {
        return check("size", words.apply(new SizeSpec()));
    }

    public DatasetSpec delta(UnaryOperator<DeltaSpec> words) {
        return check("delta", words.apply(new DeltaSpec()));
    }

    public DatasetSpec complete(UnaryOperator<CompleteSpec> words) {
        return check("complete", words.apply(new CompleteSpec()));
    }

    private DatasetSpec check(String kind, SpecBuilder<?> words) {
        checks.add(new Check(kind, words));
        return this;
    }

    Expectation expectation(Origin origin) {
        JavaWords words = new JavaWords(origin);
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
