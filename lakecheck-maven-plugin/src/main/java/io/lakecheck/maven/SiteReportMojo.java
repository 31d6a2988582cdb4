// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.maven;

import java.io.File;
import java.util.Locale;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.reporting.MavenReport;

/** The link to lakecheck's report in the project's site. The site plugin links to the page instead of embedding it. */
abstract class SiteReportMojo extends AbstractMojo implements MavenReport {

    static final String FOLDER = "lakecheck";

    /** The path of the page without its extension, which the site plugin adds. */
    private static final String PAGE = FOLDER + "/index";

    /** The directory of the generated site. The site plugin sets it. */
    @Parameter(defaultValue = "${project.reporting.outputDirectory}", readonly = true, required = true)
    private File outputDirectory;

    @Override
    public boolean isExternalReport() {
        return true;
    }

    @Override
    public String getOutputPath() {
        return PAGE;
    }

    /** Required because old versions of the site plugin call this method. */
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
        return "Did the right data arrive on time? The verdicts of the last run and the evidence for them.";
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
