// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** The result of running test classes on the embedded server. */
record Run(EngineExecutionResults results) {

    static Run of(Class<?>... types) {
        return new Run(embedded()
                .selectors(Stream.of(types).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
                .execute());
    }

    /** Runs test classes with the given configuration parameters. */
    static Run with(Map<String, String> parameters, Class<?>... types) {
        return new Run(EngineTestKit.engine("junit-jupiter")
                .configurationParameters(parameters)
                .selectors(Stream.of(types).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
                .execute());
    }

    static Run of(Class<?> type, String method) {
        Method found = ReflectionSupport.findMethods(
                        type, each -> each.getName().equals(method), HierarchyTraversalMode.TOP_DOWN)
                .get(0);
        return new Run(embedded().selectors(selectMethod(type, found)).execute());
    }

    static Run parallel(Class<?>... types) {
        return new Run(embedded()
                .configurationParameters(Map.of(
                        "junit.jupiter.execution.parallel.enabled", "true",
                        "junit.jupiter.execution.parallel.mode.default", "concurrent",
                        "junit.jupiter.execution.parallel.config.strategy", "fixed",
                        "junit.jupiter.execution.parallel.config.fixed.parallelism", "8"))
                .selectors(Stream.of(types).map(type -> selectClass(type)).toArray(DiscoverySelector[]::new))
                .execute());
    }

    private static EngineTestKit.Builder embedded() {
        return EngineTestKit.engine("junit-jupiter").configurationParameter("lakecheck.backend", "embedded");
    }

    long succeeded() {
        return results.testEvents().succeeded().count();
    }

    /** Returns the exceptions of failed tests and test classes. */
    List<Throwable> failures() {
        return results.allEvents()
                .executions()
                .finished()
                .map(execution -> execution.getTerminationInfo().getExecutionResult())
                .filter(result -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .flatMap(result -> result.getThrowable().stream())
                .toList();
    }

    Throwable failure() {
        List<Throwable> all = failures();
        if (all.size() != 1) {
            throw new AssertionError("expected one failure, but there are " + all.size() + ": " + all);
        }
        return all.get(0);
    }

    /** Returns the display names of the tests, in the order in which they finished. */
    List<String> names() {
        return results.testEvents()
                .finished()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    List<String> entries() {
        return results.allEvents().stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .flatMap(event -> event.getPayload(ReportEntry.class).stream())
                .flatMap(entry -> entry.getKeyValuePairs().values().stream())
                .toList();
    }
}
