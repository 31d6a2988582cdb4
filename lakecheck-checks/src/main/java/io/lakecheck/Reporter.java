// SPDX-License-Identifier: Apache-2.0
package io.lakecheck;

import java.util.List;

/** A destination for reports, such as a file, metrics or a chat message. A reporter never changes a verdict. */
public interface Reporter {

    /**
     * Publishes a report.
     *
     * @return notices for the reporters after this one, for example the path of a written file or an error while
     *     sending metrics
     */
    List<Notice> report(Report report);
}
