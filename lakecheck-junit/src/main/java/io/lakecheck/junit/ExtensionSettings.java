// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** What was asked for, by annotations or by a builder: the lake, and what is expected of it. */
interface ExtensionSettings {

    /** The one that annotations state. */
    ExtensionSettings ANNOTATED = new ExtensionSettings() {
        @Override
        public LakeSetup setup(ExtensionContext context) {
            return context.getTestClass()
                    .flatMap(type -> LakeSetup.on(type, context.getEnclosingTestClasses()))
                    .orElse(LakeSetup.DEFAULT);
        }

        @Override
        public List<Expectation> expectations(ExtensionContext context) {
            if (context.getTestMethod().isPresent()) {
                return Expectations.of(context);
            }
            List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
            context.getTestClass().ifPresent(classes::add);
            return Expectations.anywhereIn(classes);
        }
    };

    /** Whether annotations have a say in this test or class. */
    static boolean isAnnotated(ExtensionContext context) {
        return context.getTestClass()
                        .flatMap(type -> LakeSetup.on(type, context.getEnclosingTestClasses()))
                        .isPresent()
                || !Expectations.of(context).isEmpty();
    }

    LakeSetup setup(ExtensionContext context);

    /** Of a test; of all tests of a class where the context is a class's. */
    List<Expectation> expectations(ExtensionContext context);

    /**
     * The words of {@link LocalLake}.
     *
     * @param backend which server
     * @param image for LocalStack; may be empty
     * @param buckets beside those that locations name
     * @param reset when they are emptied
     */
    record LakeSetup(Backend backend, String image, List<String> buckets, Reset reset) {

        static final LakeSetup DEFAULT = new LakeSetup(Backend.AUTO, "", List.of(), Reset.AFTER_CLASS);

        static Optional<LakeSetup> on(Class<?> type, List<Class<?>> enclosing) {
            return AnnotationSupport.findAnnotation(type, LocalLake.class, enclosing)
                    .map(said -> new LakeSetup(said.backend(), said.image(), List.of(said.buckets()), said.reset()));
        }
    }
}
