// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lakes;

import java.util.List;
import java.util.stream.Stream;

/** The layouts that the command tries, in the order of the table in docs/suite.md. */
final class Layouts {

    private Layouts() {}

    static List<Layout> all() {
        return Stream.of(
                        TableLayouts.all(),
                        CompletionLayouts.all(),
                        FileLayouts.all(),
                        LogLayouts.all(),
                        PeriodLayouts.all(),
                        CalendarLayouts.all(),
                        GapLayouts.all())
                .flatMap(List::stream)
                .toList();
    }
}
