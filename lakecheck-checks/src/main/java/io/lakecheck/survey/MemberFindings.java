// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.Dataset;
import io.lakecheck.Evidence;
import io.lakecheck.Finding;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The findings on members, which depend on each other: a member has ended only if others have not. If all members of an
 * entry are without data, their job has failed instead.
 */
final class MemberFindings {

    private final Map<Dataset, Dataset> members;
    private final Set<Dataset> alive = new HashSet<>();

    /**
     * @param members the members, each with the open dataset that it belongs to
     * @param evidence what has been listed for all datasets of the run
     */
    MemberFindings(Map<Dataset, Dataset> members, List<Evidence> evidence) {
        this.members = members;
        for (Evidence each : evidence) {
            Dataset open = members.get(each.dataset());
            if (open != null && !new MemberLifetime(each).isEnded()) {
                alive.add(open);
            }
        }
    }

    /** Returns the findings of a dataset, which need not be a member. */
    List<Finding> of(Evidence evidence) {
        if (evidence.dataset().presence().lifetime().isEmpty()) {
            return Finding.of(evidence);
        }
        MemberLifetime lifetime = new MemberLifetime(evidence);
        return lifetime.isEnded() && alive.contains(members.get(evidence.dataset()))
                ? lifetime.findingsOfEnded()
                : lifetime.findings();
    }
}
