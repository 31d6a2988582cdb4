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

/** Finds {@link LakeCheck} annotations on methods, classes, superclasses, interfaces and enclosing classes. */
final class Expectations {

    private Expectations() {}

    /**
     * Returns the expectations that apply to a test or, if the context is that of a class, to all tests of the class.
     */
    static List<Expectation> of(ExtensionContext context) {
        List<Class<?>> classes = new ArrayList<>(context.getEnclosingTestClasses());
        context.getTestClass().ifPresent(classes::add);
        return of(classes, context.getTestMethod());
    }

    /** @param classes the enclosing classes from the outside in, then the test class */
    static List<Expectation> of(List<Class<?>> classes, Optional<Method> method) {
        Set<Expectation> found = new LinkedHashSet<>();
        for (Class<?> each : classes) {
            found.addAll(on(each, each.getSimpleName()));
        }
        method.ifPresent(
                test -> found.addAll(on(test, test.getDeclaringClass().getSimpleName() + "." + test.getName())));
        return List.copyOf(found);
    }

    /**
     * Returns the expectations on the given classes and on all their methods, to find the buckets that they use.
     * Annotations with mistakes are left out, because the tests report them.
     */
    static List<Expectation> ofClassAndMethods(List<Class<?>> classes) {
        Set<Expectation> found = new LinkedHashSet<>(withoutMistakes(classes, Optional.empty()));
        for (Class<?> each : classes) {
            ReflectionSupport.findMethods(
                            each,
                            method -> AnnotationSupport.isAnnotated(method, LakeCheck.class)
                                    || !AnnotationSupport.findRepeatableAnnotations(method, LakeCheck.class)
                                            .isEmpty(),
                            HierarchyTraversalMode.TOP_DOWN)
                    .forEach(method -> found.addAll(withoutMistakes(List.of(), Optional.of(method))));
        }
        return List.copyOf(found);
    }

    private static List<Expectation> withoutMistakes(List<Class<?>> classes, Optional<Method> method) {
        try {
            return of(classes, method);
        } catch (ExtensionConfigurationException e) {
            return List.of();
        }
    }

    private static List<Expectation> on(AnnotatedElement element, String place) {
        Origin origin = Origin.of(place + " @LakeCheck");
        return AnnotationSupport.findRepeatableAnnotations(element, LakeCheck.class).stream()
                .map(annotation -> expectation(annotation, origin))
                .toList();
    }

    private static Expectation expectation(LakeCheck annotation, Origin origin) {
        AnnotationReader reader = new AnnotationReader(new NodeFactory(origin));
        boolean isInFile = !annotation.suite().isEmpty();
        if (isInFile) {
            validateFile(reader.datasetAttributes(annotation), origin);
        } else {
            validateDataset(annotation, origin);
        }
        return new Expectation(
                origin,
                isInFile ? Optional.empty() : Optional.of(reader.suite(annotation)),
                annotation.suite(),
                List.of(annotation.dataset()),
                annotation.partition(),
                annotation.asOf(),
                variables(annotation.variables(), origin));
    }

    private static void validateFile(List<String> datasetAttributes, Origin origin) {
        if (!datasetAttributes.isEmpty()) {
            throw mistake(
                    origin,
                    "'suite' cannot be combined with " + String.join(", ", datasetAttributes)
                            + ", because the suite file defines its datasets. Remove one of the two.");
        }
    }

    private static void validateDataset(LakeCheck annotation, Origin origin) {
        if (annotation.location().isEmpty()) {
            throw mistake(
                    origin,
                    "no dataset defined. Set location = \"s3://refined/kpi/dt={date}/\" and a check such as"
                            + " size = @Size(min = \"1 kB\"), or suite = \"lakecheck.yml\".");
        }
        if (annotation.dataset().length > 0) {
            throw mistake(
                    origin,
                    "'dataset' selects from a suite file, but 'suite' is not set. Set 'suite', or use 'name' to name this"
                            + " dataset.");
        }
    }

    /**
     * Returns the values of variables by name.
     *
     * @param pairs names and values, such as {@code LAKE=s3://test}
     * @throws ExtensionConfigurationException if one of them has no value
     */
    static Map<String, String> variables(String[] pairs, Origin origin) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (String pair : pairs) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw mistake(origin, "variables: '" + pair + "' has no value. Write NAME=value.");
            }
            variables.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        return variables;
    }

    private static ExtensionConfigurationException mistake(Origin origin, String message) {
        return new ExtensionConfigurationException(origin + ": " + message);
    }
}
