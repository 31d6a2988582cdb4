// SPDX-License-Identifier: Apache-2.0
/**
 * The domain: words become a {@link io.lakecheck.Suite}, the {@link io.lakecheck.Lake} is surveyed once, {@link io.lakecheck.Check}s
 * judge, {@link io.lakecheck.Reporter}s tell. Everything here is the JDK's alone; every other package imports this one and none of
 * its siblings.
 */
@NullMarked
package io.lakecheck;

import org.jspecify.annotations.NullMarked;
