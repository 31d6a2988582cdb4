// SPDX-License-Identifier: Apache-2.0
package io.lakecheck.survey;

import io.lakecheck.lake.LakeObject;
import java.util.ArrayList;
import java.util.List;

/** The first keys of a listing's pages or, for a long listing, of every n-th page. Not thread-safe. */
final class PageStarts {

    private static final int MAX = 500;

    private List<String> keys = new ArrayList<>();
    private int step = 1;
    private int pages;
    private boolean isStart;

    /** Starts a page. */
    void startPage() {
        isStart = true;
    }

    /** Records the key of an object if it is the first one on its page. */
    void add(LakeObject object) {
        if (isStart && pages++ % step == 0) {
            keys.add(object.key());
            thin();
        }
        isStart = false;
    }

    /** Adds the first keys of the pages that follow this listing's pages. */
    void append(PageStarts following) {
        while (step != following.step) {
            (step < following.step ? this : following).skipEverySecond();
        }
        keys.addAll(following.keys);
        thin();
    }

    /** Returns the keys in key order. */
    List<String> keys() {
        return List.copyOf(keys);
    }

    private void thin() {
        while (keys.size() > MAX) {
            skipEverySecond();
        }
    }

    private void skipEverySecond() {
        List<String> kept = new ArrayList<>();
        for (int i = 0; i < keys.size(); i += 2) {
            kept.add(keys.get(i));
        }
        keys = kept;
        step *= 2;
    }
}
