// SPDX-License-Identifier: Apache-2.0
package it;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.InvocationRequest;
import org.apache.maven.shared.invoker.MavenInvocationException;

/**
 * A user's project, which consists of a suite and a POM that uses the plugin. Each build runs in its own Maven process.
 */
record Maven(Path folder) {

    private static final String POM = """
            <project xmlns="http://maven.apache.org/POM/4.0.0">
              <modelVersion>4.0.0</modelVersion>
              <groupId>it</groupId>
              <artifactId>release</artifactId>
              <version>1</version>
              <packaging>pom</packaging>
              <build>
                <plugins>
                  <plugin>
                    <groupId>io.lakecheck</groupId>
                    <artifactId>lakecheck-maven-plugin</artifactId>
                    <version>%s</version>
                  </plugin>
                </plugins>
              </build>
            </project>
            """;

    /**
     * The result of a build.
     *
     * @param passed whether Maven succeeded
     * @param log all lines that Maven printed
     */
    record Build(boolean passed, List<String> log) {}

    static Maven project(Path folder, String suite) {
        try {
            Files.writeString(folder.resolve("pom.xml"), POM.formatted(System.getProperty("it.version")));
            Files.writeString(folder.resolve("lakecheck.yml"), suite);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Maven(folder);
    }

    Build run(String goal, String... settings) {
        List<String> log = new ArrayList<>();
        Properties properties = new Properties();
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            properties.setProperty(parts[0], parts[1]);
        }
        properties.setProperty("maven.repo.local.tail", System.getProperty("it.downloaded"));
        properties.setProperty("maven.repo.local.tail.ignoreAvailability", "true");
        InvocationRequest request = new DefaultInvocationRequest()
                .setBaseDirectory(folder.toFile())
                .setLocalRepositoryDirectory(new File(System.getProperty("it.repository")))
                .setProperties(properties)
                .setBatchMode(true)
                .setNoTransferProgress(true)
                .setOutputHandler(log::add)
                .addArg(goal);
        try {
            return new Build(new DefaultInvoker().execute(request).getExitCode() == 0, log);
        } catch (MavenInvocationException e) {
            throw new IllegalStateException("Maven could not be started", e);
        }
    }
}
