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

/** The build that a goal runs in. For many threads: modules may be built side by side. */
record Build(MavenSession session, MavenProject project) {

    /** The folder of the module's POM; without a POM the working directory. */
    Path folder() {
        return Optional.ofNullable(project.getBasedir())
                .map(folder -> folder.toPath())
                .orElseGet(this::root);
    }

    /** The POM and its parents, as far as they are files of this build. */
    List<Path> poms() {
        return Stream.iterate(project, Objects::nonNull, MavenProject::getParent)
                .map(MavenProject::getFile)
                .filter(Objects::nonNull)
                .map(File::toPath)
                .toList();
    }

    /** The profiles of these POMs that are active. */
    Set<String> profiles() {
        return project.getInjectedProfileIds().values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toSet());
    }

    /** The folder that the build was started in. */
    Path root() {
        return Path.of(session.getExecutionRootDirectory());
    }

    /** Where built things go. Without a POM Maven does not know it. */
    Path target() {
        return project.getBasedir() == null
                ? root().resolve("target")
                : Path.of(project.getBuild().getDirectory());
    }

    /**
     * Where reports go; by default a folder of their own among built things.
     *
     * @throws SuiteProblemsException where what was written names no folder
     */
    Path reports(@Nullable String written) {
        if (written == null) {
            return target().resolve("lakecheck");
        }
        try {
            if (!written.isBlank()) {
                return folder().resolve(written);
            }
        } catch (InvalidPathException e) {
            throw noFolder("reportDirectory: '" + Display.visible(written) + "' is no path here");
        }
        throw noFolder("reportDirectory is nothing");
    }

    private static SuiteProblemsException noFolder(String what) {
        return new SuiteProblemsException(List.of(new Problem(
                Origin.of("the configuration"),
                what,
                "write a folder such as target/lakecheck, which is also where reports go by default")));
    }

    /** Whether somebody sits before the console. */
    boolean isWatched() {
        return session.getRequest().isInteractiveMode();
    }

    /** The value of a variable: what the command line says goes before the environment, and that before the POM. */
    Optional<String> variable(String name) {
        return Stream.of(
                        property(session.getUserProperties(), name),
                        Optional.ofNullable(System.getenv(name)),
                        property(session.getSystemProperties(), name),
                        property(project.getProperties(), name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What the command line says of a property. */
    Optional<String> said(String name) {
        return property(session.getUserProperties(), name);
    }

    /** A property as Maven's own parameters see it. */
    Optional<String> property(String name) {
        return Stream.of(session.getUserProperties(), project.getProperties(), session.getSystemProperties())
                .map(properties -> property(properties, name))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Which other module has judged the same already; if none has, this one does it now. */
    Optional<String> judgeOf(Object what) {
        Map<String, Object> shared = session.getRequest().getData();
        synchronized (shared) {
            Map<?, ?> judges = (Map<?, ?>) shared.getOrDefault("lakecheck", Map.of());
            Optional<String> judge = Optional.ofNullable(judges.get(what)).map(Object::toString);
            if (judge.isEmpty()) {
                Map<Object, Object> more = new HashMap<>(judges);
                more.put(what, project.getId());
                shared.put("lakecheck", more);
            }
            return judge.filter(id -> !id.equals(project.getId()));
        }
    }

    private static Optional<String> property(Properties properties, String name) {
        return Optional.ofNullable(properties.getProperty(name));
    }
}
