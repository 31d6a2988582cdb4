// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.run.RunResult;
import io.lakecheck.spec.Origin;
import io.lakecheck.spec.Problem;
import io.lakecheck.spec.SuiteProblemsException;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.jspecify.annotations.Nullable;

/**
 * Builds the zip file for an AWS Lambda function that checks the suite. The zip file contains lakecheck's function, the
 * suite file and the holiday files that the suite refers to. Invalid suites are rejected.
 */
@Mojo(name = "package-lambda", requiresProject = false, threadSafe = true)
public final class PackageLambdaMojo extends GoalMojo {

    private final RepositorySystem repositories;

    /**
     * The suite file. Default: <code>lakecheck.yml</code> next to the POM or, if the module has none, in the root
     * directory of the build.
     */
    @Parameter(property = "lakecheck.suite")
    private @Nullable File suite;

    /** The zip file to write. Default: <code>lakecheck-function.zip</code> in the build directory. */
    @Parameter(property = "lakecheck.functionFile")
    private @Nullable File functionFile;

    /**
     * The zip file with lakecheck's function, to which the suite is added. Default: the one with the same version as
     * the plugin, from the Maven repository.
     */
    @Parameter(property = "lakecheck.function")
    private @Nullable File function;

    @Parameter(defaultValue = "${plugin.version}", readonly = true, required = true)
    private String version;

    @Inject
    PackageLambdaMojo(RepositorySystem repositories) {
        this.repositories = repositories;
    }

    @Override
    RunResult run(MavenBuild build) {
        Path source = SuiteSource.of(
                        Optional.ofNullable(suite).map(File::toPath), Optional.empty(), Optional.empty(), build)
                .file()
                .orElseThrow();
        Path target = Optional.ofNullable(functionFile).map(File::toPath).orElseGet(() -> build.target()
                .resolve("lakecheck-function.zip"));
        Path own = Optional.ofNullable(function).map(File::toPath).orElseGet(() -> resolve(build));
        new FunctionPackage(own, source).write(target, build::variable);
        getLog().info("function: " + target);
        return RunResult.PASS;
    }

    private Path resolve(MavenBuild build) {
        Artifact artifact = new DefaultArtifact("io.lakecheck", "lakecheck-lambda", "function", "zip", version);
        try {
            return repositories
                    .resolveArtifact(
                            build.session().getRepositorySession(),
                            new ArtifactRequest(artifact, build.project().getRemotePluginRepositories(), "lakecheck"))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new SuiteProblemsException(List.of(new Problem(
                    Origin.of("lakecheck.function"),
                    "the function was not found in any repository: " + artifact,
                    "Install lakecheck-lambda, or set lakecheck.function to its zip file.")));
        }
    }
}
