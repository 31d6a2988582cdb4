// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.spec.Origin;
import io.lakecheck.spec.Problem;
import io.lakecheck.spec.SuiteProblemsException;
import io.lakecheck.value.Display;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The Maven build in which a goal runs, and the current module. Thread-safe, because modules may be built in parallel.
 */
record MavenBuild(MavenSession session, MavenProject project) {

    /** Returns the directory of the module's POM, or the working directory if there is no POM. */
    Path folder() {
        return Optional.ofNullable(project.getBasedir())
                .map(folder -> folder.toPath())
                .orElseGet(this::root);
    }

    /** Returns the POM files of the module and its parents, except parents from a repository. */
    List<Path> poms() {
        return Stream.iterate(project, Objects::nonNull, MavenProject::getParent)
                .map(MavenProject::getFile)
                .filter(Objects::nonNull)
                .map(File::toPath)
                .toList();
    }

    /** Returns the IDs of the active profiles in the POMs of the module and its parents. */
    Set<String> profiles() {
        return project.getInjectedProfileIds().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** Returns the directory in which the build was started. */
    Path root() {
        return Path.of(session.getExecutionRootDirectory());
    }

    /** Returns the build directory, usually {@code target}. */
    Path target() {
        // If there is no POM, Maven does not resolve the build directory.
        return project.getBasedir() == null
                ? root().resolve("target")
                : Path.of(project.getBuild().getDirectory());
    }

    /**
     * Returns the directory for reports.
     *
     * @param configured the value of the parameter, or null for the default directory
     * @throws SuiteProblemsException if the value is not a path
     */
    Path reportDirectory(@Nullable String configured) {
        if (configured == null) {
            return target().resolve("lakecheck");
        }
        if (configured.isBlank()) {
            throw invalidDirectory("the value is empty");
        }
        try {
            return folder().resolve(configured);
        } catch (InvalidPathException e) {
            throw invalidDirectory("invalid path '" + Display.visible(configured) + "'");
        }
    }

    private static SuiteProblemsException invalidDirectory(String what) {
        return new SuiteProblemsException(List.of(new Problem(
                Origin.of("lakecheck.reportDirectory"), what, "Set it to a directory, for example target/lakecheck.")));
    }

    /** Returns whether the build runs interactively, without {@code -B}. */
    boolean isInteractive() {
        return session.getRequest().isInteractiveMode();
    }

    /**
     * Returns the value of a variable in the suite. Properties on the command line take precedence over environment
     * variables, which take precedence over properties in the POM.
     */
    Optional<String> variable(String name) {
        return Stream.of(
                        property(session.getUserProperties(), name),
                        Optional.ofNullable(System.getenv(name)),
                        property(session.getSystemProperties(), name),
                        property(project.getProperties(), name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Returns the value of a property that was set on the command line. */
    Optional<String> userProperty(String name) {
        return property(session.getUserProperties(), name);
    }

    /** Returns the value of a property, resolved in the same way as in parameters. */
    Optional<String> property(String name) {
        return Stream.of(session.getUserProperties(), project.getProperties(), session.getSystemProperties())
                .map(properties -> property(properties, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> property(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name));
    }

    /**
     * Claims work for the current module, so that the work is done only once in a build. Returns the ID of the module
     * that has already claimed equal work, or empty if no module has.
     */
    Optional<String> claim(Object work) {
        Map<String, Object> shared = session.getRequest().getData();
        synchronized (shared) {
            Map<?, ?> claims = (Map<?, ?>) shared.getOrDefault("lakecheck", Map.of());
            Optional<String> owner = Optional.ofNullable(claims.get(work)).map(Object::toString);
            if (owner.isEmpty()) {
                Map<Object, Object> more = new HashMap<>(claims);
                more.put(work, project.getId());
                shared.put("lakecheck", more);
            }
            return owner.filter(id -> !id.equals(project.getId()));
        }
    }
}
