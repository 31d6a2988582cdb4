// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import io.lakecheck.report.ReportFolder;
import io.lakecheck.spec.SuiteProblemsException;
import java.io.File;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.maven.doxia.sink.Sink;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.apache.maven.reporting.MavenReport;
import org.apache.maven.reporting.MavenReportException;
import org.jspecify.annotations.Nullable;

/**
 * Shows the report of the last run in the project's site. Looks at no lake and judges nothing: run <code>
 * lakecheck:verify</code> before <code>mvn site</code>.
 */
@Mojo(name = "report", threadSafe = true)
public final class ReportMojo extends AbstractMojo implements MavenReport {

    private static final String FOLDER = "lakecheck";

    /** Without its extension, as the site plugin wants it. */
    private static final String PAGE = FOLDER + "/index";

    /** Where the reports of the last run are. By default <code>lakecheck</code> in the build directory. */
    @Parameter(property = "lakecheck.reportDirectory")
    private @Nullable String reportDirectory;

    /** Where the site is built. The site plugin says it by itself. */
    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File outputDirectory;

    /** Whether to do nothing. */
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
            last().copyTo(outputDirectory.toPath().resolve(FOLDER));
        } catch (UncheckedIOException e) {
            throw new MavenReportException(e.getMessage());
        }
    }

    /** False where there is none yet, which is no mistake: a site may be built before the first run. */
    @Override
    public boolean canGenerateReport() throws MavenReportException {
        if (skip) {
            return false;
        }
        boolean isThere = last().holdsPage();
        if (!isThere) {
            getLog().warn("no report of lakecheck in " + folder() + "; run lakecheck:verify before the site is built");
        }
        return isThere;
    }

    private ReportFolder last() throws MavenReportException {
        return new ReportFolder(folder());
    }

    private Path folder() throws MavenReportException {
        try {
            return new Build(session, project).reports(reportDirectory);
        } catch (SuiteProblemsException e) {
            throw new MavenReportException(e.getMessage());
        }
    }

    /** The page is whole as it is: the site links to it instead of wrapping it. */
    @Override
    public boolean isExternalReport() {
        return true;
    }

    @Override
    public String getOutputPath() {
        return PAGE;
    }

    /** What site plugins of old ask. */
    @Deprecated
    @Override
    public String getOutputName() {
        return PAGE;
    }

    @Override
    public String getCategoryName() {
        return CATEGORY_PROJECT_REPORTS;
    }

    @Override
    public String getName(Locale locale) {
        return "lakecheck";
    }

    @Override
    public String getDescription(Locale locale) {
        return "Did the right data arrive on time? The last run's verdicts, and the evidence behind them.";
    }

    @Override
    public void setReportOutputDirectory(File directory) {
        outputDirectory = directory;
    }

    @Override
    public File getReportOutputDirectory() {
        return outputDirectory;
    }
}
