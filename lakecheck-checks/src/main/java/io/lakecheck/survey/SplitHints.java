// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.KeyRange;

/**
 * What a listing knows about its keys when it is split.
 *
 * @param observed the keys read so far
 * @param folders the folders that contain keys
 * @param heap the limit on pages, which depends on how long keys are
 */
record SplitHints(ObservedKeys observed, TopFolders folders, HeapLimit heap) {

    static SplitHints of(KeyRange keys) {
        return new SplitHints(
                new ObservedKeys(keys.prefix()),
                new TopFolders(keys.prefix()),
                new HeapLimit(Runtime.getRuntime().maxMemory()));
    }
}
