// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lambda;

import io.lakecheck.delivery.Connection;
import io.lakecheck.lake.LakeException;
import io.lakecheck.s3.S3Folder;
import io.lakecheck.spec.SuiteFile;
import io.lakecheck.value.Display;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Loads the suite from the path or S3 URI in {@code LAKECHECK_SUITE}. If this variable is not set, loads
 * {@code lakecheck.yml} from the function's zip file or, if the zip file contains none, from a layer.
 *
 * @param settings the function's settings
 * @param layers the directory that contains the files from the function's layers
 */
record SuiteLoader(FunctionSettings settings, Path layers) {

    /** The directory that contains the files from the function's layers. */
    static final Path LAYERS = Path.of("/opt");

    private static final String FILE = "lakecheck.yml";

    /**
     * The maximum number of bytes to download: one more than the maximum size of a suite, so that a suite that is too
     * large is detected.
     */
    private static final int LIMIT = 256 * 1024 + 1;

    /**
     * @throws FunctionException if there is no suite, or if it can't be read
     * @throws io.lakecheck.spec.SuiteProblemsException if the suite is invalid
     */
    LoadedSuite load() {
        Optional<String> address = settings.suite();
        return address.filter(text -> text.startsWith("s3://")).isPresent()
                ? download(address.get())
                : read(address.map(settings.taskRoot()::resolve).orElseGet(this::deployed));
    }

    private Path deployed() {
        return List.of(settings.taskRoot(), layers).stream()
                .map(folder -> folder.resolve(FILE))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new FunctionException("no suite found: neither "
                        + settings.taskRoot().resolve(FILE)
                        + " nor " + layers.resolve(FILE) + " exists, and LAKECHECK_SUITE is not set. Add " + FILE
                        + " to the function's zip file with mvn lakecheck:package-lambda, add a layer that contains it,"
                        + " or set LAKECHECK_SUITE=s3://bucket/" + FILE + "."));
    }

    private LoadedSuite read(Path file) {
        return new LoadedSuite(
                file.getFileName().toString(), SuiteFile.read(file, settings.variables()), Optional.empty());
    }

    /**
     * Downloads a suite from S3. The files that it refers to, such as holiday files, are read from the function's zip
     * file.
     */
    private LoadedSuite download(String address) {
        int slash = address.lastIndexOf('/');
        String name = address.substring(slash + 1);
        try (S3Folder folder = S3Folder.at(address.substring(0, slash), Connection.DEFAULT)) {
            S3Folder.Content content = folder.read(name, LIMIT)
                    .orElseThrow(() -> new FunctionException("suite not found: " + Display.visible(address)
                            + ". Upload it, or correct LAKECHECK_SUITE."));
            return new LoadedSuite(
                    name,
                    SuiteFile.parse(address, content.bytes(), settings.taskRoot(), settings.variables()),
                    Optional.of("suite: " + Display.visible(address) + ", ETag " + Display.visible(content.etag())));
        } catch (LakeException e) {
            throw new FunctionException("the suite can't be read: " + e.getMessage());
        }
    }
}
