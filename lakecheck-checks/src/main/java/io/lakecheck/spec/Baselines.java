// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.spec;

import io.lakecheck.Baseline;
import io.lakecheck.Previous;
import java.util.List;

/** What delta compares with. */
final class Baselines extends Grammar<Baseline> {

    static final Baselines TYPE = new Baselines();

    private static final List<String> KNOWN = List.of("previous");

    private Baselines() {
        super("baseline", "a baseline: previous", "previous");
    }

    @Override
    Baseline parse(String text) {
        return new Previous();
    }

    @Override
    String remedy(String text) {
        return Nearest.hint(text, KNOWN) + super.remedy(text);
    }

    @Override
    List<String> choices() {
        return KNOWN;
    }
}
