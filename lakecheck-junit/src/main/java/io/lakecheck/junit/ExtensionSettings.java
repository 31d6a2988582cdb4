// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The settings of the extension: the server to use and the expectations to check. They come from annotations or from a
 * builder.
 */
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
            JUnitSettings settings = JUnitSettings.of(context);
            return Expectations.ofClassAndMethods(classes).stream()
                    .filter(expectation -> expectation.isValid(name ->
                            name.equals("bucket") ? Optional.of(TestArguments.PLACEHOLDER) : settings.apply(name)))
                    .toList();
        }
    };

    /** Returns whether a test or class has lakecheck annotations. */
    static boolean isAnnotated(ExtensionContext context) {
        return context.getTestClass()
                        .flatMap(type -> LakeSetup.of(type, context.getEnclosingTestClasses()))
                        .isPresent()
                || !Expectations.of(context).isEmpty();
    }

    LakeSetup setup(ExtensionContext context);

    /** Returns the server, which is started if it is not running. */
    default RunningLake lake(ExtensionContext context) {
        return LakeStore.lake(setup(context), context);
    }

    /**
     * Returns the expectations of a test or, if the context is that of a class, of the class and all its tests. In the
     * latter case, annotations with mistakes are left out, because the tests report them.
     */
    List<Expectation> expectations(ExtensionContext context);
}
