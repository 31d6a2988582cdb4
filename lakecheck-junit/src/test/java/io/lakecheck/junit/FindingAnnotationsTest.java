// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.MultipleFailuresError;
import software.amazon.awssdk.services.s3.S3Client;

/** The tests that are run here write no data, so that each expectation results in a failure. */
class FindingAnnotationsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                OnMethod.class,
                OnClass.class,
                Inheriting.class,
                WithMetaAnnotation.class,
                OnInterface.class,
                OncePerClass.class
            })
    void finds_annotations(Class<?> type) {
        assertThat(Run.of(type).failure()).hasMessageContaining("kpi dt=2026-01-02 size FAILED: 0 B");
    }

    @Test
    void finds_annotations_on_enclosing_classes() {
        assertThat(Run.of(Enclosing.class).failures())
                .singleElement()
                .isInstanceOfSatisfying(MultipleFailuresError.class, all -> assertThat(all.getFailures())
                        .extracting(Throwable::getMessage)
                        .allSatisfy(message -> assertThat(message).contains("size FAILED: 0 B"))
                        .hasSize(2));
    }

    @Test
    void combines_annotations_of_the_method_and_its_class() {
        assertThat(Run.of(Both.class).failure())
                .isInstanceOfSatisfying(MultipleFailuresError.class, all -> assertThat(all.getFailures())
                        .extracting(Throwable::getMessage)
                        .extracting(message -> message.substring(0, message.indexOf(' ')))
                        .containsExactly("kpi", "leads"));
    }

    static class OnMethod {
        @Test
        @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void test() {}
    }

    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
    static class OnClass {
        @Test
        void test() {}
    }

    static class Inheriting extends OnClass {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.METHOD)
    @Test
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
    @interface WritesKpis {}

    static class WithMetaAnnotation {
        @WritesKpis
        void test() {}
    }

    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
    interface KpiJobTests {}

    static class OnInterface implements KpiJobTests {
        @Test
        void test() {}
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
    static class OncePerClass {
        OncePerClass(S3Client s3) {}

        @Test
        void test() {}
    }

    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
    static class Enclosing {
        @Nested
        @LakeCheck(location = "s3://refined/leads/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        class Within {
            @Test
            void test() {}
        }
    }

    @LakeCheck(location = "s3://refined/kpi/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
    static class Both {
        @Test
        @LakeCheck(location = "s3://refined/leads/dt={date}/", partition = "2026-01-02", size = @Size(min = "1 kB"))
        void test() {}
    }
}
