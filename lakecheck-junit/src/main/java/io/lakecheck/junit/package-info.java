// SPDX-License-Identifier: Apache-2.0
/**
 * Data jobs assert in their tests what the release gate will ask: annotations ({@link io.lakecheck.junit.LakeCheck}), a
 * lake to write to ({@link io.lakecheck.junit.LocalLake}) and a past to compare with
 * ({@link io.lakecheck.junit.LakeSeed}). Only translates: words, grammar, defaults and verdicts are those of every
 * other shell.
 */
@NullMarked
package io.lakecheck.junit;

import org.jspecify.annotations.NullMarked;
