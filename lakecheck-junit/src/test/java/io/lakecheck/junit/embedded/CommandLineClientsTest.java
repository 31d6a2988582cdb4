// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients that are not Java, if they are on the path. The console names each client that is missing. */
class CommandLineClientsTest {

    @TempDir
    private Path folder;

    private EmbeddedS3 server;

    @BeforeEach
    void start() {
        server = EmbeddedS3.start();
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void boto3_works() throws Exception {
        python("boto3");
    }

    @Test
    void pyarrow_works() throws Exception {
        python("pyarrow");
    }

    private void python(String module) throws Exception {
        assumeAvailable(module, "python3", "-c", "import " + module);
        run("python3", script("with_" + module + ".py"), server.endpoint().toString());
    }

    private static String script(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(CommandLineClientsTest.class.getResource(name), name)
                        .toURI())
                .toString();
    }

    @Test
    void rclone_works() throws Exception {
        assumeAvailable("rclone", "rclone", "version");
        Path source = files();
        Path target = folder.resolve("target");

        rclone("mkdir", "server:lake");
        rclone("copy", source.toString(), "server:lake/kpi");
        rclone("check", source.toString(), "server:lake/kpi");
        assertThat(rclone("lsf", "-R", "server:lake")).contains("kpi/dt=2026-01-02/part 0", "kpi/large");
        assertThat(rclone("cat", "server:lake/kpi/dt=2026-01-02/part 0")).isEqualTo("rows");
        rclone("copyto", "server:lake/kpi/large", "server:lake/copied");
        rclone("sync", "server:lake/kpi", target.toString());
        assertThat(target.resolve("large")).hasSameBinaryContentAs(source.resolve("large"));
        rclone("purge", "server:lake");
        assertThat(rclone("lsd", "server:")).isEmpty();
    }

    private String rclone(String... arguments) throws Exception {
        Path config = folder.resolve("rclone.conf");
        Files.writeString(
                config,
                "[server]\ntype = s3\nprovider = Other\naccess_key_id = any\nsecret_access_key = any\nendpoint = "
                        + server.endpoint() + "\nupload_cutoff = 5M\nchunk_size = 5M\ncopy_cutoff = 5M\n");
        List<String> command = new ArrayList<>(List.of("rclone", "--config", config.toString(), "--retries", "1"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    @Test
    void s3cmd_works() throws Exception {
        assumeAvailable("s3cmd", "s3cmd", "--version");
        Path source = files();
        Path target = Files.createDirectories(folder.resolve("target"));

        s3cmd("mb", "s3://lake");
        s3cmd("put", "--recursive", source + "/", "s3://lake/kpi/");
        assertThat(s3cmd("ls", "--recursive", "s3://lake")).contains("s3://lake/kpi/dt=2026-01-02/part 0");
        s3cmd("cp", "s3://lake/kpi/large", "s3://lake/copied");
        s3cmd("get", "--recursive", "s3://lake/kpi/", target + "/");
        assertThat(target.resolve("large")).hasSameBinaryContentAs(source.resolve("large"));
        s3cmd("del", "--recursive", "--force", "s3://lake");
        s3cmd("rb", "s3://lake");
        assertThat(s3cmd("ls")).isEmpty();
    }

    private String s3cmd(String... arguments) throws Exception {
        String host = server.endpoint().getAuthority();
        Path config = Files.writeString(
                folder.resolve("s3cmd.conf"),
                "[default]\naccess_key = any\nsecret_key = any\nuse_https = False\nhost_base = " + host
                        + "\nhost_bucket = " + host + "\nmultipart_chunk_size_mb = 5\n");
        List<String> command = new ArrayList<>(List.of("s3cmd", "--config", config.toString(), "--no-progress"));
        command.addAll(List.of(arguments));
        return run(command.toArray(String[]::new));
    }

    private Path files() throws IOException {
        Path source = folder.resolve("source");
        Path day = Files.createDirectories(source.resolve("dt=2026-01-02"));
        Files.writeString(day.resolve("part 0"), "rows");
        Files.createFile(day.resolve("_SUCCESS"));
        byte[] large = new byte[12 * 1024 * 1024];
        new Random(1).nextBytes(large);
        Files.write(source.resolve("large"), large);
        return source;
    }

    private static void assumeAvailable(String client, String... command) throws InterruptedException {
        boolean isAvailable;
        try {
            isAvailable = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            isAvailable = false;
        }
        if (!isAvailable) {
            System.err.println(
                    "**** NOT TESTED: " + client + " with the embedded S3 server (it is not on the path) ****");
        }
        assumeTrue(isAvailable, client + " is not on the path");
    }

    private static String run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        // The settings of the user's own AWS account must not matter.
        builder.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor())
                .as(() -> String.join(" ", command) + "\n" + output)
                .isZero();
        return output;
    }
}
