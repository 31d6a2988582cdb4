// SPDX-License-Identifier: Apache-2.0
/** The goals: they hand Maven's words inward, and the ruling back to Maven. */
@NullMarked
package io.lakecheck.maven;

import org.jspecify.annotations.NullMarked;
