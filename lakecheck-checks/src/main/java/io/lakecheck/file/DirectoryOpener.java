// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;

/**
 * Opens directories. Tests replace it to simulate file system faults, because real faults can't be triggered on every
 * machine.
 */
@FunctionalInterface
interface DirectoryOpener {

    DirectoryStream<Path> open(Path folder) throws IOException;
}
