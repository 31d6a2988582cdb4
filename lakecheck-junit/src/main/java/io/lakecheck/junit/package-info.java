// SPDX-License-Identifier: Apache-2.0
/**
 * The JUnit extension: data jobs check in their tests what the release pipeline checks after a deployment.
 * {@link io.lakecheck.junit.LakeCheck} defines what is checked, {@link io.lakecheck.junit.LocalLake} the server,
 * {@link io.lakecheck.junit.LakeSeed} writes test data. Grammar, defaults and verdicts are those of the suite language.
 */
@NullMarked
package io.lakecheck.junit;

import org.jspecify.annotations.NullMarked;
