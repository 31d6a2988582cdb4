// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;

/**
 * Opens folders; a seam, because the faults of a file system can't be made to order on every machine and for every
 * user.
 */
@FunctionalInterface
interface DirectoryOpener {

    DirectoryStream<Path> open(Path folder) throws IOException;
}
