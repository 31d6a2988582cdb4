// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.suggest;

import io.lakecheck.survey.Backtest;
import java.util.List;
import java.util.Optional;

/** Writes a suggested suite as YAML. */
final class SuiteText {

    private SuiteText() {}

    /**
     * Returns the lines of a suite.
     *
     * @param backtest the backtest of the suite, or empty if it has not been run yet
     */
    static List<String> of(SuiteHeader header, List<EntryDraft> drafts, Optional<Backtest> backtest) {
        YamlWriter yaml = new YamlWriter();
        header.writeTo(yaml, drafts);
        yaml.line("datasets:");
        Decisions decisions = new Decisions(drafts, backtest);
        drafts.forEach(entry -> EntryText.write(yaml, entry, decisions));
        return yaml.lines();
    }
}
