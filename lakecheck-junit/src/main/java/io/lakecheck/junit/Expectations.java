// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import io.lakecheck.spec.Origin;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * Collects what annotations expect: those of the method, of its class, of what the class inherits, and of the classes
 * around it.
 */
final class Expectations {

    private Expectations() {}

    /** What is expected of the test, or of all tests of the class where the context is a class's. */
    static List<Expectation> of(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
        context.getTestClass().ifPresent(classes::add);
        return of(classes, context.getTestMethod());
    }

    static List<Expectation> of(List<Class<?>> classes, Optional<Method> method) {
        Set<Expectation> found = new LinkedHashSet<>();
        for (Class<?> each : classes) {
            found.addAll(on(each, each.getSimpleName()));
        }
        method.ifPresent(
                test -> found.addAll(on(test, test.getDeclaringClass().getSimpleName() + "." + test.getName())));
        return List.copyOf(found);
    }

    /** What is expected by a class and by all of its methods: what its buckets are named by. */
    static List<Expectation> anywhereIn(List<Class<?>> classes) {
        Set<Expectation> found = new LinkedHashSet<>(of(classes, Optional.empty()));
        for (Class<?> each : classes) {
            ReflectionSupport.findMethods(
                            each,
                            method -> AnnotationSupport.isAnnotated(method, LakeCheck.class)
                                    || !AnnotationSupport.findRepeatableAnnotations(method, LakeCheck.class)
                                            .isEmpty(),
                            HierarchyTraversalMode.TOP_DOWN)
                    .forEach(method -> found.addAll(of(List.of(), Optional.of(method))));
        }
        return List.copyOf(found);
    }

    private static List<Expectation> on(AnnotatedElement element, String place) {
        Origin origin = Origin.of(place + " @LakeCheck");
        return AnnotationSupport.findRepeatableAnnotations(element, LakeCheck.class).stream()
                .map(said -> expectation(said, origin))
                .toList();
    }

    private static Expectation expectation(LakeCheck said, Origin origin) {
        AnnotationWords words = new AnnotationWords(new JavaWords(origin));
        boolean inFile = !said.suite().isEmpty();
        refuseContradictions(said, inFile, words, origin);
        return new Expectation(
                origin,
                inFile ? Optional.empty() : Optional.of(words.suite(said)),
                said.suite(),
                List.of(said.dataset()),
                said.partition(),
                said.asOf(),
                variables(said.variables(), origin));
    }

    private static void refuseContradictions(LakeCheck said, boolean inFile, AnnotationWords words, Origin origin) {
        if (inFile && words.statesDataset(said)) {
            throw new ExtensionConfigurationException(
                    origin + ": suite is said, and so are words of a dataset; leave these out"
                            + " (the suite has them), or leave suite out");
        }
        if (!inFile && said.location().isEmpty()) {
            throw new ExtensionConfigurationException(origin
                    + ": nothing says what to check; write location = \"s3://refined/kpi/dt={date}/\" and a check such as"
                    + " size = @Size(min = \"1 kB\"), or suite = \"lakecheck.yml\"");
        }
        if (!inFile && said.dataset().length > 0) {
            throw new ExtensionConfigurationException(
                    origin + ": dataset picks from a suite, and none is said; write name to name this dataset");
        }
    }

    static Map<String, String> variables(String[] pairs, Origin origin) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw new ExtensionConfigurationException(
                        origin + ": the variable '" + pair + "' has no value; write NAME=value");
            }
            variables.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return variables;
    }
}
