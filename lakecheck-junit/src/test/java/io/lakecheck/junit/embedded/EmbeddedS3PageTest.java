// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EmbeddedS3PageTest {

    @Test
    void the_page_lists_all_operations() throws IOException {
        String operations =
                Operations.on(new ObjectStore(Clock.systemUTC(), new SegmentStore(0))).byName().keySet().stream()
                        .map(name -> "`" + name + "`")
                        .collect(Collectors.joining(", "));

        assertThat(Files.readString(Path.of("..", "docs", "embedded-s3.md")))
                .contains("<!-- operations -->\n" + operations + "\n<!-- end of operations -->");
    }
}
