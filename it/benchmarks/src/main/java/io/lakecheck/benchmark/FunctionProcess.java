// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The function in a process of its own, with AWS's runtime client and the heap and compiler that Lambda sets. */
final class FunctionProcess implements AutoCloseable {

    private final RuntimeApi api;
    private final Process process;
    private final long initMillis;

    /**
     * Starts the process and waits until it is initialized.
     *
     * @param home the home of the JDK
     * @param megabytes the function's memory
     * @param suite the content of the suite file
     * @param variables the function's environment variables, in addition to those that Lambda sets
     */
    FunctionProcess(String home, int megabytes, String suite, Map<String, String> variables)
            throws IOException, InterruptedException {
        Path task = Files.createTempDirectory("lakecheck-function");
        Files.writeString(task.resolve("lakecheck.yml"), suite);
        api = new RuntimeApi();
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(home, "bin", "java").toString(),
                        "-Xmx" + megabytes * 85 / 100 + "m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                        "io.lakecheck.lambda.LakecheckHandler")
                .redirectErrorStream(true)
                .redirectOutput(new File("/dev/null"));
        builder.environment()
                .putAll(Map.of(
                        "AWS_LAMBDA_RUNTIME_API", api.address(),
                        "AWS_EXECUTION_ENV", "AWS_Lambda_java17",
                        "AWS_LAMBDA_FUNCTION_NAME", "lakecheck",
                        "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(megabytes),
                        "LAMBDA_TASK_ROOT", task.toString(),
                        "AWS_REGION", "eu-west-1",
                        "AWS_ACCESS_KEY_ID", "bench",
                        "AWS_SECRET_ACCESS_KEY", "bench"));
        builder.environment().putAll(variables);
        long started = System.nanoTime();
        process = builder.start();
        api.awaitInitialized();
        initMillis = (System.nanoTime() - started) / 1_000_000;
    }

    long initMillis() {
        return initMillis;
    }

    /** Sends an event to the function and returns its response, or the error that it reports. */
    String invoke(String event) throws InterruptedException {
        return api.invoke(event);
    }

    /** Returns the largest resident set so far, in megabytes. */
    long peakMegabytes() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(process.pid()), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
        api.close();
    }
}
