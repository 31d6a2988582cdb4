// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The values of a {@link LocalLake} annotation.
 *
 * @param backend the kind of server
 * @param image the Docker image for LocalStack, or an empty string for the default
 * @param buckets buckets to create in addition to those in locations
 * @param reset when buckets are emptied
 * @param onSkip what happens if some checks are SKIPPED
 * @param systemProperties whether the AWS SDK's system properties are set while tests run
 */
record LakeSetup(
        Backend backend, String image, List<String> buckets, Reset reset, SkipPolicy onSkip, boolean systemProperties) {

    static final LakeSetup DEFAULT =
            new LakeSetup(Backend.AUTO, "", List.of(), Reset.AFTER_EACH, SkipPolicy.REPORT, false);

    LakeSetup with(Backend other) {
        return new LakeSetup(other, image, buckets, reset, onSkip, systemProperties);
    }

    LakeSetup with(Reset when) {
        return new LakeSetup(backend, image, buckets, when, onSkip, systemProperties);
    }

    LakeSetup with(SkipPolicy policy) {
        return new LakeSetup(backend, image, buckets, reset, policy, systemProperties);
    }

    LakeSetup withImage(String name) {
        return new LakeSetup(backend, name, buckets, reset, onSkip, systemProperties);
    }

    LakeSetup withBuckets(List<String> names) {
        return new LakeSetup(backend, image, List.copyOf(names), reset, onSkip, systemProperties);
    }

    LakeSetup withSystemProperties(boolean set) {
        return new LakeSetup(backend, image, buckets, reset, onSkip, set);
    }

    /**
     * Returns the setup for a class, or empty if neither the class nor an enclosing class has a {@link LocalLake}
     * annotation.
     */
    static Optional<LakeSetup> of(Class<?> type, List<Class<?>> enclosing) {
        return AnnotationSupport.findAnnotation(type, LocalLake.class, enclosing)
                .map(lake -> new LakeSetup(
                        lake.backend(),
                        lake.image(),
                        List.of(lake.buckets()),
                        lake.reset(),
                        lake.onSkip(),
                        lake.systemProperties()));
    }
}
