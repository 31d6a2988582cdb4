// SPDX-License-Identifier: Apache-2.0
/**
 * Runs that are split into shards, each of which is a separate function invocation: the JSON format of a shard's
 * result.
 */
@NullMarked
package io.lakecheck.shard;

import org.jspecify.annotations.NullMarked;
