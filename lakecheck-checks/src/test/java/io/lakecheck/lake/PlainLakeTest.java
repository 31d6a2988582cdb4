// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests that folders are found even in a lake that can list only objects, with one request for each folder. */
class PlainLakeTest extends LakeContract {

    private final MemoryLake lake = new MemoryLake();

    @Override
    protected String root() {
        return "s3://refined/kpi/";
    }

    @Override
    protected Lake holding(Map<String, Integer> objects) {
        String now = Clock.systemUTC().instant().toString();
        objects.forEach((key, bytes) -> lake.put(root() + key, bytes, now));
        return (range, visitor) -> lake.list(range, visitor);
    }

    @Override
    @Test
    protected void lists_a_thousand_folders_per_request_until_the_visitor_stops() {
        Lake plain = holding(Map.of("a/1", 0, "a/2", 0, "b/1", 0));

        plain.folders(root(), "", name -> true);

        assertThat(lake.listedRanges())
                .as("one request for each folder, and one after the last")
                .hasSize(3);

        plain.folders(root(), "", name -> false);

        assertThat(lake.listedRanges()).hasSize(3 + 1);
    }
}
