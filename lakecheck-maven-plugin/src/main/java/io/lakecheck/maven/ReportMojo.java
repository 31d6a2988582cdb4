// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.report.ReportFolder;
import io.lakecheck.spec.SuiteProblemsException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Adds the report of the last run to the project's site. This goal doesn't check the lake: run <code>lakecheck:verify
 * </code> before <code>mvn site</code>.
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends SiteReportMojo {

    /** The directory with the reports of the last run. Default: <code>lakecheck</code> in the build directory. */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    /** Whether to skip this goal. */
    @Parameter(property = "lakecheck.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Override
    public void execute() throws MojoExecutionException {
        try {
            if (canGenerateReport()) {
                generate(null, Locale.ROOT);
            }
        } catch (MavenReportException e) {
            throw new MojoExecutionException(e.getMessage());
        }
    }

    @Override
    public void generate(@Nullable Sink unused, Locale locale) throws MavenReportException {
        try {
            new ReportFolder(folder())
                    .copyTo(getReportOutputDirectory().toPath().resolve(FOLDER));
        } catch (UncheckedIOException e) {
            throw new MavenReportException(e.getMessage());
        }
    }

    /**
     * Returns whether there is a report. A missing report is not an error, because a site may be built before the first
     * run.
     */
    @Override
    public boolean canGenerateReport() throws MavenReportException {
        if (skip) {
            return false;
        }
        Path folder = folder();
        boolean hasPage = new ReportFolder(folder).hasPage();
        if (!hasPage) {
            getLog().warn("no lakecheck report in " + folder + ". Run lakecheck:verify before building the site.");
        }
        return hasPage;
    }

    private Path folder() throws MavenReportException {
        try {
            return new MavenBuild(session, project).reportDirectory(reportDirectory);
        } catch (SuiteProblemsException e) {
            throw new MavenReportException(e.getMessage());
        }
    }
}
