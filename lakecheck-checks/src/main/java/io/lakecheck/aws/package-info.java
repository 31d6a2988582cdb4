// SPDX-License-Identifier: Apache-2.0
/** How every AWS API is reached: region, endpoint, profile, credentials, timeouts, and the texts of errors. */
@NullMarked
package io.lakecheck.aws;

import org.jspecify.annotations.NullMarked;
