// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.List;

/** Tells somebody or something of a run: files, metrics, messages. Never changes a verdict. */
public interface Reporter {

    /**
     * Tells. What the readers of later reporters should know of it (where a file is, that it could not be written, that
     * metrics could not be sent) is answered as notices.
     */
    List<Notice> report(Report report);
}
