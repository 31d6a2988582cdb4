// SPDX-License-Identifier: Apache-2.0
/** Runs that several functions share: what each of them has found, as JSON, and how it is put together again. */
@NullMarked
package io.lakecheck.shard;

import org.jspecify.annotations.NullMarked;
