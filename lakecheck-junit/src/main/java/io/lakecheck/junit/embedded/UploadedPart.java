// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;

/**
 * A part of a multipart upload.
 *
 * @param payload its bytes
 * @param modified when it was uploaded
 */
record UploadedPart(Payload payload, Instant modified) {}
