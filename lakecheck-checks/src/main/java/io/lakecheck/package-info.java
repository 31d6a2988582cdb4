// SPDX-License-Identifier: Apache-2.0
/**
 * The domain: a {@link io.lakecheck.Suite} of datasets, {@link io.lakecheck.Check}s that examine
 * {@link io.lakecheck.Evidence}, and the {@link io.lakecheck.Report} that {@link io.lakecheck.Reporter}s publish.
 */
@NullMarked
package io.lakecheck;

import org.jspecify.annotations.NullMarked;
