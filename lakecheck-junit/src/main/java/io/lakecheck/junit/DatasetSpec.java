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
 * A builder for a dataset and its checks, with a method for each attribute of {@link LakeCheck}. All values are
 * strings, with the same syntax and defaults as in {@code lakecheck.yml}.
 */
public final class DatasetSpec extends SpecBuilder<DatasetSpec> {

    private final String location;
    private final List<CheckSpec> checks = new ArrayList<>();
    private String name;
    private String partition = "";
    private String asOf = "";

    private record CheckSpec(String kind, SpecBuilder<?> settings) {}

    DatasetSpec(String location) {
        super(DatasetSpec.class);
        this.location = location;
        this.name = NodeFactory.defaultName(location);
        set("location", location);
    }

    /** See {@link LakeCheck#name}. */
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

    /** See {@link LakeCheck#runs}. */
    public DatasetSpec runs(String value) {
        return set("runs", value);
    }

    /** See {@link LakeCheck#zone}. */
    public DatasetSpec zone(String value) {
        return set("zone", value);
    }

    /** See {@link LakeCheck#due}. */
    public DatasetSpec due(String value) {
        return set("due", value);
    }

    /** See {@link LakeCheck#period}. */
    public DatasetSpec period(String value) {
        return set("period", value);
    }

    /** See {@link LakeCheck#days}. */
    public DatasetSpec days(String... values) {
        return set("days", values);
    }

    /** See {@link LakeCheck#every}. */
    public DatasetSpec every(String value) {
        return set("every", value);
    }

    /** See {@link LakeCheck#hours}. */
    public DatasetSpec hours(String... values) {
        return set("hours", values);
    }

    /** See {@link LakeCheck#except}. */
    public DatasetSpec except(String... values) {
        return set("except", values);
    }

    /** See {@link LakeCheck#only}. */
    public DatasetSpec only(String... values) {
        return set("only", values);
    }

    /** See {@link LakeCheck#holidays}. */
    public DatasetSpec holidays(String value) {
        return set("holidays", value);
    }

    /** See {@link LakeCheck#validThrough}. */
    public DatasetSpec validThrough(String value) {
        return set("validThrough", value);
    }

    /** See {@link LakeCheck#odd}. */
    public DatasetSpec odd(String... values) {
        return set("odd", values);
    }

    /** See {@link LakeCheck#levels}. */
    public DatasetSpec levels(String... values) {
        return set("levels", values);
    }

    /** See {@link LakeCheck#include}. */
    public DatasetSpec include(String... values) {
        return set("include", values);
    }

    /** See {@link LakeCheck#exclude}. */
    public DatasetSpec exclude(String... values) {
        return set("exclude", values);
    }

    /** See {@link LakeCheck#empty}. */
    public DatasetSpec empty(String value) {
        return set("empty", value);
    }

    /** See {@link LakeCheck#absent}. */
    public DatasetSpec absent(String value) {
        return set("absent", value);
    }

    /** Sets the key and the values of the parts. See {@link Parts}. */
    public DatasetSpec parts(String key, String... values) {
        return set("parts", new PartsSpec().set(key, values));
    }

    /** Adds a {@code recency} check; see {@link Recency}. */
    public DatasetSpec recency(UnaryOperator<RecencySpec> settings) {
        return check("recency", settings.apply(new RecencySpec()));
    }

    /** Adds a {@code size} check; see {@link Size}. */
    public DatasetSpec size(UnaryOperator<SizeSpec> settings) {
        return check("size", settings.apply(new SizeSpec()));
    }

    /** Adds a {@code delta} check; see {@link Delta}. */
    public DatasetSpec delta(UnaryOperator<DeltaSpec> settings) {
        return check("delta", settings.apply(new DeltaSpec()));
    }

    /** Adds a {@code complete} check; see {@link Complete}. */
    public DatasetSpec complete(UnaryOperator<CompleteSpec> settings) {
        return check("complete", settings.apply(new CompleteSpec()));
    }

    private DatasetSpec check(String kind, SpecBuilder<?> settings) {
        checks.add(new CheckSpec(kind, settings));
        return this;
    }

    Expectation expectation(Origin origin) {
        NodeFactory nodes = new NodeFactory(origin);
        List<Block> blocks = checks.stream()
                .map(check -> nodes.block(List.of(
                        nodes.entry(check.kind(), nodes.block(check.settings().entries(nodes))))))
                .toList();
        Node suite = nodes.suite(name, entries(nodes), blocks);
        return new Expectation(origin, Optional.of(suite), "", List.of(), partition, asOf, Map.of());
    }

    @Override
    public String toString() {
        return location;
    }
}
