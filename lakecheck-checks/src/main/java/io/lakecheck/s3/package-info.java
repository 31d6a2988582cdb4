// SPDX-License-Identifier: Apache-2.0
/** The lake on S3: lists objects and verifies every page before counting its objects. */
@NullMarked
package io.lakecheck.s3;

import org.jspecify.annotations.NullMarked;
