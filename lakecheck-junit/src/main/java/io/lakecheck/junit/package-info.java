// SPDX-License-Identifier: Apache-2.0
/**
 * The JUnit extension, which runs the checks of the release pipeline in the tests of data jobs.
 * {@link io.lakecheck.junit.LakeCheck} defines what is checked, {@link io.lakecheck.junit.LocalLake} the server,
 * {@link io.lakecheck.junit.LakeSeed} writes test data. Grammar, defaults and verdicts are those of the suite language.
 */
@NullMarked
package io.lakecheck.junit;

import org.jspecify.annotations.NullMarked;
