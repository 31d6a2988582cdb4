// SPDX-License-Identifier: Apache-2.0
/** Lists objects on S3, and believes no answer that it has not checked. */
@NullMarked
package io.lakecheck.s3;

import org.jspecify.annotations.NullMarked;
