// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The settings of the extension, from annotations or from a builder: the server and the expectations. */
interface ExtensionSettings {

    /** The settings from annotations. */
    ExtensionSettings ANNOTATED = new ExtensionSettings() {
        @Override
        public LakeSetup setup(ExtensionContext context) {
            return context.getTestClass()
                    .flatMap(type -> LakeSetup.of(type, context.getEnclosingTestClasses()))
                    .orElse(LakeSetup.DEFAULT);
        }

        @Override
        public List<Expectation> expectations(ExtensionContext context) {
            if (context.getTestMethod().isPresent()) {
                return Expectations.of(context);
            }
            List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
            context.getTestClass().ifPresent(classes::add);
            return Expectations.ofClassAndMethods(classes);
        }
    };

    /** Returns whether the test or class has lakecheck annotations. */
    static boolean isAnnotated(ExtensionContext context) {
        return context.getTestClass()
                        .flatMap(type -> LakeSetup.of(type, context.getEnclosingTestClasses()))
                        .isPresent()
                || !Expectations.of(context).isEmpty();
    }

    LakeSetup setup(ExtensionContext context);

    /** Returns the expectations of a test or, if the context is a class, of the class and all its tests. */
    List<Expectation> expectations(ExtensionContext context);
}
