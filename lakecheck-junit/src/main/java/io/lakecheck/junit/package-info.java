// SPDX-License-Identifier: Apache-2.0
/**
 * A JUnit extension that runs the same checks in the tests of data jobs as the build runs on the real lake.
 * {@link io.lakecheck.junit.LakeCheck} defines what to check, {@link io.lakecheck.junit.LocalLake} sets the server, and
 * {@link io.lakecheck.junit.LakeSeed} writes test data. Syntax, defaults and verdicts are those of the suite language.
 */
@NullMarked
package io.lakecheck.junit;

import org.jspecify.annotations.NullMarked;
