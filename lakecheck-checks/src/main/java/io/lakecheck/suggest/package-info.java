// SPDX-License-Identifier: Apache-2.0
/**
 * Learns from what lies below a folder how its datasets are laid out, when they come and how large they are, and writes
 * a suite that says so, with the evidence beside each limit.
 */
@NullMarked
package io.lakecheck.suggest;

import org.jspecify.annotations.NullMarked;
