// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.lakecheck.s3.S3Folder;
import io.lakecheck.s3.StubFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ClaimsTest {

    /** The contract of claims, no matter where they are stored. */
    abstract static class Contract {

        abstract Claims claims();

        @Test
        void a_result_is_published_once() {
            Claims claims = claims();

            assertThat(claims.claim("kpi", Set.of("a"))).isTrue();
            claims.published("kpi", Set.of("a"));
            assertThat(claims.claim("kpi", Set.of("a"))).isFalse();
            assertThat(claims.claim("kpi", Set.of("b"))).isFalse();
            assertThat(claims.claim("leads", Set.of("b"))).isTrue();
        }

        @Test
        void a_retry_publishes_what_was_only_claimed() {
            Claims claims = claims();
            claims.claim("kpi", Set.of("a", "b"));

            assertThat(claims.claim("kpi", Set.of("c"))).isFalse();
            assertThat(claims.claim("kpi", Set.of("b", "c"))).isTrue();
        }
    }

    @Nested
    class InMemory extends Contract {

        @Override
        Claims claims() {
            return new MemoryClaims();
        }

        @Test
        void only_the_newest_claims_are_kept() {
            Claims claims = claims();
            for (int i = 0; i <= 10_000; i++) {
                claims.claim("result " + i, Set.of("a"));
            }

            assertThat(claims.claim("result 10000", Set.of("b"))).isFalse();
            assertThat(claims.claim("result 0", Set.of("b"))).isTrue();
        }
    }

    @Nested
    class InS3 extends Contract {

        private final StubFiles server = server();
        private final S3Folder folder = S3Folder.at("s3://reports/", server.connection());

        private static StubFiles server() {
            try {
                return new StubFiles();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        Claims claims() {
            return new StoredClaims(folder);
        }

        @AfterEach
        void close() {
            folder.close();
            server.close();
        }
    }
}
