// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.SizeCheck;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.spec.SuiteReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Reads sizes such as {@code 100 kB}: asks the suite language, so that there is one grammar. */
final class SizeWord {

    private SizeWord() {}

    /** @throws IllegalArgumentException where it is none; says what to write instead */
    static long bytes(String text) {
        JavaWords words = new JavaWords(Origin.of("LakeSeed"));
        var size =
                words.block(List.of(words.entry("size", words.block(List.of(words.entry("min", words.text(text)))))));
        var location = words.entry("location", words.text("s3://seed/"));
        try {
            return new SuiteReader(Path.of(""), name -> Optional.empty())
                    .read(words.suite("seed", List.of(location), List.of(size))).datasets().get(0).checks().stream()
                            .map(SizeCheck.class::cast)
                            .mapToLong(check -> check.total().min().orElseThrow())
                            .sum();
        } catch (SuiteProblemsException e) {
            throw new IllegalArgumentException(e.problems().get(0).toString(), e);
        }
    }
}
