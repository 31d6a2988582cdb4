// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Finding;
import io.lakecheck.Report;
import io.lakecheck.value.Display;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/** Assertions on the findings of a run, for example {@code assertThat(report).dataset("kpi").recency().failed()}. */
public final class ReportAssert extends AbstractAssert<ReportAssert, Report> {

    private final List<Finding> findings;

    ReportAssert(Report report) {
        this(report, report.findings());
    }

    private ReportAssert(Report report, List<Finding> findings) {
        super(report, ReportAssert.class);
        this.findings = findings;
    }

    /** Selects the findings of one dataset by name. */
    public ReportAssert dataset(String name) {
        List<Finding> selected = findings.stream()
                .filter(finding -> finding.dataset().name().equals(name))
                .toList();
        if (selected.isEmpty()) {
            throw failure("unknown dataset '%s'. Available: %s", name, names());
        }
        return new ReportAssert(Objects.requireNonNull(actual), selected);
    }

    /** Returns assertions on the {@code recency} check. */
    public CheckAssert recency() {
        return check("recency");
    }

    /** Returns assertions on the {@code size} check. */
    public CheckAssert size() {
        return check("size");
    }

    /** Returns assertions on the {@code delta} check. */
    public CheckAssert delta() {
        return check("delta");
    }

    /** Returns assertions on the {@code complete} check. */
    public CheckAssert complete() {
        return check("complete");
    }

    private CheckAssert check(String name) {
        List<Finding> selected = findings.stream()
                .filter(finding -> finding.check().name().equals(name))
                .toList();
        if (selected.isEmpty()) {
            throw failure("no %s check in this report:%n%s", name, actual);
        }
        if (selected.stream()
                        .map(finding -> finding.dataset().name())
                        .distinct()
                        .count()
                > 1) {
            throw failure("several datasets have a %s check. Select one with dataset(\"…\"): %s", name, names());
        }
        return new CheckAssert(selected);
    }

    private String names() {
        return findings.stream()
                .map(finding -> Display.visible(finding.dataset().name()))
                .distinct()
                .collect(Collectors.joining(", "));
    }
}
