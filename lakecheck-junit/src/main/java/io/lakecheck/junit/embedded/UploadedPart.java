// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.junit.embedded;

import java.time.Instant;

/**
 * A part that a client uploaded in a multipart upload.
 *
 * @param payload the part's bytes and their digests
 * @param modified the time at which the part was uploaded
 */
record UploadedPart(Payload payload, Instant modified) {}
