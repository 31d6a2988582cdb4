// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.List;
import java.util.Optional;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The values of {@link LocalLake}.
 *
 * @param backend the server
 * @param image the LocalStack image; empty for the default
 * @param buckets buckets to create in addition to those of locations
 * @param reset when buckets are emptied
 */
record LakeSetup(Backend backend, String image, List<String> buckets, Reset reset) {

    static final LakeSetup DEFAULT = new LakeSetup(Backend.AUTO, "", List.of(), Reset.AFTER_CLASS);

    /** Returns the setup of a class; empty if neither it nor an enclosing class has a {@link LocalLake}. */
    static Optional<LakeSetup> of(Class<?> type, List<Class<?>> enclosing) {
        return AnnotationSupport.findAnnotation(type, LocalLake.class, enclosing)
                .map(lake -> new LakeSetup(lake.backend(), lake.image(), List.of(lake.buckets()), lake.reset()));
    }
}
