// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.Dataset;
import io.lakecheck.Finding;
import io.lakecheck.Notice;
import io.lakecheck.Report;
import io.lakecheck.Suite;
import io.lakecheck.lake.Traffic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Makes one report of the reports on several datasets, each of which was judged at its own moment. */
final class CombinedReport {

    private CombinedReport() {}

    /** @param reports at least one */
    static Report merge(List<Report> reports) {
        if (reports.size() == 1) {
            return reports.get(0);
        }
        List<Finding> findings = new ArrayList<>();
        List<Notice> notices = new ArrayList<>();
        Duration took = Duration.ZERO;
        long requests = 0;
        long retries = 0;
        long objects = 0;
        for (Report report : reports) {
            findings.addAll(report.findings());
            notices.addAll(report.notices());
            took = took.plus(report.took());
            requests += report.traffic().requests();
            retries += report.traffic().retries();
            objects += report.traffic().objects();
        }
        Report first = reports.get(0);
        return new Report(suite(reports), first.at(), took, new Traffic(requests, retries, objects), findings, notices);
    }

    private static Suite suite(List<Report> reports) {
        List<Dataset> datasets = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Report report : reports) {
            for (Dataset dataset : report.suite().datasets()) {
                if (!names.add(dataset.name())) {
                    throw new ExtensionConfigurationException("two @LakeChecks speak of a dataset " + dataset.name()
                            + "; give each a name of its own: name = \"…\"");
                }
                datasets.add(dataset);
            }
        }
        Suite first = reports.get(0).suite();
        return new Suite(datasets, first.connection(), first.metrics());
    }
}
