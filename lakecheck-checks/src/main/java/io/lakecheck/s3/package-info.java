// SPDX-License-Identifier: Apache-2.0
/** The S3 lake, which lists objects and verifies every page before counting its objects. */
@NullMarked
package io.lakecheck.s3;

import org.jspecify.annotations.NullMarked;
