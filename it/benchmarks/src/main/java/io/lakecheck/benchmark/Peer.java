// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Another tool that can count the keys in a folder. */
enum Peer {
    S5CMD("s5cmd version", "s5cmd --endpoint-url ENDPOINT ls s3://bench/PREFIX* | wc -l"),
    RCLONE(
            "rclone version",
            "rclone size --config /dev/null --s3-provider Other --s3-env-auth --s3-endpoint ENDPOINT --fast-list"
                    + " --s3-list-version 2 :s3:bench/PREFIX"),
    AWS_CLI("aws --version", "aws --endpoint-url ENDPOINT s3 ls --recursive s3://bench/PREFIX | wc -l"),
    BOTO3(
            "python3 -c \"import boto3\"",
            "python3 -c \"import boto3; print(sum(p['KeyCount'] for p in boto3.client('s3', endpoint_url='ENDPOINT')"
                    + ".get_paginator('list_objects_v2').paginate(Bucket='bench', Prefix='PREFIX')))\"");

    private static final Pattern COUNT = Pattern.compile("\\((\\d+)\\)|^(\\d+)\\s*$", Pattern.MULTILINE);

    /** A command that succeeds if the tool is installed. */
    private final String test;

    private final String command;

    Peer(String test, String command) {
        this.test = test;
        this.command = command;
    }

    /** Returns whether the tool is installed. */
    boolean isInstalled() throws IOException, InterruptedException {
        return shell(test)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }

    String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Lists the folder and returns the number of keys. */
    long count(String endpoint, String prefix) throws IOException, InterruptedException {
        String output = run(command.replace("ENDPOINT", endpoint).replace("PREFIX", prefix));
        Matcher count = COUNT.matcher(output);
        if (!count.find()) {
            throw new IOException(this + " failed: " + output);
        }
        return Long.parseLong(count.group(1) == null ? count.group(2) : count.group(1));
    }

    /** Runs a shell command and returns its output. */
    static String run(String command) throws IOException, InterruptedException {
        Process process = shell(command).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("failed: " + command + "\n" + output);
        }
        return output;
    }

    private static ProcessBuilder shell(String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "AWS_ACCESS_KEY_ID", "bench", "AWS_SECRET_ACCESS_KEY", "bench", "AWS_REGION", "eu-west-1"));
        // rclone can't load it.
        builder.environment().remove("AWS_CA_BUNDLE");
        return builder;
    }
}
