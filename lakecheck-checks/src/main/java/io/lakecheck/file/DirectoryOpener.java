// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;

/** Opens directories. Tests replace it, because they can't cause real file system faults on every machine. */
@FunctionalInterface
interface DirectoryOpener {

    DirectoryStream<Path> open(Path folder) throws IOException;
}
