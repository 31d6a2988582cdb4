// SPDX-License-Identifier: Apache-2.0
/** Connections to AWS APIs: region, endpoint, profile, credentials, timeouts and error messages. */
@NullMarked
package io.lakecheck.aws;

import org.jspecify.annotations.NullMarked;
