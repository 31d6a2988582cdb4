// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.lake;

import java.util.Optional;

/**
 * The content of one of several runs in a partition.
 *
 * @param name the path of the run's folder or file, relative to the dataset's root
 * @param data the statistics of the run's data objects
 * @param marker the run's marker; empty if the dataset has no marker or the run lacks it
 */
public record RunStats(String name, ObjectStats data, Optional<LakeObject> marker) {}
