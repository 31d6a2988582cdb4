// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.baseline;

/** What a search through the past makes of a partition that nobody has looked at yet. */
enum Assumption {
    /** That it is there and good: so it asks for no more than is needed if all is well. */
    GOOD,
    /** That it may be either: so it also asks for whatever could take its place. */
    OPEN
}
